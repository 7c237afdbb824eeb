"""How large a text may be, and how deep what it nests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from edition.content.codes import ABOVE_LIMIT
from edition.content.limits import limits
from edition.content.model import Article
from edition.diagnostics import Diagnostic, Location

MARKERS: Final = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
"""What begins a line in lists and quotations: their signs, and the space that makes them deeper."""
INDENT: Final = 4
"""Columns of white space for one level of a list."""
SIGN: Final = re.compile(r">|[-*+]|\d{1,9}[.)]")
OPENING: Final = "[({"
WORD: Final = re.compile(r"\S+")
STARS: Final = re.compile(r"(?<!\\)\*+")
BEFORE_STARS: Final = "([{\"'«“„—–-/"
"""What may stand before an emphasis besides white space."""
BRACKET: Final = re.compile(r"[\[\](){}]")


def above_limits(article: Article) -> Diagnostic | None:
    """Find the first thing that is too large or too deep to be rendered.

    Args:
        article: The article.

    Returns:
        One fault with its place, or ``None``.
    """
    most = limits()
    counted = {"article_blocks": 0, "article_notes": 0}
    for block in article.text.blocks:
        counted["article_blocks"] += 1
        counted["article_notes"] += block.kind == "note"
        for name, count in counted.items():
            if count > getattr(most, name):
                what = "notes in one article" if "notes" in name else "blocks in one article"
                return Diagnostic.of(ABOVE_LIMIT, article.at(block.start), _above(name, what))
    for number, line in enumerate(article.body.split("\n"), start=article.body_line):
        for offset, message in (*line_faults(line), *text_faults(line)):
            place = Location(article.path, number, offset + 1)
            return Diagnostic.of(ABOVE_LIMIT, place, message)
    return None


def line_faults(line: str) -> Iterator[tuple[int, str]]:
    """Find where a line is too long, or nests too deep by its signs or its indentation.

    Args:
        line: A line of Markdown.

    Yields:
        The offset of what is too much, and a message.
    """
    most = limits()
    if len(line) > most.text_length:
        yield most.text_length, _above("text_length", "characters in one paragraph")
    start = MARKERS.match(line)
    signs = start[0] if start else ""
    spaces = sum(INDENT if sign == "\t" else 1 for sign in signs if sign.isspace())
    if max(len(SIGN.findall(signs)), spaces // INDENT) > most.nesting:
        yield len(signs), _above("nesting", "lists or quotations inside each other")


def text_faults(text: str) -> Iterator[tuple[int, str]]:
    """Find where a text is too deep or too long in itself.

    Args:
        text: Inline Markdown.

    Yields:
        The offset of what is too much, and a message.
    """
    most, depth = limits(), 0
    for found in BRACKET.finditer(text):
        depth = depth + 1 if found[0] in OPENING else max(0, depth - 1)
        if depth > most.nesting:
            yield found.start(), _above("nesting", "brackets inside each other")
            break
    for start in _open_stars(text, most.nesting):
        yield start, _above("nesting", "emphases inside each other")
    if stars := re.search(rf"[*_]{{{most.nesting + 1},}}", text):
        yield stars.start(), _above("nesting", "stars in a row")
    if len(text) > most.word_length and (word := _long_word(text, most.word_length)) is not None:
        yield word, _above("word_length", "characters without white space")


def _open_stars(text: str, most: int) -> Iterator[int]:
    """Find the first star that begins an emphasis inside too many others."""
    depth = 0
    for stars in STARS.finditer(text):
        before = text[max(stars.start() - 1, 0) : stars.start()]
        after = text[stars.end() : stars.end() + 1]
        begins = after.strip() != "" and (before.strip() == "" or before in BEFORE_STARS)
        depth = depth + 1 if begins else max(0, depth - 1)
        if depth > most:
            yield stars.start()
            return


def _long_word(text: str, most: int) -> int | None:
    return next((m.start() for m in WORD.finditer(text) if len(m[0]) > most), None)


def _above(limit: str, what: str) -> str:
    return f"more than {getattr(limits(), limit)} {what} (the limit '{limit}')"
