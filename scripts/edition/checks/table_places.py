"""Where a table stands in its files: its entry in the descriptor, its cells in the CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from edition.content.model import Table
from edition.content.sources import Source


def resource_index(source: Source, name: str) -> int:
    """Return the position of a table in the descriptor."""
    index = 0
    while source.has("resources", index):
        path = ("resources", index, "name")
        if source.has(*path) and source.written(*path).strip("\"'") == name:
            return index
        index += 1
    raise KeyError(name)


def row_spans(table: Table, source: Source) -> Sequence[Sequence[tuple[int, int]]]:
    """Return where the cells of each row of a table stand; ragged rows are no rows."""
    _, *rows = cell_spans(source.text) or [[]]
    return [row for row in rows if len(row) == len(table.fields)]


def cell_spans(text: str) -> Sequence[Sequence[tuple[int, int]]]:
    """Return where every cell of a CSV file stands, row by row.

    A quoted cell begins after its quotation mark.
    """
    rows: list[list[tuple[int, int]]] = []
    here = 0
    for cells in csv.reader(io.StringIO(text)):
        row: list[tuple[int, int]] = []
        for cell in cells:
            quoted = text[here : here + 1] == '"'
            size = len(cell) + cell.count('"') if quoted else len(cell)
            here += quoted
            row.append((here, here + size))
            here += size + quoted + 1  # and the comma or the line end
        rows.append(row)
    return rows
