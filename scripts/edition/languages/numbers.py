"""Numbers in the form of a language: 1,797 / 1 797; 57.8 / 57,8; 46% / 46 %.

The decimals are those that the number came with; nothing is rounded. The marks of groups and
decimals and the space before a percent sign are CLDR's. Not CLDR's are the true minus sign, which
CLDR has as a hyphen, and when to group: that says who calls (GOST R 7.0.97 leaves four digits of
running text free; a column must not mix both).
"""

from __future__ import annotations

from decimal import Decimal

from edition.languages.language import language


def format_number(number: Decimal, lang: str, *, grouped: bool = True) -> str:
    """Return a number as text.

    Args:
        number: The number with its printed decimals.
        lang: The language.
        grouped: Whether thousands are grouped.

    Returns:
        The number with grouped thousands, a true minus sign and a decimal mark.
    """
    data = language(lang)
    text = f"{number:{',' if grouped else ''}f}".replace("-", "\N{MINUS SIGN}")
    return text.translate({ord(","): data.group, ord("."): data.decimal})


def decimals(number: Decimal) -> int:
    """Return how many decimals a number is printed with."""
    return max(0, -int(number.as_tuple().exponent))


def padding(number: Decimal, places: int, lang: str) -> str:
    """Return what a number lacks on its right in a column of figures with so many decimals.

    Set behind it unseen, it brings the decimal marks of the column in one line.
    """
    own = decimals(number)
    mark = "" if own or not places else language(lang).decimal
    return mark + "0" * (places - own)
