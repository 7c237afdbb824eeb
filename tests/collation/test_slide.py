"""Lost and added words begin where a line begins."""

from __future__ import annotations

from edition.collation.align import Match, align
from edition.collation.slide import slide

ONCE = list("a.b.c.")
TWICE = list("a.b.b.c.")
ADDED_LATE = [Match(0, 0, 3), Match(3, 5, 3)]
"""An alignment of the two in which the added words are ``. b``."""


def test_added_words_are_shifted_to_the_beginning_of_a_line() -> None:
    """The second «b .» is the added one, not «. b»."""
    matches = slide(ADDED_LATE, ONCE, TWICE, {0, 2, 4}, {0, 2, 4, 6})
    assert [Match(0, 0, 2), Match(2, 4, 4)] == matches


def test_lost_words_are_shifted_in_the_same_way() -> None:
    """Sides are alike."""
    mirrored = [Match(m.right, m.left, m.size) for m in ADDED_LATE]
    matches = slide(mirrored, TWICE, ONCE, {0, 2, 4, 6}, {0, 2, 4})
    assert [Match(0, 0, 2), Match(4, 2, 4)] == matches


def test_words_are_shifted_forward_where_that_is_the_way() -> None:
    """A line may begin behind the place as well."""
    early = [Match(0, 0, 1), Match(1, 3, 5)]
    matches = slide(early, ONCE, TWICE, set(), {4})
    assert [Match(0, 0, 4), Match(4, 6, 2)] == matches


def test_nothing_is_shifted_without_a_line_to_begin() -> None:
    """The first alignment is as good as any other."""
    assert ADDED_LATE == slide(ADDED_LATE, ONCE, TWICE, set(), set())


def test_different_words_stay_where_they_are() -> None:
    """What is on both sides cannot be shifted."""
    left, right = list("abc"), list("axc")
    matches = align(left, right)
    assert matches == slide(matches, left, right, {0, 1, 2}, {0, 1, 2})
