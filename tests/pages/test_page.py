"""A page: Markdown and metadata."""

from __future__ import annotations

import yaml

from edition.pages.page import Page, in_language


def page(markdown: str) -> Page:
    """Return a Russian page."""
    return Page(
        path="ru/gulls.md",
        kind="article",
        key="gulls",
        lang="ru",
        title='Чайки: "да"',
        description="О чайках.",
        markdown=markdown,
        source="articles/gulls.md",
        meta={"authors": ["Тобиас Морроу"], "title": "over"},
    )


def test_a_page_is_front_matter_and_markdown() -> None:
    """Another engine reads it back; letters are written as they are."""
    _, front, body = page("\n\nТекст.\n\n").render().split("---\n", 2)
    assert "Тобиас Морроу" in front
    assert {
        "title": "over",
        "description": "О чайках.",
        "kind": "article",
        "key": "gulls",
        "lang": "ru",
        "authors": ["Тобиас Морроу"],
    } == yaml.safe_load(front)
    assert "\n::: language ru\n\nТекст.\n" == body


def test_the_language_is_said_once() -> None:
    """The page of an article says it itself."""
    assert "::: article gulls ru\n\nТекст.\n" == in_language("::: article gulls ru\n\nТекст.", "ru")
    assert "::: language en\n\nText.\n" == in_language("Text.", "en")
