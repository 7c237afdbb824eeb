"""The places of the printed issue: whatever it prints, piece by piece, and where it stands.

Whoever looks for words in the whole issue, as the index of names does, walks through these. What
the edition supplies is no place of the issue: most abstracts, Russian titles, the grid of a lost
diagram.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from edition.content.model import LANGUAGES, Article, Edition, Table
from edition.text.views import folded, paragraph_count, read_as, reading_text

PlaceKind = Literal[
    "title",
    "author",
    "affiliation",
    "abstract",
    "heading",
    "paragraph",
    "note",
    "reference",
    "table",
    "council",
    "masthead",
]
PlacePage = Literal["article", "authors", "council", "cover"]
"""The page that shows a place; an author's byline is shown with the author."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the issue.

    Attributes:
        kind: What it is.
        page: The page that shows it.
        anchor: Id of the element there.
        slug: The article that it belongs to, or "".
        number: Number of a paragraph, note or reference; of a heading that of the paragraph
            after it; or "".
    """

    kind: PlaceKind
    page: PlacePage
    anchor: str
    slug: str = ""
    number: str = ""

    @property
    def owner(self) -> str:
        """What it belongs to: the slug of an article, or its kind if it is in none."""
        return self.slug or self.kind

    @property
    def numbered(self) -> bool:
        """Whether it is found by a number in its article."""
        return self.number != ""


def places(edition: Edition) -> Iterator[tuple[Place, str]]:
    """Walk through the places of an issue.

    Args:
        edition: The edition.

    Yields:
        Each place with a text of it as it is read, the articles first, each in reading order;
        a place with several texts, such as a table, comes once with each of them.
    """
    for article in edition.articles:
        yield from _head(article)
        yield from _text(edition, article)
        yield from _references(article)
    for member in edition.council.members:
        place = Place("council", "council", member.id)
        for lang in LANGUAGES:
            yield place, member[lang].name
            yield place, member[lang].role
    for block in edition.issue.masthead:
        yield Place("masthead", "cover", f"masthead-{block.id}"), folded(block.en)


def _head(article: Article) -> Iterator[tuple[Place, str]]:
    meta, slug = article.meta, article.slug
    for title in (meta.title, meta.subtitle, meta.contents_title):
        yield Place("title", "article", "title", slug), folded(title or "")
    for author in meta.authors:
        for form in (author.byline, author.contents):
            yield Place("author", "authors", author.id, slug), form
        yield Place("affiliation", "authors", author.id, slug), author.affiliation
    if meta.abstract.origin == "printed":
        yield Place("abstract", "article", "abstract", slug), folded(meta.abstract.text)


def _text(edition: Edition, article: Article) -> Iterator[tuple[Place, str]]:
    slug, number = article.slug, 0
    last = paragraph_count(article.text)
    for block in article.text.blocks:
        number = block.number or number
        if block.kind == "directive":
            table = edition.table(block.name)
            place = Place("table", "article", table.name, slug)
            yield from ((place, text) for text in _printed(table))
        elif block.kind == "heading":
            yield _heading(slug, number + 1 if number < last else None), reading_text(block.runs)
        elif block.kind == "note":
            place = Place("note", "article", block.anchor, slug, block.label)
            yield place, reading_text(block.runs)
        elif block.number is not None:
            yield (
                Place("paragraph", "article", block.anchor, slug, str(number)),
                reading_text(block.runs),
            )


def _heading(slug: str, following: int | None) -> Place:
    """Return the place of a heading: above its paragraph, since it has no lasting anchor."""
    if following is None:
        return Place("heading", "article", "text", slug)
    return Place("heading", "article", f"p{following}", slug, str(following))


def _printed(table: Table) -> Iterator[str]:
    """Yield what the issue prints of a table; of a lost diagram only what stood around it."""
    yield from (read_as(text.en, "caption") for text in (table.caption, table.legend) if text)
    yield from (read_as(text.en, "foot") for text in (table.unit, table.source, table.note) if text)
    if table.kind == "table":
        heads = (field.title for field in table.fields)
        cells = (cell for row in table.rows for cell in row if isinstance(cell, str))
        yield from (read_as(text, "cell") for text in (*heads, *cells))


def _references(article: Article) -> Iterator[tuple[Place, str]]:
    for reference in article.meta.references:
        number = str(reference.number)
        place = Place("reference", "article", f"ref-{number}", article.slug, number)
        yield place, read_as(reference.text, "reference")
