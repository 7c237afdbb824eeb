"""Spans and emphasis: marks that come in pairs, found in one pass over a text.

An expression that looks for the second mark of a pair from each first one takes the square of the
time as soon as the second marks are missing; a reader with a stack does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_BRACKET: Final = re.compile(r"[\[\]]")
_ATTRIBUTES: Final = re.compile(r"\{[^{}]*+\}")
_WORD: Final = re.compile(r"\^?\w++")
_OPENING: Final = re.compile(r"(?<![\\\w*])\*")
_CLOSING: Final = {length: re.compile(rf"(?<=\S)(?=\*{{{length}}}(?![\w*]))") for length in (2, 1)}
"""Where an emphasis of so many asterisks can end; the longer is tried first."""


class Marked(NamedTuple):
    """A stretch of a text between two marks.

    Attributes:
        start: Where the first mark begins.
        first: Where it ends and the stretch begins.
        last: Where the stretch ends and the second mark begins.
        end: Where that ends.
    """

    start: int
    first: int
    last: int
    end: int


def spans(text: str) -> Iterator[Marked]:
    """Yield the spans of a text, ``[words]{attributes}``, each after those inside it.

    Args:
        text: Inline Markdown. Brackets without attributes may stand in a span only around a word
            or the mark of a note; others are no span and keep those around them from being one.
    """
    opened: list[tuple[int, bool]] = []
    end = 0
    for bracket in _BRACKET.finditer(text):
        at = bracket.start()
        if at < end:  # a bracket among attributes
            continue
        if bracket[0] == "[":
            opened.append((at, True))
        elif opened:
            start, whole = opened.pop()
            attributes = _ATTRIBUTES.match(text, at + 1) if whole else None
            if attributes is not None:
                end = attributes.end()
                yield Marked(start, start + 1, at, end)
            elif opened and not _WORD.fullmatch(text, start + 1, at):
                opened[-1] = (opened[-1][0], False)


def emphases(text: str) -> Iterator[Marked]:
    """Yield what is emphasised in a text by one or two asterisks.

    Args:
        text: Inline Markdown. An emphasis inside another is found when the outer is taken away.
    """
    offset = 0
    for line in text.split("\n"):
        for start, first, last, end in _emphases(line) if "*" in line else ():
            yield Marked(offset + start, offset + first, offset + last, offset + end)
        offset += len(line) + 1


def _emphases(line: str) -> Iterator[Marked]:
    closing = {
        length: [match.start() for match in pattern.finditer(line)]
        for length, pattern in _CLOSING.items()
    }
    end = 0
    for opening in _OPENING.finditer(line):
        start = opening.start()
        if start < end:
            continue
        for length, places in closing.items():
            first = start + length
            if line[start:first] != "*" * length or not line[first : first + 1].strip():
                continue
            if (index := bisect_left(places, first + 1)) < len(places):
                last = places[index]
                end = last + length
                yield Marked(start, first, last, end)
                break


def without_marks(text: str, marked: Iterable[Marked]) -> str:
    """Return a text without the marks of these stretches, which may stand in one another."""
    cuts = sorted(cut for m in marked for cut in ((m.start, m.first), (m.last, m.end)))
    parts: list[str] = []
    here = 0
    for start, end in cuts:
        parts.append(text[here:start])
        here = end
    return "".join([*parts, text[here:]])
