"""The site of the invented issue: everything that an issue can have, built strictly."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from tests.editions import Site
from tests.reading import OF_KEYBOARD, one, plain
from tests.site_structure import SiteStructure

SITEMAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


class TestInventedSite(SiteStructure):
    """The structure of the invented issue's site."""

    @pytest.fixture
    def site(self, invented_site: Site) -> Site:
        """The site that is meant."""
        return invented_site


def test_the_sitemap_names_every_page_in_both_languages(invented_site: Site) -> None:
    """With absolute addresses, and without a date."""
    tree = ET.parse(invented_site.folder / "sitemap.xml")  # noqa: S314  # our own
    base = "https://tidewater.example/papers/"
    addresses = [str(loc.text) for loc in tree.iterfind("s:url/s:loc", SITEMAP)]
    pages = [name for name in invented_site.pages if name != "404.html"]
    assert sorted(base + name for name in pages) == sorted(addresses)
    for url in tree.iterfind("s:url", SITEMAP):
        links = {a.get("hreflang"): a.get("href") for a in url.iterfind("x:link", SITEMAP)}
        address = str(url.findtext("s:loc", namespaces=SITEMAP)).removeprefix(base)
        if address == "index.html":
            assert {} == links
        else:
            expected = {lang: f"{base}{lang}/{address[3:]}" for lang in ("en", "ru")}
            assert expected == {lang: links[lang] for lang in ("en", "ru")}
    assert [] == tree.findall(".//s:lastmod", SITEMAP)


def test_a_page_says_its_own_address(invented_site: Site) -> None:
    """Search engines show this one and no copy."""
    link = one(invented_site.pages["ru/gulls.html"], "link[rel=canonical]")
    assert "https://tidewater.example/papers/ru/gulls.html" == link["href"]


def test_the_mark_of_a_table_s_note_is_in_its_caption(invented_site: Site) -> None:
    """In both languages, and the note leads back there."""
    for lang in ("en", "ru"):
        page = invented_site.pages[f"{lang}/brine.html"]
        assert "3" == plain(one(page, "#brine-1-caption a.note-mark"))
        assert "#fnref-3" == one(page, "#fn-3 a.note-back")["href"]


def test_foreign_words_keep_their_language(invented_site: Site) -> None:
    """Marked by the editor, or recognised by their letters."""
    page = invented_site.pages["en/brine.html"]
    assert "mise en place" == plain(one(page, "[lang=fr]"))
    assert ["фенмутская соль", "пуд"] == [plain(s) for s in page.select("#p1 [lang=ru]")]


def test_cross_references_lead_to_what_they_mean(invented_site: Site) -> None:
    """To notes and to references, from the text and from notes."""
    page = invented_site.pages["en/brine.html"]
    assert [("Ibid.", "#ref-1"), ("Op. cit.", "#fn-2"), ("Ibid.", "#fn-1")] == [
        (plain(a), a["href"]) for a in page.select("a.cross-reference")
    ]


def test_the_text_as_in_the_source_is_offered_where_it_differs(invented_site: Site) -> None:
    """By an emendation or a sign, if only of a table; else there is nothing to switch."""
    offered = {
        name: bool(page.select(".source-view")) for name, page in invented_site.articles().items()
    }
    expected = {"en/brine.html", "ru/brine.html", "en/gulls.html"}
    assert expected == {name for name in offered if offered[name]}
    for name, shared in invented_site.articles().items():
        page = BeautifulSoup(str(shared), "html5lib")
        for supplied in page.select(".own, h2, [lang=en] figure[lang=ru]"):
            supplied.decompose()
        words = "".join(part.get_text() for part in page.select("[data-printed]"))
        signs = words.replace("\u00a0", " ").translate(OF_KEYBOARD) != words.replace("\u00a0", " ")
        assert offered[name] == bool(signs or page.select(".emendation")), name
