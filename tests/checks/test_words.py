"""The dictionaries, the word list, and how names are compared."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from tests.editions import ROOT

from edition.checks import lexicon
from edition.checks.lexicon import AMERICAN, BRITISH, RUSSIAN, Lexicon
from edition.checks.names.likeness import fold, skeleton

DICTIONARIES = Path(lexicon.__file__).parent / "dictionaries"


def test_the_dictionaries_are_those_of_their_packages() -> None:
    """Every file is recorded with its hash, and no other file is there."""
    record = json.loads((DICTIONARIES / "dictionaries.json").read_text(encoding="utf-8"))
    hashes = {name: digest for entry in record.values() for name, digest in entry["sha256"].items()}
    files = {p.name: p for p in DICTIONARIES.iterdir() if p.name != "dictionaries.json"}
    assert hashes == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()
    }
    assert {AMERICAN, BRITISH, RUSSIAN} == set(record)
    licences = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "scripts/edition/checks/dictionaries" in licences


def test_each_english_has_its_spelling() -> None:
    """The two dictionaries disagree where they should."""
    words = Lexicon()
    assert words.knows("harbour", BRITISH)
    assert not words.knows("harbour", AMERICAN)
    assert words.knows("harbor", AMERICAN)
    assert words.knows("harbor’s", AMERICAN)
    assert words.knows("гаваням", RUSSIAN)
    assert "late" in words.suggest("laate", BRITISH)


@pytest.mark.parametrize("word", ["Fenmouth", "FENMOUTH", "Fenmouth's", "Fenmouth’s", "Tidal"])
def test_the_list_knows_the_forms_of_its_words(word: str) -> None:
    """In capitals, at the beginning of a sentence, with the sign of the possessive."""
    assert Lexicon(["Fenmouth", "tidal"]).lists(word) is not None


@pytest.mark.parametrize("word", ["fenmouth", "Fenmouths", "TIDE"])
def test_the_list_knows_no_other_words(word: str) -> None:
    """A name in small letters is no name."""
    assert Lexicon(["Fenmouth", "tidal"]).lists(word) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fergana", "Ferghana"),
        ("Mazhilis", "Majilis"),
        ("Mahatir", "Mahathir"),
        ("Kwan", "Kuan"),
        ("Yelena", "Elena"),
        ("Müller", "Muller"),
    ],
)
def test_transliterations_of_one_name_are_alike(one: str, other: str) -> None:
    """What systems disagree about is left out."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize("other", ["Karimov", "Kasimov", "Kerami"])
def test_other_names_are_not(other: str) -> None:
    """A different consonant or vowel is a different name."""
    assert fold("Karami") != fold(other)


@pytest.mark.parametrize(
    ("english", "russian"),
    [("Müllerson", "Мюллерсон"), ("Shaimergenov", "Шаймергенов"), ("Tazhin", "Тажин")],
)
def test_a_name_sounds_alike_in_both_alphabets(english: str, russian: str) -> None:
    """The consonants are compared."""
    assert skeleton(english) == skeleton(russian)
