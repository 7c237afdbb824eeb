"""The text of an article: its blocks, numbered as the page numbers them, and its faults."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from edition.text import block_faults as bad
from edition.text.faults import FOUND, Fault
from edition.text.grammar import Place, note_anchor
from edition.text.inline import read_runs
from edition.text.lines import UNDERLINE, Line, read_line_of_body
from edition.text.part import Part
from edition.text.run_faults import EMENDATION_NOT_HERE, EMENDATION_OPEN, NOT_HERE
from edition.text.runs import Block, Run
from edition.text.whole import whole_faults

DIGITS: Final = 9
"""Digits of the longest number that an item may have."""
NUMBERED: Final = {"paragraph", "item"}
IN_PLAIN: Final = {EMENDATION_NOT_HERE.code, EMENDATION_OPEN.code, NOT_HERE.code}
"""What a text can do wrong that no page takes for Markdown, besides invisible characters."""
CACHED_BODIES: Final = 500
CACHED_LINES: Final = 20_000
"""Texts that are kept as they were read, so that none is read at every use, and a preview reads
what has changed."""


@dataclass(frozen=True)
class Body:
    """The text of an article, read.

    Attributes:
        source: The text as it is written.
        blocks: Its blocks in their order.
        faults: What is outside the grammar, by place.
    """

    source: str
    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...]

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each line begins."""
        return (0, *(match.end() for match in re.finditer("\n", self.source)))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1, columns in characters."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class OneLine:
    """A text of one line, read.

    Attributes:
        source: The text as it is written.
        place: What kind of text it is.
        runs: What it is made of.
        faults: What is outside the grammar, by place.
    """

    source: str
    place: Place
    runs: tuple[Run, ...]
    faults: tuple[Fault, ...]


@lru_cache(maxsize=CACHED_BODIES)
def read_body(source: str) -> Body:
    """Read the text of an article.

    Args:
        source: The text, one block to a line, blank lines between blocks.

    Returns:
        Its blocks with places and faults; nothing is raised, whatever the text.
    """
    faults = list(whole_faults(source, None))
    blocks = tuple(_Blocks(source, faults).read())
    return Body(source, blocks, tuple(sorted(faults)))


@lru_cache(maxsize=CACHED_LINES)
def read_line(source: str, place: Place) -> OneLine:
    """Read a text of one line: a caption, a cell, a reference, a title.

    Args:
        source: The text.
        place: What kind of text it is; it decides what the text may have.

    Returns:
        Its runs with places and faults; nothing is raised, whatever the text.
    """
    found: list[Fault] = []
    runs = read_runs(Part(source, 0, len(source), place, found))
    if place == "plain":
        found = [fault for fault in found if fault.code in IN_PLAIN]
    return OneLine(source, place, runs, tuple(sorted([*whole_faults(source, place), *found])))


def _lines(source: str) -> Iterator[tuple[int, int, int]]:
    """Yield for each line where it begins, where its white space begins, and where it ends."""
    start = 0
    for line in source.split("\n"):
        yield start, start + len(line.rstrip()), start + len(line)
        start += len(line) + 1


class _Blocks:
    """Reads one body."""

    def __init__(self, source: str, faults: list[Fault]) -> None:
        self.source = source
        self.faults = faults
        self.number = 0
        self.before: Line | None = None
        """The block before, of any kind."""
        self.structure: Line | None = None
        """The block before that is no note: a note does not end a list."""
        self.last_ordinal = 0

    def read(self) -> Iterator[Block]:
        """Yield the blocks."""
        is_after_blank = True
        for start, end, line_end in _lines(self.source):
            if end < line_end:
                self.faults.append(bad.TRAILING_SPACE.at(end, line_end))
            if start == end:
                is_after_blank = True
                continue
            line = self._line(start, end, is_after_blank=is_after_blank)
            is_after_blank = False
            yield self._block(line)

    def _line(self, start: int, end: int, *, is_after_blank: bool) -> Line:
        before = self.before
        found: list[Fault] = []
        part = Part(self.source, start, end, "paragraph", found)
        line = read_line_of_body(part, self._opened())
        together = None if is_after_blank or before is None else self._together(before, line)
        self.faults += found if together is None else [together]
        if line.ordinal and together is None:
            self._check_ordinal(line)
        self.before = line
        if line.kind != "note" and not line.goes_on:
            self.structure = line
        return line

    def _opened(self) -> Line | None:
        """Return the note or item that a further paragraph would belong to."""
        for line in (self.before, self.structure):
            if line is not None and line.kind in {"note", "item"}:
                return line
        return None

    def _together(self, before: Line, line: Line) -> Fault | None:
        """Return the fault of a line right below another one, if it may not stand there."""
        written = self.source[line.start : line.end]
        if before.kind == line.kind == "item":
            if bool(before.ordinal) == bool(line.ordinal):
                return None
            return bad.LIST_KIND.at(line.start, line.text_start, written)
        if before.kind == line.kind == "note" and before.label != line.label:
            return None
        if UNDERLINE.fullmatch(written):
            return bad.HEADING_UNDERLINED.at(line.start, line.end, written)
        return bad.RUN_TOGETHER.at(line.start, line.end)

    def _check_ordinal(self, line: Line) -> None:
        """Hold the number of an item against the list that it belongs to."""
        written = line.ordinal.removesuffix(".")
        expected = {self.last_ordinal + 1}
        if self.structure is None or not self.structure.ordinal:
            expected.add(1)  # a list of its own; or one goes on after what stands between
        self.last_ordinal = int(written) if len(written) <= DIGITS else 0
        if written not in map(str, expected):
            found = self.source[line.start : min(line.end, line.start + FOUND + 1)]
            proposal = f"{written[:DIGITS]}\\."
            self.faults.append(bad.LIST_NUMBER.at(line.start, line.text_start, found, proposal))

    def _block(self, line: Line) -> Block:
        number, anchor = None, ""
        runs: tuple[Run, ...] = ()
        if line.kind in NUMBERED:
            self.number += 1
            number, anchor = self.number, f"p{self.number}"
        elif line.kind == "note":
            anchor = note_anchor(line.label)
        elif line.kind == "directive":
            anchor = line.name
        if line.kind in ("paragraph", "item", "heading", "note"):
            part = Part(self.source, line.text_start, line.text_end, line.kind, self.faults)
            runs = read_runs(part)
        return Block(
            line.kind,
            line.start,
            line.end,
            line.text_start,
            line.text_end,
            runs,
            number,
            anchor,
            line.label,
            line.name,
            line.level,
            line.classes,
            line.goes_on,
        )
