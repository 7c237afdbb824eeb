"""The last touch to a finished page: the signs and the lines of its languages.

Files, templates and labels may be written with the signs of a keyboard. Here, where a page is
whole and every text on it has its language, they are set as :mod:`edition.markup.signs` and
:mod:`edition.markup.breaks` say. Nothing else of the page changes by a byte.

Inside ``data-printed`` a reader can ask for the text as in the source. A sign that stands in the
file itself is wrapped there (``<span class="own">``): the script turns back all others.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Final

from edition.markup.breaks import BACK, hold_spaces, seams, wholes
from edition.markup.signs import OPAQUE, STRAIGHT, in_plain_text, set_signs

PRINTED: Final = "data-printed"
"""Attribute of what a switch can show as in the source."""

_TOKEN: Final = re.compile(
    r"<!--.*?-->|<(?P<opaque>script|style|pre|code|textarea)\b.*?</(?P=opaque)\s*>"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|<![^>]*>|[^<]+|<",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r'(?<=\s)([a-z-]+)="([^"]*)"')
_SIGN: Final = re.compile(r"['\"]|&#39;|&#34;|&quot;| - ")
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


class _Page:
    """A page on its way through the press."""

    def __init__(self, page: str) -> None:
        matches = list(_TOKEN.finditer(page))
        self.tokens = [match[0] for match in matches]
        self.frames = [_Frame()]
        self.flow = _Flow()
        for index, match in enumerate(matches):
            self._take(index, match)
        self._finish()

    def text(self) -> str:
        return "".join(self.tokens)

    def _take(self, index: int, match: re.Match[str]) -> None:
        frame = self.frames[-1]
        name = (match["name"] or "").lower()
        if match["opaque"]:
            self.flow.add(OPAQUE, frame.lang)
        elif not name:
            if match[0].startswith("<") and len(match[0]) > 1:
                return
            if frame.raw:
                self.flow.add(OPAQUE, frame.lang)
            elif not frame.silent:
                self.flow.take(index, html.unescape(match[0]), frame)
        elif match["end"]:
            self._close(name)
        else:
            self._open(index, name, match["rest"])

    def _open(self, index: int, name: str, rest: str) -> None:
        attributes = {found[1]: found[2] for found in _ATTRIBUTE.finditer(rest)}
        frame = self._frame(name, attributes, bare=PRINTED in rest)
        if name not in _INLINE or frame.apart:
            self._finish()
        if name == "br":
            self.flow.add("\n", frame.lang)
        if attributes.get("class") == "note-back":
            self.flow.add(BACK, frame.lang)
        if _SIGN.search(html.unescape(rest)):
            self.tokens[index] = _with_attributes(self.tokens[index], name, attributes, frame.lang)
        if name not in _VOID and not rest.endswith("/"):
            self.frames.append(frame)

    def _frame(self, name: str, attributes: dict[str, str], *, bare: bool) -> _Frame:
        outer, classes = self.frames[-1], set(attributes.get("class", "").split())
        lang = _language(attributes["lang"]) if "lang" in attributes else outer.lang
        printed = lang if bare else outer.printed
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

    def _close(self, name: str) -> None:
        if any(frame.name == name for frame in self.frames):
            while True:
                if name not in _INLINE or self.frames[-1].apart:
                    self._finish()
                if self.frames.pop().name == name:
                    return

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
        for token, start, end, printed in flow.pieces:
            own = _own(text, shown, start, end) if printed else set()
            broken = any(start <= at <= end for at in marks)
            if own or broken or text[start:end] != shown[start:end]:
                self.tokens[token] = _written(shown, start, end, own, marks)


def _language(tag: str) -> str:
    """Return the language whose signs a text takes; none if it is written in foreign letters."""
    return tag[:2] if tag[:2] in {"en", "ru"} and "-Latn" not in tag else ""


def _breaks(text: str, languages: list[str], flow: _Flow) -> dict[int, str]:
    """Return what goes before which character: tags that end or forbid a line."""
    marks = dict.fromkeys(seams(text), "<wbr>")
    for first, last in wholes(text, languages):
        inside = any(start <= first and last <= end for _, start, end, _ in flow.pieces)
        if inside and not any(first <= at <= last for at in marks):
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


def _with_attributes(tag: str, name: str, attributes: dict[str, str], lang: str) -> str:
    """Return a tag with the signs of its language in what it says."""
    said = set(_SAID)
    if name == "meta" and attributes.get("name") in {"description", "author"}:
        said.add("content")
    if name == "option":
        said.add("value")

    def written(match: re.Match[str]) -> str:
        if match[1] not in said:
            return match[0]
        text = html.unescape(match[2])
        shown = in_plain_text(text, lang)
        return match[0] if shown == text else f'{match[1]}="{html.escape(shown)}"'

    return _ATTRIBUTE.sub(written, tag)
