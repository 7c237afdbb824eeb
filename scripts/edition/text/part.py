"""A part of a text that is being read, and where its faults go."""

from __future__ import annotations

from dataclasses import dataclass, replace

from edition.text.faults import FOUND, Fault, Kind
from edition.text.grammar import Place, may_stand


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text.

    Attributes:
        source: The whole text.
        start: Where the part begins.
        end: Where it ends.
        place: What kind of text it is.
        faults: Grows by what is outside the grammar.
    """

    source: str
    start: int
    end: int
    place: Place
    faults: list[Fault]

    @property
    def text(self) -> str:
        """What the part says."""
        return self.source[self.start : self.end]

    def has(self, at: int, *signs: str) -> bool:
        """Tell whether one of some signs stands at a place of the part."""
        return self.source.startswith(signs, at, self.end)

    def may_have(self, name: str) -> bool:
        """Tell whether a construct may stand in it."""
        return may_stand(name, self.place)

    def report(self, kind: Kind, start: int, end: int, found: str | None = None) -> None:
        """Report a fault.

        Args:
            kind: Its kind.
            start: Where it begins.
            end: Where it ends.
            found: What the message quotes; by default what stands there.
        """
        if found is None:
            found = self.source[start : min(end, start + FOUND + 1)]
        self.faults.append(kind.at(start, end, found))

    def inner(self, start: int, end: int, faults: list[Fault]) -> Part:
        """Return a part of this part, with a place of its own for faults."""
        return replace(self, start=start, end=end, faults=faults)
