"""Every text of an edition, one passage after another, each with its place.

Most rules do not care where a text comes from, only what it says, in which language, and
whether it is printed or supplied. This module is the one place that walks through all of
it: front matter, bodies, notes, masthead, council, tables.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from edition.checks.reading import Reading, read
from edition.checks.table_places import resource_index, row_spans
from edition.content import body
from edition.content.descriptor import DESCRIPTOR
from edition.content.model import Article, Author, Bilingual, Edition, Language, Table
from edition.content.sources import Path, Source, Sources
from edition.content.translation import PASSAGE_COLUMN
from edition.diagnostics import Location

ISSUE = "articles/issue.yml"
COUNCIL = "articles/council.yml"

Kind = body.Kind | Literal["field", "reference", "cell"]
Origin = Literal["printed", "supplied"]

WORD = re.compile(r"(?<!\d)[^\W\d_]+(?:['’][^\W\d_]+)*")
ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|@|\w\.(?:kz|com|org|tj|ru|htm|html)\b)\S*")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
CYRILLIC = re.compile(r"[\u0400-\u052f]")

AFTER = r"[\]*_\"'”’»)]*(?:\{[^{}>]*\})?[.,:;!?]?\s?"
REMARK_FOLLOWS = re.compile(AFTER + r"\{>>")


@dataclass(frozen=True)
class Passage:
    """A text of the edition.

    Attributes:
        source: The file that it stands in.
        reading: The text as read, with places.
        lang: Its language.
        kind: What it is.
        origin: Whether the issue prints it or the edition supplies it.
        name: What an editor calls it, e.g. ``ru.title``.
        slug: Article that it belongs to; empty for the masthead and the council.
    """

    source: Source
    reading: Reading
    lang: str
    kind: Kind
    origin: Origin
    name: str
    slug: str = ""

    @property
    def text(self) -> str:
        """What a reader reads."""
        return self.reading.text

    def at(self, index: int) -> Location:
        """Return the place of a character of the text."""
        return self.source.at(self.offset(index))

    def offset(self, index: int) -> int:
        """Return where a character of the text is written in the file."""
        offsets = self.reading.offsets
        if 0 <= index < len(offsets):
            return offsets[index]
        return offsets[-1] + 1 if offsets else 0

    def lang_at(self, index: int) -> str:
        """Return the language of a character of the text."""
        return self.reading.languages[index] or self.lang

    def is_address(self, index: int) -> bool:
        """Tell whether a character belongs to a marked-up address."""
        return self.reading.addresses[index]

    @cached_property
    def words(self) -> Sequence[tuple[re.Match[str], str]]:
        """Every word with its language; addresses have no words."""
        found: list[tuple[re.Match[str], str]] = []
        ends = {match.start(): match.end() for match in ADDRESS.finditer(self.text)}
        starts = list(ends)
        for match in WORD.finditer(self.text):
            index = match.start()
            before = bisect_right(starts, index)
            if self.is_address(index) or (before and index < ends[starts[before - 1]]):
                continue
            lang = self.lang_at(index)
            if lang.startswith("en") and CYRILLIC.match(match[0]):
                lang = "ru"
            elif lang == "ru" and LATIN.match(match[0]):
                lang = "en"
            found.append((match, lang))
        return found

    def is_remarked(self, start: int, end: int) -> bool:
        """Tell whether an editor has emended these characters or remarked on them."""
        first, last = self.offset(start), self.offset(end - 1)
        emendations = self.reading.emendations
        before = bisect_right(emendations, last, key=lambda emendation: emendation.start)
        if before and first < emendations[before - 1].end:
            return True
        return REMARK_FOLLOWS.match(self.source.text, last + 1) is not None


def passages(edition: Edition, sources: Sources) -> Iterator[Passage]:
    """Walk through every text of an edition.

    Args:
        edition: The edition.
        sources: The files that it was loaded from.

    Yields:
        Printed and supplied texts in both languages. Not among them: what is written for
        editors alone (exceptions, reasons) and passages that tables quote from articles.
    """
    yield from _issue(edition, sources[ISSUE])
    yield from _council(edition, sources[COUNCIL])
    for article in edition.articles:
        yield from _front_matter(article, sources[article.path])
        yield from _body(article, sources[article.path])
    for table in edition.tables:
        yield from _table(table, sources)


# --- YAML -----------------------------------------------------------------------


@dataclass(frozen=True)
class _Fields:
    """Makes passages of the values of one YAML file."""

    source: Source
    slug: str = ""
    prefix: Path = ()

    def one(
        self,
        value: str | None,
        lang: str,
        origin: Origin,
        *path: str | int,
        kind: Kind = "field",
    ) -> Iterator[Passage]:
        if value:
            offsets = self.source.offsets(value, *self.prefix, *path)
            name = ".".join(str(part) for part in path)
            reading = read(value, offsets)
            yield Passage(self.source, reading, lang, kind, origin, name, self.slug)

    def both(
        self, value: Bilingual | None, english: Origin, russian: Origin, *path: str | int
    ) -> Iterator[Passage]:
        if value is not None:
            yield from self.one(value.en, "en", english, *path, "en")
            yield from self.one(value.ru, "ru", russian, *path, "ru")


def _issue(edition: Edition, source: Source) -> Iterator[Passage]:
    issue, fields = edition.issue, _Fields(source)
    title: Origin = "supplied" if issue.journal.supplied else "printed"
    yield from fields.one(issue.journal.title, "en", title, "journal", "title")
    yield from fields.both(issue.journal.evidence, "supplied", "supplied", "journal", "evidence")
    for name in ("publisher", "place", "notice"):
        yield from fields.both(getattr(issue, name), "printed", "supplied", name)
    for index, block in enumerate(issue.masthead):
        yield from fields.one(block.en, "en", "printed", "masthead", index, "en")
        yield from fields.one(block.ru, "ru", "supplied", "masthead", index, "ru")
    yield from fields.one(issue.contents_heading, "en", "printed", "contents_heading")
    for index, section in enumerate(issue.sections):
        yield from fields.one(section.printed, "en", "printed", "sections", index, "printed")
        yield from fields.both(section.title, "printed", "supplied", "sections", index, "title")


def _council(edition: Edition, source: Source) -> Iterator[Passage]:
    council, fields = edition.council, _Fields(source)
    yield from fields.both(council.heading, "printed", "printed", "heading")
    languages: tuple[Language, ...] = ("en", "ru")
    for index, member in enumerate(council.members):
        for lang in languages:
            for name in ("name", "role"):
                value = getattr(member[lang], name)
                yield from fields.one(value, lang, "printed", "members", index, lang, name)
    for index, difference in enumerate(council.differences):
        for lang in languages:
            value = difference[lang]
            yield from fields.one(value, lang, "supplied", "differences", index, lang)


def _front_matter(article: Article, source: Source) -> Iterator[Passage]:
    meta, fields = article.meta, _Fields(source, article.slug)
    for name in ("title", "subtitle", "contents_title", "references_heading"):
        yield from fields.one(getattr(meta, name), meta.language, "printed", name)
    yield from fields.one(meta.running_title, "en", "supplied", "running_title")
    for index, author in enumerate(meta.authors):
        yield from _author(fields, author, index)
    yield from fields.one(meta.abstract.text, "en", meta.abstract.origin, "abstract", "text")
    for index, keyword in enumerate(meta.keywords):
        yield from fields.one(keyword, "en", "supplied", "keywords", index)
    for index, entry in enumerate(meta.references):
        path = ("references", index, "text")
        yield from fields.one(entry.text, entry.language, "printed", *path, kind="reference")
    for name in ("title", "subtitle", "running_title", "abstract"):
        yield from fields.one(getattr(meta.ru, name), "ru", "supplied", "ru", name)
    for index, keyword in enumerate(meta.ru.keywords):
        yield from fields.one(keyword, "ru", "supplied", "ru", "keywords", index)


def _author(fields: _Fields, author: Author, index: int) -> Iterator[Passage]:
    for name in ("given", "surname", "byline", "contents", "affiliation"):
        value = getattr(author, name)
        yield from fields.one(value, "en", "printed", "authors", index, name)
    for name in ("given", "surname", "affiliation"):
        value = getattr(author.ru, name)
        yield from fields.one(value, "ru", "supplied", "authors", index, "ru", name)


# --- the text -------------------------------------------------------------------


def _body(article: Article, source: Source) -> Iterator[Passage]:
    for block in body.blocks(article.body, article.body_line):
        if block.kind in {"directive", "separator"}:
            continue
        start = source.offset(Location(source.path, block.line))
        line = source.text[start:].split("\n", 1)[0]
        start += line.index(block.text)
        reading = read(block.text, range(start, start + len(block.text)))
        name = f"note {block.label}" if block.kind == "note" else block.kind
        yield Passage(
            source, reading, article.meta.language, block.kind, "printed", name, article.slug
        )


# --- tables ---------------------------------------------------------------------


def _table(table: Table, sources: Sources) -> Iterator[Passage]:
    descriptor = sources[DESCRIPTOR]
    prefix: Path = ("resources", resource_index(descriptor, table.name))
    fields = _Fields(descriptor, table.article, prefix)
    for name in ("number", "caption", "legend", "unit", "source", "note"):
        yield from fields.both(getattr(table, name), "printed", "supplied", name)
    for name in ("shared_remark", "remark"):
        yield from fields.both(getattr(table, name), "supplied", "supplied", name)
    for name in ("source_label", "note_label"):
        yield from fields.one(getattr(table, name), "en", "printed", name)
    origin: Origin = "printed" if table.kind == "table" else "supplied"
    for index, column in enumerate(table.fields):
        path = ("schema", "fields", index)
        yield from fields.one(column.title, "en", origin, *path, "title")
        yield from fields.one(column.labels.get("ru"), "ru", "supplied", *path, "labels", "ru")
        yield from fields.both(column.unit, origin, "supplied", *path, "unit")
        for cell, value in column.values.get("ru", {}).items():
            yield from fields.one(value, "ru", "supplied", *path, "values", "ru", cell)
    yield from _cells(table, sources[table.csv_path], origin)


def _cells(table: Table, source: Source, origin: Origin) -> Iterator[Passage]:
    for spans, row in zip(row_spans(table, source), table.rows, strict=False):
        for column, cell in enumerate(row):
            field = table.fields[column]
            if isinstance(cell, str) and field.name != PASSAGE_COLUMN:
                start, _ = spans[column]
                reading = read(cell, range(start, start + len(cell)))
                yield Passage(source, reading, "en", "cell", origin, field.name, table.article)
