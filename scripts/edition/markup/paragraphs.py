"""Paragraph numbers and run-in headings.

Every paragraph and list item of an article's text gets ``id="pN"``, numbered in reading
order, so that a place in unpaged text can be cited and searched, and a quiet link to itself.
The link is empty, so that the text stays the text; a style sheet draws it. A heading of class
``run-in`` stays a heading for the contents and for assistive technology, and is wrapped with
its paragraph so that a style sheet can set both on one line.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from edition.languages import say
from edition.markup.context import Context

TEXT_CLASS = "article-text"
SKIPPED = {"table", "figure", "section"}


class ParagraphNumbers(Treeprocessor):
    """Number the paragraphs of ``div.article-text``."""

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(md)
        self.context = context
        self.number = 0

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        for element in root.iter("div"):
            if TEXT_CLASS in (element.get("class") or "").split():
                self.number = 0
                self._walk(element)

    def _walk(self, parent: ET.Element) -> None:
        for child in parent:
            if child.tag in SKIPPED or child.get("class") in {"note-list", "footnote"}:
                continue
            if child.tag == "p" or (child.tag == "li" and child.find("p") is None):
                self.number += 1
                child.set("id", f"p{self.number}")
                self._link(child)
            if child.tag != "p":
                self._walk(child)

    def _link(self, paragraph: ET.Element) -> None:
        link = ET.Element("a")
        link.set("class", "permalink")
        link.set("href", f"#p{self.number}")
        link.set("data-number", str(self.number))
        self.context.label(link, say("paragraph", self.context.lang, self.number))
        lists = [i for i, part in enumerate(paragraph) if part.tag in {"ul", "ol"}]
        paragraph.insert(lists[0] if lists else len(paragraph), link)


class RunInHeadings(Treeprocessor):
    """Wrap a run-in heading with the paragraph that it begins."""

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        for parent in list(root.iter()):
            for index, heading in enumerate(list(parent)):
                if "run-in" not in (heading.get("class") or "").split():
                    continue
                position = list(parent).index(heading)
                if heading.tag[0] != "h" or position + 1 >= len(parent):
                    continue
                paragraph = parent[position + 1]
                if paragraph.tag != "p":
                    continue
                wrapper = ET.Element("div")
                wrapper.set("class", "run-in-paragraph")
                parent.remove(heading)
                parent.remove(paragraph)
                wrapper.extend([heading, paragraph])
                heading.tail = " "
                parent.insert(position, wrapper)
                del index
