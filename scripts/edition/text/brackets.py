"""Brackets: words with attributes, links, and brackets that are printed.

An open bracket waits on a list for its other half, so that no depth of brackets costs more than
their length. Neither words with attributes nor links hold each other, but for such words in a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from edition.text import run_faults as bad
from edition.text import scan
from edition.text.attributes import span_attributes
from edition.text.emphasis import Item, pair
from edition.text.faults import FOUND, Kind
from edition.text.part import Part
from edition.text.runs import Entity, Escape, Link, Run, Span, Text

TARGET: Final = re.compile(r"\(([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\)")
ATTRIBUTES: Final = re.compile(r"\{([^{}\n]*)\}")


@dataclass(slots=True)
class _Bracket:
    """A bracket that waits for its other half.

    Attributes:
        start: Where it stands.
        index: Its place among the items.
        spans: Whether words with attributes stand inside.
        plain: Whether printed brackets stand inside.
        links: Whether anything stands inside that leads somewhere.
        words: Whether a link behind words stands inside.
    """

    start: int
    index: int
    spans: bool = False
    plain: bool = False
    links: bool = False
    words: bool = False

    def take(self, inner: _Bracket) -> None:
        """Learn what stands in a bracket inside of this one."""
        self.spans |= inner.spans
        self.plain |= inner.plain
        self.links |= inner.links
        self.words |= inner.words


class Brackets:
    """The brackets of a part of a text, while it is read.

    Args:
        part: The part.
        items: What has been read of it; grows by brackets, or what they make of what they hold.
    """

    def __init__(self, part: Part, items: list[Item]) -> None:
        self.part = part
        self.items = items
        self.waiting: list[_Bracket] = []

    def hold(self, run: Run) -> None:
        """Learn of a run that leads somewhere."""
        if self.waiting and not isinstance(run, Text | Escape | Entity):
            self.waiting[-1].links = True

    def open(self, at: int) -> int:
        """Read a bracket that opens and return where it ends."""
        if self.part.has(at, "[^"):
            end = self.part.source.find("]", at, min(self.part.end, at + 20)) + 1
            self.part.report(bad.NOTE_LABEL, at, end or at + 2)
        self.waiting.append(_Bracket(at, len(self.items)))
        self.items.append(Text(at, at + 1, "["))
        return at + 1

    def close(self, at: int) -> int:
        """Read a bracket that closes and return where it, or what it makes, ends."""
        part, after = self.part, at + 1
        end = None
        if not self.waiting:
            part.report(bad.BRACKET, at, after)
        else:
            bracket = self.waiting.pop()
            if part.has(after, "{") and not part.has(after, "{~~", "{>>"):
                end = self._span(bracket, at)
            elif part.has(after, "("):
                end = self._link(bracket, at)
            elif scan.is_reference_link(part, after):
                part.report(bad.REFERENCE_LINK, bracket.start, after)
            bracket.plain |= end is None
            if self.waiting:
                self.waiting[-1].take(bracket)
        if end is None:
            self.items.append(Text(at, after, "]"))
        return end or after

    def finish(self) -> None:
        """Report the brackets that have no other half."""
        for bracket in self.waiting:
            self.part.report(bad.BRACKET, bracket.start, bracket.start + 1)

    def _span(self, bracket: _Bracket, at: int) -> int | None:
        match = ATTRIBUTES.match(self.part.source, at + 1, self.part.end)
        if match is None:
            return None
        start, end = bracket.start, match.end()
        attributes = span_attributes(match[1])
        if attributes is None:
            self.part.report(bad.SPAN_ATTRIBUTES, at + 1, end)
        lang, to = attributes or (None, None)
        for name, value in (("language", lang), ("cross-reference", to)):
            if value is not None and not self.part.may_have(name):
                self.part.report(bad.NOT_HERE, start, end)
        if start + 1 == at:
            self._refuse(bracket, end, bad.SPAN_EMPTY)
        elif bracket.plain or bracket.spans or bracket.words:
            self._refuse(bracket, end, bad.SPAN_INSIDE)
        elif to is not None and bracket.links:
            self._refuse(bracket, end, bad.LINK_INSIDE)
        else:
            self._make(bracket, lambda runs: Span(start, end, runs, lang, to))
        bracket.spans = True
        bracket.links |= to is not None
        return end

    def _link(self, bracket: _Bracket, at: int) -> int | None:
        match = TARGET.match(self.part.source, at + 1, self.part.end)
        if match is None or not _is_address(match[1]):
            end = match.end() if match else self._parenthesis(at + 1)
            self.part.report(bad.LINK_ADDRESS, at + 1, end)
            return None
        start, end = bracket.start, match.end()
        target, target_start = match[1], match.start(1)
        before = self.items[bracket.index - 1] if bracket.index else None
        if isinstance(before, Text) and before.end == start and before.text.endswith("!"):
            self.part.report(bad.IMAGE, start - 1, end)
        if not self.part.may_have("link"):
            self.part.report(bad.NOT_HERE, start, end)
        if start + 1 == at:
            self._refuse(bracket, end, bad.SPAN_EMPTY)
        elif bracket.links:
            self._refuse(bracket, end, bad.LINK_INSIDE)
        else:
            self._make(bracket, lambda runs: Link(start, end, runs, target, target_start))
        bracket.links = bracket.words = True
        return end

    def _parenthesis(self, at: int) -> int:
        """Return where a parenthesis that is no address ends, as far as a message shows it."""
        close = self.part.source.find(")", at, min(self.part.end, at + FOUND))
        return at + 1 if close < 0 else close + 1

    def _make(self, bracket: _Bracket, make: Callable[[tuple[Run, ...]], Run]) -> None:
        """Put what stands behind a bracket into one run."""
        inner = self.items[bracket.index + 1 :]
        del self.items[bracket.index :]
        self.items.append(make(pair(inner, self.part)))

    def _refuse(self, bracket: _Bracket, end: int, wrong: Kind) -> None:
        """Leave what stands behind a bracket as it is, without the bracket."""
        self.part.report(wrong, bracket.start, end)
        self.items[bracket.index] = Text(bracket.start, bracket.start, "")


def _is_address(target: str) -> bool:
    return bool(scan.DESTINATION.fullmatch(target)) and not scan.WOULD_CHANGE.search(target)
