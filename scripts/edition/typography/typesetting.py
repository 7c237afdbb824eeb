"""The last touch to a finished page: the signs and the lines of its languages.

Files, templates and labels may be written with the signs of a keyboard. Here, where a page is
whole and every text on it has its language, they are set as :mod:`edition.typography.signs` and
:mod:`edition.typography.breaks` say. The parser of the standard library tells what is text and what
is not; only the texts and the values in which a sign is set are written anew, and nothing else of
the page changes by a byte.

Inside ``data-printed`` a reader can ask for the text as in the source. A sign that stands in the
file itself is wrapped there (``<span class="own">``): the script turns back all others.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate
from typing import Final

from edition.languages import of
from edition.languages.scripts import script_of
from edition.typography.breaks import BACK, hold_spaces, seams, wholes
from edition.typography.signs import OPAQUE, STRAIGHT, set_signs, typographic

PRINTED: Final = "data-printed"
"""Attribute of what a switch can show as in the source."""

_VALUE: Final = re.compile(
    r"""(?<![^\s"'=<>/])([^\s"'=<>/]++)(\s*+=\s*+)("[^"]*"|'[^']*'|[^\s>]+)"""
)
_LEFT: Final = frozenset({"code", "pre", "script", "style", "textarea"})
"""Elements that stay as they are, with all that is in them."""
_VOID: Final = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd"}
    | {"label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"}
    | {"var", "wbr"}
)
_SAID: Final = frozenset({"aria-label", "title", "alt", "placeholder", "data-section"})
"""Attributes that are shown or read aloud."""
_RAW: Final = frozenset({"q", "kbd", "samp"})
"""Quoted sign for sign: a reading of the source, a key."""
_APART: Final = frozenset({"lemma", "citation-form", "table-legend", "unit"})
"""Classes of what stands in a line and is no part of its sentence."""
_BARE: Final = frozenset({"title", "option", "svg"})
"""Text that no style sheet sets in lines."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open element, with what it hands on to those inside."""

    name: str = ""
    lang: str = ""
    printed: str = ""
    raw: bool = False
    silent: bool = False
    left: bool = False
    lines: bool = True
    apart: bool = False
    cut: bool = False


@dataclass(slots=True)
class _Flow:
    """Text that is read in one breath, and the tokens that it comes from."""

    chars: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    pieces: list[tuple[int, int, int, bool]] = field(default_factory=list)

    def add(self, text: str, lang: str) -> None:
        self.chars.extend(text)
        self.languages.extend([lang] * len(text))

    def take(self, token: int, text: str, frame: _Frame) -> None:
        start = len(self.chars)
        self.add(text, frame.lang)
        self.pieces.append((token, start, len(self.chars), bool(frame.printed)))


def typeset(page: str) -> str:
    """Return a page with the signs of its languages.

    Args:
        page: The whole HTML page, or a part of it whose elements are all closed.
    """
    return _Page(page).text()


class _Page(HTMLParser):
    """A page on its way through the press: cut into tokens, some of them written anew."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.lines = list(accumulate((len(line) + 1 for line in page.split("\n")), initial=0))
        self.cuts = [0]
        self.written: dict[int, str] = {}
        self.frames = [_Frame()]
        self.opened = Counter[str]()
        self.flow = _Flow()
        self.feed(page)
        self.close()
        self.cuts.append(len(page))
        self._finish()

    def text(self) -> str:
        tokens = range(len(self.cuts) - 1)
        return "".join(self.written.get(token) or self._source(token) for token in tokens)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        token, outer = self._cut(), self.frames[-1]
        if outer.left or tag in _LEFT:
            if not outer.left:
                self.flow.add(OPAQUE, outer.lang)
            frame = _Frame(tag, left=True)
        else:
            # Of two attributes with one name, the first holds.
            frame = self._open(token, tag, {name: value or "" for name, value in reversed(attrs)})
        if tag not in _VOID:
            self.frames.append(frame)
            self.opened[tag] += 1
        if tag == "textarea":
            self.set_cdata_mode(tag)  # what looks like tags is text there, as in a script

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.frames.pop()
            self.opened[tag] -= 1

    def handle_endtag(self, tag: str) -> None:
        self._cut()
        while self.opened[tag]:
            frame = self.frames[-1]
            if not frame.left and (tag not in _INLINE or frame.apart):
                self._finish()
            self.opened[self.frames.pop().name] -= 1
            if frame.name == tag:
                return

    def handle_data(self, data: str) -> None:
        token, frame = self._cut(), self.frames[-1]
        # A broken tag is given as text, and written anew it would become text.
        broken = len(data) > 1 and self.page.startswith("<", self.cuts[token])
        if frame.raw:
            self.flow.add(OPAQUE, frame.lang)
        elif not (frame.silent or frame.left or broken):
            self.flow.take(token, data, frame)

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002  # the base's signature
        self._cut()

    def handle_comment(self, data: str) -> None:  # noqa: ARG002
        self._cut()

    handle_pi = unknown_decl = handle_comment

    def _cut(self) -> int:
        """Begin a token where the parser stands, and return its number."""
        line, column = self.getpos()
        self.cuts.append(self.lines[line - 1] + column)
        return len(self.cuts) - 1

    def _source(self, token: int) -> str:
        return self.page[self.cuts[token] : self.cuts[token + 1]]

    def _open(self, token: int, name: str, attributes: dict[str, str]) -> _Frame:
        frame = self._frame(name, attributes)
        if name not in _INLINE or frame.apart:
            self._finish()
        if name == "br":
            self.flow.add("\n", frame.lang)
        if attributes.get("class") == "note-back":
            self.flow.add(BACK, frame.lang)
        if values := _set_values(name, attributes, frame.lang):
            source = self.get_starttag_text() or ""
            self.cuts.append(self.cuts[token] + len(source))
            self.written[token] = _with_values(source, values)
        return frame

    def _frame(self, name: str, attributes: dict[str, str]) -> _Frame:
        outer, classes = self.frames[-1], set(attributes.get("class", "").split())
        lang = _language(attributes["lang"]) if "lang" in attributes else outer.lang
        printed = lang if PRINTED in attributes else outer.printed
        if name == "svg" or (name == "figure" and lang != printed):
            printed = ""
        return _Frame(
            name,
            lang,
            printed,
            raw=outer.raw or name in _RAW or "rules" in classes,
            silent=outer.silent or name == "sup",
            lines=outer.lines and name not in _BARE and "citation-form" not in classes,
            apart=bool(classes & _APART),
            cut="lemma" in classes,
        )

    def _finish(self) -> None:
        """Set the text that was read so far, and begin another."""
        flow, self.flow = self.flow, _Flow()
        text, languages = "".join(flow.chars), flow.languages
        if not text.strip():
            return
        frame = self.frames[-1]
        shown = set_signs(text, languages, cut=frame.cut)
        marks: dict[int, str] = {}
        if frame.lines:
            shown = hold_spaces(shown, languages)
            marks = _breaks(shown, languages, flow)
        places = sorted(marks)
        for token, start, end, printed in flow.pieces:
            own = _own(text, shown, start, end) if printed else set()
            broken = bisect_left(places, start) < bisect_right(places, end)
            changed = own or broken or text[start:end] != shown[start:end]
            # The parser may pass over a broken tag in silence; it stays, with the text before it.
            if changed and html.unescape(self._source(token)) == text[start:end]:
                self.written[token] = _written(shown, start, end, own, marks)


def _language(tag: str) -> str:
    """Return the language whose signs a text takes; none if it is written in foreign letters."""
    data = of(tag)
    return data.code if data and data.script == script_of(tag) else ""


def _breaks(text: str, languages: list[str], flow: _Flow) -> dict[int, str]:
    """Return what goes before which character: tags that end or forbid a line."""
    marks = dict.fromkeys(seams(text), "<wbr>")
    starts = [start for _, start, _, _ in flow.pieces]
    for first, last in wholes(text, languages):
        piece = bisect_right(starts, first) - 1
        inside = piece >= 0 and last <= flow.pieces[piece][2]
        if inside and not any(at in marks for at in range(first, last + 1)):
            marks[first], marks[last] = '<span class="nobr">', "</span>"
    return marks


def _own(text: str, shown: str, start: int, end: int) -> set[int]:
    """Return the places of the signs that stand in the file itself."""
    return {
        at
        for at in range(start, end)
        if text[at] == shown[at] and text[at] in STRAIGHT and text[at + 1 : at + 2] != BACK
    }


def _written(shown: str, start: int, end: int, own: set[int], marks: dict[int, str]) -> str:
    """Return a piece of text as HTML, its own signs wrapped and its breaks in place."""
    parts: list[str] = []
    for at in range(start, end):
        mark = marks.get(at, "")
        if mark and (at > start or not mark.startswith("</")):
            parts.append(mark)
        sign = html.escape(shown[at], quote=False)
        parts.append(f'<span class="own">{sign}</span>' if at in own else sign)
    if marks.get(end, "").startswith("</"):
        parts.append(marks[end])
    return "".join(parts)


def _set_values(name: str, attributes: dict[str, str], lang: str) -> dict[str, str]:
    """Return those attributes of an element in which a sign is set, with their new values."""
    said = set(_SAID)
    if name == "meta" and attributes.get("name") in {"description", "author"}:
        said.add("content")
    if name == "option":
        said.add("value")
    shown = {key: typographic(attributes[key], lang) for key in attributes.keys() & said}
    return {key: value for key, value in shown.items() if value != attributes[key]}


def _with_values(tag: str, values: dict[str, str]) -> str:
    """Return a tag with other values of some attributes."""

    def written(match: re.Match[str]) -> str:
        value = values.get(match[1].lower())
        return match[0] if value is None else f'{match[1]}{match[2]}"{html.escape(value)}"'

    return _VALUE.sub(written, tag)
