"""Roles of the parts of a publication (DPUB-ARIA 1.1), where HTML allows them, and no others."""

from __future__ import annotations

from typing import Final

import pytest
from bs4 import Tag
from tests.editions import Site
from tests.reading import one, there

from edition.content.model import AUTHORITY_KINDS, LANGUAGES
from edition.text.views import blocks_of

ALLOWED: Final = {
    "a": {"doc-noteref", "doc-biblioref", "doc-backlink"},
    "section": {
        "doc-abstract", "doc-bibliography", "doc-colophon", "doc-endnotes", "doc-index", "doc-toc",
    },
    "form": {"search"},
    "p": {"status"},
    "div": {"group", "img"},
    "span": {"img"},
    "svg": {"img"},
}  # fmt: skip
"""What "ARIA in HTML" allows of the roles that the pages use, element by element."""

DEPRECATED: Final = ("doc-endnote", "doc-biblioentry")
"""A list of notes is a list: its items may have no role of their own."""


@pytest.fixture(params=["real_site", "invented_site"])
def site(request: pytest.FixtureRequest) -> Site:
    """The real issue, and the invented one."""
    found: Site = request.getfixturevalue(request.param)
    return found


def test_every_role_is_one_that_its_element_may_have(site: Site) -> None:
    """Also no role that the element has by itself."""
    assert [] == [
        (name, element.name, element["role"])
        for name, page in site.pages.items()
        for element in page.select("[role]")
        if element["role"] not in ALLOWED.get(element.name, set())
    ]
    assert [] == [
        (name, role)
        for name, page in site.pages.items()
        for role in DEPRECATED
        if page.select(f"[role={role}]")
    ]


def test_parts_of_a_publication_have_names(site: Site) -> None:
    """Each is called as the heading in it, or above it, says."""
    for name, page in site.pages.items():
        for part in page.select("section[role]"):
            heading = one(page, f"[id='{part['aria-labelledby']}']")
            assert heading.name in {"h2", "h3"}, (name, part["role"])
            inside = heading.find_parent("section") is part
            assert inside or heading.find_next_sibling() is part, (name, part["role"])


def test_an_article_has_the_parts_that_it_has(site: Site) -> None:
    """An abstract; notes and references, if there are any: as sections, with lists in them."""
    for name, page in site.articles().items():
        article = site.edition.article(name[3:].removesuffix(".html"))
        expected = {
            "doc-abstract": 1,
            "doc-endnotes": int(bool(blocks_of(article.text, "note"))),
            "doc-bibliography": int(bool(article.meta.references)),
        }
        assert expected == {role: len(page.select(f"section[role={role}]")) for role in expected}
        notes = page.select("section[role=doc-endnotes] > .note-list > ol > li")
        assert page.select("li.note") == notes
        entries = page.select("section[role=doc-bibliography] > ol > li")
        assert page.select("li.reference") == entries


def roles(links: list[Tag]) -> set[str]:
    """Return the roles of links; a plain link has none."""
    return {str(link.get("role", "link")) for link in links}


def test_ways_to_notes_and_back_say_so(site: Site) -> None:
    """By their roles: marks of notes and of the apparatus, citations, and each way back."""
    for name, page in site.articles().items():
        assert {"doc-noteref"} >= roles(page.select("sup a, a.apparatus-mark")), name
        assert {"doc-biblioref"} >= roles(page.select("a.citation")), name
        backs = [
            link
            for link in page.select("li.note a, li.reference a, .apparatus-list a")
            if there(link).startswith(("fnref", "cite-", "mark-"))
        ]
        assert {"doc-backlink"} >= roles(backs), name
        assert {"link"} >= roles(page.select("a.cross-reference, a.same-as, a.permalink")), name
        assert len(page.select("[role=doc-backlink]")) == len(backs), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cover_has_the_contents_and_the_colophon(lang: str, site: Site) -> None:
    """The printed table of contents leads to every article; the masthead is a colophon."""
    page = site.pages[f"{lang}/index.html"]
    links = one(page, "section[role=doc-toc]").select("a[href]")
    assert [
        f"{article.slug}.html"
        for section in site.edition.issue.sections
        for article in site.edition.articles_in(section.id)
    ] == [link["href"] for link in links]
    assert one(page, "#masthead").parent is one(page, "section[role=doc-colophon]")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_are_an_index_for_each_kind(lang: str, site: Site) -> None:
    """Persons, places and organisations, as far as the issue has them."""
    page = site.pages.get(f"{lang}/names.html")
    kinds = [kind for kind in AUTHORITY_KINDS if site.edition.authority.of(kind)]
    indexes = page.select("section[role=doc-index]") if page is not None else []
    assert kinds == [index["aria-labelledby"] for index in indexes]
    for kind, index in zip(kinds, indexes, strict=True):
        assert len(site.edition.authority.of(kind)) == len(index.select(".names > li"))
