"""A seam to the accounts of its characters, if the permitted differences explain it."""

from __future__ import annotations

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
        The steps from the witness to the edition, or ``None`` where there is no way.
    """
    if seam.end - seam.start > LONGEST or seam.edition_end - seam.start > LONGEST:
        return None
    dead: set[tuple[int, int]] = set()
    return _walk(seam, seam.start, seam.start, dead)


def _walk(seam: Seam, at: int, on: int, dead: set[tuple[int, int]]) -> list[Step] | None:
    """Go on from a place of both sides, depth first; a place that failed is not tried again."""
    steps: list[Step] = []
    while True:
        if at == seam.end and on == seam.edition_end:
            return steps
        if (at, on) in dead:
            return None
        choices = _choices(seam, at, on)
        if len(choices) != 1:
            break
        steps.append(choices[0])
        at, on = _after(choices[0])
    for choice in choices:
        rest = _walk(seam, *_after(choice), dead)
        if rest is not None:
            return [*steps, choice, *rest]
    dead.add((at, on))
    return None


def _after(step: Step) -> tuple[int, int]:
    became = 1 if step.permitted is SAME else len(step.permitted.becomes)
    return step.witness + step.length, step.edition + became


def _choices(seam: Seam, at: int, on: int) -> list[Step]:
    if at == seam.end:
        return []
    choices = []
    if on < seam.edition_end and seam.witness[at] == seam.edition[on]:
        choices.append(Step(SAME, at, on, 1))
    for rule in RULES:
        if rule.pattern is None:
            continue
        match = rule.pattern.match(seam.witness, at)
        fits = match is not None and match.end() <= seam.end
        if match is None or not fits or not _becomes(seam, on, rule.becomes):
            continue
        if rule.allowed(seam, at):
            choices.append(Step(rule, at, on, match.end() - at))
    return choices


def _becomes(seam: Seam, on: int, text: str) -> bool:
    return on + len(text) <= seam.edition_end and seam.edition.startswith(text, on)
