"""Where an identifier comes from that stands twice on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.content.descriptor import DESCRIPTOR
from edition.content.model import Edition
from edition.content.sources import Sources
from edition.content.texts import COUNCIL
from edition.diagnostics import Location
from edition.markup.headings import heading_slug
from edition.pages.page import Page
from edition.text.views import reading_text

HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>.*)")


def place_of(identifier: str, page: Page, edition: Edition, sources: Sources) -> Location | None:
    """Return the place of what gives a generated page an identifier.

    Args:
        identifier: The identifier.
        page: The page.
        edition: The edition.
        sources: The files that it was loaded from.

    Returns:
        The place of a table's name, of a member's, of an article's file or of a heading;
        ``None`` if it is none of them.
    """
    return next(_places(identifier, page, edition, sources), None)


def _places(identifier: str, page: Page, edition: Edition, sources: Sources) -> Iterator[Location]:
    index = sources[DESCRIPTOR].resources.get(identifier)
    if page.kind in {"article", "tables"} and index is not None:
        yield sources[DESCRIPTOR].key("resources", index, "name")
    if page.kind == "article":
        article = edition.article(page.key)
        for block in article.text.blocks:
            words = reading_text(block.runs)
            if identifier == block.anchor or (
                block.kind == "heading" and _is_slug(identifier, words)
            ):
                yield article.at(block.start)
    if page.kind == "council":
        ids = [member.id for member in edition.council.members]
        if identifier in ids:
            yield sources[COUNCIL].key("members", ids.index(identifier), "id")
    own = (article.path for article in edition.articles if article.slug == identifier)
    yield from map(Location, own)


def line_of(identifier: str, text: str) -> int:
    """Return the line of a hand-written page that gives it an identifier; 1 if none is seen.

    Args:
        identifier: The identifier.
        text: The whole file.
    """
    given = re.compile(rf"#{re.escape(identifier)}(?![\w.-])|id=[\"']?{re.escape(identifier)}\b")
    lines = text.split("\n")
    for number, line in reversed([*enumerate(lines, start=1)]):
        heading = HEADING.match(line)
        if given.search(line) or (heading and _is_slug(identifier, heading["words"])):
            return number
    return 1


def _is_slug(identifier: str, words: str) -> bool:
    return heading_slug(words, "-") == identifier
