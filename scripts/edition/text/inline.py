"""The runs of one block, or of a text of one line.

The text is read once, from left to right; brackets wait on a list for their other half, so that
no depth of them costs more than its length. What is outside the grammar becomes text, and a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from edition.text import run_faults as bad
from edition.text import scan
from edition.text.attributes import span_attributes
from edition.text.emphasis import Stars, pair
from edition.text.faults import Fault
from edition.text.grammar import CONSTRUCTS, may_stand
from edition.text.places import Place
from edition.text.runs import Autolink, Citation, Emendation, Link, NoteMark, Run, Span, Text

TARGET: Final = re.compile(r"\(([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\)")
ATTRIBUTES: Final = re.compile(r"\{([^{}\n]*)\}")
SIMPLE_LABEL: Final = re.compile(r"\w+")
IN_SOURCE: Final = {bad.INLINE_CODE.code, bad.EMENDATION_INSIDE.code}
"""Faults of a source's reading; anything else is the source's, which is kept as it is."""
NAMES: Final[dict[str, str]] = {
    "Escape": "escape",
    "Entity": "entity",
    "Autolink": "address",
    "NoteMark": "note-mark",
    "Citation": "citation",
    "Remark": "remark",
    "Emendation": "emendation",
    "Link": "link",
}
"""The construct that a class of run is."""


@dataclass(slots=True)
class _Bracket:
    """A bracket that waits for its other half.

    Attributes:
        start: Where it stands.
        index: Its place among the items.
        spans: Whether brackets with attributes stand inside.
        plain: Whether brackets without any stand inside, or marks that a span cannot hold.
        links: Whether anything stands inside that leads somewhere.
        words: Whether there is a link behind words inside.
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


def read_runs(
    source: str, start: int, end: int, place: Place, faults: list[Fault]
) -> tuple[Run, ...]:
    """Read the runs of a part of a text.

    Args:
        source: The text.
        start: Where the part begins.
        end: Where it ends.
        place: Kind of the text.
        faults: Grows by what is outside the grammar.

    Returns:
        The runs in their order; together they cover the part.
    """
    return _Reader(source, start, end, place, faults).read()


