"""Emendations and remarks: CriticMarkup with a reason.

``{~~Auyt~>Auyl~~}{>>misread letter<<}`` shows "Auyl" with a quiet mark that opens the
source's reading and the reason; ``{>>sic: ...<<}`` is a remark at a place. Both are
buttons, so that they answer to hover, focus and tap alike.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from edition.content import body
from edition.markup.context import Context
from edition.markup.words import say


class Emendation(InlineProcessor):
    """A corrected reading that remembers what the source has."""

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(body.EMENDATION.pattern, md)
        self.context = context

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """Return the reading text with its apparatus."""
        lang = self.context.lang
        element = ET.Element("span")
        element.set("class", "emendation")
        element.set("data-source", m["source"])
        element.set("data-reading", m["reading"])
        corrected = ET.SubElement(element, "span")
        corrected.set("class", "emended")
        corrected.text = m["reading"]
        source = body.reading_text(m["source"])
        reason = (m["reason"] or "").strip()
        mark = _mark(element, say("source_reads", lang, source), reason)
        self.context.label(mark, say("emendation", lang))
        return element, m.start(0), m.end(0)


class Remark(InlineProcessor):
    """An editor's remark at a place of the text, which stays as printed."""

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(body.REMARK.pattern, md)
        self.context = context

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """Return the mark of the remark."""
        element = ET.Element("span")
        element.set("class", "remark")
        mark = _mark(element, m["remark"].strip())
        self.context.label(mark, say("remark", self.context.lang))
        return element, m.start(0), m.end(0)


def _mark(parent: ET.Element, *texts: str) -> ET.Element:
    button = ET.SubElement(parent, "button")
    button.set("type", "button")
    button.set("class", "apparatus-mark")
    button.set("data-apparatus", "; ".join(text for text in texts if text))
    button.text = AtomicString("°")
    return button
