"""Content on its way into the Markdown of a page: nothing in it may become a page's own markup.

Templates are written in Markdown and HTML; what they are filled with is neither, or only in part:

- A *value* (a title, a name, a label) is plain text. :func:`literal` writes it so that neither
  HTML nor Markdown finds anything in it.
- A *text* (a paragraph, a note, a cell) is written in the edition's markup, which has no HTML, no
  link definitions, and few attributes. :func:`guarded` takes the power from every sign that HTML or
  an attribute list would begin with, before Python-Markdown sees it.

Both write signs that :class:`RestoredSigns` turns back when a page is rendered, so that a reader
finds every character that stands in the file.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.util import AtomicString
from markupsafe import Markup, escape

from edition.text.attributes import LANGUAGE, TARGET
from edition.text.grammar import HEADING_CLASSES
from edition.text.scan import AUTOLINK, BEGINS

LESS_THAN: Final = "\ue010"
"""Stands for a ``<`` of a text."""
BRACE: Final = "\ue011"
"""Stands for a ``{`` of a text."""
STOOD_FOR: Final = {LESS_THAN: "&lt;", BRACE: "{"}


def _quoted(value: str) -> str:
    return f"(?:{value}|'{value}'|\"{value}\")"


_ATTRIBUTE: Final = "|".join(
    (
        *(rf"\.{name}" for name in HEADING_CLASSES),
        f"lang={_quoted(LANGUAGE.pattern)}",
        f"to={_quoted(TARGET.pattern)}",
    )
)
_ATTRIBUTES: Final = re.compile(rf"\{{:?[ ]*(?:{_ATTRIBUTE})(?:[ ]+(?:{_ATTRIBUTE}))*[ ]*\}}")
"""An attribute list as a text may have one."""
_SIGN: Final = re.compile(r"\\[\\<{]|<<\}|[<{\x02\x03]|&#(?!(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});)")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
"""Of the two signs that Python-Markdown keeps for itself; the loader refuses a file with one."""

_MARKDOWN: Final = re.compile(r"[\\`*_{}\[\]()!~^|$@:\n\r]|(?<!&)#")
_ENCODED: Final = {f"&#{ord(sign)};": sign for sign in "\\`*_{}[]()!~^|$@:\n\r#"}
_RESTORED: Final = re.compile("|".join(map(re.escape, (*STOOD_FOR, *_ENCODED))))


def literal(value: object) -> Markup:
    """Return a value as Markdown and HTML that says just that.

    Args:
        value: Plain text, or HTML that is marked as such, whose tags stay.

    Returns:
        HTML in which no sign means anything to Markdown.
    """
    return Markup(_MARKDOWN.sub(lambda sign: f"&#{ord(sign[0])};", escape(value)))  # noqa: S704


def guarded(text: str) -> str:
    """Return a text of the edition without HTML and without attributes that it may not give.

    Args:
        text: A text in the edition's markup.

    Returns:
        The text with a sign of our own for each ``<`` and ``{`` that is not part of an address in
        angle brackets, of an allowed attribute list, or of an emendation or remark.
    """

    def replaced(match: re.Match[str]) -> str:
        sign, at = match[0], match.start()
        if sign in "\x02\x03":
            return _REPLACEMENT
        if sign.startswith("\\"):
            return {"\\<": LESS_THAN, "\\{": BRACE}.get(sign, sign)
        if sign == "&#":
            return "&amp;#"  # begins no character reference, though a browser might think so
        if sign == "<<}":
            return sign  # the end of a reason or remark
        if sign == "<":
            return sign if AUTOLINK.match(text, at) else LESS_THAN
        return sign if BEGINS.match(text, at) or _ATTRIBUTES.match(text, at) else BRACE

    return _SIGN.sub(replaced, text)


def guarded_tree(element: ET.Element) -> ET.Element:
    """Guard every text of an element that Markdown is yet to render, in place.

    Args:
        element: An element that is made of content.

    Returns:
        The element.
    """
    for part in element.iter():
        if part.text is not None and not isinstance(part.text, AtomicString):
            part.text = guarded(part.text)
        if part is not element and part.tail and not isinstance(part.tail, AtomicString):
            part.tail = guarded(part.tail)
    return element


def plainly(markdown: str) -> str:
    """Return the Markdown of a page for another engine: our signs as any Markdown has them.

    Args:
        markdown: Markdown with guarded texts in it.
    """
    return markdown.replace(LESS_THAN, "&lt;").replace(BRACE, "\\{")


def harden(md: Markdown) -> None:
    """Take out of Python-Markdown what no text of the edition may use.

    Link definitions would act at a distance and show nothing where they stand; a line ``[TOC]``
    would be replaced.

    Args:
        md: The instance, with all its other extensions.
    """
    md.parser.blockprocessors.deregister("reference", strict=False)
    for name in ("reference", "image_reference", "short_reference", "short_image_ref"):
        md.inlinePatterns.deregister(name, strict=False)
    if "toc" in md.treeprocessors:
        md.treeprocessors["toc"].marker = ""  # type: ignore[attr-defined]
    md.postprocessors.register(RestoredSigns(md), "edition-restored-signs", 1)


class RestoredSigns(Postprocessor):
    """Turns our signs back into the characters that they stand for."""

    def run(self, text: str) -> str:
        """Return the HTML with those characters."""
        return _RESTORED.sub(lambda sign: STOOD_FOR.get(sign[0]) or _ENCODED[sign[0]], text)
