"""Asterisks in pairs: which of them begin and which end an emphasis.

An emphasis begins and ends at the edge of a word, and with as many asterisks as it began with.
That is less than Markdown has, which makes italics of ``2*3*4`` too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from edition.text import run_faults as bad
from edition.text.faults import Kind
from edition.text.part import Part
from edition.text.runs import Emphasis, Run, Strong, Text

ITALIC, BOLD, BOTH = 1, 2, 3
SAME: Final = {ITALIC: {ITALIC, BOTH}, BOLD: {BOLD, BOTH}, BOTH: {ITALIC, BOLD, BOTH}}
"""Inside of which emphases one may not stand."""


@dataclass(frozen=True, slots=True)
class Stars:
    """A row of asterisks, not yet known to be anything.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        before: The character before it, or "" at the beginning of the text.
        after: The character after it, or "" at the end of the text.
    """

    start: int
    end: int
    before: str
    after: str

    @property
    def length(self) -> int:
        """How many there are."""
        return self.end - self.start

    @property
    def opens(self) -> bool:
        """Whether an emphasis may begin here."""
        return not _is_blank(self.after) and not self.before.isalnum()

    @property
    def closes(self) -> bool:
        """Whether an emphasis may end here."""
        return not _is_blank(self.before) and not self.after.isalnum()

    @property
    def is_alone(self) -> bool:
        """Whether it stands by itself and is a sign like any other."""
        return _is_blank(self.before) and _is_blank(self.after)

    @property
    def text(self) -> str:
        """The asterisks."""
        return "*" * self.length

    def as_text(self) -> Text:
        """Return the asterisks as mere characters."""
        return Text(self.start, self.end, self.text)


def _is_blank(character: str) -> bool:
    return not character or character.isspace()


Item = Run | Stars
"""What has been read of a text before its asterisks are paired."""


def pair(items: Iterable[Item], part: Part) -> tuple[Run, ...]:
    """Make emphases of the asterisks that stand in pairs.

    Args:
        items: Runs and asterisks in their order.
        part: The part of the text that they stand in; its faults grow by every asterisk that has
            no other half.

    Returns:
        The runs; asterisks without their other half are text.
    """
    made: list[Run] = []
    opened: list[tuple[Stars, int]] = []
    for item in items:
        if not isinstance(item, Stars):
            made.append(item)
        elif opened and item.closes and opened[-1][0].length == item.length:
            opening, index = opened.pop()
            made[index:] = [_emphasis(opening, item, tuple(_joined(made[index + 1 :])), part)]
        elif (wrong := _wrong(item, [stars.length for stars, _ in opened])) is None:
            if item.opens:
                opened.append((item, len(made)))
            made.append(item.as_text())
        else:
            part.report(wrong, item.start, item.end)
            made.append(item.as_text())
    for stars, _ in opened:
        part.report(bad.EMPHASIS_OPEN, stars.start, stars.end)
    return tuple(_joined(made))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with characters that stand side by side as one run."""
    last: Text | None = None
    for run in runs:
        if run.start == run.end:
            continue
        if isinstance(run, Text) and last is not None and last.end == run.start:
            last = Text(last.start, run.end, last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run if isinstance(run, Text) else None
        if last is None:
            yield run
    if last is not None:
        yield last


def _wrong(stars: Stars, opened: list[int]) -> Kind | None:
    """Return what is wrong with asterisks that end nothing, if they may not stand so."""
    if stars.is_alone:
        return None
    if stars.length > BOTH:
        return bad.EMPHASIS_LENGTH
    if stars.opens:
        return bad.EMPHASIS_NESTED if SAME[stars.length].intersection(opened) else None
    return bad.EMPHASIS_NESTED if stars.closes and opened else bad.EMPHASIS_OPEN


def _emphasis(
    opening: Stars, closing: Stars, runs: tuple[Run, ...], part: Part
) -> Emphasis | Strong:
    start, end = opening.start, closing.end
    if not part.may_have("emphasis" if opening.length == ITALIC else "strong"):
        part.report(bad.NOT_HERE, start, end)
    if opening.length == ITALIC:
        return Emphasis(start, end, runs)
    if opening.length == BOLD:
        return Strong(start, end, runs)
    return Strong(start, end, (Emphasis(start + BOLD, end - BOLD, runs),))
