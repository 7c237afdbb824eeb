"""Which faces the text of a page is set in, so that the page asks for them at once.

A face that comes late waits for the next page (``font-display: optional``): no line of a text moves
under its reader. What a page needs is therefore preloaded, and nothing else: which letters a face
has stands in the style sheet of the faces, which elements are in italics in that of the theme, and
the rest is told by the text of the finished page.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Final

from edition.site.style_sheet import Rule, rules

_ADDRESS: Final = re.compile(r"""url\(["']?([^"')]+)""")
_RANGE: Final = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
_VARIABLE: Final = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_CHOICE: Final = re.compile(r":is\(([^()]*)\)")
_LIST_MARK: Final = re.compile(r"[(),]")

_ITALICS: Final = frozenset({"address", "cite", "dfn", "em", "i", "var"})
"""Elements that a browser sets in italics by itself."""
_UNSEEN: Final = frozenset({"dialog", "head", "noscript", "script", "style", "template"})
_VOID: Final = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_STYLE_SHEET: Final = '<link rel="stylesheet"'


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a family: its address on the site, its slant, and the characters that it has."""

    address: str
    italic: bool
    ranges: tuple[range, ...]

    def has_any(self, letters: Iterable[str]) -> bool:
        """Tell whether any of these letters is set in this face."""
        return any(ord(letter) in span for letter in letters for span in self.ranges)


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a site and the style sheet of its theme, which says what is in italics."""

    faces: tuple[Face, ...]
    theme: str

    def preloaded(self, page: str, url: str) -> str:
        """Return a page that asks for the faces of its text before its style sheets.

        Args:
            page: The whole HTML page.
            url: Address of the page on the site.
        """
        text = _Text(page, self.theme)
        used = [face for face in self.faces if face.has_any(text.letters[face.italic])]
        folder = posixpath.dirname(url) or "."
        links = (_link(posixpath.relpath(face.address, folder)) for face in used)
        return page.replace(_STYLE_SHEET, "".join(links) + _STYLE_SHEET, 1)


def faces_of(style_sheet: str, address: str) -> Iterator[Face]:
    """Yield the faces that a style sheet declares.

    Args:
        style_sheet: Its text.
        address: Its address on the site, from which those of the faces count.
    """
    for rule in rules(style_sheet):
        file = _ADDRESS.search(rule.declarations.get("src", ""))
        if rule.prelude.lower() != "@font-face" or file is None or not rule.on_screen:
            continue
        ranges = tuple(
            range(int(first, 16), int(last or first, 16) + 1)
            for first, last in _RANGE.findall(rule.declarations.get("unicode-range", ""))
        )
        italic = rule.declarations.get("font-style") == "italic"
        path = posixpath.normpath(posixpath.join(posixpath.dirname(address), file[1]))
        yield Face(path, italic, ranges or (range(0x110000),))


def _link(address: str) -> str:
    return f'<link rel="preload" href="{address}" as="font" type="font/woff2" crossorigin>\n'


@cache
def _slanted(theme: str, lang: str) -> frozenset[frozenset[str]]:
    """Return what a style sheet sets in italics: the names that an element has all of."""
    values: dict[str, str] = {}
    found: dict[str, str] = {}
    for rule in _on_screen(theme):
        if not rule.within and rule.prelude in {":root", f":root:lang({lang})"}:
            values |= rule.declarations
        if slant := rule.declarations.get("font-style"):
            found[rule.prelude] = _VARIABLE.sub(r"\1", slant)
    return frozenset(
        names
        for selectors, slant in found.items()
        if values.get(slant, slant) == "italic"
        for names in _about(selectors)
    )


@cache
def _waiting(theme: str) -> frozenset[frozenset[str]]:
    """Return what a style sheet lays out only where it is read, named in the same way."""
    return frozenset(
        names
        for rule in _on_screen(theme)
        if rule.declarations.get("content-visibility") == "auto"
        for names in _about(rule.prelude)
    )


def _on_screen(theme: str) -> Iterator[Rule]:
    """Yield the rules of a style sheet that a browser's window may apply."""
    return (rule for rule in rules(theme) if rule.on_screen)


def _about(selectors: str) -> Iterator[frozenset[str]]:
    """Yield the names of the elements that a list of selectors is about."""
    for selector in _separate(selectors):
        yield from _subjects(selector)


def _separate(selectors: str) -> Iterator[str]:
    """Yield the selectors of a list; a comma inside brackets parts nothing."""
    start = depth = 0
    for mark in _LIST_MARK.finditer(selectors):
        depth += {"(": 1, ")": -1, ",": 0}[mark[0]]
        if mark[0] == "," and depth == 0:
            yield selectors[start : mark.start()]
            start = mark.end()
    yield selectors[start:]


def _subjects(selector: str) -> Iterator[frozenset[str]]:
    """Yield the names, `.name` for a class, of the elements that a selector is about."""
    if choice := _CHOICE.search(selector):
        for option in choice[1].split(","):
            yield from _subjects(selector.replace(choice[0], option.strip(), 1))
        return
    subject = re.split(r"[\s>+~]+", selector.strip())[-1]
    if ":" not in subject and "@" not in selector:
        yield frozenset(re.findall(r"\.?[\w-]+", subject))


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open element."""

    name: str = ""
    italic: bool = False
    seen: bool = True
    closed: bool = False
    """Whether of its children only the summary is seen."""


class _Text(HTMLParser):
    """The letters of a page that are seen when it opens, upright and in italics.

    Of what is laid out only where it is read, the first is near enough to be seen.
    """

    def __init__(self, page: str, theme: str) -> None:
        super().__init__()
        self.theme = theme
        self.lang = ""
        self.waiting = 0
        self.letters: dict[bool, set[str]] = {False: set(), True: set()}
        self.frames = [_Frame()]
        self.open = Counter[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        attributes, outer = dict(attrs), self.frames[-1]
        if tag == "html":
            self.lang = attributes.get("lang") or ""
        names = {tag, *(f".{name}" for name in (attributes.get("class") or "").split())}
        italic = tag in _ITALICS or _is_among(names, _slanted(self.theme, self.lang))
        self.waiting += (waits := _is_among(names, _waiting(self.theme)))
        # A word in the other language that only leads there is set in a face of the reader's own.
        away = attributes.get("hreflang", self.lang) != self.lang
        hidden = tag in _UNSEEN or "hidden" in attributes or away or (waits and self.waiting > 1)
        seen = outer.seen and not hidden and (tag == "summary" or not outer.closed)
        closed = tag == "details" and "open" not in attributes
        self.frames.append(_Frame(tag, outer.italic or italic, seen, closed))
        self.open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if self.open[tag]:
            while (name := self.frames.pop().name) != tag:
                self.open[name] -= 1
            self.open[tag] -= 1

    def handle_data(self, data: str) -> None:
        frame = self.frames[-1]
        if frame.seen and not frame.closed:
            self.letters[frame.italic].update(data.strip())


def _is_among(names: set[str], kinds: frozenset[frozenset[str]]) -> bool:
    """Tell whether an element has all the names of one of these kinds."""
    return any(kind <= names for kind in kinds)
