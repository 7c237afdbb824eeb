"""Headings of an article's text."""

from __future__ import annotations

import pytest
from tests.rendering import page, renderer

from edition.markup.headings import PAGE_IDS

WORDS = {"Abstract": "abstract", "Cite": "cite", "Main!": "main", "Text": "text"}


def article(text: str) -> str:
    """Wrap a text as the text of an article."""
    return f'<div class="article-text" markdown="block">\n\n{text}\n\n</div>'


def test_a_heading_gives_way_to_the_page_s_own_parts() -> None:
    """An article may have a section of any name without two places of one address."""
    text = "\n\n".join(f"## {words}" for words in WORDS)
    ids = [str(heading["id"]) for heading in page(article(text)).select("h2")]
    assert [f"{slug}_1" for slug in WORDS.values()] == ids
    assert set(WORDS.values()) <= PAGE_IDS


def test_a_heading_gives_way_to_the_entries_of_the_apparatus() -> None:
    """They are numbered, and how many there are is not known where the text is rendered."""
    html = page(article("## Entry 1\n\n## Entry 1\n\n## Entry one"))
    assert ["entry-1_1", "entry-1_2", "entry-one"] == [h["id"] for h in html.select("h2")]


def test_two_headings_of_one_name_have_two_addresses() -> None:
    """Also when both give way."""
    html = page(article("## Abstract\n\nOne.\n\n## Abstract\n\n## Salt\n\n## Salt"))
    ids = [heading["id"] for heading in html.select("h2")]
    assert ["abstract_1", "abstract_2", "salt", "salt_1"] == ids


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Salt and Water", "salt-and-water"),
        ("Café — Soirée", "cafe-soiree"),
        ("Соляные источники", "соляные-источники"),
        ("Қазақстан және Орта Азия", "қазақстан-және-орта-азия"),
        ("1997", "1997"),
        ("?!", "heading"),
        ("Salt & <5 kg", "salt-5-kg"),
        ("Łódź", "łódź"),
        ("Straße 5", "straße-5"),
        ("Йод", "йод"),
        ("И\u0306од", "йод"),
        ("Water (вода)", "water-вода"),
    ],
)
def test_an_address_is_made_of_the_words_in_their_letters(words: str, slug: str) -> None:
    """It stays when a heading is put before it; on a page written by hand as well."""
    for text in (article, str):
        html = page(text(f"## Соль\n\n## ?\n\n## {words}")).select("h2")
        assert slug in {str(html[2]["id"]), str(html[1]["id"])}


def test_an_address_that_is_given_is_kept() -> None:
    """The editor knows why; outside of articles nothing changes at all."""
    assert "salt" == page(article("## Abstract {: #salt }")).select("h2")[0]["id"]
    assert "abstract" == page("## Abstract").select("h2")[0]["id"]


def test_the_apparatus_is_not_in_the_contents() -> None:
    """The name of a section is what is printed: no mark of a note, no sign of an emendation."""
    markdown = renderer()
    text = "## The {~~Cuont~>*Count*~~}{>>misread<<} & more{>>sic<<}[^1]\n\n[^1]: A note."
    markdown.convert(article(text))
    (token,) = markdown.toc_tokens  # type: ignore[attr-defined]
    assert ("The Count &amp; more", "the-count-more") == (token["name"], token["id"])
