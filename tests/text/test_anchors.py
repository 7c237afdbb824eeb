"""Frozen numbers of paragraphs: what was cited once is found there."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.editions import INVENTED, ROOT
from tests.text.rendered import Page

from edition.content.model import Edition
from edition.text.anchors import Anchor, anchors, anchors_file, digest, moved, read_anchors
from edition.text.blocks import read_body

ISSUES = [("invented_edition", INVENTED), ("real_edition", ROOT)]
TEXT = "One.\n\n## Two\n\n- Three[^1]\n- *Four*\n\n[^1]: Five."


@pytest.mark.parametrize(("name", "folder"), ISSUES)
def test_every_paragraph_has_the_number_that_it_was_published_with(
    name: str, folder: Path, request: pytest.FixtureRequest
) -> None:
    """A difference moves what readers have cited; only a corrected text may change its digest."""
    edition: Edition = request.getfixturevalue(name)
    frozen = (folder / "articles" / "anchors.txt").read_text(encoding="utf-8")
    assert frozen == anchors_file((article.slug, article.text) for article in edition.articles)


@pytest.mark.parametrize(("name", "folder"), ISSUES)
def test_the_page_shows_the_frozen_paragraphs_at_their_anchors(
    name: str, folder: Path, request: pytest.FixtureRequest
) -> None:
    """The file is true of the page, not only of the reader."""
    edition: Edition = request.getfixturevalue(name)
    frozen = read_anchors((folder / "articles" / "anchors.txt").read_text(encoding="utf-8"))
    shown = []
    for article in edition.articles:
        for block in Page(edition, "none").blocks(article.body, article.slug):
            if block.anchor.startswith("p") and block.kind in {"paragraph", "item"}:
                signs = "".join(sign.sign for sign in block.shown if len(sign.sign) == 1)
                shown.append(Anchor(article.slug, block.anchor, digest(" ".join(signs.split()))))
    assert list(frozen) == shown


def test_a_line_names_article_anchor_and_words() -> None:
    """Headings and notes have no line."""
    expected = [
        Anchor("gulls", "p1", digest("One.")),
        Anchor("gulls", "p2", digest("Three")),
        Anchor("gulls", "p3", digest("Four")),
    ]
    assert expected == list(anchors("gulls", read_body(TEXT)))
    assert tuple(expected) == read_anchors(anchors_file([("gulls", read_body(TEXT))]))


def test_a_new_paragraph_moves_those_after_it() -> None:
    """Each is named with the anchor that it has now."""
    frozen = list(anchors("gulls", read_body("One.\n\nTwo.\n\nThree.")))
    now = list(anchors("gulls", read_body("One.\n\nNew.\n\nTwo.\n\nThree.")))
    assert [(frozen[1], "p3"), (frozen[2], "p4")] == list(moved(frozen, now))


def test_a_corrected_paragraph_has_not_moved() -> None:
    """Its words differ, its number does not."""
    frozen = list(anchors("gulls", read_body("One.\n\nTow.\n\nThree.")))
    now = list(anchors("gulls", read_body("One.\n\nTwo.\n\nThree.")))
    assert [] == list(moved(frozen, now))


def test_a_lost_paragraph_has_no_anchor_any_more() -> None:
    """The number that it had is gone, or another paragraph has it."""
    frozen = list(anchors("gulls", read_body("One.\n\nTwo.")))
    assert [(frozen[1], "")] == list(moved(frozen, anchors("gulls", read_body("One."))))


def test_a_corrected_paragraph_is_not_sought_among_its_likes() -> None:
    """Another paragraph of the same words stands where it stood."""
    frozen = list(anchors("gulls", read_body("Yes.\n\nNo.\n\nYes.")))
    now = list(anchors("gulls", read_body("Yes!\n\nNo.\n\nYes.")))
    assert [] == list(moved(frozen, now))
