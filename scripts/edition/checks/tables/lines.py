"""The rows, columns and cells of a table, found by the names that formulas give them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from edition.content.model import Table
from edition.content.translation import PASSAGE_COLUMN

NTH: Final = re.compile(r"^(?P<name>.*)#(?P<nth>\d{1,9})$")


class FormulaError(Exception):
    """A formula cannot be read, or names what is not there; the message says which."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: table, row and column, counted from 0."""

    table: Table
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column, or one value: numbers by the key of each.

    Attributes:
        values: Number by key; the key of a single value is empty. Gaps are left out.
        places: Where each number stands, for those that stand in a table.
    """

    values: Mapping[str, Decimal]
    places: Mapping[str, Place]

    @property
    def single(self) -> bool:
        """Whether this is one value and not a row or column."""
        return len(self.values) == 1 and "" in self.values


def line_of(table: Table, label: str) -> Line:
    """Return what a label in brackets names: a cell, a column or a row.

    Args:
        table: The table.
        label: ``row | column``, or the name of a column or row.

    Raises:
        FormulaError: If the table does not have it, or has several of it.
    """
    row, bar, column = (part.strip() for part in label.rpartition("|"))
    if bar:
        return _cell(table, row, column)
    names = [field.name for field in table.fields]
    if label in names:
        return _column(table, names.index(label))
    return _row(table, _find_row(table, label))


def row_names(table: Table) -> Sequence[str]:
    """Return what heads each row: the cells of the key, without quoted passages."""
    heads = [
        index
        for index, field in enumerate(table.fields)
        if field.name in table.key and field.name != PASSAGE_COLUMN
    ]
    return [" / ".join(str(row[index]) for index in heads) for row in table.rows]


def _find_row(table: Table, label: str) -> int:
    nth = NTH.match(label)
    name, wanted = (nth["name"].rstrip(), int(nth["nth"])) if nth else (label, 1)
    rows = [index for index, head in enumerate(row_names(table)) if head == name]
    if not 0 < wanted <= len(rows):
        raise FormulaError(f"'{table.name}' has no row or column '{label}'")
    if len(rows) > 1 and nth is None:
        raise FormulaError(f"'{table.name}' has {len(rows)} rows '{label}'; write '{label} #1'")
    return rows[wanted - 1]


def _row(table: Table, row: int) -> Line:
    numbers: dict[str, Decimal] = {}
    places: dict[str, Place] = {}
    alone = sum(field.numeric for field in table.fields) == 1
    for index, (field, cell) in enumerate(zip(table.fields, table.rows[row], strict=True)):
        if isinstance(cell, Decimal):
            key = "" if alone else field.name
            numbers[key] = cell
            places[key] = Place(table, row, index)
    return Line(numbers, places)


def _column(table: Table, column: int) -> Line:
    numbers: dict[str, Decimal] = {}
    places: dict[str, Place] = {}
    names = row_names(table)
    several, met = Counter(names), Counter[str]()
    for index, (name, row) in enumerate(zip(names, table.rows, strict=True)):
        met[name] += 1
        cell = row[column]
        if isinstance(cell, Decimal):
            key = name or f"row {index + 1}"
            if name and several[name] > 1:
                key = f"{name} #{met[name]}"
            numbers[key] = cell
            places[key] = Place(table, index, column)
    return Line(numbers, places)


def _cell(table: Table, row: str, column: str) -> Line:
    names = [field.name for field in table.fields]
    if column not in names:
        raise FormulaError(f"'{table.name}' has no column '{column}'")
    here = Place(table, _find_row(table, row), names.index(column))
    cell = table.rows[here.row][here.column]
    if not isinstance(cell, Decimal):
        raise FormulaError(f"the cell [{row} | {column}] of '{table.name}' holds no number")
    return Line({"": cell}, {"": here})
