"""Headings of an article's text: their identifiers and their names in the contents.

A heading may have any words, among them those that the page itself uses for its parts: an
article with a section "Abstract" has two abstracts. The heading gives way.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown.extensions.toc import slugify, unique
from markdown.treeprocessors import Treeprocessor

from edition.markup.emendations import MARK_CLASS
from edition.markup.paragraphs import TEXT_CLASS

PAGE_IDS: Final = frozenset(
    {
        "abstract",
        "apparatus",
        "cite",
        "cite-passage",
        "main",
        "notes",
        "page-contents",
        "rails",
        "references",
        "search",
        "search-query",
        "search-status",
        "text",
        "title",
    }
)
"""Identifiers of the parts of an article's page."""
NUMBERED_ID: Final = re.compile(r"(?:entry|nav)-\d+")
"""Identifiers of the entries of its apparatus and of the parts of the navigation."""

LEVELS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NOT_WORDS: Final = {MARK_CLASS, "note-mark"}


class HeadingNames(Treeprocessor):
    """Keep headings off the page's own identifiers, and the apparatus out of the contents."""

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        used = {element.get("id", "") for element in root.iter()} | PAGE_IDS
        for text in root.iter("div"):
            if TEXT_CLASS not in (text.get("class") or "").split():
                continue
            for heading in text.iter():
                if heading.tag in LEVELS:
                    self._name(heading, used)

    def _name(self, heading: ET.Element, used: set[str]) -> None:
        words = " ".join("".join(_words(heading)).split())
        slug = slugify(words, "-")
        if (slug in PAGE_IDS or NUMBERED_ID.fullmatch(slug)) and "id" not in heading.attrib:
            used.add(slug)
            heading.set("id", unique(slug, used))
        if any(_is_apparatus(element) for element in heading.iter()):
            heading.set("data-toc-label", html.escape(words, quote=False))


def _is_apparatus(element: ET.Element) -> bool:
    return element.get("class") in NOT_WORDS


def _words(element: ET.Element) -> list[str]:
    """Return the texts of an element without marks of notes and of the apparatus."""
    if _is_apparatus(element):
        return []
    found = [element.text or ""]
    for child in element:
        found += [*_words(child), child.tail or ""]
    return found
