"""The grid of a printed table: scoped heads, and figures with their decimal marks in one line."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

from markdown.util import AtomicString

from edition.content.model import Language, Table, TableField
from edition.languages.numbers import decimals, format_number, padding

WIDE, NARROW = 9, 3
"""From how many columns on a table is set closer, and up to how many it fits a phone."""
WIDE_LETTERS = 72
"""The same in letters: of the longest word of each column, and two for the space between them."""
BRIEF_HEAD = 8
"""Letters up to which the head of a column of figures stays in one line."""
LONG_HEAD = 20
"""Letters from which on the head of a row is given room, lest it be many lines deep."""


class Grid:
    """Heads and rows of a table."""

    def __init__(self, table: Table, lang: Language) -> None:
        """Bind to a table and the language of the page."""
        self.table = table
        self.lang = lang
        self.index = {field.name: number for number, field in enumerate(table.fields)}

    def fill(self, grid: ET.Element) -> None:
        """Append heads and rows to a ``table`` element."""
        head = ET.SubElement(ET.SubElement(grid, "thead"), "tr")
        for field in self.columns():
            self._head(head, field)
        self._bodies(grid)

    def columns(self) -> list[TableField]:
        """Return the columns that are shown."""
        return list(self.table.fields)

    def sortable(self) -> bool:
        """Tell whether an order of the rows other than the printed one says something."""
        several = len(self.table.rows) > 1
        return several and any(field.numeric for field in self.table.fields)

    def width(self) -> str:
        """Return the class of a grid that is wide or narrow, or nothing."""
        count = len(self.columns())
        if count <= NARROW:
            return "narrow"
        return "wide" if count >= WIDE or self._letters() > WIDE_LETTERS else ""

    def _letters(self) -> int:
        """Return how wide the table is at least, in letters."""
        letters = 0
        for index, field in enumerate(self.table.fields):
            cells = [row[index] for row in self.table.rows]
            texts = [
                f"{c}" if isinstance(c, Decimal) else field.value(c or "", self.lang) for c in cells
            ]
            words = [word for text in (*texts, field.head(self.lang)) for word in text.split()]
            letters += 2 + max(map(len, words), default=0)
        return letters

    def notes(self) -> list[tuple[str, str]]:
        """Return the marks that stand in the grid, each with its note."""
        return []

    def label(self, field: TableField) -> str:
        """Return the head of a column."""
        return field.head(self.lang)

    def _head(self, row: ET.Element, field: TableField) -> None:
        label = self.label(field)
        cell = ET.SubElement(row, "th" if label else "td")
        if label:
            cell.set("scope", "col")
        if field.numeric:
            cell.set("class", "number brief" if len(label) <= BRIEF_HEAD else "number")
        cell.text = label
        if field.unit is not None and field.unit[self.lang] not in label:
            unit = ET.SubElement(cell, "span")
            unit.set("class", "unit")
            unit.text = AtomicString(field.unit[self.lang])

    def _bodies(self, grid: ET.Element) -> None:
        body = ET.SubElement(grid, "tbody")
        most = [self._places(field) for field in self.table.fields]
        for values in self.table.rows:
            row = ET.SubElement(body, "tr")
            for field, value, places in zip(self.table.fields, values, most, strict=True):
                cell = self._cell(row, field)
                if value is None:
                    cell.set("class", "gap")
                elif isinstance(value, Decimal):
                    self._figure(cell, value, "", places)
                else:
                    self._words(cell, field, value)

    def _cell(self, row: ET.Element, field: TableField) -> ET.Element:
        if field.name not in self.table.key:
            return ET.SubElement(row, "td")
        return ET.SubElement(row, "th", {"scope": "row"})

    def _words(self, cell: ET.Element, field: TableField, value: str) -> None:
        cell.text = field.value(value, self.lang)
        if cell.tag == "th" and len(cell.text) > LONG_HEAD:
            cell.set("class", "long")

    def _figure(self, cell: ET.Element, value: Decimal, unit: str, places: int) -> None:
        """Write a figure; what it lacks on its right is left to the style sheet, unseen."""
        cell.set("class", "number")
        grouped = bool(self.table.printed.groupChar)
        cell.text = AtomicString(format_number(value, self.lang, grouped=grouped) + unit)
        if lacking := padding(value, places, self.lang):
            cell.set("data-pad", lacking)

    def _places(self, field: TableField) -> int:
        """Return how many decimals a column has at most."""
        index = self.index[field.name]
        cells = (row[index] for row in self.table.rows)
        return max((decimals(cell) for cell in cells if isinstance(cell, Decimal)), default=0)
