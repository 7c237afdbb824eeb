"""An article to what it prints: its text in sequence, its notes and abstract as floats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from edition.collation.blocks import Block, Fragment, Kind, Origin, Part
from edition.collation.diplomatic import (
    NOTE_MARK_STYLE,
    capitals,
    diplomatic,
    superscript,
)
from edition.collation.front import article_values
from edition.content import body as markdown
from edition.content.model import Article

CLASSES = re.compile(r"\{:([^{}]*)\}\s*$")
KINDS: Final[dict[markdown.Kind, Kind]] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "item": "item",
    "separator": "separator",
}


def article_part(article: Article) -> Part:
    """Return head, text and references of an article, in the sequence of the print."""
    blocks = [*_head(article), *_text(article), *_references(article)]
    return Part(article.meta.running_title, tuple(blocks))


def article_floats(article: Article) -> Iterator[Part]:
    """Return the printed abstract and the notes of an article.

    Args:
        article: The article.

    Yields:
        The abstract, if the article prints one, and each note with all its paragraphs.
    """
    abstract = article.meta.abstract
    if abstract.origin == "printed":
        value = article_values(article, "abstract", "text", text=abstract.text)
        yield Part(f"Abstract ({article.slug})", (Block("abstract", (value.marked_up(),)),))
    notes: dict[str, list[Block]] = {}
    for block, raw in _blocks(article):
        if block.kind == "note":
            first = block.label not in notes
            notes.setdefault(block.label, []).append(_note(article, block, raw, first=first))
    for label, blocks in notes.items():
        yield Part(f"Note {label} ({article.slug})", tuple(blocks), superscript(label))


def _head(article: Article) -> Iterator[Block]:
    meta = article.meta
    yield Block("title", (article_values(article, "title", text=meta.title).marked_up(),))
    if meta.subtitle is not None:
        subtitle = article_values(article, "subtitle", text=meta.subtitle)
        yield Block("title", (subtitle.marked_up(),))
    for index, author in enumerate(meta.authors):
        byline = article_values(article, "authors", index, "byline", text=author.byline)
        place = article_values(article, "authors", index, "affiliation", text=author.affiliation)
        yield Block("byline", (byline.marked_up(),))
        yield Block("affiliation", (place.marked_up(),))


def _references(article: Article) -> Iterator[Block]:
    meta = article.meta
    if meta.references_heading is not None:
        heading = article_values(article, "references_heading", text=meta.references_heading)
        yield Block("heading", (heading.plain(),))
    for index, reference in enumerate(meta.references):
        number = article_values(
            article, "references", index, "number", text=f"{reference.number}. "
        )
        text = article_values(article, "references", index, "text", text=reference.text)
        yield Block("reference", (number.plain(), text.marked_up()), reference.language)


def _text(article: Article) -> Iterator[Block]:
    run_in: tuple[Fragment, ...] = ()
    for block, raw in _blocks(article):
        kind = KINDS.get(block.kind)
        if kind is None:
            continue
        fragments = (*run_in, *_fragments(article, block, raw))
        run_in = ()
        if kind == "heading" and "run-in" in _classes(raw):
            run_in = (*fragments, _space(fragments[-1]))
        else:
            yield Block(kind, fragments)
    if run_in:
        yield Block("heading", run_in[:-1])


def _blocks(article: Article) -> Iterable[tuple[markdown.Block, str]]:
    lines = article.body.split("\n")
    for block in markdown.blocks(article.body, article.body_line):
        yield block, lines[block.line - article.body_line]


def _classes(raw: str) -> list[str]:
    attributes = CLASSES.search(raw)
    return re.findall(r"\.([\w-]+)", attributes[1]) if attributes else []


def _fragments(article: Article, block: markdown.Block, raw: str) -> Iterator[Fragment]:
    column = raw.index(block.text)
    if block.kind == "item":
        yield Fragment.plain(raw[:column].lstrip(), Origin(article.path, block.line))
    form = diplomatic(block.text)
    if block.kind == "heading" and "caps" in _classes(raw):
        form = capitals(form)
    yield Fragment.of(form, Origin(article.path, block.line, column + 1))


def _note(article: Article, block: markdown.Block, raw: str, *, first: bool) -> Block:
    column = raw.rindex(block.text)
    text = Fragment.of(diplomatic(block.text), Origin(article.path, block.line, column + 1))
    if not first:
        return Block("note", (text,))
    origin = Origin(article.path, block.line)
    label = Fragment.plain(superscript(block.label), origin, NOTE_MARK_STYLE)
    return Block("note", (label, text))


def _space(after: Fragment) -> Fragment:
    end = after.offsets[-1] if after.offsets else 0
    return Fragment(" ", [end], after.origin)
