"""A table or diagram to what it prints: caption, heads, rows, note and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from edition.collation.blocks import Block, Fragment, Key, Origin, Part, Value
from edition.content.descriptor import DESCRIPTOR
from edition.content.model import Bilingual, Cell, Edition, Table
from edition.content.sources import Sources
from edition.diagnostics import Location
from edition.text.blocks import read_line
from edition.text.diplomatic import Undone, diplomatic

CELL: Final = "\t"
CELL_STYLE: Final = "cell boundary"
GROUPING_STYLE: Final = "grouping comma"


@dataclass(frozen=True, slots=True)
class InCell:
    """A cell of a CSV file as the origin of what stands in it; rows and columns from 0."""

    table: Table
    row: int
    column: int

    def location(self, offset: int, sources: Sources) -> Location:  # noqa: ARG002
        """Return the place of the cell."""
        source = sources.get(self.table.csv_path)
        if source is None:
            return Location(self.table.csv_path)
        return source.at(source.cells(len(self.table.fields))[self.row][self.column][0])


def table_floats(edition: Edition) -> Iterator[Part]:
    """Return every table and diagram of the edition.

    Args:
        edition: The edition.

    Yields:
        Each as a part: of a diagram whose picture is lost, only what is printed with it.
    """
    for index, table in enumerate(edition.tables):
        here: tuple[Key, ...] = ("resources", index)
        blocks = [*_caption(table, here)]
        if table.kind == "table":
            blocks.append(_head(table, here))
            blocks.extend(_rows(table))
        blocks.extend(_foot(table, here))
        yield Part(f"Table {table.name}", tuple(blocks))


def _value(keys: tuple[Key, ...], text: str) -> Value:
    return Value(DESCRIPTOR, keys, text)


def _caption(table: Table, here: tuple[Key, ...]) -> Iterator[Block]:
    caption = _value((*here, "caption", "en"), table.caption.en).marked_up("caption")
    if table.number is None:
        yield Block("caption", (caption,))
    else:
        number = _value((*here, "number", "en"), table.number.en)
        yield Block("caption", (number.plain(), number.beside(" "), caption))
    if table.legend is not None:
        legend = _value((*here, "legend", "en"), table.legend.en)
        yield Block("caption", (legend.marked_up("caption"),))


def _head(table: Table, here: tuple[Key, ...]) -> Block:
    heads: list[Fragment] = []
    for index, field in enumerate(table.fields):
        value = _value((*here, "schema", "fields", index, "title"), field.title)
        if index:
            heads.append(_boundary(value))
        heads.append(value.marked_up("cell"))
    return Block("row", tuple(heads))


def _rows(table: Table) -> Iterator[Block]:
    for number, row in enumerate(table.rows):
        cells: list[Fragment] = []
        for index, cell in enumerate(row):
            origin = InCell(table, number, index)
            if index:
                cells.append(_boundary(origin))
            cells.append(_cell(cell, table.printed.groupChar, origin))
        yield Block("row", tuple(cells))


def _cell(cell: Cell, group: str, origin: Origin) -> Fragment:
    if not isinstance(cell, Decimal):
        return Fragment.of(diplomatic(read_line(cell or "", "cell").runs), origin)
    if not group:
        return Fragment.plain(f"{cell:f}", origin)
    text = f"{cell:,f}".replace(",", group)
    undone = tuple(
        Undone(at, at + 1, GROUPING_STYLE) for at, sign in enumerate(text) if sign == group
    )
    return Fragment(text, [0] * len(text), origin, undone)


def _boundary(origin: Origin) -> Fragment:
    return Fragment.added(CELL, origin, style=CELL_STYLE)


def _foot(table: Table, here: tuple[Key, ...]) -> Iterator[Block]:
    parts: tuple[tuple[str, str | None, Bilingual | None], ...] = (
        ("note", table.note_label, table.note),
        ("source", table.source_label, table.source),
    )
    for name, label, text in parts:
        if text is None:
            continue
        value = _value((*here, name, "en"), text.en)
        fragments: tuple[Fragment, ...] = (value.marked_up("foot"),)
        if label is not None:
            head = _value((*here, f"{name}_label"), label)
            fragments = (head.plain(), head.beside(" "), *fragments)
        yield Block("foot", fragments)
