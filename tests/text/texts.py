"""Every text of an issue, with the kind of text that it is, for the tests of the reader."""

from __future__ import annotations

from collections.abc import Iterator

from edition.content.model import LANGUAGES, Article, Bilingual, Edition, Table
from edition.text.grammar import Place


def one_line_texts(edition: Edition) -> Iterator[tuple[Place, str]]:
    """Yield every text of an issue besides the bodies of its articles."""
    yield from (("plain", text) for text in _plain(edition) if text)
    for article in edition.articles:
        yield from (("reference", reference.text) for reference in article.meta.references)
    for table in edition.tables:
        yield from _table(table)


def _plain(edition: Edition) -> Iterator[str | None]:
    issue = edition.issue
    yield from (issue.journal.title, issue.contents_heading, issue.number)
    for both in (issue.journal.evidence, issue.publisher, issue.place, issue.notice):
        yield from _both(both)
    for block in issue.masthead:
        yield from (block.en, block.ru)
    for section in issue.sections:
        yield from (section.printed, *_both(section.title))
    for member in edition.council.members:
        yield from (member.en.name, member.en.role, member.ru.name, member.ru.role)
    for difference in edition.council.differences:
        yield from (difference.en, difference.ru)
    for article in edition.articles:
        yield from _front_matter(article)


def _both(text: Bilingual | None) -> Iterator[str]:
    if text is not None:
        yield from (text[lang] for lang in LANGUAGES)


def _front_matter(article: Article) -> Iterator[str | None]:
    meta = article.meta
    yield from (meta.title, meta.subtitle, meta.contents_title, meta.running_title)
    yield from (meta.references_heading, meta.abstract.text, *meta.keywords)
    yield from (meta.ru.title, meta.ru.subtitle, meta.ru.running_title, meta.ru.abstract)
    yield from meta.ru.keywords
    for author in meta.authors:
        yield from (author.byline, author.contents, author.affiliation, author.ru.affiliation)


def _table(table: Table) -> Iterator[tuple[Place, str]]:
    for name, text in table.around().items():
        place: Place = "caption" if name in {"caption", "legend"} else "foot"
        yield from ((place, text[lang]) for lang in LANGUAGES)
    for field in table.fields:
        yield from (("cell", field.head(lang)) for lang in LANGUAGES if field.head(lang))
        yield from (("cell", value) for value in field.values.get("ru", {}).values())
    for row in table.rows:
        yield from (("cell", cell) for cell in row if isinstance(cell, str))
    for label in (table.source_label, table.note_label, *_both(table.number), *_both(table.unit)):
        if label:
            yield "plain", label
