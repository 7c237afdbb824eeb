"""What is drawn: bars and series, the scale that they share, and the places of labels."""

from __future__ import annotations

import re
import textwrap
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from markdown.util import AtomicString

from edition.typography.signs import NBSP

LINE = 16
"""Distance of the lines of a label, in pixels."""
NO_SPAN = 1e-9
"""Part of a value below which a difference is none: floating-point numbers hardly tell it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its value and the value as text.

    Attributes:
        group: Heading over the bars of one group; empty if there is one group only.
        label: What the bar stands for.
        value: Its length.
        text: The value in words.
    """

    group: str
    label: str
    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its label and a value (or a gap) for each position."""

    label: str
    values: tuple[Decimal | None, ...]

    def present(self) -> list[Decimal]:
        """Return the values without the gaps."""
        return [value for value in self.values if value is not None]


@dataclass(frozen=True, slots=True)
class Scale:
    """Round steps that cover a range of values.

    Attributes:
        low: Lower end.
        high: Upper end.
        step: Distance of the ticks.
    """

    low: float
    high: float
    step: float

    @classmethod
    def over(cls, values: list[Decimal], most_ticks: int = 6) -> Scale:
        """Return a scale from zero (or a round value just below the data) to a round value.

        A scale starts at zero unless the values lie close together far from it; then lines
        would lie on one another.
        """
        low, high = float(min(values)), float(max(values))
        low = min(low, 0.0) if low < 0.6 * high else low
        span = high - low
        if span <= abs(high) * NO_SPAN:  # one value: the scale is as long as the value is large
            span = abs(high) or 1.0
        step = 10.0 ** floor(log10(span / most_ticks))
        factor = next((f for f in (1, 2, 5) if span / (step * f) <= most_ticks), 10)
        step *= factor
        first, last = floor(low / step), ceil(high / step)
        return cls(first * step, max(last, first + 1) * step, step)

    def ticks(self) -> list[float]:
        """Return the values of the ticks."""
        count = round((self.high - self.low) / self.step)
        return [self.low + index * self.step for index in range(count + 1)]

    def at(self, value: float, start: float, length: float) -> float:
        """Return the position of a value on an axis."""
        return round(start + (value - self.low) / (self.high - self.low) * length, 2)


def lines_of(text: str, letters: int) -> list[str]:
    """Return a label in as few lines as it needs, none much longer than the others.

    No line ends with a word of one or two letters.
    """
    text = re.sub(r"\b(\w{1,2}) ", rf"\1{NBSP}", text)
    lines = textwrap.wrap(text, letters, break_long_words=False) or [""]
    for fewer in range(letters - 1, 0, -1):
        closer = textwrap.wrap(text, fewer, break_long_words=False)
        if len(closer) > len(lines) or max(map(len, closer), default=0) > fewer:
            break
        lines = closer
    return lines


def spread(wanted: list[float], sizes: list[float], room: float) -> list[float]:
    """Set labels beside what they name, as near as they can be without lying on each other.

    Args:
        wanted: Where the middle of each label should be, from above.
        sizes: How high each is.
        room: Where the last must end.

    Returns:
        Where each begins.
    """
    runs: list[tuple[float, list[int]]] = []  # labels that touch, and where the first begins

    def begin(members: list[int]) -> float:
        ideals = [
            wanted[i] - sizes[i] / 2 - sum(sizes[j] for j in members[:at])
            for at, i in enumerate(members)
        ]
        last = room - sum(sizes[i] for i in members)
        return max(0.0, min(sum(ideals) / len(ideals), last))

    for index in range(len(wanted)):
        members = [index]
        while runs and runs[-1][0] + sum(sizes[i] for i in runs[-1][1]) > begin(members):
            members = runs.pop()[1] + members
        runs.append((begin(members), members))
    return [
        start + sum(sizes[j] for j in members[:at])
        for start, members in runs
        for at in range(len(members))
    ]


def write(parent: ET.Element, text: str, x: str, y: float, name: str) -> ET.Element:
    """Write one line of text into a picture, literally."""
    element = ET.SubElement(parent, "text", {"x": x, "y": f"{y:g}", "class": name})
    element.text = AtomicString(text)
    return element


def put(parent: ET.Element, tag: str, name: str, text: str) -> ET.Element:
    """Append words of the page, literally."""
    element = ET.SubElement(parent, tag, {"class": name})
    element.text = AtomicString(text)
    return element
