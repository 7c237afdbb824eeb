"""A figure as it is printed: how it is found, what it says, how exact it is."""

from __future__ import annotations

import re
from decimal import Decimal

FIGURE = re.compile(r"\d+(?:[,\u00a0]\d{3})*(?:\.\d+)?")
GROUPING = re.compile(r"[,\u00a0]")


def value(printed: str) -> Decimal:
    """Return the number that a printed figure stands for; what groups its digits is left out."""
    return Decimal(GROUPING.sub("", printed))


def decimal_places(number: Decimal) -> int:
    """Return how many decimals a number is printed with."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
