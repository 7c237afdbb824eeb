"""Whether a paragraph goes on after a break of the witness, or ends there.

A break cuts a paragraph if the text before it does not end like a sentence, or the text
after it does not begin like one. The edition must agree: where it does not, an editor
has to look, and may settle the matter with a remark at the place.
"""

from __future__ import annotations

import re
from typing import Final

from edition.collation.blocks import Kind
from edition.collation.streams import EditionStream
from edition.text.diplomatic import EMENDATION, REMARK

JOINED: Final[frozenset[Kind]] = frozenset(
    {"paragraph", "item", "note", "abstract", "reference", "office"}
)
"""Kinds of text that a page may cut; others are set on several lines, without a blank one."""
FOLLOWING: Final[frozenset[Kind]] = frozenset({"paragraph", "note"})
"""Kinds of text whose beginning may be the rest of the text before."""

ENDING: Final = r"\s\"'”’»\]*⁰¹²³⁴-⁹"
TRAILING = re.compile(rf"(?<![{ENDING}])[{ENDING}]++$")
LEADING = re.compile(r"^[\s\"'“‘«(\[*⁰¹²³⁴-⁹]+")
ENDS: Final = ".?!…:;)"
DASHES: Final = "–—"
REACH: Final = 80
"""How many characters before a break are looked at."""


def continues(before: str, after: str) -> bool:
    """Tell whether a sentence runs over a break.

    Args:
        before: The text before the break.
        after: The text after it.

    Returns:
        Whether the two belong to one paragraph.
    """
    left = TRAILING.sub("", before)
    right = LEADING.sub("", after)
    if not left or not right:
        return False
    return left[-1] not in ENDS or right[0].islower() or right[0] in DASHES


def continues_at(stream: EditionStream, offset: int) -> bool:
    """Tell whether a sentence runs over a break at a place of the edition.

    Args:
        stream: The edition; its emendations are read, not their sources.
        offset: Where the break is: a space or a line break of the stream's text.

    Returns:
        Whether the text before and after belong to one paragraph.
    """
    block = stream.block_start(offset)
    start = max(block, offset - REACH)
    before = _reading(stream, start, offset)
    after = _reading(stream, offset + 1, offset + 1 + REACH)
    return continues(before, after.split("\n")[0])


def settled(stream: EditionStream, offset: int) -> bool:
    """Tell whether a remark of the editor stands at a break."""
    return any(found.name == REMARK for found in stream.notable_between(offset, offset + 1))


def _reading(stream: EditionStream, start: int, end: int) -> str:
    """Return a stretch of the edition with the readings of its emendations."""
    text = stream.text[start:end]
    for found in reversed(stream.notable_between(start, end)):
        inside = start <= found.start and found.end <= end
        if found.name == EMENDATION and inside:
            text = text[: found.start - start] + found.reading + text[found.end - start :]
    return text
