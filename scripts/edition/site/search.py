"""The search index: Pagefind over the finished site.

Pagefind reads the built pages, keeps the languages apart by ``<html lang>``, stems both
of them and is loaded by a reader only when a search is made. It reads a copy of each page
without what only sets lines: to a search, a space that holds is a space.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from edition.diagnostics import EditionError
from edition.site.workspace import TEMPORARY, working_folder

FOLDER = "pagefind"
IGNORED = "sup, .note-back, .apparatus-mark, .same-as, .csv"
"""Marks inside the text; left in, they would grow together with the words beside them."""
SECONDS: Final = 1200
"""How long Pagefind may take by the clock: it takes a few seconds, and longer on a busy machine."""
UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Interfaces that Pagefind brings along; the theme has its own."""


LINES: Final = re.compile(r'<wbr>|<span class="(?:own|nobr)">([^<]*)</span>')
"""What the pages have for their lines and signs; a word is one again without it."""


def searchable(page: str) -> str:
    """Return a page as it is searched: its words in one piece, its spaces plain.

    Args:
        page: The HTML of the page.
    """
    while (plain := LINES.sub(r"\1", page)) != page:
        page = plain
    return page.replace("\u00a0", " ")


def build_index(site: Path) -> None:
    """Index a built site into ``site/pagefind``.

    Args:
        site: The folder of the site.

    Raises:
        EditionError: If Pagefind is missing or fails.
    """
    with working_folder(Path(tempfile.gettempdir()), TEMPORARY) as folder:
        pages, index = folder / "pages", folder / FOLDER
        for page in site.rglob("*.html"):
            copy = pages / page.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(searchable(page.read_text(encoding="utf-8")), encoding="utf-8")
        _run_pagefind(pages, index)
        for stem in UNUSED:
            for file in index.glob(f"{stem}.*"):
                file.unlink()
        # Pagefind lists the languages in any order; the same content shall give the same bytes.
        entry = index / "pagefind-entry.json"
        content = json.loads(entry.read_text(encoding="utf-8"))
        entry.write_text(json.dumps(content, sort_keys=True), encoding="utf-8")
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        shutil.move(index, site / FOLDER)


def _run_pagefind(pages: Path, index: Path) -> None:
    """Index a folder of pages into another, which nobody takes away meanwhile.

    Raises:
        EditionError: If Pagefind is missing, fails, or does not end.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(pages)]
    command += ["--output-path", str(index), "--exclude-selectors", IGNORED]
    command += ["--keep-index-url", "--quiet"]
    try:
        result = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        raise EditionError(f"Pagefind was ended: it had not ended in {SECONDS} seconds") from None
    if result.returncode != 0:
        reason = " ".join(result.stderr.split())
        raise EditionError(f"Pagefind could not index the site: {reason}")
