"""The site of the real issue, built strictly, and what must be found on it."""

from __future__ import annotations

import re

import pytest
from tests.editions import Site
from tests.reading import one, plain
from tests.site_structure import SiteStructure

from edition.content.model import LANGUAGES


class TestRealSite(SiteStructure):
    """The structure of the real issue's site."""

    @pytest.fixture
    def site(self, real_site: Site) -> Site:
        """The site that is meant."""
        return real_site


def count(site: Site, lang: str, selector: str) -> int:
    """Count what a selector finds on the articles' pages of one language."""
    pages = {name: page for name, page in site.articles().items() if name.startswith(f"{lang}/")}
    return sum(len(page.select(selector)) for page in pages.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_issue_is_on_the_site(lang: str, real_site: Site) -> None:
    """Nine articles, 47 notes, 30 references, seven tables and five lost diagrams."""
    assert {
        "articles": 9,
        "notes": 47,
        "references": 30,
        "tables": 7,
        "diagrams": 5,
    } == {
        "articles": count(real_site, lang, ".article-text"),
        "notes": count(real_site, lang, "li.note"),
        "references": count(real_site, lang, "li.reference"),
        "tables": count(real_site, lang, "figure.table"),
        "diagrams": count(real_site, lang, "figure.reconstruction"),
    }


def test_the_body_of_the_articles_has_its_length(real_site: Site) -> None:
    """About 30,500 words, as counted in the source."""
    text = " ".join(
        plain(one(page, ".article-text"))
        for name, page in real_site.articles().items()
        if name.startswith("en/")
    )
    words = len(re.findall(r"[A-Za-z]+", text))
    assert 30_000 < words < 34_000


def test_two_abstracts_are_printed_and_the_rest_is_supplied(real_site: Site) -> None:
    """And every article has one in both languages."""
    origins = [
        plain(one(page, ".abstract .origin"))
        for name, page in real_site.articles().items()
        if name.startswith("en/")
    ]
    assert [2, 7] == sorted(origins.count(origin) for origin in set(origins))
    assert 9 == count(real_site, "ru", ".abstract")


def test_the_council_has_eight_members_in_both_languages(real_site: Site) -> None:
    """As the print has them."""
    for lang in LANGUAGES:
        assert 8 == len(real_site.pages[f"{lang}/council.html"].select(".council li"))


def test_the_list_of_tables_has_all_twelve(real_site: Site) -> None:
    """Seven printed tables and five lost diagrams."""
    for lang in LANGUAGES:
        lists = real_site.pages[f"{lang}/tables.html"].select(".table-list")
        assert [7, 5] == [len(entries.select(".table-entry")) for entries in lists]


def test_all_ten_authors_are_listed(real_site: Site) -> None:
    """Nine articles, one of them by two."""
    for lang in LANGUAGES:
        assert 10 == len(real_site.pages[f"{lang}/authors.html"].select("h2"))


def test_every_article_offers_the_text_as_in_the_source(real_site: Site) -> None:
    """Each has signs that the edition sets."""
    assert 18 == sum(bool(page.select(".source-view")) for page in real_site.articles().values())


def test_no_straight_mark_is_left_in_what_is_printed(real_site: Site) -> None:
    """In this issue every one is certain; what the source reads is quoted as it stands."""
    for name, page in real_site.articles().items():
        for part in page.select("[data-printed], .article-head, nav"):
            assert not re.search("['\"]", part.get_text()), name


def test_the_title_of_the_journal_has_its_apostrophe(real_site: Site) -> None:
    """In titles, heads, feet, references and citations, on every page."""
    for name, page in real_site.pages.items():
        assert "Central Asia’s Affairs" in page.get_text(), name
        assert "Asia's" not in str(page), name
