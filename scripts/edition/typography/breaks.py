"""Where a line may end and where it may not.

A short Russian word stays with the next, a figure with its unit, initials with the surname, a dash
with the word before it. A space that holds takes the place of one space; a word or a range that
must not be cut at its hyphen or dash is told by its place, to be kept whole by a style sheet: a
no-break hyphen would be another character in what a reader copies or seeks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from edition.languages import known
from edition.languages.language import every
from edition.languages.scripts import CAPITALS, SMALL
from edition.typography.signs import NBSP

BACK: Final = "\ue001"
"""Stands for the link from a note back to its mark."""

_EVERY: Final = frozenset(known())
_MONTHS: Final = "|".join(month for data in every() for month in data.months)
_LABELS: Final = "|".join((*(label for data in every() for label in data.breaks.labels), "[№§¶]"))
_UNITS: Final = "|".join((*(unit for data in every() for unit in data.breaks.units), "%", "‰"))

Patterns = tuple[tuple[frozenset[str], re.Pattern[str]], ...]
"""Regular expressions, each with the languages that it is for."""

_GLUED_EVERYWHERE: Final[Patterns] = tuple(
    (_EVERY, re.compile(pattern))
    for pattern in (
        r"(?<=\S)(?P<space> )(?=[–—](?:\s|$))",
        rf"(?<!\w)(?:{_LABELS})(?P<space> )(?=[\d\[])",
        rf"(?<=\d)(?P<space> )(?=(?:{_UNITS})(?!\w))",
        rf"(?<!\d)\d\d?(?P<space> )(?=(?:{_MONTHS})(?!\w))",
        rf"(?<!\w)(?:{_MONTHS})(?P<space> )(?=\d\d?(?!\d))",
        rf"(?<!\w)[{CAPITALS}]\.(?P<space> )(?=[{CAPITALS}][\w.’'-])",
        rf"(?P<space> )(?={BACK})",
    )
)
_GLUED: Final[Patterns] = _GLUED_EVERYWHERE + tuple(
    (frozenset({data.code}), re.compile(pattern))
    for data in every()
    for pattern in data.breaks.glued
)
_WHOLE: Final[Patterns] = (
    (_EVERY, re.compile(r"(?<![\w.–-])[\d.]{1,6}–(?:\d{1,4}|\[(?:\d{1,4}|\?)\])(?![\w–-])")),
    (_EVERY, re.compile(rf"(?<![\w-])[{CAPITALS}]-[{SMALL}]{{1,12}}(?![\w-])")),
    *(
        (frozenset({data.code}), re.compile(pattern))
        for data in every()
        for pattern in data.breaks.whole
    ),
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]{20,}")
_PARTS: Final = re.compile(r"(?:[/_]|\.(?=\w))(?!/)(?!$)")


def hold_spaces(text: str, languages: Sequence[str]) -> str:
    """Return a text with the spaces that hold a line together, in the same length.

    Args:
        text: Running text with its typographic signs.
        languages: The language of each character.
    """
    signs = list(text)
    for allowed, pattern in _GLUED:
        for match in pattern.finditer(text):
            at = match.start("space")
            if languages[at] in allowed:
                signs[at] = NBSP
    return "".join(signs)


def wholes(text: str, languages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words and ranges begin and end that no line may cut at their hyphen or dash.

    Args:
        text: Running text with its typographic signs.
        languages: The language of each character.
    """
    for allowed, pattern in _WHOLE:
        for match in pattern.finditer(text):
            if languages[match.start()] in allowed:
                yield match.span()


def seams(text: str) -> Iterator[int]:
    """Yield the places in the long addresses of a text where a line may end.

    Args:
        text: Running text.
    """
    for address in _ADDRESS.finditer(text):
        for part in _PARTS.finditer(address[0]):
            yield address.start() + part.end()
