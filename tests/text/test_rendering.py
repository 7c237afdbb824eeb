"""The reader and the page agree: block by block, and in each block character by character."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.text.rendered import Page, shown_blocks, shown_line
from tests.text.written import (
    NOISE,
    REFERENCE_TEXT,
    TABLE_TEXT,
    bodies,
    noisy_bodies,
)

from edition.content.model import Edition
from edition.text.blocks import read_body, read_line
from edition.text.grammar import Place

SETTINGS = settings(
    deadline=None,  # a timing is no fault
    derandomize=True,
    database=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
STYLES = st.sampled_from(["brackets", "parentheses"])
PLACES: st.SearchStrategy[Place] = st.sampled_from(["reference", "caption", "foot"])


@pytest.fixture(scope="module")
def pages(invented_edition: Edition) -> dict[str, Page]:
    """A page of the invented issue for each style of references."""
    return {style: Page(invented_edition, style) for style in ("brackets", "parentheses")}


@SETTINGS
@given(text=bodies(), style=STYLES)
def test_a_text_inside_the_grammar_is_read_as_the_page_shows_it(
    pages: dict[str, Page], text: str, style: str
) -> None:
    """It has no fault, and every block and character is the same."""
    body = read_body(text)
    assert () == body.faults
    assert pages[style].blocks(text) == shown_blocks(body, style)


@SETTINGS
@given(text=noisy_bodies(), style=STYLES)
def test_whatever_has_no_fault_is_read_as_the_page_shows_it(
    pages: dict[str, Page], text: str, style: str
) -> None:
    """Signs in any order either have a fault or mean the same to both."""
    body = read_body(text)
    assume(not body.faults)
    labels = [block.label for block in body.blocks if block.kind == "note" and not block.goes_on]
    assume(["1", "*"] == labels)
    assert pages[style].blocks(text) == shown_blocks(body, style)


@SETTINGS
@given(text=st.one_of(NOISE, TABLE_TEXT, REFERENCE_TEXT), place=PLACES, style=STYLES)
def test_a_text_of_one_line_is_read_as_the_page_shows_it(
    pages: dict[str, Page], text: str, place: Place, style: str
) -> None:
    """Captions, notes of tables and references too."""
    line = read_line(text.strip(), place)
    assume(text.strip() and not line.faults)
    shown = shown_line(line.runs, "none" if place == "reference" else style)
    assert pages[style].line(text.strip(), place) == shown


@pytest.mark.parametrize("name", ["invented_edition", "real_edition"])
def test_every_article_is_read_as_the_page_shows_it(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Numbers, anchors, emphases, languages, links and marks of both issues."""
    edition = request.getfixturevalue(name)
    for article in edition.articles:
        style = article.meta.reference_style
        expected = Page(edition, style).blocks(article.body, article.slug)
        assert expected == shown_blocks(read_body(article.body), style)
