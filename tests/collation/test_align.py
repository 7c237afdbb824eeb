"""Words that agree, in sequence."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from edition.collation.align import Match, align


def agreed(left: str, right: str) -> str:
    """Return the words of two texts that agree."""
    words = left.split()
    matches = align(words, right.split())
    return " ".join(word for m in matches for word in words[m.left : m.left + m.size])


def test_equal_texts_are_one_run() -> None:
    """Nothing needs to be searched."""
    assert [Match(0, 0, 3)] == align(list("abc"), list("abc"))


def test_nothing_agrees_with_nothing() -> None:
    """Either side may be empty."""
    assert [] == align([], ["a"])
    assert [] == align(["a"], [])


def test_a_lost_word_parts_two_runs() -> None:
    """What follows agrees again."""
    assert [Match(0, 0, 1), Match(2, 1, 2)] == align(list("abcd"), list("acd"))


def test_different_words_are_left_out() -> None:
    """Only what is the same on both sides agrees."""
    assert "a c" == agreed("a b c", "a x c")


def test_runs_that_touch_are_one() -> None:
    """However they were found."""
    long = [str(number) for number in range(400)]
    matches = align(["x", *long], ["y", *long])
    assert [Match(1, 1, 400)] == matches


def test_a_lost_paragraph_does_not_drag_its_neighbours_along() -> None:
    """Of a long text everything else agrees."""
    random = Random(1)  # noqa: S311  # no secrets here
    text = [random.choice(["the", "a", "of", "gull", "pier", "tide"]) for _ in range(3000)]
    marked = [f"{word}{at}" if at % 7 == 0 else word for at, word in enumerate(text)]
    lost = marked[:1000] + marked[1100:]
    assert len(lost) == sum(match.size for match in align(marked, lost))


def test_matches_never_cross() -> None:
    """Both sides go forward."""
    random = Random(2)  # noqa: S311  # as above
    left = [random.choice("abcdefgh") for _ in range(500)]
    right = [random.choice("abcdefgh") for _ in range(500)]
    matches = align(left, right)
    for one, two in pairwise(matches):
        assert one.left + one.size <= two.left
        assert one.right + one.size <= two.right
    for match in matches:
        span = slice(match.left, match.left + match.size)
        assert left[span] == right[match.right : match.right + match.size]
