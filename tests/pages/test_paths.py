"""Addresses."""

from __future__ import annotations

import pytest

from edition.pages import paths


def test_pages_have_a_path_and_an_address_per_language() -> None:
    """Any static server, or a disk, can show them without rewriting."""
    assert "ru/brine.md" == paths.source_path("brine", "ru")
    assert "ru/brine.html" == paths.page_url("brine", "ru")


def test_links_inside_a_language_need_no_folder() -> None:
    """With or without an anchor."""
    assert "brine.md" == paths.link("brine")
    assert "brine.md#p3" == paths.link("brine", "p3")


def test_tables_have_one_address_for_both_languages() -> None:
    """The data speak no language."""
    assert "tables/brine-1.csv" == paths.table_data("brine-1.csv")


@pytest.mark.parametrize(
    ("url", "page", "relative"),
    [
        ("ru/brine.html", "en/brine.html", "../ru/brine.html"),
        ("en/brine.html", "en/gulls.html", "brine.html"),
        ("en/index.html", "index.html", "en/index.html"),
        ("tables/a.csv", "en/gulls.html", "../tables/a.csv"),
    ],
)
def test_an_address_is_seen_from_a_page(url: str, page: str, relative: str) -> None:
    """So that the site can lie in any folder of a server."""
    assert relative == paths.relative(url, page)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("en/brine.md", ("brine", "en")),
        ("ru/index.md", ("index", "ru")),
        ("index.md", ("index", None)),
        ("de/brine.md", ("de/brine", None)),
        ("en/deep/brine.md", ("en/deep/brine", None)),
    ],
)
def test_a_path_says_key_and_language(source: str, key: tuple[str, str | None]) -> None:
    """Only the two language folders have a language."""
    assert key == paths.key_of(source)
