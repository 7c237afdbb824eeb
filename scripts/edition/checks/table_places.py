"""Where a table stands in its files: its entry in the descriptor, its cells in the CSV."""

from __future__ import annotations

from collections.abc import Sequence

from edition.content.model import Table
from edition.content.sources import Source


def resource_index(source: Source, name: str) -> int:
    """Return the position of a table in the descriptor (raises ``KeyError``)."""
    return source.resources[name]


def row_spans(table: Table, source: Source) -> Sequence[Sequence[tuple[int, int]]]:
    """Return where the cells of each row of a table stand; ragged rows are no rows."""
    return [row.spans for row in source.rows[1:] if len(row.cells) == len(table.fields)]
