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


def decimals(number: Decimal) -> int:
    """Return how many decimals a number is printed with."""
    return max(0, -int(number.as_tuple().exponent))


def padding(number: Decimal, places: int, lang: Language) -> str:
    """Return what a number lacks on its right in a column of figures with so many decimals.

    Set behind it unseen, it brings the decimal marks of the column in one line.
    """
    own = decimals(number)
    mark = "" if own or not places else "." if lang == "en" else ","
    return mark + "0" * (places - own)
