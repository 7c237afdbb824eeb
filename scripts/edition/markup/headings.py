"""Headings of an article's text: their identifiers and their names in the contents.

A heading may have any words, among them those that the page itself uses for its parts: an
article with a section "Abstract" has two abstracts. The heading gives way.

An identifier is made of the words, in whatever letters they are, so that it stays when another
heading is put before it.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.extensions.toc import slugify, unique
from markdown.treeprocessors import Treeprocessor
from pymdownx.slugs import slugify as unicode_slugify  # type: ignore[import-untyped]

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
        "toc-tables",
    }
)
"""Identifiers of the parts of an article's page."""
NUMBERED_ID: Final = re.compile(r"(?:entry|nav)-\d+")
"""Identifiers of the entries of its apparatus and of the parts of the navigation."""

UNNAMED: Final = "heading"
"""Identifier of a heading without a letter or a digit."""
IN_ANY_LETTERS: Final = unicode_slugify(case="lower", normalize="NFC")
APART: Final = re.compile(r"[-\s]+")
BRACKETS: Final = re.compile(r"[<>]")

LEVELS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NOT_WORDS: Final = {MARK_CLASS, "note-mark"}


def heading_slug(words: str, separator: str) -> str:
    """Return the identifier that a heading gets from its words.

    Args:
        words: The words, without markup.
        separator: What stands between them.

    Returns:
        It in small letters: in plain Latin ones, as Python-Markdown makes it, if nothing is lost
        by that, else in the letters of the words.
    """
    plain = slugify(words, separator)
    own = IN_ANY_LETTERS(BRACKETS.sub(" ", words), separator)
    own = APART.sub(separator, own).strip(separator)
    if not any(map(str.isalnum, own)):
        return UNNAMED
    return plain if _letters(plain) == _letters(own) else own


def _letters(slug: str) -> int:
    return sum(map(str.isalnum, slug))


def name_headings(md: Markdown) -> None:
    """Let every heading that has no identifier get one by :func:`heading_slug`.

    Args:
        md: The instance, with all its other extensions.
    """
    md.treeprocessors.register(HeadingNames(md), "edition-headings", 6)
    if "toc" in md.treeprocessors:
        md.treeprocessors["toc"].slugify = heading_slug  # type: ignore[attr-defined]


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
        slug = heading_slug(words, "-")
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
