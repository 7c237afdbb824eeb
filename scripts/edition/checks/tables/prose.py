"""T1xx: what the text and its tables say of each other: mentions, numbers, quoted passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.checks.tables.figures import FIGURE, value
from edition.content.model import Table
from edition.content.translation import PASSAGE_COLUMN
from edition.text.paragraphs import Paragraphs
from edition.text.views import reading_text

MENTION = re.compile(r"\b(Table|Diagram|Figure|Chart)s?\s+(\d{1,9})\b")


@rule(
    "T106",
    INFO,
    "The text never mentions a table by its number.",
    "Nothing to do; the mention may have been lost, or the author made none.",
)
def unmentioned(proof: Proof) -> Findings:
    """A numbered table is mentioned."""
    for article in proof.edition.articles:
        text = " ".join(reading_text(block.runs) for block in article.text.blocks)
        for table in proof.edition.tables_of(article.slug):
            if table.number is not None and table.number.en.rstrip(". ") not in text:
                message = f"'{table.number.en}' of '{table.name}' is not mentioned in the text"
                yield Found(proof.descriptor(table, "number"), message)


@rule(
    "T107",
    WARNING,
    "The text sends readers to a table or diagram that the article does not have.",
    "Look for a lost table, or remark on the author's slip.",
)
def missing_table(proof: Proof) -> Findings:
    """Every table that the text mentions is there."""
    for article in proof.edition.articles:
        numbers = {
            f"{mention[1]} {mention[2]}"
            for table in proof.edition.tables_of(article.slug)
            if table.number is not None
            for mention in MENTION.finditer(table.number.en)
        }
        if not numbers:
            continue
        for passage in proof.passages_of(article, "paragraph", "item", "note"):
            for mention in MENTION.finditer(passage.text):
                if f"{mention[1]} {mention[2]}" in numbers:
                    continue
                if not passage.is_remarked(*mention.span()):
                    message = f"'{mention[0]}' is not among the tables of the article"
                    yield Found(passage.at(mention.start()), message)


@rule(
    "T108",
    WARNING,
    "Tables and diagrams are numbered 1, 2, 3; a gap may be a lost one, a number twice a misprint.",
    "Look at the print; the numbers stay as printed, with an exception that says so.",
)
def table_numbers(proof: Proof) -> Findings:
    """The printed numbers of an article's tables have no gap and no double."""
    for article in proof.edition.articles:
        last: dict[str, int] = {}
        for table in proof.edition.tables_of(article.slug):
            mention = MENTION.search(table.number.en) if table.number else None
            if mention is None:
                continue
            kind, number = mention[1], int(mention[2])
            expected = last.get(kind, 0) + 1
            if number != expected:
                message = f"{kind} {number} where {kind} {expected} would follow"
                yield Found(proof.descriptor(table, "number"), message)
            last[kind] = number


@rule(
    "T112",
    INFO,
    "A quoted passage that stands in two paragraphs leads readers to the first of them.",
    "Quote a few words more.",
)
def ambiguous_passage(proof: Proof) -> Findings:
    """A passage that bears out a value stands in one paragraph."""
    texts = {article.slug: Paragraphs(article.text) for article in proof.edition.articles}
    for table, index, column, quoted in _quotations(proof):
        if (paragraphs := texts.get(table.article)) is None:
            continue
        found = paragraphs.holding(quoted)
        if len(found) > 1:
            message = f"the passage stands in paragraphs {found[0]} and {found[1]}"
            yield Found(proof.cell(table, index, column), message)


@rule(
    "T113",
    WARNING,
    "A reconstructed value must stand in the passage that it cites.",
    "Quote the passage that gives the value; a value given in words needs an exception.",
)
def value_in_passage(proof: Proof) -> Findings:
    """A reconstructed value is among the figures of its passage."""
    for table, index, column, quoted in _quotations(proof):
        given = {value(match[0]) for match in FIGURE.finditer(quoted)}
        for number, cell in enumerate(table.rows[index]):
            if isinstance(cell, Decimal) and cell not in given and number != column:
                message = f"the value {cell} does not stand in the passage '{quoted}'"
                yield Found(proof.cell(table, index, number), message)


def _quotations(proof: Proof) -> Iterator[tuple[Table, int, int, str]]:
    """Yield every quoted passage with its table, row and column."""
    for table in proof.edition.tables:
        names = [field.name for field in table.fields]
        if PASSAGE_COLUMN not in names:
            continue
        column = names.index(PASSAGE_COLUMN)
        for index, row in enumerate(table.rows):
            if isinstance(row[column], str):
                yield table, index, column, str(row[column])
