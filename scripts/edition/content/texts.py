"""Every text of an edition, one after another, each with its place.

Whoever asks every text the same question, in which language it is, whether it is inside the
grammar, what it becomes on a page, walks through these. A text is what a reader sees of the issue
or of the edition; identifiers, addresses, numbers and what editors write for themselves are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from edition.content.csv_cells import written_at
from edition.content.descriptor import DESCRIPTOR
from edition.content.model import (
    Article,
    Author,
    Authority,
    Bilingual,
    Council,
    Edition,
    Issue,
    Language,
    Table,
)
from edition.content.sources import Path, Source, Sources
from edition.content.translation import PASSAGE_COLUMN
from edition.diagnostics import Location
from edition.text.blocks import OneLine, read_line
from edition.text.grammar import Place
from edition.text.runs import Block, BlockKind, Run

ISSUE: Final = "articles/issue.yml"
COUNCIL: Final = "articles/council.yml"
AUTHORITY: Final = "articles/authority.yml"

BLOCK_PLACES: Final[dict[BlockKind, Place]] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "item": "item",
    "note": "note",
}
"""What the blocks that have a text are to the grammar."""

Kind = BlockKind | Literal["field", "name", "form", "reference", "cell", "quotation"]
"""What a text is: a block of a body, a value of a file, the heading of a name or a form of it, an
entry of a list, a cell, or words that a table quotes from an article."""
Origin = Literal["printed", "supplied"]
Part = Issue | Council | Authority | Article | Table
"""A part of an edition that has texts."""


@dataclass(frozen=True)
class EditionText:
    """A text of the edition.

    Attributes:
        source: The file that it stands in.
        written: The text as it is written, without what its file needs around it.
        place: What kind of text it is to the grammar.
        lang: Its language; "" where that is not known.
        kind: What it is.
        origin: Whether the issue prints it or the edition supplies it.
        name: What an editor calls it, e.g. ``ru.title``.
        slug: Article that it belongs to; empty for what belongs to none.
        key: Path of its value in the file, if it is one.
        span: Where it begins and ends in the file, if it is no value of a file with keys.
        block: The block that it is in the text of its article.
    """

    source: Source
    written: str
    place: Place
    lang: str
    kind: Kind
    origin: Origin
    name: str
    slug: str = ""
    key: Path = ()
    span: tuple[int, int] = (0, 0)
    block: Block | None = None

    @property
    def read(self) -> OneLine:
        """The text with its faults, if it is no block."""
        return read_line(self.written, self.place)

    @property
    def runs(self) -> tuple[Run, ...]:
        """What the text is made of; the places of a block count from the beginning of the body."""
        return self.read.runs if self.block is None else self.block.runs

    @cached_property
    def offsets(self) -> Sequence[int]:
        """Where each character of the text stands in the file."""
        if self.key:
            return self.source.offsets(self.written, *self.key)
        if self.block is not None:
            return range(*self.span)
        return written_at(self.written, self.span)

    def offset(self, at: int) -> int:
        """Return where a character stands in the file.

        Args:
            at: Its place, as runs and faults have it.
        """
        index = at if self.block is None else at - self.block.text_start
        offsets = self.offsets
        if 0 <= index < len(offsets):
            return offsets[index]
        return offsets[-1] + 1 if offsets else self.span[0]

    def location(self, at: int | None = None) -> Location:
        """Return the place of a character; that of the whole text, or of its key, by default."""
        if at is None and self.key:
            return self.source.key(*self.key)
        return self.source.at(self.span[0] if at is None else self.offset(at))


def edition_texts(edition: Edition, sources: Sources) -> Iterator[EditionText]:
    """Walk through every text of an edition.

    Args:
        edition: The edition.
        sources: The files that it was loaded from.

    Returns:
        Those of the masthead, the council, the authority file, each article, each table.
    """
    whole: tuple[Part, ...] = (
        edition.issue,
        edition.council,
        edition.authority,
        *edition.articles,
        *edition.tables,
    )
    return texts_of(whole, sources)


def texts_of(parts: Iterable[Part], sources: Sources) -> Iterator[EditionText]:
    """Walk through every text of some parts of an edition.

    Args:
        parts: What could be loaded of it.
        sources: The files that it was loaded from.

    Yields:
        The texts of each part.
    """
    for part in parts:
        match part:
            case Issue():
                yield from _issue(part, sources)
            case Council():
                yield from _council(part, sources)
            case Authority():
                yield from _authority(part, sources)
            case Article():
                yield from _article(part, sources)
            case Table():
                yield from _table(part, sources)


def _issue(issue: Issue, sources: Sources) -> Iterator[EditionText]:
    """Walk through the texts of ``issue.yml``."""
    values = _Values(sources[ISSUE])
    title: Origin = "supplied" if issue.journal.supplied else "printed"
    yield from values.one(issue.journal.title, "en", title, "journal", "title")
    yield from values.both(issue.journal.evidence, "supplied", "supplied", "journal", "evidence")
    yield from values.one(issue.number, "", "printed", "number")
    for name in ("publisher", "place", "notice"):
        yield from values.both(getattr(issue, name), "printed", "supplied", name)
    for index, block in enumerate(issue.masthead):
        yield from values.one(block.en, "en", "printed", "masthead", index, "en")
        yield from values.one(block.ru, "ru", "supplied", "masthead", index, "ru")
    yield from values.one(issue.contents_heading, "en", "printed", "contents_heading")
    for index, section in enumerate(issue.sections):
        yield from values.one(section.printed, "en", "printed", "sections", index, "printed")
        yield from values.both(section.title, "printed", "supplied", "sections", index, "title")


def _council(council: Council, sources: Sources) -> Iterator[EditionText]:
    """Walk through the texts of ``council.yml``."""
    values = _Values(sources[COUNCIL])
    yield from values.both(council.heading, "printed", "printed", "heading")
    languages: tuple[Language, ...] = ("en", "ru")
    for index, member in enumerate(council.members):
        for lang in languages:
            for name in ("name", "role"):
                value = getattr(member[lang], name)
                yield from values.one(value, lang, "printed", "members", index, lang, name)
    for index, difference in enumerate(council.differences):
        for lang in languages:
            value = difference[lang]
            yield from values.one(value, lang, "supplied", "differences", index, lang)


def _authority(authority: Authority, sources: Sources) -> Iterator[EditionText]:
    """Walk through the texts of ``authority.yml``; forms of names are in no certain language."""
    for kind, entries in (
        ("persons", authority.persons),
        ("places", authority.places),
        ("organisations", authority.organisations),
    ):
        for index, entry in enumerate(entries):
            values = _Values(sources[AUTHORITY], prefix=(kind, index))
            yield from values.one(entry.en.name, "en", "supplied", "en", "name", kind="name")
            yield from values.one(entry.ru.name, "ru", "supplied", "ru", "name", kind="name")
            yield from values.both(entry.description, "supplied", "supplied", "description")
            printed = entry.printed()
            for number, form in enumerate(entry.forms):
                path: Path = (
                    ("forms", number) if isinstance(form, str) else ("forms", number, "form")
                )
                yield from values.one(printed[number], "", "printed", *path, kind="form")
            for number, spelling in enumerate(entry.also):
                yield from values.one(spelling, "", "supplied", "also", number, kind="form")


def _article(article: Article, sources: Sources) -> Iterator[EditionText]:
    """Walk through the texts of an article: front matter, references, body."""
    source, meta = sources[article.path], article.meta
    values = _Values(source, article.slug)
    for name in ("title", "subtitle", "contents_title", "references_heading"):
        yield from values.one(getattr(meta, name), meta.language, "printed", name)
    yield from values.one(meta.running_title, "en", "supplied", "running_title")
    for index, author in enumerate(meta.authors):
        yield from _author(values, author, index)
    yield from values.one(meta.abstract.text, "en", meta.abstract.origin, "abstract", "text")
    for index, keyword in enumerate(meta.keywords):
        yield from values.one(keyword, "en", "supplied", "keywords", index)
    for index, entry in enumerate(meta.references):
        path = ("references", index, "text")
        yield from values.one(
            entry.text, entry.language, "printed", *path, place="reference", kind="reference"
        )
    for name in ("title", "subtitle", "running_title", "abstract"):
        yield from values.one(getattr(meta.ru, name), "ru", "supplied", "ru", name)
    for index, keyword in enumerate(meta.ru.keywords):
        yield from values.one(keyword, "ru", "supplied", "ru", "keywords", index)
    yield from _body(article, source)


def _table(table: Table, sources: Sources) -> Iterator[EditionText]:
    """Walk through the texts of a table: what stands around it, its heads, its cells."""
    descriptor = sources[DESCRIPTOR]
    values = _Values(descriptor, table.article, ("resources", descriptor.resources[table.name]))
    yield from values.both(table.number, "printed", "supplied", "number")
    for name in ("caption", "legend"):
        yield from values.both(getattr(table, name), "printed", "supplied", name, place="caption")
    yield from values.both(table.unit, "printed", "supplied", "unit")
    for name in ("source", "note"):
        yield from values.both(getattr(table, name), "printed", "supplied", name, place="foot")
    for name in ("shared_remark", "remark"):
        yield from values.both(getattr(table, name), "supplied", "supplied", name, place="foot")
    for name in ("source_label", "note_label"):
        yield from values.one(getattr(table, name), "en", "printed", name)
    if table.chart is not None:
        yield from values.both(table.chart.title, "supplied", "supplied", "chart", "title")
        for row, label in table.chart.labels.items():
            yield from values.both(label, "supplied", "supplied", "chart", "labels", row)
    yield from _columns(table, values)
    yield from _cells(table, sources[table.csv_path])


# --- values of files with keys ----------------------------------------------------


@dataclass(frozen=True)
class _Values:
    """Makes texts of the values of one YAML or JSON file."""

    source: Source
    slug: str = ""
    prefix: Path = ()

    def one(
        self,
        value: str | None,
        lang: str,
        origin: Origin,
        *path: str | int,
        place: Place = "plain",
        kind: Kind = "field",
    ) -> Iterator[EditionText]:
        if value:
            name, key = ".".join(map(str, path)), (*self.prefix, *path)
            yield EditionText(self.source, value, place, lang, kind, origin, name, self.slug, key)

    def both(
        self,
        value: Bilingual | None,
        english: Origin,
        russian: Origin,
        *path: str | int,
        place: Place = "plain",
    ) -> Iterator[EditionText]:
        if value is not None:
            yield from self.one(value.en, "en", english, *path, "en", place=place)
            yield from self.one(value.ru, "ru", russian, *path, "ru", place=place)


def _author(values: _Values, author: Author, index: int) -> Iterator[EditionText]:
    for name in ("given", "surname", "byline", "contents", "affiliation"):
        value = getattr(author, name)
        yield from values.one(value, "en", "printed", "authors", index, name)
    for name in ("given", "surname", "affiliation"):
        value = getattr(author.ru, name)
        yield from values.one(value, "ru", "supplied", "authors", index, "ru", name)


def _columns(table: Table, values: _Values) -> Iterator[EditionText]:
    origin = _origin(table)
    for index, column in enumerate(table.fields):
        path = ("schema", "fields", index)
        yield from values.one(column.title, "en", origin, *path, "title", place="cell")
        head = column.labels.get("ru")
        yield from values.one(head, "ru", "supplied", *path, "labels", "ru", place="cell")
        yield from values.both(column.unit, origin, "supplied", *path, "unit")
        for cell, value in column.values.get("ru", {}).items():
            yield from values.one(
                value, "ru", "supplied", *path, "values", "ru", cell, place="cell"
            )


# --- blocks and cells -------------------------------------------------------------


def _body(article: Article, source: Source) -> Iterator[EditionText]:
    begins = source.offset(Location(source.path, article.body_line))
    for block in article.text.blocks:
        place = BLOCK_PLACES.get(block.kind)
        if place is None:
            continue
        yield EditionText(
            source,
            article.body[block.text_start : block.text_end],
            place,
            article.meta.language,
            block.kind,
            "printed",
            f"note {block.label}" if block.kind == "note" else block.kind,
            article.slug,
            span=(begins + block.text_start, begins + block.text_end),
            block=block,
        )


def _cells(table: Table, source: Source) -> Iterator[EditionText]:
    origin = _origin(table)
    for spans, row in zip(source.cells(len(table.fields)), table.rows, strict=False):
        for field, cell, span in zip(table.fields, row, spans, strict=True):
            if isinstance(cell, str):
                is_quoted = field.name == PASSAGE_COLUMN
                yield EditionText(
                    source,
                    cell,
                    "plain" if is_quoted else "cell",
                    "en",
                    "quotation" if is_quoted else "cell",
                    origin,
                    field.name,
                    table.article,
                    span=span,
                )


def _origin(table: Table) -> Origin:
    """Tell whether the issue prints a table, or the edition has made it from the prose."""
    return "printed" if table.kind == "table" else "supplied"
