"""The wall between content and pages: what a text becomes, judged on what it has become.

No reading of Markdown by patterns can tell what Python-Markdown will make of it. Every text of an
edition is therefore rendered as its page renders it, and the result is parsed twice as a browser
parses it (HTML Living Standard, 13.2): as it is, and after a sanitizer (``nh3``, which is
Ammonia on html5ever) that lets through nothing but :mod:`edition.markup.whitelist`. Where the two
trees differ, something came out of the text that may not; that is an error at the place of the
text, and nothing is rewritten in silence.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

import nh3
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from edition.content.codes import UNSAFE_RESULT
from edition.content.load import Loaded
from edition.content.model import Article, Edition
from edition.content.sources import Sources
from edition.content.texts import texts_of
from edition.diagnostics import Diagnostic, Location, Severity
from edition.markup.extension import EditionExtension
from edition.markup.guard import guarded
from edition.markup.whitelist import ATTRIBUTES, SCHEMES, is_allowed
from edition.text.lines import DIRECTIVE

EXTENSIONS: Final = ("attr_list", "md_in_html", "def_list", "sane_lists", "toc")
"""Extensions of Python-Markdown that the markup of an edition is written in."""
CACHED: Final = 20_000
"""Fragments whose verdict is kept, so that a preview judges only what has changed."""

Tree = tuple[tuple[object, ...], ...]


def fragment_faults(edition: Edition, sources: Sources) -> Iterator[Diagnostic]:
    """Find what texts would bring onto a page and may not.

    Args:
        edition: An edition that was loaded without an error.
        sources: The files that it was loaded from, for the places.

    Yields:
        A diagnostic for each text that becomes more than a text may.
    """
    renderer = Renderer(edition)
    for article in edition.articles:
        yield from _article_faults(renderer, article, sources)
    for table in edition.tables:
        article = edition.article(table.article)
        for text in texts_of((table,), sources):
            if text.place != "plain":
                yield from _faults(renderer.line(article, text.written), text.location())


def judged(loaded: Loaded) -> Loaded:
    """Return what loading gave, with what its texts would bring onto a page.

    Args:
        loaded: What loading gave; if it has an error already, nothing is rendered.
    """
    if loaded.edition is None or any(d.severity >= Severity.ERROR for d in loaded.diagnostics):
        return loaded
    faults = fragment_faults(loaded.edition, loaded.sources)
    return replace(loaded, diagnostics=tuple(sorted((*loaded.diagnostics, *faults))))


@lru_cache(maxsize=CACHED)
def forbidden(fragment: str) -> str:
    """Return what in a rendered fragment may not be there, or "".

    Args:
        fragment: HTML that a text has become.

    Returns:
        What it is, in words; "" if the sanitizer has nothing to take out.
    """
    whole = _tree(fragment)
    clean = nh3.clean(
        fragment,
        tags=set(ATTRIBUTES),
        attributes={element: set(names) for element, names in ATTRIBUTES.items()},
        attribute_filter=_filtered,
        clean_content_tags=set(),
        link_rel=None,
        url_schemes=set(SCHEMES),
    )
    if whole == _tree(clean):
        return ""
    return next(_named(fragment), "markup that a browser reads in two ways")


class Renderer:
    """Renders single texts of an edition as its pages do."""

    def __init__(self, edition: Edition) -> None:
        """Bind to an edition."""
        self._extension = EditionExtension(edition)
        self._markdown = Markdown(extensions=[*EXTENSIONS, self._extension])

    def body(self, article: Article, text: str) -> str:
        """Return the HTML of an article's text and its list of references.

        Args:
            article: The article.
            text: Its text or a part of it; lines that place a table say nothing here.
        """
        kept = "\n".join(
            line for line in text.split("\n") if not DIRECTIVE.fullmatch(line.rstrip())
        )
        page = (
            f"::: article {article.slug} {article.meta.language}\n\n"
            f'<div class="article-text" markdown="block">\n\n{guarded(kept)}\n\n</div>'
            f"\n\n::: references {article.slug}\n"
        )
        return self._markdown.reset().convert(page)

    def line(self, article: Article, text: str) -> str:
        """Return the HTML of a text of one line, such as a caption.

        Args:
            article: The article on whose page it stands.
            text: The text.
        """
        self._markdown.reset()
        self._extension.context.article = article
        root = ET.Element("div")
        ET.SubElement(root, "p").text = guarded(text)
        for processor in self._markdown.treeprocessors:
            root = processor.run(root) or root
        made = self._markdown.serializer(root)
        for last in self._markdown.postprocessors:
            made = last.run(made)
        return made.strip()


def _article_faults(renderer: Renderer, article: Article, sources: Sources) -> Iterator[Diagnostic]:
    if not forbidden(renderer.body(article, article.body)):
        return
    found = False
    for block in article.text.blocks:
        written = article.body[block.start : block.end].strip()
        for fault in _faults(renderer.body(article, written), article.at(block.start)):
            found = True
            yield fault
    for index, reference in enumerate(article.meta.references):
        place = sources[article.path].key("references", index, "text")
        for fault in _faults(renderer.line(article, reference.text), place):
            found = True
            yield fault
    if not found:
        place = Location(article.path, article.body_line)
        yield from _faults(renderer.body(article, article.body), place)


def _faults(fragment: str, place: Location) -> Iterator[Diagnostic]:
    if what := forbidden(fragment):
        message = f"on the page this would become {what}, which a text may not bring along"
        yield Diagnostic.of(UNSAFE_RESULT, place, message)


def _parsed(fragment: str) -> LexborNode:
    """Return the root of a fragment, in an element of its own that nothing in it may end."""
    return LexborHTMLParser(f"<main>{fragment}</main>", is_fragment=True).root  # type: ignore[return-value]


def _nodes(fragment: str) -> Iterator[tuple[int, LexborNode]]:
    """Yield every node of a fragment with its depth, in the order of the document."""
    node: LexborNode | None = _parsed(fragment)
    depth = 0
    while node is not None:
        yield depth, node
        if node.first_child is not None:
            node, depth = node.first_child, depth + 1
            continue
        while node is not None and node.next is None:
            node, depth = (node.parent if depth else None), depth - 1
        node = None if node is None else node.next


def _tree(fragment: str) -> Tree:
    return tuple(
        (depth, node.tag, tuple(sorted(node.attributes.items())))
        if node.is_element_node
        else (depth, node.tag, node.text_content or node.comment_content)
        for depth, node in _nodes(fragment)
    )


def _filtered(element: str, attribute: str, value: str) -> str | None:
    return value if is_allowed(element, attribute, value) else None


def _named(fragment: str) -> Iterator[str]:
    """Yield what in a fragment is on no list, in words."""
    for depth, node in _nodes(fragment):
        if node.is_comment_node:
            yield "a comment"
        if not node.is_element_node or depth == 0:
            continue
        name = str(node.tag)
        if name not in ATTRIBUTES:
            yield f"the element <{name}>"
            continue
        for attribute, value in node.attributes.items():
            if not is_allowed(name, attribute, value):
                yield f'the attribute {attribute}="{value or "":.40}" of the element <{name}>'
