"""The page tree to disk, for another site engine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from edition.diagnostics import EditionError
from edition.markup.guard import plainly
from edition.pages.page import Page


def write_pages(pages: Iterable[Page], folder: Path) -> list[Path]:
    """Write every page as a Markdown file with front matter.

    Args:
        pages: The pages.
        folder: A folder that is new or empty.

    Returns:
        The files written.

    Raises:
        EditionError: If the folder holds anything already or cannot be written to.
    """
    written = []
    try:
        if folder.exists() and any(folder.iterdir()):
            message = f"{folder}: the folder is not empty; nothing was written"
            raise EditionError(message)
        for page in pages:
            file = folder / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(plainly(page.render()), encoding="utf-8", newline="\n")
            written.append(file)
    except OSError as error:
        message = f"{error.filename or folder}: {error.strerror}"
        raise EditionError(message) from None
    return written
