"""Numbers in the form of a language: 1,797 / 1 797; 57.8 / 57,8.

The decimals are those that the number came with; nothing is rounded. English groups
thousands with a comma, as the issue prints them; Russian with a no-break space and only
from five digits on in running text, but always in tables (GOST R 7.0.97 leaves four
digits free; a column must not mix both).
"""

from __future__ import annotations

from decimal import Decimal

from edition.content.model import Language

NBSP = "\u00a0"


def format_number(number: Decimal, lang: Language, *, grouped: bool = True) -> str:
    """Return a number as text.

    Args:
        number: The number with its printed decimals.
        lang: ``en`` or ``ru``.
        grouped: Whether thousands are grouped.

    Returns:
        The number with grouped thousands, a true minus sign and a decimal mark.
    """
    text = f"{number:{',' if grouped else ''}f}".replace("-", "\N{MINUS SIGN}")
    if lang == "en":
        return text
    return text.replace(",", NBSP).replace(".", ",")
