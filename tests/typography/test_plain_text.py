"""The signs of a language in plain texts."""

from __future__ import annotations

import pytest

from edition.content.model import Language
from edition.typography.signs import typographic


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ('"a" and ("b")', "en", "“a” and (“b”)"),
        ('"а" и ("б")', "ru", "«а» и («б»)"),
        ("the issue's 'own' words' ends", "en", "the issue’s ‘own’ words’ ends"),
        ("a - b, a-b", "en", "a – b, a-b"),
        ("а - б", "ru", "а — б"),
        ("“done”", "en", "“done”"),
    ],
)
def test_a_text_gets_the_signs_of_its_language(text: str, lang: Language, expected: str) -> None:
    """Quotation marks, apostrophes, dashes; what has them already keeps them."""
    assert expected == typographic(text, lang)
