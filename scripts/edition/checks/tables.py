"""T1xx: tables, what holds inside them, and what the prose says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from edition.checks.arithmetic import FormulaError, broken, evaluate, row_names
from edition.checks.passages import cell_spans
from edition.checks.proof import Proof
from edition.checks.rule import ERROR, INFO, WARNING, Findings, Found, rule
from edition.content import body
from edition.content.model import Article, Figure, Table
from edition.content.translation import PASSAGE_COLUMN
from edition.diagnostics import Location

if TYPE_CHECKING:
    from frictionless import Error

NUMBER = re.compile(r"\d+(?:[,\u00a0]\d{3})*(?:\.\d+)?")
MENTION = re.compile(r"\b(Table|Diagram|Figure|Chart)s?\s+(\d+)\b")
HUNDRED = Decimal(100)


def _owned(proof: Proof) -> Iterator[tuple[Article, Table]]:
    """Yield every table with its article."""
    for article in proof.edition.articles:
        for table in proof.edition.tables_of(article.slug):
            yield article, table


def _tables(proof: Proof) -> Mapping[str, Table]:
    return {table.name: table for table in proof.edition.tables}


@rule(
    "T101",
    ERROR,
    "A table that the Frictionless standard refuses cannot be reused as data.",
    "Correct the CSV file or its description; the message is that of the standard's own tool.",
)
def frictionless(proof: Proof) -> Findings:
    """Frictionless accepts every table."""
    from frictionless import Resource, Schema  # noqa: PLC0415  # slow to import

    for table in proof.edition.tables:
        schema = Schema.from_descriptor(
            {
                "fields": [{"name": field.name, "type": field.type} for field in table.fields],
                **({"primaryKey": list(table.key)} if table.key else {}),
            }
        )
        data = proof.sources[table.csv_path].text.encode()
        resource = Resource(data=data, format="csv", encoding="utf-8", schema=schema)
        for task in resource.validate().tasks:
            for error in task.errors:
                yield Found(_place_of(proof, table, error), f"{error.type}: {error.message}")


def _place_of(proof: Proof, table: Table, error: Error) -> Location:
    """Return the row that an error of Frictionless is about, or the description."""
    row = getattr(error, "row_number", None)
    if not isinstance(row, int):
        return proof.descriptor(table, "schema")
    source, column = proof.sources[table.csv_path], getattr(error, "field_number", None)
    spans = cell_spans(source.text)
    cells = spans[row - 1] if row <= len(spans) else ()
    if isinstance(column, int) and column <= len(cells):
        return source.at(cells[column - 1][0])
    return Location(table.csv_path, row)


@rule(
    "T102",
    WARNING,
    "Figures that should add up do not: one of them is misread, misprinted or the author's slip.",
    "Look at the print; the figure stays, and an exception or a remark says what is known.",
)
def relation(proof: Proof) -> Findings:
    """What a table declares holds between its rows and columns."""
    tables = _tables(proof)
    for table in proof.edition.tables:
        for index, formula in enumerate(table.relations):
            try:
                failures = list(broken(formula, table, tables))
            except FormulaError:
                continue  # T103
            for fault in failures:
                where = f" ({fault.key})" if fault.key else ""
                message = f"{formula}{where}: {fault.left} {fault.sign} {fault.right} does not hold"
                place = proof.descriptor(table, "relations", index)
                if fault.place is not None:
                    place = proof.cell(table, fault.place.row, fault.place.column)
                yield Found(place, message)


@rule(
    "T103",
    ERROR,
    "A formula that cannot be read checks nothing.",
    "Name rows and columns as the table does; the message says what is not understood.",
)
def formula(proof: Proof) -> Findings:
    """Every declared formula can be read."""
    tables = _tables(proof)
    for table in proof.edition.tables:
        for index, declared in enumerate(table.relations):
            try:
                list(broken(declared, table, tables))
            except FormulaError as error:
                yield Found(proof.descriptor(table, "relations", index), str(error))
    for article in proof.edition.articles:
        for index, figure in enumerate(article.meta.figures):
            try:
                evaluate(figure.equals, tables)
            except FormulaError as error:
                yield Found(proof.of(article).key("figures", index, "equals"), str(error))


@rule(
    "T104",
    WARNING,
    "The prose gives another figure than the table that it rests on.",
    "Look at the print; both stay, and an exception or a remark says what is known.",
)
def figures(proof: Proof) -> Findings:
    """A figure of the prose is what its formula comes to."""
    tables = _tables(proof)
    for article, _, figure in _figures(proof):
        place, printed = _printed(proof, article, figure)
        if place is None or printed is None:
            continue  # T105
        try:
            computed = evaluate(figure.equals, tables)
        except FormulaError:
            continue  # T103
        given = Decimal(re.sub(r"[,\u00a0]", "", printed))
        tolerance = figure.tolerance
        if tolerance is None:
            tolerance = Decimal(5).scaleb(_exponent(given) - 1)
        if abs(given - computed) > tolerance:
            shown = f"{round(computed, max(-_exponent(given), 0) + 2).normalize():f}"
            yield Found(place, f"'{printed}' in the text, {figure.equals} is {shown}")


@rule(
    "T105",
    ERROR,
    "A tie between prose and table whose words are not in the article checks nothing.",
    "Quote the passage word for word from one paragraph; the figure must stand in it.",
)
def figure_passage(proof: Proof) -> Findings:
    """The passage and the figure of a tie are in the article."""
    for article, index, figure in _figures(proof):
        place, printed = _printed(proof, article, figure)
        source = proof.of(article)
        if place is None:
            message = f"'{figure.passage}' is not in the article"
            yield Found(source.key("figures", index, "passage"), message)
        elif printed is None:
            message = f"the passage has no figure '{figure.figure or 'at all'}'"
            yield Found(source.key("figures", index), message)


def _figures(proof: Proof) -> Iterator[tuple[Article, int, Figure]]:
    for article in proof.edition.articles:
        for index, figure in enumerate(article.meta.figures):
            yield article, index, figure


def _printed(proof: Proof, article: Article, figure: Figure) -> tuple[Location | None, str | None]:
    """Return the place and the digits of a figure of the prose."""
    words = " ".join(figure.passage.split())
    wanted = figure.figure
    numbers = [match for match in NUMBER.finditer(words) if wanted in {None, match[0]}]
    passage = proof.find(article, words)
    if passage is None or not numbers:
        return passage, None
    return proof.find(article, words[numbers[0].start() :]), numbers[0][0]


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@rule(
    "T106",
    INFO,
    "The text never mentions a table by its number.",
    "Nothing to do; the mention may have been lost, or the author made none.",
)
def unmentioned(proof: Proof) -> Findings:
    """A numbered table is mentioned."""
    for article, table in _owned(proof):
        if table.number is None:
            continue
        if table.number.en.rstrip(". ") not in body.reading_text(article.body):
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
    "T109",
    WARNING,
    "Two rows of one name with different figures contradict each other.",
    "Look at the print; both stay, and an exception or a remark says what is known.",
)
def contradiction(proof: Proof) -> Findings:
    """Rows of one name have the same figures."""
    for table in proof.edition.tables:
        if not table.key:
            continue
        columns = [
            index for index, field in enumerate(table.fields) if field.name != PASSAGE_COLUMN
        ]
        seen: dict[str, list[object]] = {}
        for index, (name, row) in enumerate(zip(row_names(table), table.rows, strict=True)):
            cells: list[object] = [row[column] for column in columns]
            if seen.setdefault(name, cells) != cells:
                figures_ = [str(c) for c in cells if isinstance(c, Decimal)]
                others = [str(c) for c in seen[name] if isinstance(c, Decimal)]
                message = f"'{name}' is {', '.join(figures_)} here and {', '.join(others)} above"
                yield Found(proof.cell(table, index, 0), message)


@rule(
    "T110",
    INFO,
    "A figure with fewer or more decimals than its neighbours may have lost or gained a digit.",
    "Look at the print; otherwise it stays as printed.",
)
def decimals(proof: Proof) -> Findings:
    """The figures of a row have the same decimals."""
    for table in proof.edition.tables:
        if table.kind != "table":
            continue
        for index, row in enumerate(table.rows):
            numbers = {c: cell for c, cell in enumerate(row) if isinstance(cell, Decimal)}
            places = [-_exponent(number) for number in numbers.values()]
            usual = max(places, key=places.count, default=0)
            for column, number in numbers.items():
                if -_exponent(number) != usual and places.count(usual) > 1:
                    message = f"{number} in a row of figures with {usual} decimals"
                    yield Found(proof.cell(table, index, column), message)


@rule(
    "T111",
    WARNING,
    "An empty row or column is a leftover, or has lost its cells.",
    "Restore the cells from the print, or take the row or column out.",
)
def empty_line(proof: Proof) -> Findings:
    """No row and no column is empty."""
    for table in proof.edition.tables:
        for index, row in enumerate(table.rows):
            if all(cell is None for cell in row):
                yield Found(proof.cell(table, index, 0), "every cell of the row is empty")
        for column, field in enumerate(table.fields):
            if table.rows and all(row[column] is None for row in table.rows):
                place = Location(table.csv_path)
                yield Found(place, f"every cell of the column '{field.name}' is empty")


@rule(
    "T112",
    INFO,
    "A quoted passage that stands in two paragraphs leads readers to the first of them.",
    "Quote a few words more.",
)
def ambiguous_passage(proof: Proof) -> Findings:
    """A passage that bears out a value stands in one paragraph."""
    articles = {article.slug: article for article in proof.edition.articles}
    for table, index, column, quoted in _quotations(proof):
        if (article := articles.get(table.article)) is None:
            continue
        wanted = body.reading_text(quoted)
        paragraphs = [
            block.number
            for block in proof.blocks(article)
            if block.number is not None and wanted in body.reading_text(block.text)
        ]
        if len(paragraphs) > 1:
            message = f"the passage stands in paragraphs {paragraphs[0]} and {paragraphs[1]}"
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
        given = {Decimal(re.sub(r"[,\u00a0]", "", m[0])) for m in NUMBER.finditer(quoted)}
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


@rule(
    "T114",
    WARNING,
    "A share above a hundred percent or below zero has been misread.",
    "Look at the print; a share that may exceed a hundred needs an exception.",
)
def share(proof: Proof) -> Findings:
    """A percentage lies between 0 and 100."""
    for table in proof.edition.tables:
        names = [field.name for field in table.fields]
        for index, row in enumerate(table.rows):
            unit = row[names.index("unit")] if "unit" in names else None
            for column, cell in enumerate(row):
                own = table.fields[column].unit
                percent = "%" in {unit, own.en if own else None}
                if percent and isinstance(cell, Decimal) and not 0 <= cell <= HUNDRED:
                    yield Found(proof.cell(table, index, column), f"a share of {cell} %")
