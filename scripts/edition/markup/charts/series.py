"""What is drawn: bars and series, the scale that they share, and the lines of a label."""

from __future__ import annotations

import textwrap
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from markdown.util import AtomicString

LETTERS = 36
"""Letters of a label in one line: what the narrowest phone has room for."""
LINE = 17
"""Distance of the lines of a label, in pixels."""


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
        span = (high - low) or 1.0
        step = 10 ** floor(log10(span / most_ticks))
        factor = next(f for f in (1, 2, 5, 10) if span / (step * f) <= most_ticks)
        step *= factor
        return cls(floor(low / step) * step, ceil(high / step) * step, step)

    def ticks(self) -> list[float]:
        """Return the values of the ticks."""
        count = round((self.high - self.low) / self.step)
        return [self.low + index * self.step for index in range(count + 1)]

    def at(self, value: float, start: float, length: float) -> float:
        """Return the position of a value on an axis."""
        return round(start + (value - self.low) / (self.high - self.low) * length, 2)


def lines_of(text: str, letters: int = LETTERS) -> list[str]:
    """Return a label in lines that a narrow screen has room for."""
    return textwrap.wrap(text, letters, break_long_words=False) or [""]


def write(parent: ET.Element, text: str, x: str, y: float, name: str) -> ET.Element:
    """Write one line of text into a picture, literally."""
    element = ET.SubElement(parent, "text", {"x": x, "y": f"{y:g}", "class": name})
    element.text = AtomicString(text)
    return element
