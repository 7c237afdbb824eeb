"""Articles as CSL-JSON items."""

from __future__ import annotations

import pytest

from edition.content.model import Edition, FrontMatter, Pages
from edition.exports.csl import for_bibtex, item, items, page_range


def test_an_item_says_what_the_print_says(invented: Edition) -> None:
    """Everything is printed but the last page, which is in brackets and remarked upon."""
    assert {
        "id": "brine1931",
        "type": "article-journal",
        "language": "en",
        "author": [
            {"family": "Quill", "given": "Agnes"},
            {"family": "Osiér", "given": "Peter"},
        ],
        "title": "The Brine Wells of Lower Fenmouth: Salt, Water and What Remains",
        "container-title": "Tidewater Papers",
        "publisher": "Society for the Study of Small Harbours",
        "publisher-place": "Fenmouth",
        "issued": {"date-parts": [[1931]]},
        "page": "3–[9]",
        "page-first": "3",
        "issue": "4",
        "abstract": "The wells of Lower Fenmouth gave salt for <three> centuries & more. "
        "They are dry now.",
        "note": "Last page inferred",
    } == item(invented.article("brine"), invented.issue)


def test_what_is_not_printed_is_in_brackets_and_in_the_note(bare: Edition) -> None:
    """Title and year in brackets, no number at all, and a note that says so."""
    made = item(bare.article("ferries"), bare.issue)
    assert "[Tidewater Papers]" == made["container-title"]
    assert {"literal": "[1931]"} == made["issued"]
    assert "issue" not in made
    assert (
        "Journal title supplied; year inferred; last page unknown; issue number unknown"
        == made["note"]
    )


def test_an_abstract_that_the_edition_supplies_is_no_data_of_the_article(
    invented: Edition,
) -> None:
    """Only a printed abstract is in the item."""
    assert "abstract" not in item(invented.article("gulls"), invented.issue)


def test_what_is_all_printed_needs_no_note(invented: Edition) -> None:
    """An article of one page has no inferred last page."""
    assert "note" not in item(invented.article("gulls"), invented.issue)


def test_the_items_are_in_the_order_of_the_contents(invented: Edition) -> None:
    """As the articles are."""
    assert ["brine1931", "gulls1931", "ferries1931"] == [made["id"] for made in items(invented)]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (Pages(first=3, last=9), "3–[9]"),
        (Pages(first=10, last=10), "10"),
        (Pages(first=11), "11–[?]"),
    ],
)
def test_the_last_page_is_in_brackets(pages: Pages, expected: str) -> None:
    """It is never printed."""
    assert expected == page_range(pages)


@pytest.mark.parametrize(
    ("title", "subtitle", "expected"),
    [
        ("Salt", None, "Salt"),
        ("Salt", "And Water", "Salt: And Water"),
        ("Salt", "(and Water)", "Salt (and Water)"),
        ("Salt?", "Water", "Salt? Water"),
    ],
)
def test_a_subtitle_follows_the_title(
    invented: Edition, title: str, subtitle: str | None, expected: str
) -> None:
    """After a colon, unless the title or the subtitle brings its own mark."""
    meta: FrontMatter = invented.article("brine").meta
    assert expected == meta.model_copy(update={"title": title, "subtitle": subtitle}).full_title


def test_bibtex_gets_a_year_that_is_a_number(bare: Edition) -> None:
    """The brackets of the year stay in the note; those of pages and journal stay in place."""
    made = for_bibtex(item(bare.article("brine"), bare.issue), bare.issue.year)
    assert {"date-parts": [[1931]]} == made["issued"]
    assert "3-[9]" == made["page"]
    assert "[Tidewater Papers]" == made["container-title"]
