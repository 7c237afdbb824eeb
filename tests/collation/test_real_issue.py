"""The real issue against its witness: nothing lost, nothing added."""

from __future__ import annotations

import hashlib

import pytest
from tests.editions import ROOT

from edition.collation import Collation, collate, read_witness, usable
from edition.content.load import load

DIGEST = "4219a541d0afb44430e821a8b77ca26954067fc569b90bda2f7e873b8ada7984"
"""SHA-256 of the witness, which is never edited."""


@pytest.fixture(scope="module")
def collation() -> Collation:
    """The real issue, collated."""
    loaded = load(ROOT)
    return collate(usable(loaded), read_witness(ROOT), loaded.sources)


def test_the_witness_is_the_one_that_the_edition_was_made_from() -> None:
    """Byte for byte: trailing tabs, and no line break at the end."""
    raw = (ROOT / "articles" / "witness.txt").read_bytes()
    assert DIGEST == hashlib.sha256(raw).hexdigest()


def test_nothing_is_unexplained_in_either_direction(collation: Collation) -> None:
    """Not a word, not a sign, not a space."""
    assert [] == [str(finding.diagnostic) for finding in collation.findings]
    assert collation.clean


def test_every_character_has_an_account(collation: Collation) -> None:
    """The accounts add up to the witness."""
    assert 219_519 == collation.characters == sum(collation.accounts.values())


def test_every_emendation_gives_a_reason(collation: Collation) -> None:
    """And differs from its source."""
    for emended in collation.emendations:
        assert emended.reason
        assert emended.source != emended.reading


def test_artefacts_that_occur_a_known_number_of_times(collation: Collation) -> None:
    """What the transcription has, counted by hand: no rule takes more than its own."""
    names = {permitted.name: count for permitted, count in collation.details.items()}
    members, marks_of_two_signs = 16, 2
    expected = {
        "stray asterisks": members * marks_of_two_signs + 4 * marks_of_two_signs + 2,
        "escaped dollar": 14,
        "list bullet": members * len("- "),
        "hyphen after a name": members * len(" - "),
        "comma after a byline": 2,
        "angle brackets": 14,
        "foot of a table on one line": 1,
        "blank line": 608 + 7,
    }
    assert expected == {name: names[name] for name in expected}


def test_no_character_of_the_witness_stands_for_two_of_the_edition(collation: Collation) -> None:
    """Each is used once, whatever was moved or rejoined."""
    used = [place for c in collation.comparisons for place in c.places if place >= 0]
    assert len(used) == len(set(used))


def test_what_counts_as_the_same_is_the_same_character(collation: Collation) -> None:
    """Only a line end or the hyphen after a name becomes something else: a space, a line."""
    pairs = {
        (collation.witness.text[place], c.stream.text[at])
        for c in collation.comparisons
        for at, place in enumerate(c.places)
        if place >= 0
    }
    assert {("\n", " "), (" ", "\n")} == {(one, two) for one, two in pairs if one != two}


def test_every_sign_of_the_edition_is_in_the_witness(collation: Collation) -> None:
    """The other direction: nothing has been added."""
    added = [
        c.stream.text[at]
        for c in collation.comparisons
        for at, place in enumerate(c.places)
        if place < 0 and not c.stream.text[at].isspace()
    ]
    assert [] == added
