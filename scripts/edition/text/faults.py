"""Faults of a text: what stands outside the grammar, where, and what to write instead.

Each kind is declared once, beside what is read: those of lines and blocks in
:mod:`edition.text.block_faults`, those inside a block in :mod:`edition.text.run_faults`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from edition.text.grammar import Place

FOUND: Final = 40
"""Characters that a message quotes at most."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A place of a text that is outside the grammar.

    Attributes:
        start: Offset at which it begins.
        end: Offset at which it ends.
        code: Stable name of its kind, a key of :data:`KINDS`.
        message: What stands there, and what to write instead.
    """

    start: int
    end: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault.

    Attributes:
        code: Its stable name.
        says: What stands there and what would become of it; ``{}`` takes what was found.
        instead: What to write instead; ``{}`` takes a proposal.
        example: The smallest text that has it.
        place: Where the example stands: ``body``, or the kind of a one-line text.
    """

    code: str
    says: str
    instead: str
    example: str
    place: Place | None = None

    def at(self, start: int, end: int, found: str = "", proposal: str = "") -> Fault:
        """Return a fault of this kind.

        Args:
            start: Offset at which it begins.
            end: Offset at which it ends.
            found: What stands there, for the message.
            proposal: What may be meant, for the message.
        """
        short = found if len(found) <= FOUND else f"{found[: FOUND - 1]}…"
        message = f"{self.says.format(short)}: {self.instead.format(proposal)}"
        return Fault(start, end, self.code, message)


KINDS: Final[dict[str, Kind]] = {}
"""Every kind by its code."""


def kind(code: str, says: str, instead: str, example: str, place: Place | None = None) -> Kind:
    """Declare a kind of fault.

    Args:
        code: Its stable name.
        says: What stands there and what would become of it.
        instead: What to write instead.
        example: The smallest text that has it.
        place: Kind of the one-line text that the example is, if it is one.

    Raises:
        ValueError: If the code is taken.
    """
    if code in KINDS:
        raise ValueError(f"the fault {code} is declared twice")
    KINDS[code] = Kind(code, says, instead, example, place)
    return KINDS[code]
