"""The apparatus: emendations and remarks with their places and what they are about."""

from __future__ import annotations

import pytest

from edition.content.apparatus import SORTS, apparatus
from edition.content.model import Edition
from edition.languages.labels import read


def entries_of(edition: Edition, text: str) -> list[tuple[str, str, str]]:
    """Return lemma, sort and text of every entry in a text."""
    article = edition.article("gulls").model_copy(update={"body": text})
    return [(entry.lemma, entry.sort, entry.text) for entry in apparatus(article)]


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("sic: three are meant", ("sic", "three are meant")),
        ("cross-reference: to the first", ("cross-reference", "to the first")),
        ("two gulls: a third was asleep", ("", "two gulls: a third was asleep")),
        ("sic", ("", "sic")),
    ],
)
def test_a_remark_may_begin_with_what_it_is_about(
    remark: str, expected: tuple[str, str], invented_edition: Edition
) -> None:
    """Only with one of the words for it."""
    assert [("Two gulls", *expected)] == entries_of(
        invented_edition, f"Two gulls{{>>{remark}<<}} stood."
    )


def test_the_reason_of_an_emendation_is_not_sorted(invented_edition: Edition) -> None:
    """It says what was done, whatever it begins with."""
    text = "Two {~~guls~>gulls~~}{>>name: a letter dropped<<} stood."
    assert [("Two gulls stood.", "", "name: a letter dropped")] == entries_of(
        invented_edition, text
    )


def test_every_sort_has_a_label() -> None:
    """In both languages."""
    assert {f"sort_{sort}" for sort in SORTS} == {
        key for key in read("en")["pages"] if key.startswith("sort_")
    }


def test_no_remark_of_the_issue_begins_with_another_word(real_edition: Edition) -> None:
    """A word before a colon that is no sort would stand in English on a Russian page."""
    entries = [entry for article in real_edition.articles for entry in apparatus(article)]
    assert set(SORTS) == {entry.sort for entry in entries if entry.sort}
    first = [entry.text.partition(":")[0] for entry in entries if not entry.sort]
    assert [] == [word for word in first if word.isidentifier()]
