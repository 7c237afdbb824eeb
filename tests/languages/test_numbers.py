"""Numbers in the form of a language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from edition.languages.numbers import format_number

FORMS = {
    ("1797", True): ("1,797", "1\u00a0797"),
    ("1797", False): ("1797", "1797"),
    ("57.80", True): ("57.80", "57,80"),
    ("-3.25", True): ("−3.25", "−3,25"),
    ("1234567.5", True): ("1,234,567.5", "1\u00a0234\u00a0567,5"),
    ("0", True): ("0", "0"),
    ("0.00", True): ("0.00", "0,00"),
}


@pytest.mark.parametrize(("number", "grouped"), FORMS)
def test_a_number_has_the_form_of_its_language(number: str, grouped: bool) -> None:  # noqa: FBT001
    """Groups, decimal mark and minus sign; no decimal is added or lost."""
    english, russian = FORMS[number, grouped]
    assert english == format_number(Decimal(number), "en", grouped=grouped)
    assert russian == format_number(Decimal(number), "ru", grouped=grouped)
