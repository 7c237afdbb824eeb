"""The outcome as figures, lines and data."""

from __future__ import annotations

import json

from tests.collation.small import compared

from edition.collation.permitted import Account


def test_a_clean_outcome_prints_its_figures() -> None:
    """Characters, accounts, emendations, differences."""
    lines = str(compared("Gulls sleep here.", "Gulls sleep\n\nhere.")).splitlines()
    assert "articles/witness.txt: 211 characters, 211 accounted for" == lines[0]
    assert "  rejoined                              2" in lines
    assert "    line end                            2" in lines
    assert ["emendations: 0", "unexplained differences: 0"] == lines[-2:]


def test_findings_come_last_one_to_a_line() -> None:
    """In the form that compilers and editors share."""
    lines = str(compared("Gulls.", "Gulls sleep.")).splitlines()
    assert "unexplained differences: 1" == lines[-2]
    assert lines[-1].startswith("articles/gulls.md:20:6 W001 error not in the edition: «sleep» (")


def test_the_six_accounts_are_always_there() -> None:
    """Also those that nothing has fallen to."""
    accounts = compared("Gulls.", "Gulls.").accounts
    assert list(Account) == list(accounts)
    assert 0 == accounts[Account.EMENDED]


def test_an_emendation_is_listed_with_both_places() -> None:
    """Source, reading, reason."""
    collation = compared("The {~~gvll~>*gull*~~}{>>misread<<}.", "The gvll.")
    (emended,) = collation.emendations
    assert ("gvll", "gull", "misread") == (emended.source, emended.reading, emended.reason)
    assert "articles/gulls.md:20:8" == str(emended.edition)
    assert "articles/witness.txt:26:5" == str(emended.witness)


def test_an_insertion_is_listed_too() -> None:
    """It has no length, but a place."""
    (emended,) = compared("It is so{~~~>.~~}{>>lost<<}", "It is so").emendations
    assert ("", ".") == (emended.source, emended.reading)


def test_the_data_hold_everything() -> None:
    """They can be written as JSON."""
    collation = compared("The {~~gvll~>gull~~}{>>misread<<}.", "The old gvll.")
    data = json.loads(json.dumps(collation.as_data()))
    assert collation.characters == data["characters"] == sum(data["accounted"].values())
    assert 1 == data["unexplained_differences"]
    (finding,) = data["findings"]
    assert {"path": "articles/gulls.md", "line": 20, "column": 8} == finding["edition"]
    assert ("W001", "error") == (finding["code"], finding["severity"])
    (emended,) = data["emendations"]
    assert "misread" == emended["reason"]


def test_a_clean_outcome_has_neither_findings_nor_unexplained_characters() -> None:
    """Both are asked."""
    assert compared("Gulls.", "Gulls.").clean
    assert not compared("Gulls.", "Gulls sleep.").clean
    assert not compared("Gulls sleep.", "Gulls.").clean
