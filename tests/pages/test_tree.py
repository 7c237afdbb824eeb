"""Every page of the edition."""

from __future__ import annotations

from collections import Counter

from edition.content.model import LANGUAGES, Edition
from edition.pages import page_tree


def test_the_pages_are_those_of_both_languages_and_a_root(invented_edition: Edition) -> None:
    """In the order of the navigation; both languages have the same pages."""
    paths = [page.path for page in page_tree(invented_edition)]
    assert "index.md" == paths[0]
    english, russian = (
        [path for path in paths if path.startswith(lang)] for lang in ("en/", "ru/")
    )
    assert [path.replace("en/", "ru/") for path in english] == russian
    assert paths == ["index.md", *english, *russian]
    first = [f"en/{key}.md" for key in ("index", "council", "brine", "gulls", "ferries", "tables")]
    assert first == english[: len(first)]


def test_every_page_says_what_it_is(invented_edition: Edition) -> None:
    """Title and description are plain text, and the source is a content file."""
    for page in page_tree(invented_edition):
        for text in (page.title, page.description):
            assert text == " ".join(text.split())
            assert text
            assert "[^" not in text
        assert page.source.startswith(("articles", "tables/"))


def test_titles_of_one_language_are_different(invented_edition: Edition) -> None:
    """A reader with many tabs can tell them apart."""
    for lang in LANGUAGES:
        pages = [page for page in page_tree(invented_edition) if page.path.startswith(f"{lang}/")]
        assert [] == [title for title, n in Counter(p.title for p in pages).items() if n > 1]


def test_the_tree_is_a_function_of_the_edition(invented_edition: Edition) -> None:
    """The same content gives the same pages."""
    assert page_tree(invented_edition) == page_tree(invented_edition)
