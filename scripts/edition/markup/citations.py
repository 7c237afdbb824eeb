"""Citations: the marks ``[1]`` or ``(1)`` in the text, and the list they lead to.

The marks keep their printed form. Which form an article uses is said in its front
matter (``reference_style``); the list is placed by a line ``::: references SLUG``.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.content.model import Article, Reference
from edition.languages import say
from edition.markup.context import Context
from edition.markup.guard import guarded_tree
from edition.text.grammar import NAME, REFERENCES
from edition.text.patterns import CITATIONS

REFERENCES_LINE = re.compile(rf"^::: {REFERENCES}(?: {NAME})?$")


class CitationMark(InlineProcessor):
    """A reference mark of the style that the article uses."""

    def __init__(self, style: str, md: Markdown, context: Context) -> None:
        """Bind to a style (``brackets`` or ``parentheses``)."""
        super().__init__(CITATIONS[style].pattern, md)
        self.style = style
        self.context = context
        self._known: tuple[Article | None, frozenset[int]] = (None, frozenset())

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """Return a link to the entry, or nothing if the article has no such entry."""
        article = self.context.article
        if article is None or article.meta.reference_style != self.style:
            return None, None, None
        number = int(m[1])
        if number not in self._numbers(article):
            return None, None, None
        link = ET.Element("a")
        link.set("class", "citation")
        link.set("href", f"#ref-{number}")
        link.set("role", "doc-biblioref")
        self.context.label(link, say("reference", self.context.lang, number))
        link.text = AtomicString(m[0])
        return link, m.start(0), m.end(0)

    def _numbers(self, article: Article) -> frozenset[int]:
        """Return the numbers of an article's references, collected once for all its marks."""
        if self._known[0] is not article:
            numbers = frozenset(reference.number for reference in article.meta.references)
            self._known = (article, numbers)
        return self._known[1]


class ReferenceList(BlockProcessor):
    """The line ``::: references`` becomes the article's list."""

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(md.parser)
        self.context = context

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002
        """Tell whether the block is the line."""
        return REFERENCES_LINE.match(block.strip()) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Append the list to its parent."""
        blocks.pop(0)
        article = self.context.article
        if article is None or not article.meta.references:
            return
        listing = ET.SubElement(parent, "ol")
        listing.set("class", "reference-list")
        for reference in article.meta.references:
            self._entry(listing, article, reference)
        guarded_tree(listing)

    def _entry(self, listing: ET.Element, article: Article, reference: Reference) -> None:
        lang = self.context.lang
        item = ET.SubElement(listing, "li")
        item.set("id", f"ref-{reference.number}")
        item.set("class", "reference")
        item.set("value", str(reference.number))
        entry = ET.SubElement(item, "span")
        entry.set("class", "reference-text")
        if reference.language != article.meta.language:
            entry.set("lang", reference.language)
        entry.text = _without_citations(reference.text, article.meta.reference_style)
        if reference.same_as is not None:
            ET.SubElement(item, "span").text = AtomicString(" ")
            link = ET.SubElement(item, "a")
            link.set("class", "same-as")
            link.set("href", f"#ref-{reference.same_as}")
            link.set("lang", lang)
            link.text = AtomicString(say("same_as", lang, reference.same_as))


class WaysBack(Treeprocessor):
    """Name the marks, and give each entry of the list a way back to each of them.

    A mark may be in a table or a note: their order on the page is known when all are made.
    """

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        marks: dict[str, list[str]] = {}
        for link in root.iter("a"):
            if link.get("class") == "citation":
                known = marks.setdefault(link.get("href", ""), [])
                name = link.get("href", "").replace("#ref-", "cite-")
                known.append(f"{name}-{len(known) + 1}" if known else name)
                link.set("id", known[-1])
        for item in root.iter("li"):
            if item.get("class") == "reference":
                self._add(item, marks.get(f"#{item.get('id')}", []))

    def _add(self, item: ET.Element, marks: list[str]) -> None:
        key = "cited_nth" if len(marks) > 1 else "cited"
        for nth, mark in enumerate(marks, start=1):
            ET.SubElement(item, "span").text = AtomicString(" ")
            back = ET.SubElement(item, "a")
            back.set("class", "note-back")
            back.set("role", "doc-backlink")
            back.set("href", f"#{mark}")
            label = say(key, self.context.lang, item.get("value"), nth)
            self.context.label(back, label, "title")


def _without_citations(entry: str, style: str) -> str:
    """Return an entry whose figures in brackets or parentheses are text: it cites nothing."""
    pattern = CITATIONS.get(style)
    return entry if pattern is None else pattern.sub(lambda mark: f"\\{mark[0]}", entry)
