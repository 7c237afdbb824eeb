"""Bracketed spans: ``[bardak]{lang=ru-Latn}`` and ``[*Ibid.*]{to=note-6}``.

The syntax is pandoc's. ``lang`` marks a run in another language (WCAG 2.2, 3.1.2);
``to`` links a printed cross-reference to the note or reference that it means, and says to the ear
which one that is: to the eye six "Ibid." stand each in its place, in a list of links they do not.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.content.model import DEFAULT_LANGUAGE
from edition.languages import of
from edition.languages.labels import say, says
from edition.languages.scripts import foreign_runs_in_text
from edition.languages.tags import canonical, direction
from edition.markup.context import Context
from edition.text.grammar import target_anchor
from edition.text.patterns import SPAN
from edition.text.views import read_as

CROSS_REFERENCE: Final = "cross-reference"


class BracketedSpan(InlineProcessor):
    """A span with attributes, or a link inside the page."""

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(SPAN.pattern, md)
        self.context = context

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """Return the span or link."""
        attributes = dict(get_attrs_and_remainder(m[2])[0])
        target = attributes.pop("to", None)
        element = ET.Element("span" if target is None else "a")
        if target is not None:
            kind, _, number = target.partition("-")
            element.set("href", f"#{target_anchor(target)}")
            element.set("class", CROSS_REFERENCE)
            words = read_as(m[1], "paragraph")
            self._label(element, words, kind, number, attributes.get("lang"))
        for name, value in attributes.items():
            written = canonical(value) if name == "lang" else value
            element.set("class" if name == "." else name, written)
        element.text = m[1]
        return element, m.start(0), m.end(0)

    def _label(
        self, link: ET.Element, words: str, kind: str, number: str, declared: str | None
    ) -> None:
        """Say where a cross-reference leads, in its own language: it stands in a text."""
        article = self.context.article
        lang: str = article.meta.language if article is not None else DEFAULT_LANGUAGE
        told = next((other for other, _ in foreign_runs_in_text(words, lang)), None)
        if declared is None and told is not None:
            link.set("lang", told)
        known = of(declared or told or lang)
        if known is not None and says(f"to_{kind}", known.code):
            link.set("aria-label", say(f"to_{kind}", known.code, words, number))


class ForeignRuns(Treeprocessor):
    """Mark words whose letters tell that they are in another language than the text around them.

    What an editor declares holds: inside of words with a language no letter tells anything else.
    Where a language runs in the other direction than the text around it, the page says so.
    """

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        self._walk(root, self.context.lang)

    def _walk(self, element: ET.Element, lang: str) -> None:
        around, lang = lang, element.get("lang", lang)
        if direction(lang) != direction(around):
            element.set("dir", direction(lang))
        if _is_declared(element):
            return
        for child in list(element):
            if child.tag in {"code", "pre", "svg"}:
                continue
            self._walk(child, lang)
            if child.tail:
                index = list(element).index(child) + 1
                child.tail, spans = _split(child.tail, lang)
                for offset, span in enumerate(spans):
                    element.insert(index + offset, span)
        if element.text:
            element.text, spans = _split(element.text, lang)
            for offset, span in enumerate(spans):
                element.insert(offset, span)


def _is_declared(element: ET.Element) -> bool:
    """Tell whether an element is words in brackets with a language."""
    is_words = element.tag == "span" and "class" not in element.attrib
    return "lang" in element.attrib and (is_words or element.get("class") == CROSS_REFERENCE)


def _split(text: str, lang: str) -> tuple[str, list[ET.Element]]:
    """Cut a text into what comes before its first foreign words, and those with what follows."""
    runs = sorted(foreign_runs_in_text(text, lang), key=lambda found: found[1].start())
    if not runs:
        return text, []
    spans = []
    for index, (language, run) in enumerate(runs):
        span = ET.Element("span")
        span.set("lang", language)
        span.text = AtomicString(run[0])
        end = runs[index + 1][1].start() if index + 1 < len(runs) else len(text)
        span.tail = AtomicString(text[run.end() : end])
        spans.append(span)
    return AtomicString(text[: runs[0][1].start()]), spans
