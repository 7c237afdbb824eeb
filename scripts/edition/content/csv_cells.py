"""The cells of a CSV file (RFC 4180) and where each stands in it.

A quoted cell may hold commas, quotation marks and line ends, so neither the number of a row nor the
number of a comma tells a place; this module is the one that knows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import accumulate
from typing import NamedTuple

# How long a cell may be is a limit of ours (`text_length`), told at its place. Python's own holds
# for the whole process and can be changed by any package in it.
csv.field_size_limit(2**31 - 1)


class CsvRow(NamedTuple):
    """A row of a CSV file.

    Attributes:
        start: Where it begins in the text.
        cells: What its cells say.
        spans: Where each of them begins and ends, without its quotation marks.
    """

    start: int
    cells: list[str]
    spans: list[tuple[int, int]]


def csv_rows(text: str) -> Iterator[CsvRow]:
    """Walk through the rows of a CSV file, the header included.

    Args:
        text: The file, with line feeds for line ends.

    Yields:
        Every row; an empty line is one without cells.

    Raises:
        csv.Error: If a row is none: the row that would follow the last one that was given.
    """
    here = 0
    for cells in csv.reader(io.StringIO(text), strict=True):
        start = here
        spans: list[tuple[int, int]] = []
        for cell in cells:
            quoted = text.startswith('"', here)
            size = len(cell) + cell.count('"') if quoted else len(cell)
            here += quoted
            spans.append((here, here + size))
            here += size + quoted + 1  # and the comma or the line end
        here += not cells
        yield CsvRow(start, cells, spans)


def written_at(cell: str, span: tuple[int, int]) -> tuple[int, ...]:
    """Return where each character of a cell stands in the file.

    Args:
        cell: What the cell says.
        span: Where it begins and ends, without its quotation marks.
    """
    start, end = span
    step = 2 if end - start > len(cell) else 1  # a quotation mark is written twice
    sizes = (step if sign == '"' else 1 for sign in cell)
    return tuple(accumulate(sizes, initial=start))[:-1]


def readable_rows(text: str) -> tuple[CsvRow, ...]:
    """Return the rows of a CSV file up to the first that is none."""
    rows: list[CsvRow] = []
    with suppress(csv.Error):
        rows.extend(csv_rows(text))  # keeps what came before the error
    return tuple(rows)
