"""What the pages say themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.editions import ROOT

from edition.content.model import LANGUAGES
from edition.pages.labels import LABELS, Labels

PACKAGE = ROOT / "scripts" / "edition"
SAME = {"csv", "other_language", "this_language", "language_name", "sort_sic"}
"""Labels that are not in the language of the page, or of none."""


def test_every_label_is_in_both_languages() -> None:
    """No hole, and no blank, in either."""
    assert [] == [
        f"{key}.{lang}"
        for key, forms in LABELS.items()
        for lang in LANGUAGES
        if not str(forms[lang]).strip()
    ]


def test_russian_labels_are_russian_and_english_ones_are_not() -> None:
    """A label that was forgotten in translation would be in the wrong alphabet."""
    checked = {key: forms for key, forms in LABELS.items() if key not in SAME}
    cyrillic, latin = re.compile("[а-яё№]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE)
    assert [] == [key for key, forms in checked.items() if cyrillic.search(forms["en"])]
    russian = [key for key, forms in checked.items() if not cyrillic.search(forms["ru"])]
    assert [] == [key for key in russian if latin.search(LABELS[key]["en"])]


def test_gaps_of_a_label_are_the_same_in_both_languages() -> None:
    """What is filled in is filled in everywhere."""
    gaps = re.compile(r"\\{\\w*\\}")
    assert [] == [
        key
        for key, forms in LABELS.items()
        if sorted(gaps.findall(forms["en"])) != sorted(gaps.findall(forms["ru"]))
    ]


def test_a_label_that_is_not_there_is_an_error() -> None:
    """A misspelt label fails the build instead of leaving a hole."""
    with pytest.raises(AttributeError, match="nonsense"):
        _ = Labels("en").nonsense


def test_every_label_is_used() -> None:
    """A label that no page says is only work for translators."""
    texts = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in {".py", ".jinja", ".html", ".js"} and path != Path(__file__)
    )
    used = set(re.findall(r"\w+", texts))
    families = tuple(re.findall(r"LABELS\[f\"(\w+)\{|label\[\"(\w+)\" ~", texts))
    families = tuple("".join(family) for family in families)
    assert [] == [key for key in LABELS if key not in used and not key.startswith(families)]
