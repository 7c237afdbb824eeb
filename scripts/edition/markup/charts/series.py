"""What is drawn: bars and series, and the scale that they share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its value and the value as text."""

    label: str
    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its label and a value (or a gap) for each position."""

    label: str
    values: tuple[Decimal | None, ...]


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
        low = min(low, 0.0) if low < 0 or low < 0.6 * high else low
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
