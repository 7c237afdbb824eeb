"""A seam to the accounts of its characters, if the permitted differences explain it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.collation.permitted import RULES, SAME, Permitted, Seam

LONGEST = 400
"""A longer seam is a difference of whole sentences, which no rule explains."""


class Step(NamedTuple):
    """A stretch of a seam that has its account.

    Attributes:
        permitted: The account.
        witness: Offset of the stretch in the seam's witness.
        edition: Offset of what it became in the seam's edition.
        length: Length of the stretch in the witness.
    """

    permitted: Permitted
    witness: int
    edition: int
    length: int


def explain(seam: Seam) -> list[Step] | None:
    """Account for every character of a seam.

    Args:
        seam: What stands between two words that agree.

    Returns:
        The steps from the witness to the edition, or ``None`` where there is no way. At each place
        the same character goes before any rule, and a rule before those after it in the list.
    """
    if seam.end - seam.start > LONGEST or seam.edition_end - seam.start > LONGEST:
        return None
    steps: list[Step] = []
    at = on = seam.start
    while (at, on) != (seam.end, seam.edition_end):
        step = next(_steps(seam, at, on), None)
        if step is None:
            return None
        steps.append(step)
        at += step.length
        on += 1 if step.permitted is SAME else len(step.permitted.becomes)
    return steps


def _steps(seam: Seam, at: int, on: int) -> Iterator[Step]:
    """Yield what the character at a place of both sides may be, the likeliest first.

    The others are not tried when the first leads nowhere: they could only explain white space, or a
    stray sign, that the witness has twice, which is a finding everywhere else as well.
    """
    if at < seam.end and on < seam.edition_end and seam.witness[at] == seam.edition[on]:
        yield Step(SAME, at, on, 1)
    for rule in RULES:
        match = rule.pattern.match(seam.witness, at) if rule.pattern else None
        if match is None or match.end() > seam.end or not _becomes(seam, on, rule.becomes):
            continue
        if rule.allowed(seam, at):
            yield Step(rule, at, on, match.end() - at)


def _becomes(seam: Seam, on: int, text: str) -> bool:
    return on + len(text) <= seam.edition_end and seam.edition.startswith(text, on)
