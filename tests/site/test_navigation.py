"""Navigation and hand-written pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.editions import INVENTED, Site
from tests.reading import plain

from edition.content.model import LANGUAGES, Edition
from edition.diagnostics import ContentError
from edition.languages import Labels
from edition.pages import page_tree
from edition.site.documents import read_documents
from edition.site.navigation import alternates, check_written, configured


def test_the_navigation_has_a_part_for_each_language(invented_edition: Edition) -> None:
    """Cover and council, the articles, then lists and hand-written pages."""
    english, russian = configured(page_tree(invented_edition), INVENTED / "docs")
    cover, council, articles, *rest = english["en"]
    assert ["en/index.md", "en/council.md"] == [*cover.values(), *council.values()]
    assert {
        Labels("en").articles: [
            {"Brine Wells": "en/brine.md"},
            {"Counting Gulls": "en/gulls.md"},
            {"Ferries": "en/ferries.md"},
        ]
    } == articles
    paths = [
        path for entry in rest for path in ([entry] if isinstance(entry, str) else entry.values())
    ]
    assert {"en/tables.md", "en/authors.md", "en/about.md"} <= set(paths)
    assert {Labels("ru").articles} == set(russian["ru"][2])


def test_a_page_links_to_itself_in_each_language() -> None:
    """By addresses that hold in any folder."""
    assert (("en", "../en/gulls.html"), ("ru", "gulls.html")) == alternates("gulls", "ru")


def test_a_page_without_language_has_no_other() -> None:
    """The root is for both."""
    assert () == alternates("index", None)


def test_pages_of_one_language_do_not_show_the_navigation_of_the_other(
    invented_site: Site,
) -> None:
    """Every link of a page's navigation stays in its language."""
    for lang in LANGUAGES:
        for page in invented_site.of(lang).values():
            links = [a for nav in page.select("nav") for a in nav.select("a:not([hreflang])")]
            inside = [str(a["href"]) for a in links if not str(a["href"]).startswith("#")]
            assert inside
            assert [] == [href for href in inside if "/" in href.removeprefix("../index.html")]


def test_hand_written_pages_that_are_well_pass() -> None:
    """One page in both languages is all that an edition has to write."""
    docs = INVENTED / "docs"
    check_written(docs, read_documents(docs), {"en/index.md"})


def test_every_fault_of_hand_written_pages_is_said(issue: Path) -> None:
    """Missing, unreadable and in the way of a generated page."""
    docs = issue / "docs"
    (docs / "en" / "about.md").unlink()
    (docs / "ru" / "about.md").write_bytes(b"\xff")
    (docs / "ru" / "gulls.md").write_text("# Чайки\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        check_written(docs, read_documents(docs), {"en/gulls.md", "ru/gulls.md"})
    assert [
        ("docs/en/about.md", "F001"),
        ("docs/en/gulls.md", "M008"),
        ("docs/ru/about.md", "F002"),
        ("docs/ru/gulls.md", "M008"),
    ] == [(d.location.path, d.code) for d in raised.value.diagnostics]


def test_the_navigation_speaks_the_language_of_the_page(invented_site: Site) -> None:
    """Short titles as the edition supplies them."""
    for lang, title in (("en", "Counting Gulls"), ("ru", "Счет чаек")):
        for page in invented_site.of("en" if lang == "en" else "ru").values():
            assert [] != [a for a in page.select("nav a") if plain(a).endswith(title)]
