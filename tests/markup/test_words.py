"""The few words that the markup says."""

from __future__ import annotations

import re
import string

import pytest

from edition.content.model import LANGUAGES
from edition.markup.words import WORDS, say


@pytest.mark.parametrize("key", WORDS)
def test_every_word_is_in_both_languages_with_the_same_gaps(key: str) -> None:
    """A gap that one language lacks would lose what belongs there."""
    assert set(LANGUAGES) == set(WORDS[key])
    gaps = {
        lang: len([name for _, name, _, _ in string.Formatter().parse(text) if name is not None])
        for lang, text in WORDS[key].items()
    }
    assert gaps["en"] == gaps["ru"]


def test_every_russian_word_is_russian() -> None:
    """But for the names of file formats."""
    latin = [key for key, forms in WORDS.items() if not re.search("[а-яё]", forms["ru"].lower())]
    assert ["csv", "json"] == latin


def test_a_word_has_its_gaps_filled() -> None:
    """Both numbers are said, in the order that the language wants."""
    for lang in LANGUAGES:
        assert ["2", "3"] == sorted(re.findall(r"\d", say("back_nth", lang, 3, 2)))
