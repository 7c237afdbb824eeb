"""The runs of one block, or of a text of one line.

The text is read once, from left to right; the readings of an emendation are read as texts of their
own, and cannot hold another one. What is outside the grammar becomes text, and a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from edition.text import run_faults as bad
from edition.text import scan
from edition.text.brackets import Brackets
from edition.text.emphasis import Item, Stars, pair
from edition.text.faults import Fault
from edition.text.grammar import CONSTRUCTS
from edition.text.part import Part
from edition.text.runs import (
    Autolink,
    Citation,
    Emendation,
    Entity,
    Escape,
    NoteMark,
    Remark,
    Run,
    Text,
)

STARRED: Final = re.compile(r"\*+")
UNDERSCORED: Final = re.compile(r"_+")
IN_SOURCE: Final = {bad.INLINE_CODE.code, bad.EMENDATION_INSIDE.code}
"""Faults of a source's reading; anything else is the source's own, and is kept as it is."""
NAMES: Final[dict[type[Run], str]] = {
    Escape: "escape",
    Entity: "entity",
    Autolink: "address",
    NoteMark: "note-mark",
    Citation: "citation",
    Remark: "remark",
    Emendation: "emendation",
}
"""The construct that a class of run is, of those that are read here."""


def read_runs(part: Part) -> tuple[Run, ...]:
    """Read the runs of a part of a text.

    Args:
        part: The part.

    Returns:
        The runs in their order.
    """
    return _Reader(part, is_reading=False).read()


class _Reader:
    """Reads one part of a text, or one reading of an emendation in it."""

    def __init__(self, part: Part, *, is_reading: bool) -> None:
        self.part = part
        self.is_reading = is_reading
        self.items: list[Item] = []
        self.brackets = Brackets(part, self.items)
        self.absent: set[str] = set()
        """Signs that do not stand in the rest of the part, so that none is sought twice."""
        self.readers: dict[str, Callable[[int], int]] = {
            "\\": lambda at: self._put(scan.escape(part, at)),
            "<": lambda at: self._put(scan.less_than(part, at)),
            "&": lambda at: self._put(scan.ampersand(part, at)),
            "(": lambda at: self._put(scan.opening_parenthesis(part, at)),
            "[": self._bracket,
            "]": self.brackets.close,
            "{": self._brace,
            "}": self._closing_brace,
            "*": self._stars,
            "_": self._underscores,
            "`": self._accent,
        }

    def read(self) -> tuple[Run, ...]:
        at = self.part.start
        while special := scan.SPECIAL.search(self.part.source, at, self.part.end):
            self._text(at, special.start())
            at = self.readers[special[0]](special.start())
        self._text(at, self.part.end)
        self.brackets.finish()
        return pair(self.items, self.part)

    def _text(self, start: int, end: int) -> int:
        if start < end:
            self.items.append(Text(start, end, self.part.source[start:end]))
        return end

    def _put(self, run: Run) -> int:
        """Append a run if it may stand here, and return where it ends."""
        name = NAMES.get(type(run))
        if name is not None and not self.part.may_have(name):
            if CONSTRUCTS[name].is_text_elsewhere:
                return self._text(run.start, run.end)
            listed = isinstance(run, Emendation | Remark)
            kind = bad.EMENDATION_NOT_HERE if listed else bad.NOT_HERE
            self.part.report(kind, run.start, run.end)
        self.items.append(run)
        self.brackets.hold(run)
        return run.end

    def _bracket(self, at: int) -> int:
        mark = scan.opening_bracket(self.part, at)
        return self.brackets.open(at) if mark is None else self._put(mark)

    # --- braces ---------------------------------------------------------------

    def _brace(self, at: int) -> int:
        if not self.part.has(at, "{~~", "{>>"):
            self.part.report(bad.BRACE, at, at + 1)
            return self._text(at, at + 1)
        if self.is_reading:
            self.part.report(bad.EMENDATION_INSIDE, at, at + 3)
            return self._text(at, at + 3)
        run = self._emendation(at) if self.part.has(at, "{~~") else self._remark(at)
        if run is not None:
            return self._put(run)
        self.part.report(bad.EMENDATION_OPEN, at, at + 3)
        return self._text(at, at + 3)

    def _closing_brace(self, at: int) -> int:
        before = self.part.source[max(self.part.start, at - 2) : at]
        if before in {"~~", "<<"}:
            self.part.report(bad.EMENDATION_OPEN, at - 2, at + 1)
        else:
            self.part.report(bad.BRACE, at, at + 1)
        return self._text(at, at + 1)

    def _find(self, sign: str, at: int) -> int:
        """Return where a sign stands behind a place, or -1."""
        found = -1 if sign in self.absent else self.part.source.find(sign, at, self.part.end)
        if found < 0:
            self.absent.add(sign)
        return found

    def _remark(self, at: int) -> Remark | None:
        return None if self._find("<<}", at + 3) < 0 else scan.remark(self.part, at)

    def _emendation(self, at: int) -> Emendation | None:
        arrow = -1 if "~~}" in self.absent else self._find("~>", at + 3)
        close = -1 if arrow < 0 else self._find("~~}", arrow + 2)
        if close < 0:
            return None
        reason, reason_start, end = self._reason(close + 3)
        if not reason:
            self.part.report(bad.EMENDATION_REASON, at, end)
        found: list[Fault] = []
        source = self.part.inner(at + 3, arrow, found)
        reading = self.part.inner(arrow + 2, close, self.part.faults)
        runs = tuple(_Reader(part, is_reading=True).read() for part in (source, reading))
        self.part.faults.extend(fault for fault in found if fault.code in IN_SOURCE)
        return Emendation(
            at,
            end,
            runs[0],
            runs[1],
            source.text,
            source.start,
            reading.text,
            reading.start,
            reason,
            reason_start,
        )

    def _reason(self, at: int) -> tuple[str, int, int]:
        """Return the reason behind an emendation, where it begins, and where all of it ends."""
        last = self._find("<<}", at + 3) if self.part.has(at, "{>>") else -1
        if last < 0:
            return "", at, at
        return (*scan.plain_words(self.part, at + 3, last), last + 3)

    # --- single signs ---------------------------------------------------------

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """Return the characters before and after a place, or "" at the edge of the text."""
        part = self.part
        before = part.source[start - 1] if start > part.start else ""
        return before, part.source[end] if end < part.end else ""

    def _row(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self.part.source, at, self.part.end)
        return match.end() if match else at + 1

    def _stars(self, at: int) -> int:
        end = self._row(STARRED, at)
        self.items.append(Stars(at, end, *self._around(at, end)))
        return end

    def _underscores(self, at: int) -> int:
        end = self._row(UNDERSCORED, at)
        before, after = self._around(at, end)
        is_in_word = before.isalnum() and after.isalnum()
        is_alone = not before.strip() and not after.strip()
        if not is_in_word and not is_alone:
            self.part.report(bad.UNDERSCORE, at, end)
        return self._text(at, end)

    def _accent(self, at: int) -> int:
        self.part.report(bad.INLINE_CODE, at, at + 1)
        return self._text(at, at + 1)
