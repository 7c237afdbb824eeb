"""The reference that every page carries."""

from __future__ import annotations

import pytest

from edition.content.model import Edition, Issue, Language
from edition.pages.citation import (
    article_reference,
    imprint_date,
    issue_reference,
    journal_title,
    page_range,
    year,
)


@pytest.fixture
def guessed(invented_edition: Edition) -> Issue:
    """The issue, had its title page been lost."""
    issue = invented_edition.issue
    journal = issue.journal.model_copy(update={"supplied": True})
    lost = {"journal": journal, "year_origin": "inferred", "number": None}
    return issue.model_copy(update=lost)


def test_what_the_edition_supplies_is_in_brackets(
    invented_edition: Edition, guessed: Issue
) -> None:
    """What is printed is not."""
    issue = invented_edition.issue
    assert ("Tidewater Papers", "1931") == (journal_title(issue), year(issue))
    assert ("[Tidewater Papers]", "[1931]") == (journal_title(guessed), year(guessed))


def test_a_number_is_given_if_there_is_one(invented_edition: Edition, guessed: Issue) -> None:
    """None is invented."""
    assert "1931, no. 4" == imprint_date(invented_edition.issue, "en")
    assert "1931, № 4" == imprint_date(invented_edition.issue, "ru")
    assert "[1931]" == imprint_date(guessed, "en")


@pytest.mark.parametrize(
    ("slug", "lang", "pages"),
    [
        ("brine", "en", "pp. 3–[9]"),
        ("brine", "ru", "с. 3–[9]"),
        ("gulls", "en", "p. 10"),
        ("ferries", "en", "pp. 11–[?]"),
        ("ferries", "ru", "с. 11–[?]"),
    ],
)
def test_an_inferred_last_page_is_in_brackets(
    slug: str, lang: Language, pages: str, invented_edition: Edition
) -> None:
    """An unknown one is a question."""
    assert pages == page_range(invented_edition.article(slug), lang)


def test_the_reference_to_the_issue_is_in_the_language_of_the_page(
    invented_edition: Edition, guessed: Issue
) -> None:
    """But for the title, which is not translated."""
    issue = invented_edition.issue
    assert (
        "Tidewater Papers. Society for the Study of Small Harbours. Fenmouth, 1931, no. 4"
    ) == issue_reference(issue, "en")
    assert (
        "[Tidewater Papers]. Общество изучения малых гаваней. Фенмут, [1931]"
    ) == issue_reference(guessed, "ru")


def test_the_reference_to_an_article_names_its_authors_as_they_write_themselves(
    invented_edition: Edition,
) -> None:
    """All of them, in their order, with the printed title."""
    issue = invented_edition.issue
    assert (
        "Agnes Quill, Peter Osiér. The Brine Wells of Lower Fenmouth: Salt, Water and What Remains."
        " Tidewater Papers. Society for the Study of Small Harbours. Fenmouth, 1931, no. 4, "
        "pp. 3–[9]."
    ) == article_reference(invented_edition.article("brine"), issue)


def test_a_title_that_asks_has_no_full_stop(invented_edition: Edition) -> None:
    """One sign at the end is enough."""
    reference = article_reference(invented_edition.article("gulls"), invented_edition.issue)
    assert reference.startswith("Tobias Morrow. Do Gulls Count? Tidewater Papers. ")
