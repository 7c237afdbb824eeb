"""The lines that say what a page is about."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from tests.rendering import render, renderer

from edition.content.model import Edition, Language
from edition.markup.context import Context


def test_the_line_is_not_shown(invented_edition: Edition) -> None:
    """It is for the markup alone."""
    assert "<p>One.</p>" == render("::: article ferries ru\n\nOne.", invented_edition)
    assert "<p>One.</p>" == render("::: language en\n\nOne.")


def test_an_article_that_is_not_there_is_a_mistake_of_the_program(
    invented_edition: Edition,
) -> None:
    """The line is written by the page templates, never by an editor."""
    with pytest.raises(KeyError, match="nowhere"):
        render("::: article nowhere en\n\nOne.", invented_edition)


def test_the_next_page_knows_nothing_of_the_last(invented_edition: Edition) -> None:
    """Language and article are forgotten."""
    markdown = renderer(invented_edition)
    markdown.convert("::: article brine ru\n\nOne [1].")
    markdown.reset()
    assert '<p>[1] <span lang="ru">чайка</span></p>' == markdown.convert("[1] чайка")


@pytest.mark.parametrize(("lang", "expected"), [("en", None), ("ru", "ru")])
def test_a_label_says_its_language_where_the_text_has_another(
    invented_edition: Edition, lang: Language, expected: str | None
) -> None:
    """On an English page of an English text nothing is said."""
    element = ET.Element("a")
    Context(invented_edition, invented_edition.article("gulls"), lang).label(element, "x")
    assert ("x", expected) == (element.get("aria-label"), element.get("lang"))
