"""Which lines of the witness belong to a note, a table, a diagram or an abstract.

The page sets these where it has room. Each line is compared, by the runs of words that
it holds, with every float and with the text in sequence, and goes where more of it is
found; lines that touch stay together, and the number of a note counts for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from edition.collation.blocks import Part
from edition.collation.streams import EditionStream
from edition.collation.witness import Line, Witness

LONGEST_RUN: Final = 3
LIKE_ENOUGH: Final = 0.35
"""Share of a line's runs that a float must hold to claim the line."""
LABEL_COUNTS: Final = 0.3
"""What the printed number of a note adds to its share."""
STAYS_TOGETHER: Final = 0.65
"""By how much another float must be better to part two lines that touch."""
NEW_ENOUGH: Final = 0.5
"""Share of what a line has in common with a float that no better line may have."""
FOREIGN: Final = 0.5
"""Share below which a line cannot be text in sequence."""

NOTE_NUMBER = re.compile(r"[⁰¹²³⁴-⁹]+")
Run = tuple[str, ...]


@dataclass(slots=True)
class Claims:
    """The outcome.

    Attributes:
        lines: The lines of each float, in the order of its text.
        rest: The lines that are left for the text in sequence.
    """

    lines: list[list[Line]]
    rest: list[Line] = field(default_factory=list)


def runs(words: Sequence[str], shortest: int = 1) -> Iterator[Run]:
    """Return every run of one, two and three words, or those from a length on."""
    for size in range(shortest, LONGEST_RUN + 1):
        for at in range(len(words) - size + 1):
            yield tuple(words[at : at + size])


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line, the share of its runs that each float holds, and that of the sequence."""

    line: Line
    shares: dict[int, float]
    in_sequence: float

    def likely(self) -> dict[int, float]:
        """Return the shares of the floats that hold more of the line than the sequence."""
        return {
            index: share
            for index, share in self.shares.items()
            if share >= LIKE_ENOUGH and share > self.in_sequence
        }


class FloatFinder:
    """Finds the lines of floats in a witness."""

    def __init__(self, floats: Sequence[Part], sequence: EditionStream) -> None:
        """Index the words of the floats and of the text in sequence."""
        self.floats = floats
        self.words = [[token.text for token in EditionStream([part]).tokens] for part in floats]
        self.pairs: list[dict[tuple[str, str], list[int]]] = []
        for words in self.words:
            pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
            for at, pair in enumerate(pairwise(words)):
                pairs[pair].append(at)
            self.pairs.append(pairs)
        self.holders: dict[Run, list[int]] = defaultdict(list)
        for index, words in enumerate(self.words):
            for run in set(runs(words)):
                self.holders[run].append(index)
        self.sequence = set(runs([token.text for token in sequence.tokens]))

    def claim(self, witness: Witness) -> Claims:
        """Give each line of the witness to a float or leave it.

        Args:
            witness: The witness.

        Returns:
            The lines of each float, and the rest.
        """
        claims = Claims([[] for _ in self.floats])
        candidates = [self._candidate(line) for line in witness.lines]
        numbered = self._numbered(candidates)
        owner = last = -1
        previous = 0
        for index, candidate in enumerate(candidates):
            line = candidate.line
            touches = owner >= 0 and line.number == previous + 1
            owner = numbered.get(index, -1)
            if owner < 0:
                owner = _owner(candidate, last, touches=touches)
            if owner >= 0:
                claims.lines[owner].append(line)
                last = owner
            else:
                claims.rest.append(line)
            previous = line.number
        by_number = {candidate.line.number: candidate for candidate in candidates}
        for index, lines in enumerate(claims.lines):
            surplus = self._surplus(index, [by_number[line.number] for line in lines])
            claims.rest.extend(surplus)
            kept = [line for line in lines if line not in surplus]
            claims.lines[index] = self._sorted(index, kept)
        claims.rest.sort(key=lambda line: line.number)
        return claims

    def _candidate(self, line: Line) -> _Candidate:
        words = [token.text for token in line.tokens]
        own = list(runs(words, min(2, len(words))))
        in_sequence = sum(run in self.sequence for run in own) / len(own)
        counts: dict[int, int] = defaultdict(int)
        for run in own:
            for index in self.holders.get(run, ()):
                counts[index] += 1
        shares = {index: count / len(own) for index, count in counts.items()}
        return _Candidate(line, shares, in_sequence)

    def _numbered(self, candidates: Sequence[_Candidate]) -> dict[int, int]:
        """Give lines that begin like a note to notes, one to one, the likeliest first."""
        scored: list[tuple[float, int, int]] = []
        for at, candidate in enumerate(candidates):
            first = candidate.line.tokens[0].text
            if NOTE_NUMBER.fullmatch(first):
                scored.extend(
                    (-share - (LABEL_COUNTS if self.floats[i].label == first else 0), at, i)
                    for i, share in candidate.likely().items()
                    if self.floats[i].label
                )
        owners: dict[int, int] = {}
        for _, at, index in sorted(scored):
            if at not in owners and index not in owners.values():
                owners[at] = index
        return owners

    def _places(self, index: int, line: Line) -> list[int]:
        """Return where in a float the pairs of words of a line stand, once or more."""
        known = self.pairs[index]
        own = [token.text for token in line.tokens]
        return [place for pair in pairwise(own) for place in known.get(pair, ())]

    def _surplus(self, index: int, own: Sequence[_Candidate]) -> list[Line]:
        """Return lines that only repeat what better lines of a float have."""
        numbers = {candidate.line.number for candidate in own}
        covered: set[int] = set()
        surplus: list[Line] = []
        for candidate in sorted(own, key=lambda candidate: -candidate.shares.get(index, 0)):
            line = candidate.line
            places = set(self._places(index, line))
            alone = not {line.number - 1, line.number + 1} & numbers
            if alone and places and len(places - covered) < len(places) * NEW_ENOUGH:
                surplus.append(line)
            covered |= places
        return surplus

    def _sorted(self, index: int, lines: list[Line]) -> list[Line]:
        """Put the lines of a float into the order of its text."""
        if len(lines) == 1:
            return lines
        keys: list[float] = []
        for line in lines:
            own = [token.text for token in line.tokens]
            found = [self.pairs[index].get(pair, ()) for pair in pairwise(own)]
            unique = [places[0] for places in found if len(places) == 1]
            keys.append(median(unique) if unique else keys[-1] if keys else -1)
        return [line for _, line in sorted(zip(keys, lines, strict=True), key=lambda p: p[0])]


def _owner(candidate: _Candidate, last: int, *, touches: bool) -> int:
    """Return the index of the float that a line belongs to, or -1.

    Args:
        candidate: The line.
        last: Index of the float that the last line of a float went to.
        touches: Whether that was the line directly before.
    """
    likely = candidate.likely()
    own = candidate.shares.get(last, 0)
    if touches and own >= LIKE_ENOUGH and own >= candidate.in_sequence:
        likely[last] = own
    if not likely:
        return last if touches and candidate.in_sequence < FOREIGN else -1
    best = max(likely.values())
    if likely.get(last, -1) >= best - (STAYS_TOGETHER if touches else 0):
        return last
    return min((i for i in likely if likely[i] == best), key=lambda i: (i < last, i))
