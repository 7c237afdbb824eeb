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


class Tables(dict[str, Table]):
    """Tables by their names, with the rows and columns that formulas have asked for already."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        """Take the tables."""
        super().__init__(tables)
        self._lines: dict[tuple[str, str], Line] = {}
        self._rows: dict[str, Mapping[str, Sequence[int]]] = {}

    def line(self, table: Table, label: str) -> Line:
        """Return what :func:`line_of` returns, looked up once."""
        key = table.name, label
        if key not in self._lines:
            if table.name not in self._rows:
                self._rows[table.name] = rows_by_name(table)
            self._lines[key] = line_of(table, label, self._rows[table.name])
        return self._lines[key]


def rows_by_name(table: Table) -> Mapping[str, Sequence[int]]:
    """Return the numbers of the rows of each name."""
    found: dict[str, list[int]] = {}
    for index, name in enumerate(row_names(table)):
        found.setdefault(name, []).append(index)
    return found


def line_of(table: Table, label: str, rows: Mapping[str, Sequence[int]] | None = None) -> Line:
    """Return what a label in brackets names: a cell, a column or a row.

    Args:
        table: The table.
        label: ``row | column``, or the name of a column or row.
        rows: What :func:`rows_by_name` says of the table, if that is known.

    Raises:
        FormulaError: If the table does not have it, or has several of it.
    """
    row, bar, column = (part.strip() for part in label.rpartition("|"))
    rows = rows_by_name(table) if rows is None else rows
    if bar:
        return _cell(table, row, column, rows)
    names = [field.name for field in table.fields]
    if label in names:
        return _column(table, names.index(label))
    return _row(table, _find_row(table, label, rows))


def row_names(table: Table) -> Sequence[str]:
    """Return what heads each row: the cells of the key, without quoted passages."""
    heads = [
        index
        for index, field in enumerate(table.fields)
        if field.name in table.key and field.name != PASSAGE_COLUMN
    ]
    return [" / ".join(str(row[index]) for index in heads) for row in table.rows]


def _find_row(table: Table, label: str, by_name: Mapping[str, Sequence[int]]) -> int:
    nth = NTH.match(label)
    name, wanted = (nth["name"].rstrip(), int(nth["nth"])) if nth else (label, 1)
    rows = by_name.get(name, ())
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


def _cell(table: Table, row: str, column: str, rows: Mapping[str, Sequence[int]]) -> Line:
    names = [field.name for field in table.fields]
    if column not in names:
        raise FormulaError(f"'{table.name}' has no column '{column}'")
    here = Place(table, _find_row(table, row, rows), names.index(column))
    cell = table.rows[here.row][here.column]
    if not isinstance(cell, Decimal):
        raise FormulaError(f"the cell [{row} | {column}] of '{table.name}' holds no number")
    return Line({"": cell}, {"": here})
