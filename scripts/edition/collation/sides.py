"""A collation side by side: for each block of the edition, the witness it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from edition.collation.compare import Comparison
from edition.collation.permitted import ALL, Account
from edition.collation.result import Collation
from edition.diagnostics import Location
from edition.text.diplomatic import EMENDATION


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text to show.

    Attributes:
        text: The text.
        account: What it counts as; on the edition's side ``added``, ``removed`` or nothing.
        title: What to say of it.
    """

    text: str
    account: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class WitnessText:
    """A line of the witness, or the part of it that belongs to one block.

    Attributes:
        line: Number of the line.
        first: Whether it is the first part of the line that is shown.
        pieces: Its text.
    """

    line: int
    first: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the edition and what the witness has for it; one of them may be missing.

    Attributes:
        witness: The lines of the witness.
        place: Where the block is in its file.
        pieces: The diplomatic form of the block.
        lang: Language of the text.
    """

    witness: tuple[WitnessText, ...]
    place: Location | None
    pieces: tuple[Piece, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a part.

    Attributes:
        name: What the part is called.
        rows: Its rows.
    """

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stretch of one line of the witness."""

    line: int
    start: int
    end: int
    block: int


class SideBySide:
    """Makes the rows of a collation."""

    def __init__(self, collation: Collation) -> None:
        """Bind to a collation."""
        self.collation = collation
        self._seen: set[int] = set()

    def groups(self) -> Iterator[Group]:
        """Return the parts in the sequence of the print, then every float."""
        for comparison in self.collation.comparisons:
            rows = self._rows(comparison)
            starts = [start for start, _ in comparison.stream.parts]
            ends = [*starts[1:], len(comparison.stream.blocks)]
            for (start, part), end in zip(comparison.stream.parts, ends, strict=True):
                own = [row for block in range(start, end) for row in rows[block]]
                yield Group(part.name, tuple(own))

    def _rows(self, comparison: Comparison) -> dict[int, list[Row]]:
        """Return the rows of each block; lines that have none follow the block before."""
        segments: dict[int, list[_Segment]] = defaultdict(list)
        orphans: dict[int, list[_Segment]] = defaultdict(list)
        last = 0
        for segment in self._segments(comparison):
            if segment.block < 0:
                orphans[last].append(segment)
            else:
                last = segment.block
                segments[last].append(segment)
        rows: dict[int, list[Row]] = {}
        for block in range(len(comparison.stream.blocks)):
            rows[block] = [self._row(comparison, block, segments[block])]
            if orphans[block]:
                lost = tuple(self._witness_text(segment) for segment in orphans[block])
                rows[block].append(Row(lost, None, (), "en"))
        return rows

    def _segments(self, comparison: Comparison) -> Iterator[_Segment]:
        """Cut the lines of a comparison where another block begins."""
        witness = self.collation.witness
        owned = _owners(comparison)
        tokens = zip(comparison.tokens, owned, strict=True)
        by_line = groupby(tokens, key=lambda pair: witness.location(pair[0].start).line)
        for line, group in by_line:
            own = list(group)
            known = [block for _, block in own if block >= 0]
            start = witness.line_start(own[0][0].start)
            end = start + len(witness.line_text(start))
            block = known[0] if known else -1
            for token, owner in own:
                if owner in {-1, block}:
                    continue
                yield _Segment(line, start, token.start, block)
                start, block = token.start, owner
            yield _Segment(line, start, end, block)

    def _row(self, comparison: Comparison, block: int, segments: list[_Segment]) -> Row:
        stream = comparison.stream
        start, _ = stream.range_of(block)
        return Row(
            witness=tuple(self._witness_text(segment) for segment in segments),
            place=self.collation.reporter.location(stream, start),
            pieces=tuple(_edition_pieces(comparison, block)),
            lang=stream.blocks[block].lang,
        )

    def _witness_text(self, segment: _Segment) -> WitnessText:
        first = segment.line not in self._seen
        self._seen.add(segment.line)
        return WitnessText(segment.line, first, tuple(self._witness_pieces(segment)))

    def _witness_pieces(self, segment: _Segment) -> Iterator[Piece]:
        witness, ledger = self.collation.witness, self.collation.ledger
        end = segment.end
        breaks = witness.text[end : end + 1] == "\n"
        if breaks and ALL[ledger[end]].account in {Account.REJOINED, Account.UNEXPLAINED}:
            end += 1
        at = segment.start
        for code, group in groupby(ledger[at:end]):
            size = len(list(group))
            text = witness.text[at : at + size].replace("\n", "↵")
            at += size
            permitted = ALL[code]
            if permitted.account in {Account.SAME, Account.MOVED}:
                yield Piece(text)
            else:
                yield Piece(text, permitted.account.name.lower(), permitted.name)


def _owners(comparison: Comparison) -> list[int]:
    """Return the block that each word of the witness belongs to, or -1."""
    stream = comparison.stream
    return [
        stream.block_index(stream.tokens[partner].start) if partner >= 0 else -1
        for partner in comparison.partners
    ]


def _edition_pieces(comparison: Comparison, block: int) -> Iterator[Piece]:
    """Show a block: its emendations with both readings, and what the witness lacks."""
    stream = comparison.stream
    start, end = stream.range_of(block)
    at = start
    for undone in sorted(stream.notable_between(start, end), key=lambda undone: undone.start):
        if undone.name != EMENDATION or not start <= undone.start <= undone.end <= end:
            continue
        yield from _plain_pieces(comparison, at, undone.start)
        yield Piece(stream.text[undone.start : undone.end], "removed", undone.reason)
        yield Piece(undone.reading, "added", undone.reason)
        at = undone.end
    yield from _plain_pieces(comparison, at, end)


def _plain_pieces(comparison: Comparison, start: int, end: int) -> Iterator[Piece]:
    text = comparison.stream.text
    at = start
    for known, group in groupby(range(start, end), key=lambda i: _known(comparison, i)):
        size = len(list(group))
        piece = text[at : at + size].replace("\n", " ")
        at += size
        yield Piece(piece) if known else Piece(piece, "unexplained", "not in the witness")


def _known(comparison: Comparison, offset: int) -> bool:
    """Tell whether a character of the edition has its counterpart, or is white space."""
    return comparison.places[offset] >= 0 or comparison.stream.text[offset].isspace()
