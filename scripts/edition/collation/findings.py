"""What is not explained, said with both places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from edition.collation.blocks import Kind
from edition.collation.codes import (
    ADDED,
    BREAK_ADDED,
    DIFFERENT,
    EMPHASIS,
    MISSED_JOIN,
    MISSING,
    SPACING,
    WRONG_JOIN,
)
from edition.collation.streams import EditionStream, Token
from edition.collation.witness import Witness
from edition.content.sources import Sources
from edition.diagnostics import Code, Diagnostic, Location

LONGEST_QUOTE: Final = 60
AROUND: Final = 25
HEADS: Final[frozenset[Kind]] = frozenset({"title", "byline", "affiliation"})
"""Kinds of block behind which a lost line belongs to the text that follows."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference that nothing explains.

    Attributes:
        code: What kind of difference it is.
        edition: Where it is in the files of the edition.
        witness: Where it is in the witness.
        message: What differs.
    """

    code: Code
    edition: Location
    witness: Location
    message: str

    @property
    def diagnostic(self) -> Diagnostic:
        """The finding at its place in the edition; the message names the other place."""
        return Diagnostic.of(self.code, self.edition, f"{self.message} ({self.witness})")


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words that disagree, between two words that agree.

    Attributes:
        witness: The words of the witness.
        edition: The words of the edition.
        witness_before: The word of the witness that agrees before, if there is one.
        edition_before: The same word in the edition.
        witness_after: The word that agrees after, or the empty word at the end.
        edition_after: The same word in the edition.
    """

    witness: Sequence[Token]
    edition: Sequence[Token]
    witness_before: Token | None
    edition_before: Token | None
    witness_after: Token
    edition_after: Token

    @property
    def code(self) -> Code:
        """The kind of difference."""
        ours = "".join(token.text for token in self.edition)
        theirs = "".join(token.text for token in self.witness)
        if not ours and not theirs:
            added = "\n" in self.edition_after.gap and "\n" not in self.witness_after.gap
            return BREAK_ADDED if added else SPACING
        if not (ours + theirs).strip("*"):
            return EMPHASIS
        if ours == theirs:
            return SPACING
        if not ours:
            return MISSING
        return DIFFERENT if theirs else ADDED


class Reporter:
    """Makes findings: turns offsets on both sides into places of files."""

    def __init__(self, witness: Witness, sources: Sources) -> None:
        """Bind to the witness and the edition's files."""
        self.witness = witness
        self.sources = sources

    def differs(self, stream: EditionStream, hunk: Hunk) -> Finding:
        """Report words or spaces that disagree."""
        code = hunk.code
        return Finding(
            code,
            self.location(stream, _edition_offset(stream, hunk)),
            self.witness.location(_witness_offset(hunk)),
            _message(code, hunk),
        )

    def wrong_join(self, stream: EditionStream, offset: int, witness_offset: int) -> Finding:
        """Report a break that should not have been undone."""
        quote = _around(stream, offset)
        message = f"joined although a sentence ends: {quote}"
        return self._at(WRONG_JOIN, stream, offset, witness_offset, message)

    def missed_join(self, stream: EditionStream, offset: int, witness_offset: int) -> Finding:
        """Report a break that should have been undone."""
        quote = _around(stream, offset)
        message = f"not joined although the sentence goes on: {quote}"
        return self._at(MISSED_JOIN, stream, offset, witness_offset, message)

    def location(self, stream: EditionStream, offset: int) -> Location:
        """Return the place in a file of an offset of the edition's side."""
        fragment, inside = stream.fragment_at(offset)
        return fragment.origin.location(inside, self.sources)

    def _at(
        self, code: Code, stream: EditionStream, offset: int, witness_offset: int, message: str
    ) -> Finding:
        place = self.location(stream, max(offset - 1, 0))
        return Finding(code, place, self.witness.location(witness_offset), message)


def _edition_offset(stream: EditionStream, hunk: Hunk) -> int:
    """Return where the difference is in the edition, within the right block."""
    if hunk.edition:
        return hunk.edition[0].start
    before, after = hunk.edition_before, hunk.edition_after
    if before is None:
        return after.start
    last = before.end - 1
    if not after.text:
        return last
    if not hunk.witness or stream.block_index(last) == stream.block_index(after.start):
        return after.start
    starts_line = bool(hunk.witness) and "\n" in hunk.witness[0].gap
    ends_line = "\n" in hunk.witness_after.gap
    begins = stream.kind(last) in HEADS and stream.kind(after.start) not in HEADS
    return after.start if starts_line and (begins or not ends_line) else last


def _witness_offset(hunk: Hunk) -> int:
    if hunk.witness:
        return hunk.witness[0].start
    if hunk.witness_before is not None and not hunk.witness_after.text:
        return hunk.witness_before.end - 1
    return hunk.witness_after.start


def _message(code: Code, hunk: Hunk) -> str:
    ours, theirs = _quote(hunk.edition), _quote(hunk.witness)
    if code is BREAK_ADDED:
        return "a paragraph begins where the witness runs on"
    if code is SPACING and not (hunk.edition or hunk.witness):
        gaps = hunk.witness_after.gap, hunk.edition_after.gap
        return f"the witness has {_space(gaps[0])}, the edition {_space(gaps[1])}"
    if not hunk.witness:
        return f"not in the witness: {ours}"
    if not hunk.edition:
        return f"not in the edition: {theirs}"
    return f"the witness has {theirs}, the edition {ours}"


def _quote(tokens: Sequence[Token]) -> str:
    text = "".join(token.gap + token.text for token in tokens)
    text = " ".join(text.split())
    if len(text) <= LONGEST_QUOTE:
        return f"«{text}»"
    return f"«{text[:LONGEST_QUOTE]}…» ({len(tokens)} words and signs)"


def _space(gap: str) -> str:
    names = {"": "no space", " ": "a space", "\n": "a line end", "\t": "a tab"}
    return names.get(gap, repr(gap))


def _around(stream: EditionStream, offset: int) -> str:
    before = stream.text[max(offset - AROUND, 0) : offset].split("\n")[-1]
    after = stream.text[offset + 1 : offset + 1 + AROUND].split("\n")[0]
    return f"«…{before} | {after}…»"
