"""The paragraphs of an article as one text, so that many passages are found in it quickly."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from edition.text.blocks import Body
from edition.text.views import folded, reading_text


class Paragraphs:
    """The numbered paragraphs and items of a text as a reader reads them."""

    def __init__(self, body: Body) -> None:
        """Gather the paragraphs.

        Args:
            body: Text of an article.
        """
        numbered = [
            (block.number, reading_text(block.runs))
            for block in body.blocks
            if block.number is not None
        ]
        self._numbers = [number for number, _ in numbered]
        self._text = "\n".join(text for _, text in numbered)
        self._starts = [0, *accumulate(len(text) + 1 for _, text in numbered)]

    def find(self, passage: str) -> int | None:
        """Find the paragraph that holds a passage.

        Args:
            passage: Words quoted from it as a reader sees them.

        Returns:
            The number of the first one, or ``None`` if no paragraph holds the passage.
        """
        return next(iter(self.holding(passage, most=1)), None)

    def holding(self, passage: str, most: int = 2) -> list[int]:
        """Return the numbers of the first paragraphs that hold a passage, at most so many."""
        wanted = folded(passage)
        found: list[int] = []
        here = self._text.find(wanted) if wanted else -1
        while here >= 0 and len(found) < most:
            index = bisect_right(self._starts, here) - 1
            found.append(self._numbers[index])
            here = self._text.find(wanted, self._starts[index + 1])
        return found