class _Reader:
    """Reads one part of a text."""

    def __init__(
        self,
        source: str,
        start: int,
        end: int,
        place: Place,
        faults: list[Fault],
        *,
        inside: bool = False,
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.place: Place = place
        self.faults = faults
        self.inside = inside
        self.items: list[Run | Stars] = []
        self.brackets: list[_Bracket] = []
        self.absent: set[str] = set()
        self.readers: dict[str, Callable[[int], int]] = {
            "\\": lambda at: self._put(scan.escape(source, at, end, faults)),
            "<": lambda at: self._put(scan.less_than(source, at, end, faults)),
            "&": lambda at: self._put(scan.ampersand(source, at, end, faults)),
            "(": lambda at: self._put(scan.number_in_parentheses(source, at, end)),
            "[": self._open,
            "]": self._close,
            "{": self._brace,
            "}": self._closing_brace,
            "*": self._stars,
            "_": self._underscores,
            "`": self._accent,
        }

    def read(self) -> tuple[Run, ...]:
        at = self.start
        while special := scan.SPECIAL.search(self.source, at, self.end):
            self._text(at, special.start())
            at = self.readers[special[0]](special.start())
        self._text(at, self.end)
        for bracket in self.brackets:
            self.faults.append(bad.BRACKET.at(bracket.start, bracket.start + 1, "["))
        return pair(self.items, self.place, self.faults)

    def _text(self, start: int, end: int) -> int:
        if start < end:
            self.items.append(Text(start, end, self.source[start:end]))
        return end

    def _put(self, run: Run) -> int:
        """Append a run if it may stand here, and return where it ends."""
        name = NAMES.get(type(run).__name__)
        if name is not None and not may_stand(name, self.place):
            written = self.source[run.start : run.end]
            if CONSTRUCTS[name].is_text_elsewhere:
                return self._text(run.start, run.end)
            self.faults.append(bad.NOT_HERE.at(run.start, run.end, f"'{written}'"))
        self.items.append(run)
        if self.brackets and name not in {None, "escape", "entity"}:
            self.brackets[-1].links = True
            self.brackets[-1].words |= isinstance(run, Link)
            if isinstance(run, NoteMark) and not SIMPLE_LABEL.fullmatch(run.label):
                self.brackets[-1].plain = True
        return run.end

    # --- brackets -------------------------------------------------------------

    def _open(self, at: int) -> int:
        mark = scan.opening_bracket(self.source, at, self.end)
        if mark is not None:
            return self._put(mark)
        if self.source.startswith("[^", at, self.end):
            self.faults.append(bad.NOTE_LABEL.at(at, at + 2, self.source[at : at + 8]))
        self.brackets.append(_Bracket(at, len(self.items)))
        return self._text(at, at + 1)

    def _close(self, at: int) -> int:
        if not self.brackets:
            self.faults.append(bad.BRACKET.at(at, at + 1, "]"))
            return self._text(at, at + 1)
        bracket = self.brackets.pop()
        after = at + 1
        ends = None
        if self._is(after, "{") and not self._is(after, "{~~", "{>>"):
            ends = self._span(bracket, at)
        elif self._is(after, "("):
            ends = self._link(bracket, at)
        elif self._is(after, "[") and not scan.NOTE_MARK.match(self.source, after, self.end):
            found = self.source[bracket.start : after]
            self.faults.append(bad.REFERENCE_LINK.at(bracket.start, after, found))
        if ends is None:
            bracket.plain = True
            ends = self._text(at, after)
        if self.brackets:
            self.brackets[-1].take(bracket)
        return ends

    def _is(self, at: int, *signs: str) -> bool:
        return self.source.startswith(signs, at, self.end)

    def _cut(self, bracket: _Bracket) -> list[Run | Stars]:
        """Take what stands behind a bracket out of the items, and the bracket itself."""
        inner = self.items[bracket.index + 1 :]
        del self.items[bracket.index :]
        return inner

    def _span(self, bracket: _Bracket, at: int) -> int | None:
        match = ATTRIBUTES.match(self.source, at + 1, self.end)
        if match is None:
            return None
        written = self.source[bracket.start : match.end()]
        attributes = span_attributes(match[1])
        if attributes is None:
            self.faults.append(bad.SPAN_ATTRIBUTES.at(at + 1, match.end(), match[0]))
        lang, to = attributes or (None, None)
        inner = self._cut(bracket)
        if not inner:
            self.faults.append(bad.SPAN_EMPTY.at(bracket.start, match.end(), written))
        for name, value in (("language", lang), ("cross-reference", to)):
            if value is not None and not may_stand(name, self.place):
                self.faults.append(bad.NOT_HERE.at(bracket.start, match.end(), f"'{written}'"))
        if bracket.plain or bracket.spans or bracket.words:
            self.faults.append(bad.SPAN_INSIDE.at(bracket.start, match.end(), written))
            self.items += inner
        elif to is not None and bracket.links:
            self.faults.append(bad.LINK_INSIDE.at(bracket.start, match.end(), written))
            self.items += inner
        else:
            runs = pair(inner, self.place, self.faults)
            self.items.append(Span(bracket.start, match.end(), runs, lang, to))
        bracket.spans, bracket.links = True, bracket.links or to is not None
        return match.end()

    def _link(self, bracket: _Bracket, at: int) -> int | None:
        match = TARGET.match(self.source, at + 1, self.end)
        target = match[1] if match else ""
        if (
            match is None
            or not scan.LINK_TARGET.fullmatch(target)
            or scan.WOULD_CHANGE.search(target)
        ):
            found = match[0] if match else self.source[at + 1 : self.end]
            ends = match.end() if match else at + 2
            self.faults.append(bad.LINK_ADDRESS.at(at + 1, ends, found))
            return None
        written = self.source[bracket.start : match.end()]
        if self._is(bracket.start - 1, "!") and isinstance(self._before(bracket), Text):
            self.faults.append(bad.IMAGE.at(bracket.start - 1, match.end(), f"!{written}"))
        inner = self._cut(bracket)
        if not inner:
            self.faults.append(bad.SPAN_EMPTY.at(bracket.start, match.end(), written))
        if bracket.links:
            self.faults.append(bad.LINK_INSIDE.at(bracket.start, match.end(), written))
            self.items += inner
        else:
            runs = pair(inner, self.place, self.faults)
            self._put(Link(bracket.start, match.end(), runs, target, match.start(1)))
        bracket.links = bracket.words = True
        return match.end()

    def _before(self, bracket: _Bracket) -> Run | Stars | None:
        return self.items[bracket.index - 1] if bracket.index else None

    # --- braces ---------------------------------------------------------------

    def _brace(self, at: int) -> int:
        if not self._is(at, "{~~", "{>>"):
            self.faults.append(bad.BRACE.at(at, at + 1, "{"))
            return self._text(at, at + 1)
        run: Run | None = None
        if self.inside:
            self.faults.append(bad.EMENDATION_INSIDE.at(at, at + 3, self.source[at : at + 3]))
        elif self._is(at, "{~~"):
            run = self._emendation(at)
        elif "<<}" not in self.absent:
            run = scan.remark(self.source, at, self.end, self.faults)
            self.absent |= {"<<}"} if run is None else set()
        if run is not None:
            return self._put(run)
        if not self.inside:
            self.faults.append(bad.EMENDATION_OPEN.at(at, at + 3, self.source[at : at + 3]))
        return self._text(at, at + 3)

    def _closing_brace(self, at: int) -> int:
        before = self.source[max(self.start, at - 2) : at]
        if before in {"~~", "<<"}:
            self.faults.append(bad.EMENDATION_OPEN.at(at - 2, at + 1, before + "}"))
        else:
            self.faults.append(bad.BRACE.at(at, at + 1, "}"))
        return self._text(at, at + 1)

    def _find(self, sign: str, at: int) -> int:
        """Return where a sign stands behind a place, or -1; what is not there is sought once."""
        found = -1 if sign in self.absent else self.source.find(sign, at, self.end)
        if found < 0:
            self.absent.add(sign)
        return found

    def _emendation(self, at: int) -> Emendation | None:
        if "~~}" in self.absent:
            return None
        arrow = self._find("~>", at + 3)
        close = self._find("~~}", arrow + 2) if arrow >= 0 else -1
        if close < 0:
            return None
        reason, end = "", close + 3
        if self._is(end, "{>>") and (last := self._find("<<}", end + 3)) >= 0:
            reason = self.source[end + 3 : last].strip()
            scan.plain_words(self.source, end + 3, last, self.faults)
            end = last + 3
        if not reason:
            self.faults.append(bad.EMENDATION_REASON.at(at, end, self.source[at:end]))
        lenient: list[Fault] = []
        source = self._inner(at + 3, arrow, lenient)
        self.faults += [fault for fault in lenient if fault.code in IN_SOURCE]
        reading = self._inner(arrow + 2, close, self.faults)
        return Emendation(
            at,
            end,
            source,
            reading,
            self.source[at + 3 : arrow],
            at + 3,
            self.source[arrow + 2 : close],
            arrow + 2,
            reason,
        )

    def _inner(self, start: int, end: int, faults: list[Fault]) -> tuple[Run, ...]:
        return _Reader(self.source, start, end, self.place, faults, inside=True).read()

    # --- single signs ---------------------------------------------------------

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """Return the characters before and after a part, or "" at the edge of the text."""
        before = self.source[start - 1] if start > self.start else ""
        return before, self.source[end] if end < self.end else ""

    def _stars(self, at: int) -> int:
        match = scan.STARRED.match(self.source, at, self.end)
        end = match.end() if match else at + 1
        self.items.append(Stars(at, end, *self._around(at, end)))
        return end

    def _underscores(self, at: int) -> int:
        match = scan.UNDERSCORED.match(self.source, at, self.end)
        end = match.end() if match else at + 1
        before, after = self._around(at, end)
        in_word = before.isalnum() and after.isalnum()
        alone = not before.strip() and not after.strip()
        if not in_word and not alone:
            self.faults.append(bad.UNDERSCORE.at(at, end, self.source[at:end]))
        return self._text(at, end)

    def _accent(self, at: int) -> int:
        self.faults.append(bad.INLINE_CODE.at(at, at + 1))
        return self._text(at, at + 1)
