"""Brackets of Markdown's links, each with its partner, found in one pass over a text.

Python-Markdown counts brackets from each opening one to the end of the text, for every kind of
link, so that brackets without a partner take the square of the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from markdown import Markdown
from markdown.inlinepatterns import LinkInlineProcessor

LONGEST: Final = 2_000
"""Characters of a link's address and title at most; a longer one is text."""
Link = tuple[str, str | None, int, bool]
_BRACKET: Final = re.compile(r"[\[\]]")


class Brackets:
    """The partners of the brackets of the text that was asked about last."""

    def __init__(self) -> None:
        """Begin with no text."""
        self.text = ""
        self.partners: dict[int, int] = {}

    def within(self, data: str, index: int) -> tuple[str, int, bool]:
        """Return what stands in brackets, where it ends, and whether it does.

        Args:
            data: The text.
            index: The place after the opening bracket.
        """
        if data is not self.text:
            self.text, self.partners = data, _partners(data)
        end = self.partners.get(index - 1)
        return ("", len(data), False) if end is None else (data[index:end], end + 1, True)


def use_partners(md: Markdown) -> None:
    """Have all kinds of links of a Markdown instance find brackets in one pass.

    Args:
        md: The instance, with all its kinds of links.
    """
    brackets = Brackets()
    for processor in md.inlinePatterns:
        if isinstance(processor, LinkInlineProcessor):
            processor.getText = brackets.within  # type: ignore[method-assign]
            processor.getLink = partial(_link, processor.getLink)  # type: ignore[method-assign]


def _link(found: Callable[[str, int], Link], data: str, index: int) -> Link:
    """Return address, title and end of a link, as Markdown finds them in the next characters."""
    near = data[index : index + LONGEST]
    if ")" not in near:
        return "", None, index, False
    address, title, end, whole = found(near, 0)
    return address, title, index + end, whole


def _partners(text: str) -> dict[int, int]:
    partners: dict[int, int] = {}
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            partners[opened.pop()] = bracket.start()
    return partners
