"""Faults between files: sections, the order of the contents, tables and their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from edition.content.codes import (
    DUPLICATE_ORDER,
    PASSAGE_NOT_FOUND,
    TABLE_PLACES,
    UNKNOWN_ARTICLE,
    UNKNOWN_MEMBER,
    UNKNOWN_SECTION,
    UNKNOWN_TABLE,
)
from edition.content.descriptor import DESCRIPTOR
from edition.content.model import (
    AUTHORITY_KINDS,
    Article,
    Authority,
    Council,
    Issue,
    Table,
)
from edition.content.sources import Sources
from edition.content.translation import PASSAGE_COLUMN
from edition.diagnostics import Diagnostic, Location
from edition.text.paragraphs import Paragraphs
from edition.text.runs import Block

AUTHORITY = "articles/authority.yml"
COUNCIL = "articles/council.yml"
SHOWN = 200
"""Characters of a passage that a message shows."""


@dataclass(frozen=True)
class _Call:
    """A line of an article that calls for a table."""

    article: Article
    block: Block

    @property
    def place(self) -> Location:
        return self.article.at(self.block.start)


def relation_faults(
    issue: Issue | None,
    council: Council | None,
    articles: Sequence[Article],
    tables: Sequence[Table],
    sources: Sources,
) -> Iterator[Diagnostic]:
    """Find where one file says something that another one does not bear out.

    Args:
        issue: The issue, if its file can be used.
        council: The council, if its file can be used.
        articles: The articles that can be used, in the order of the contents.
        tables: The tables that can be used.
        sources: The files, for the places.

    Yields:
        A diagnostic for each fault.
    """
    if issue is not None:
        yield from _section_faults(issue, articles, sources)
    if council is not None:
        yield from _council_faults(council, sources)
    yield from _order_faults(articles, sources)
    calls = [
        _Call(article, block) for article in articles for block in article.text.blocks if block.name
    ]
    if DESCRIPTOR in sources:
        yield from _call_faults(calls, tables, sources[DESCRIPTOR].resources)
    known = {article.slug: article for article in articles}
    for table in tables if articles else ():
        called = [call for call in calls if call.block.name == table.name]
        yield from _table_faults(table, known, called, sources)
        yield from _name_faults(table, sources)


def authority_faults(
    authority: Authority, slugs: Collection[str], sources: Sources
) -> Iterator[Diagnostic]:
    """Find names that are limited to articles that are not there.

    Args:
        authority: The authority file.
        slugs: Names of the files of articles, also of those with faults.
        sources: The files, for the places.

    Yields:
        A diagnostic for each.
    """
    for kind in AUTHORITY_KINDS:
        for index, entry in enumerate(authority.of(kind)):
            for number, form in enumerate(entry.forms):
                for at, slug in enumerate(() if isinstance(form, str) else form.only):
                    if slug not in slugs:
                        place = sources[AUTHORITY].key(kind, index, "forms", number, "only", at)
                        message = f"there is no article '{slug}'"
                        yield Diagnostic.of(UNKNOWN_ARTICLE, place, message)


def own_tables(article: Article, tables: Sequence[Table]) -> tuple[list[Table], bool]:
    """Return the tables of an article, and whether all that it calls for could be read."""
    loaded = {table.name for table in tables}
    called = {block.name for block in article.text.blocks if block.name}
    return [table for table in tables if table.article == article.slug], called <= loaded


def _section_faults(
    issue: Issue, articles: Sequence[Article], sources: Sources
) -> Iterator[Diagnostic]:
    sections = {section.id for section in issue.sections}
    for article in articles:
        if article.meta.section not in sections:
            message = f"the section '{article.meta.section}' is not in issue.yml"
            place = sources[article.path].key("section")
            yield Diagnostic.of(UNKNOWN_SECTION, place, message)


def _council_faults(council: Council, sources: Sources) -> Iterator[Diagnostic]:
    members = {member.id for member in council.members}
    for index, difference in enumerate(council.differences):
        if difference.member not in members:
            message = f"a difference names '{difference.member}', who is not on the council"
            place = sources[COUNCIL].key("differences", index, "member")
            yield Diagnostic.of(UNKNOWN_MEMBER, place, message)


def _order_faults(articles: Sequence[Article], sources: Sources) -> Iterator[Diagnostic]:
    orders: dict[int, Article] = {}
    for article in articles:
        first = orders.setdefault(article.meta.order, article)
        if first is not article:
            message = f"order {article.meta.order} is taken by {first.path}"
            yield Diagnostic.of(DUPLICATE_ORDER, sources[article.path].key("order"), message)


def _call_faults(
    calls: Sequence[_Call], tables: Sequence[Table], declared: Collection[str]
) -> Iterator[Diagnostic]:
    names = {table.name: table for table in tables}
    for call in calls:
        table = names.get(call.block.name)
        if table is None:
            if call.block.name not in declared:
                message = f"'{call.block.name}' is not in {DESCRIPTOR}"
                yield Diagnostic.of(UNKNOWN_TABLE, call.place, message)
        elif table.article != call.article.slug:
            message = f"'{table.name}' belongs to the article '{table.article}'"
            yield Diagnostic.of(TABLE_PLACES, call.place, message)


def _table_faults(
    table: Table, articles: dict[str, Article], calls: Sequence[_Call], sources: Sources
) -> Iterator[Diagnostic]:
    article = articles.get(table.article)
    if article is None:
        message = f"there is no article '{table.article}' for the table '{table.name}'"
        yield Diagnostic.of(TABLE_PLACES, _described(table, sources, "article"), message)
        return
    if not calls and not article.text.faults:
        message = f"no line '::: table {table.name}' places the table"
        yield Diagnostic.of(TABLE_PLACES, _described(table, sources, "name"), message)
    for call in calls[1:]:
        message = f"the table '{table.name}' has a place already (line {calls[0].place.line})"
        yield Diagnostic.of(TABLE_PLACES, call.place, message)
    yield from _passage_faults(table, article, sources)


def _passage_faults(table: Table, article: Article, sources: Sources) -> Iterator[Diagnostic]:
    names = [field.name for field in table.fields]
    if PASSAGE_COLUMN not in names or article.text.faults:
        return  # with a fault, a paragraph may have become something else
    column = names.index(PASSAGE_COLUMN)
    paragraphs = Paragraphs(article.text)
    written = [row for row in sources[table.csv_path].rows[1:] if len(row.cells) == len(names)]
    for row, (start, _, spans) in zip(table.rows, written, strict=False):
        passage = row[column]
        if not isinstance(passage, str) or paragraphs.find(passage) is None:
            message = f"the passage '{passage or '':.{SHOWN}}' is not in {article.path}"
            place = sources[table.csv_path].at(spans[column][0] if passage else start)
            yield Diagnostic.of(PASSAGE_NOT_FOUND, place, message)


def _name_faults(table: Table, sources: Sources) -> Iterator[Diagnostic]:
    for other in table.shared_with:
        if other not in sources[DESCRIPTOR].resources:
            message = f"'{other}', which shares the note of '{table.name}', is not there"
            place = _described(table, sources, "shared_with")
            yield Diagnostic.of(UNKNOWN_TABLE, place, message)
        if other == table.name:
            message = f"'{other}' shares its note with itself"
            yield Diagnostic.of(TABLE_PLACES, _described(table, sources, "shared_with"), message)


def _described(table: Table, sources: Sources, key: str) -> Location:
    """Return where the descriptor says something of a table."""
    source = sources[DESCRIPTOR]
    return source.key("resources", source.resources[table.name], key)
