"""Bracketed spans: ``[bardak]{lang=ru-Latn}`` and ``[*Ibid.*]{to=note-6}``.

The syntax is pandoc's. ``lang`` marks a run in another language (WCAG 2.2, 3.1.2);
``to`` links a printed cross-reference to the note or reference that it means, and says to the ear
which one that is: to the eye six "Ibid." stand each in its place, in a list of links they do not.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.content.model import DEFAULT_LANGUAGE
from edition.languages.labels import say, says
from edition.languages.scripts import foreign_runs_in_text
from edition.markup.context import Context
from edition.text.grammar import target_anchor
from edition.text.patterns import SPAN
from edition.text.views import read_as


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
            element.set("class", "cross-reference")
            self._label(element, read_as(m[1], "paragraph"), kind, number)
        for name, value in attributes.items():
            element.set("class" if name == "." else name, value)
        element.text = m[1]
        return element, m.start(0), m.end(0)

    def _label(self, link: ET.Element, words: str, kind: str, number: str) -> None:
        """Say where a cross-reference leads, in its own language: it stands in a text."""
        article = self.context.article
        lang: str = article.meta.language if article is not None else DEFAULT_LANGUAGE
        for other, _ in foreign_runs_in_text(words, lang):
            lang = other
            link.set("lang", lang)
            break
        if says(f"to_{kind}", lang):
            link.set("aria-label", say(f"to_{kind}", lang, words, number))


class ForeignRuns(Treeprocessor):
    """Mark words whose letters tell that they are in another language than the text around them."""

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        self._walk(root, self.context.lang)

    def _walk(self, element: ET.Element, lang: str) -> None:
        lang = element.get("lang", lang)
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
