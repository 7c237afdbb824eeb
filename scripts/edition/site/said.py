"""What MkDocs says of a page, as findings with a place in the file that an editor would mend.

MkDocs names the page of its own tree, which the edition has made of a content file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Protocol

from mkdocs.config.defaults import MkDocsConfig

from edition.content.codes import SITE_WARNING
from edition.content.files import read_text
from edition.content.sources import Source
from edition.diagnostics import Diagnostic, EditionError, Location
from edition.markup.guard import plainly
from edition.pages.page import Page

_PAGE: Final = re.compile(r"Doc file '(?P<path>[^']+)' (?P<rest>.*)", re.DOTALL)
_LINK: Final = re.compile(r"link(?: to)? '(?P<link>[^']+)'")


class Made(Protocol):
    """The plugin, which knows what its pages are made of, and why it ended a build."""

    pages: dict[str, Page]
    failed: EditionError | None


def placed(messages: Iterable[str], config: MkDocsConfig, plugin: Made) -> Iterator[Diagnostic]:
    """Give what MkDocs warns of a place.

    Args:
        messages: Its warnings.
        config: The configuration.
        plugin: What has made the pages.

    Yields:
        A diagnostic for each; of what is about no page, the place is ``mkdocs.yml``.
    """
    settings = Path(config.config_file_path)
    for message in messages:
        said = plainly(" ".join(message.split()))
        place = Location(settings.name)
        if named := _PAGE.fullmatch(said):
            page = getattr(plugin, "pages", {}).get(named["path"])
            docs = f"{Path(config.docs_dir).name}/{named['path']}"
            place = _of_link(settings.parent, docs if page is None else page.source, said)
            said = f"the page {named['path']} {named['rest']}"
        yield Diagnostic.of(SITE_WARNING, place, said)


def _of_link(root: Path, path: str, said: str) -> Location:
    """Return where a file has the link that a message names, or its beginning."""
    link = _LINK.search(said)
    text = read_text(root, path, []) if Path(path).suffix else None
    at = -1 if text is None or link is None else text.find(link["link"])
    return Location(path) if text is None or at < 0 else Source(path, text).at(at)
