"""The edition's folder to an :class:`Edition`, with every fault collected.

This is the only place where content files are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from edition.content import body as text
from edition.content.articles import body_faults, load_article
from edition.content.codes import (
    DUPLICATE_ORDER,
    FILE_MISSING,
    PASSAGE_NOT_FOUND,
    TABLE_PLACES,
    UNKNOWN_MEMBER,
    UNKNOWN_SECTION,
    UNKNOWN_TABLE,
)
from edition.content.files import read_text
from edition.content.model import Article, Council, Edition, Issue, Model, Table
from edition.content.tables import DESCRIPTOR, load_tables
from edition.content.yaml_source import read_yaml, validate
from edition.diagnostics import ContentError, Diagnostic, Location, Severity

ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True)
class Loaded:
    """What loading gives.

    Attributes:
        edition: The edition, or ``None`` if a file that everything needs is unusable.
        diagnostics: Every fault found, sorted by place.
    """

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]

    def unwrap(self) -> Edition:
        """Return the edition.

        Raises:
            ContentError: If there is a fault of severity *error*.
        """
        errors = any(d.severity >= Severity.ERROR for d in self.diagnostics)
        if self.edition is None or errors:
            raise ContentError(self.diagnostics)
        return self.edition


def load(root: Path) -> Loaded:
    """Read the content of an edition.

    Args:
        root: The folder that holds ``articles/`` and ``tables/``.

    Returns:
        The edition and what is wrong with it; nothing is raised for bad content.
    """
    diagnostics: list[Diagnostic] = []
    issue = _load_model(root, "articles/issue.yml", Issue, diagnostics)
    council = _load_model(root, "articles/council.yml", Council, diagnostics)
    tables = load_tables(root, diagnostics)
    articles = _load_articles(root, diagnostics)
    diagnostics.extend(_article_faults(issue, articles, tables))
    for article in articles:
        own = tuple(table for table in tables if table.article == article.slug)
        diagnostics.extend(body_faults(article, own))
    if council is not None:
        diagnostics.extend(_council_faults(council))
    edition = None
    if issue is not None and council is not None:
        edition = Edition(issue=issue, council=council, articles=tuple(articles), tables=tables)
    return Loaded(edition, tuple(sorted(set(diagnostics))))


def _load_model(
    root: Path, path: str, model: type[ModelT], diagnostics: list[Diagnostic]
) -> ModelT | None:
    content = read_text(root, path, diagnostics)
    if content is None:
        return None
    source = read_yaml(content, path)
    data = {} if source.data is None else source.data
    result = validate(source, model, data) if not source.diagnostics else None
    diagnostics.extend(source.diagnostics)
    return result


def _load_articles(root: Path, diagnostics: list[Diagnostic]) -> list[Article]:
    files = sorted((root / "articles").glob("*.md"))
    if not files:
        message = "the folder holds no article"
        diagnostics.append(Diagnostic.of(FILE_MISSING, Location("articles"), message))
    loaded = [load_article(root, f"articles/{file.name}", diagnostics) for file in files]
    articles = [article for article in loaded if article is not None]
    return sorted(articles, key=lambda article: (article.meta.order, article.slug))


def _council_faults(council: Council) -> Iterator[Diagnostic]:
    known = {member.id for member in council.members}
    for difference in council.differences:
        if difference.member not in known:
            message = f"a difference names '{difference.member}', who is not on the council"
            yield Diagnostic.of(UNKNOWN_MEMBER, Location("articles/council.yml"), message)


def _article_faults(
    issue: Issue | None, articles: list[Article], tables: tuple[Table, ...]
) -> Iterator[Diagnostic]:
    sections = {section.id for section in issue.sections} if issue else None
    orders: dict[int, str] = {}
    places: dict[str, list[str]] = {}
    for article in articles:
        here = Location(article.path)
        if sections is not None and article.meta.section not in sections:
            message = f"the section '{article.meta.section}' is not in issue.yml"
            yield Diagnostic.of(UNKNOWN_SECTION, here, message)
        if article.meta.order in orders:
            message = f"order {article.meta.order} is taken by {orders[article.meta.order]}"
            yield Diagnostic.of(DUPLICATE_ORDER, here, message)
        orders.setdefault(article.meta.order, article.slug)
        names = {table.name: table for table in tables}
        for block in text.blocks(article.body, article.body_line):
            if block.kind == "directive":
                places.setdefault(block.label, []).append(article.slug)
                yield from _directive_faults(article, block, names.get(block.label))
    known = {article.slug: article for article in articles}
    for table in tables:
        if table.article in known or articles:
            yield from _place_faults(table, places.get(table.name, []), known.get(table.article))


def _directive_faults(
    article: Article, block: text.Block, table: Table | None
) -> Iterator[Diagnostic]:
    place = Location(article.path, block.line, 1)
    if table is None:
        message = f"'{block.label}' is not in {DESCRIPTOR}"
        yield Diagnostic.of(UNKNOWN_TABLE, place, message)
    elif table.article != article.slug:
        message = f"'{block.label}' belongs to the article '{table.article}'"
        yield Diagnostic.of(TABLE_PLACES, place, message)


def _place_faults(
    table: Table, places: list[str], article: Article | None
) -> Iterator[Diagnostic]:
    if article is None:
        message = f"the table '{table.name}' names the article '{table.article}', which is not there"
        yield Diagnostic.of(TABLE_PLACES, Location(DESCRIPTOR), message)
        return
    if len(places) != 1:
        times = "nowhere" if not places else f"{len(places)} times"
        message = f"the table '{table.name}' is placed {times}"
        yield Diagnostic.of(TABLE_PLACES, Location(article.path), message)
    names = [field.name for field in table.fields]
    if "passage" not in names:
        return
    column = names.index("passage")
    for number, row in enumerate(table.rows, start=2):
        passage = row[column]
        if not isinstance(passage, str) or text.find_passage(article.body, passage) is None:
            place = Location(table.csv_path, number)
            message = f"the passage '{passage}' is not in {article.path}"
            yield Diagnostic.of(PASSAGE_NOT_FOUND, place, message)
