"""Emendations and remarks: CriticMarkup with a reason.

``{~~Auyt~>Auyl~~}{>>misread letter<<}`` shows "Auyl" with a quiet mark; ``{>>sic: ...<<}`` is a
mark at a place. What they say stands once, in the list at the foot of the article's page
(``edition.content.apparatus``): a mark is a link to its entry, so that it leads somewhere
without a script, and a script shows the entry at the mark.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from edition.languages import say
from edition.markup.context import Context
from edition.text.patterns import EMENDATION, REMARK
from edition.text.views import read_as

MARK_CLASS: Final = "apparatus-mark"


class Emendation(InlineProcessor):
    """A corrected reading that remembers what the source has."""

    def __init__(self, md: Markdown) -> None:
        """Bind to a Markdown instance."""
        super().__init__(EMENDATION.pattern, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """Return the reading text with its mark."""
        element = ET.Element("span")
        element.set("class", "emendation")
        element.set("data-source", read_as(m["source"], "paragraph"))
        element.set("data-reading", read_as(m["reading"], "paragraph"))
        corrected = ET.SubElement(element, "span")
        corrected.set("class", "emended")
        corrected.text = m["reading"]
        ET.SubElement(element, "a").set("class", MARK_CLASS)
        return element, m.start(0), m.end(0)


class Remark(InlineProcessor):
    """An editor's remark at a place of the text, which stays as printed."""

    def __init__(self, md: Markdown) -> None:
        """Bind to a Markdown instance."""
        super().__init__(REMARK.pattern, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """Return the mark of the remark."""
        element = ET.Element("span")
        element.set("class", "remark")
        ET.SubElement(element, "a").set("class", MARK_CLASS)
        return element, m.start(0), m.end(0)


class ApparatusMarks(Treeprocessor):
    """Number the marks of a page in reading order and link them to their entries.

    The marks are made empty: what stands in the text stays the text alone, also where it is
    copied, searched or read aloud. A style sheet draws them.
    """

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        for number, (kind, mark, around) in enumerate(_marks(root), start=1):
            mark.set("id", f"mark-{number}")
            mark.set("href", f"#entry-{number}")
            mark.set("data-number", str(number))
            mark.set("role", "doc-noteref")
            self.context.label(mark, say(kind, self.context.lang, number), around=around)


def _marks(
    parent: ET.Element, around: str | None = None
) -> Iterator[tuple[str, ET.Element, str | None]]:
    """Yield the kind and the mark of each entry, and the language that is said of its place.

    A table speaks by its own remark instead.
    """
    for element in parent:
        if element.tag == "figure":
            continue
        kind = element.get("class") or ""
        mark = element.find("a")
        lang = element.get("lang", around)
        if kind in {"emendation", "remark"} and mark is not None:
            yield kind, mark, lang
        yield from _marks(element, lang)
