"""Two sequences of words to the words that agree, in sequence.

Runs that occur once on either side are fixed first (as in patience diff), so that a lost
or doubled paragraph cannot drag its neighbours along; what lies between two fixed runs
is left to :mod:`difflib`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

RUN = 3
"""How many words make a run that can be an anchor."""
SMALL = 30_000
"""Product of two lengths below which difflib needs no anchors."""


class Match(NamedTuple):
    """A run of words that is on both sides.

    Attributes:
        left: Where it begins on the left.
        right: Where it begins on the right.
        size: How many words it has.
    """

    left: int
    right: int
    size: int


class _Range(NamedTuple):
    """A stretch of both sides that is still to be aligned."""

    left: int
    left_end: int
    right: int
    right_end: int


def align(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    """Align two sequences of words.

    Args:
        left: The words of one side.
        right: The words of the other.

    Returns:
        The runs that agree, in order; they do not overlap.
    """
    found: list[Match] = []
    todo = [_Range(0, len(left), 0, len(right))]
    while todo:
        rest = _trim(left, right, todo.pop(), found)
        if rest.left == rest.left_end or rest.right == rest.right_end:
            continue
        anchors = _anchors(left, right, rest) if _is_large(rest) else []
        if anchors:
            todo.extend(_between(rest, anchors))
        else:
            found.extend(_small(left, right, rest))
    return _merged(sorted(found))


def _merged(matches: list[Match]) -> list[Match]:
    """Make one of runs that touch on both sides."""
    merged: list[Match] = []
    for match in matches:
        last = merged[-1] if merged else None
        if last and (last.left + last.size, last.right + last.size) == match[:2]:
            merged[-1] = last._replace(size=last.size + match.size)
        else:
            merged.append(match)
    return merged


def _is_large(part: _Range) -> bool:
    return (part.left_end - part.left) * (part.right_end - part.right) > SMALL


def _trim(left: Sequence[str], right: Sequence[str], part: _Range, found: list[Match]) -> _Range:
    """Take the common beginning and end off a range."""
    a, a_end, b, b_end = part
    while a < a_end and b < b_end and left[a] == right[b]:
        a, b = a + 1, b + 1
    if a > part.left:
        found.append(Match(part.left, part.right, a - part.left))
    while a < a_end and b < b_end and left[a_end - 1] == right[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
    if a_end < part.left_end:
        found.append(Match(a_end, b_end, part.left_end - a_end))
    return _Range(a, a_end, b, b_end)


def _unique(words: Sequence[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    """Return the runs that occur once in a stretch, and where."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(start, end - RUN + 1):
        run = tuple(words[at : at + RUN])
        places[run] = -1 if run in places else at
    return {run: at for run, at in places.items() if at >= 0}


def _anchors(left: Sequence[str], right: Sequence[str], part: _Range) -> list[tuple[int, int]]:
    """Return the longest chain of runs that are unique on both sides."""
    ours = _unique(left, part.left, part.left_end)
    theirs = _unique(right, part.right, part.right_end)
    pairs = sorted((ours[run], theirs[run]) for run in ours.keys() & theirs.keys())
    return _increasing(pairs)


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence of pairs that increases on the right as well."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, right) in enumerate(pairs):
        at = bisect_left(ends, right)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(right)
            last.append(index)
        else:
            ends[at] = right
            last[at] = index
    chain: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _between(part: _Range, anchors: list[tuple[int, int]]) -> list[_Range]:
    """Cut a range at its anchors; each piece begins with one, to be trimmed again."""
    cuts = [(part.left, part.right), *anchors, (part.left_end, part.right_end)]
    return [_Range(a, a_end, b, b_end) for (a, b), (a_end, b_end) in pairwise(cuts)]


def _small(left: Sequence[str], right: Sequence[str], part: _Range) -> list[Match]:
    ours = left[part.left : part.left_end]
    theirs = right[part.right : part.right_end]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return [
        Match(match.a + part.left, match.b + part.right, match.size)
        for match in matcher.get_matching_blocks()
        if match.size
    ]
