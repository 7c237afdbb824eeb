"""T1xx: the rows, columns and cells of a table as data."""

from __future__ import annotations

from decimal import Decimal

from edition.checks.proof import Proof
from edition.checks.rule import ERROR, INFO, WARNING, Findings, Found, rule
from edition.checks.tables.figures import decimal_places
from edition.checks.tables.lines import row_names
from edition.content.translation import PASSAGE_COLUMN
from edition.diagnostics import Location

HUNDRED = Decimal(100)


@rule(
    "T101",
    ERROR,
    "Two rows with the same primary key are one row twice, and none can be referred to.",
    "Correct the cell, or add the column to 'primaryKey' that tells the rows apart.",
)
def primary_key(proof: Proof) -> Findings:
    """No two rows have the same key, and none has an empty one (Table Schema, `primaryKey`)."""
    for table in proof.edition.tables:
        columns = [index for index, field in enumerate(table.fields) if field.name in table.key]
        names = ", ".join(table.fields[column].name for column in columns)
        first: dict[tuple[object, ...], int] = {}
        for index, row in enumerate(table.rows if columns else ()):
            key = tuple(row[column] for column in columns)
            if all(cell is None for cell in key):
                message = f"the cells of the primary key ({names}) are empty"
                yield Found(proof.cell(table, index, columns[0]), message)
            elif first.setdefault(key, index) != index:
                line = proof.cell(table, first[key], columns[0]).line
                message = f"the primary key ({names}) is that of the row on line {line}"
                yield Found(proof.cell(table, index, columns[0]), message)


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
                figures = [str(c) for c in cells if isinstance(c, Decimal)]
                others = [str(c) for c in seen[name] if isinstance(c, Decimal)]
                message = f"'{name}' is {', '.join(figures)} here and {', '.join(others)} above"
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
            places = [decimal_places(number) for number in numbers.values()]
            usual = max(places, key=places.count, default=0)
            for column, number in numbers.items():
                if decimal_places(number) != usual and places.count(usual) > 1:
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
