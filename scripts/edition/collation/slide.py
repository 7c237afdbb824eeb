"""Lost and added words put where a reader would see them: at the beginning of a line.

Where words are on one side only, an alignment may often be shifted: of "A. B. B. C." the
added part is "B." or ". B", the one as good as the other for a machine. Of all these
places one at which a line or a paragraph begins is the best.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from edition.collation.align import Match


def slide(
    matches: Sequence[Match],
    left: Sequence[str],
    right: Sequence[str],
    left_starts: Collection[int],
    right_starts: Collection[int],
) -> list[Match]:
    """Shift what is on one side only to the beginning of a line.

    Args:
        matches: The runs that agree.
        left: The words of one side.
        right: The words of the other.
        left_starts: Indices on the left at which a line begins.
        right_starts: Indices on the right at which a line begins.

    Returns:
        The runs, some of them longer and their neighbours shorter.
    """
    slid: list[Match] = list(matches[:1])
    for match in matches[1:]:
        before = slid[-1]
        left_end, right_end = before.left + before.size, before.right + before.size
        room = before.size, match.size
        by = 0
        if left_end == match.left and right_end < match.right:
            by = _shift(right, (right_end, match.right), right_starts, room)
        elif right_end == match.right and left_end < match.left:
            by = _shift(left, (left_end, match.left), left_starts, room)
        slid[-1] = before._replace(size=before.size + by)
        slid.append(Match(match.left + by, match.right + by, match.size - by))
    return [match for match in slid if match.size]


def _shift(
    words: Sequence[str],
    stretch: tuple[int, int],
    starts: Collection[int],
    room: tuple[int, int],
) -> int:
    """Return by how many words a stretch is to be shifted; 0 if there is no better place."""
    start, end = stretch
    for direction, limit in zip((-1, 1), room, strict=True):
        by = 0
        while start + by not in starts and abs(by) < limit:
            edge = min(by, by + direction)
            if words[start + edge] != words[end + edge]:
                break
            by += direction
        if start + by in starts:
            return by
    return 0
