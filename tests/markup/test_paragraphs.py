"""Paragraph numbers and run-in headings."""

from __future__ import annotations

from tests.rendering import page, with_article

from edition.content.model import Edition

TEXT = """\
One.

## Two {: .caps }

- a
- b

    - c

Three.

* * *

> Four.

1. d

2. e

[^1]: A note.
"""


def numbered(html: str) -> str:
    """Wrap a text as the text of an article."""
    return f'<div class="article-text" markdown="block">\n\n{html}\n\n</div>'


def test_paragraphs_and_items_are_numbered_in_reading_order() -> None:
    """Headings, separators and notes are not."""
    html = page(numbered(TEXT))
    expected = {"p1": "One.", "p2": "a", "p4": "c", "p5": "Three.", "p6": "Four.", "p7": "d"}
    found = {str(e["id"]): e for e in html.select("[id^=p]")}
    assert [f"p{number}" for number in range(1, 9)] == list(found)
    assert expected == {key: found[key].get_text(strip=True) for key in expected}


def test_outside_the_text_of_an_article_nothing_is_numbered() -> None:
    """The numbers are for citing the text."""
    assert [] == page("One.\n\nTwo.").select("[id]")


def test_the_numbers_are_those_that_passages_are_found_by(invented_edition: Edition) -> None:
    """The page and the source count alike, notes, tables and all."""
    for article in invented_edition.articles:
        html = with_article(invented_edition, article.slug, article.body)
        expected = [f"p{b.number}" for b in article.text.blocks if b.number is not None]
        assert expected == [
            str(e["id"]) for e in html.select("[id^=p]") if str(e["id"])[1:].isdigit()
        ]


def test_a_run_in_heading_stands_with_its_paragraph() -> None:
    """It stays a heading, and a style sheet can set both on one line."""
    html = page("### The well. {: .run-in }\n\nIt gave salt.\n\nMore.")
    (wrapper,) = html.select("div.run-in-paragraph")
    assert ["h3", "p"] == [child.name for child in wrapper.find_all(recursive=False)]
    assert "The well. It gave salt." == " ".join(wrapper.get_text().split())


def test_run_in_headings_one_after_the_other_keep_their_order() -> None:
    """Only the last of them has a paragraph to run into."""
    html = page("### A. {: .run-in }\n\n#### B. {: .run-in }\n\nC.\n\n- d")
    assert ["A.", "B.", "C.", "d"] == [e.get_text() for e in html.select("h3, h4, p, li")]
    (wrapper,) = html.select("div.run-in-paragraph")
    assert "B. C." == wrapper.get_text().strip()


def test_a_run_in_heading_before_a_list_stays_alone() -> None:
    """There is no paragraph to run into."""
    html = page("### A. {: .run-in }\n\n- b")
    assert [] == html.select("div.run-in-paragraph")
    assert ["A."] == [heading.get_text() for heading in html.select("h3.run-in")]
