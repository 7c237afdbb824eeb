"""Words in sequence, on both sides, each with the space that stands before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from edition.collation.blocks import Block, Fragment, Kind, Part
from edition.text.diplomatic import EMENDATION, REMARK, Undone

TOKEN = re.compile(r"[⁰¹²³⁴-⁹]+|[^\W_⁰¹²³⁴-⁹]+|\*+|\S")
"""A superscript figure, a word or number, a run of asterisks, or any other sign."""


class Token(NamedTuple):
    """A word or a sign.

    Attributes:
        text: The word.
        start: Offset of its first character.
        end: Offset after its last character.
        gap: The white space between the word before and this one.
    """

    text: str
    start: int
    end: int
    gap: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Cut text into words.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop; at the end of the text by default.

    Yields:
        The words in order; offsets are those in the whole text.
    """
    last = start
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(match[0], match.start(), match.end(), text[last : match.start()])
        last = match.end()


class EditionStream:
    """Blocks of the edition as one sequence of words.

    Attributes:
        parts: Each part with the index of its first block.
        blocks: The blocks.
        text: Their diplomatic forms, a line break between two blocks.
        tokens: The words.
        undone: Emendations, remarks and styles, placed in ``text``.
        label_ends: Where the labels of notes end.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        """Join the blocks of parts."""
        self.parts: list[tuple[int, Part]] = []
        self.blocks: list[Block] = []
        self.undone: list[Undone] = []
        self.label_ends: set[int] = set()
        self._fragments: list[Fragment] = []
        self._fragment_starts: list[int] = []
        self._block_starts: list[int] = []
        self._texts: list[str] = []
        self._length = 0
        for part in parts:
            self.parts.append((len(self.blocks), part))
            for block in part.blocks:
                self._add(block)
        self.text = "".join(self._texts)
        self.tokens = list(tokenize(self.text))

    def _add(self, block: Block) -> None:
        """Put a block behind the others."""
        if self.blocks:
            self._texts.append("\n")
            self._length += 1
        self.blocks.append(block)
        self._block_starts.append(self._length)
        if block.kind == "note" and len(block.fragments) > 1:
            self.label_ends.add(self._length + len(block.fragments[0].text))
        for fragment in block.fragments:
            self._fragments.append(fragment)
            self._fragment_starts.append(self._length)
            self.undone.extend(found.shifted(self._length) for found in fragment.undone)
            self._texts.append(fragment.text)
            self._length += len(fragment.text)

    def block_index(self, offset: int) -> int:
        """Return the index of the block that holds an offset."""
        return max(bisect_right(self._block_starts, offset) - 1, 0)

    def range_of(self, block: int) -> tuple[int, int]:
        """Return where a block begins and ends."""
        start = self._block_starts[block]
        after = self._block_starts[block + 1 : block + 2]
        return start, after[0] - 1 if after else len(self.text)

    def block_start(self, offset: int) -> int:
        """Return where the block that holds an offset begins."""
        return self._block_starts[self.block_index(offset)]

    def kind(self, offset: int) -> Kind:
        """Return the kind of the block that holds an offset."""
        return self.blocks[self.block_index(offset)].kind

    def fragment_at(self, offset: int) -> tuple[Fragment, int]:
        """Return the fragment that holds an offset, and the offset in its origin."""
        index = max(bisect_right(self._fragment_starts, offset) - 1, 0)
        fragment = self._fragments[index]
        inside = min(offset - self._fragment_starts[index], len(fragment.offsets) - 1)
        return fragment, fragment.offsets[inside] if inside >= 0 else 0

    @cached_property
    def _notable(self) -> list[Undone]:
        return [found for found in self.undone if found.name in {EMENDATION, REMARK}]

    def notable_between(self, start: int, end: int) -> list[Undone]:
        """Return the emendations and remarks that touch a stretch of the text."""
        return [found for found in self._notable if found.start <= end and found.end >= start]
