"""The values of a lost diagram: one group of rows for each group of respondents.

A row says answer, figure and the paragraph that gives it. What its data say besides is said where
it differs from the plain case: a total or an average in words behind the answer, and a figure that
the diagram may not have shown by a mark with a note.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Final

from markdown.util import AtomicString

from edition.content.model import Cell, Language, Table, TableField
from edition.languages import language
from edition.languages.labels import say, says
from edition.languages.numbers import decimals
from edition.markup.grids import Grid
from edition.text.blocks import Body
from edition.text.paragraphs import Paragraphs
from edition.typography.signs import NBSP

GROUP, ANSWER, KIND, UNIT, SCOPE, PASSAGE = "group", "answer", "kind", "unit", "scope", "passage"
PLAIN: Final = {KIND: "value", SCOPE: "diagram"}
"""What goes without saying."""

Row = tuple[Cell, ...]


class Reconstruction(Grid):
    """Heads and rows of what the prose gives for a lost diagram."""

    def __init__(self, table: Table, lang: Language, body: Body) -> None:
        """Bind to a table, the language of the page and the text of the article."""
        super().__init__(table, lang)
        self.paragraphs = Paragraphs(body)
        self.fields = {field.name: field for field in table.fields}
        self.shown = self.columns()
        self.scopes = list(self._scopes())
        self.most = self._most_places()

    def columns(self) -> list[TableField]:
        """Return the columns that are shown: not those that are said otherwise."""
        hidden = {KIND, UNIT, SCOPE} | ({GROUP} if ANSWER in self.fields else set())
        return [field for field in self.table.fields if field.name not in hidden]

    def sortable(self) -> bool:
        """Tell whether the figures are of one unit; they are sorted inside their groups."""
        return super().sortable() and len({self._raw(row, UNIT) for row in self.table.rows}) == 1

    def notes(self) -> list[tuple[str, str]]:
        """Return the marks of figures that the diagram may not have shown, with their notes."""
        return [
            ("*" * number, self._said(SCOPE, scope))
            for number, scope in enumerate(self.scopes, start=1)
        ]

    def label(self, field: TableField) -> str:
        """Return the head of a column."""
        return say("passage", self.lang) if field.name == PASSAGE else super().label(field)

    def _bodies(self, grid: ET.Element) -> None:
        if ANSWER not in self.fields or GROUP not in self.fields:
            self._rows(ET.SubElement(grid, "tbody"), list(self.table.rows))
            return
        for group, members in groupby(self.table.rows, key=lambda row: self._raw(row, GROUP)):
            rows = list(members)
            body = ET.SubElement(grid, "tbody")
            row = ET.SubElement(body, "tr", {"class": "row-group"})
            span = str(len(self.shown))
            head = ET.SubElement(row, "th", {"scope": "rowgroup", "colspan": span})
            head.text = self.fields[GROUP].value(group, self.lang)
            scopes = {self._raw(row, SCOPE) for row in rows}
            if len(scopes) == 1:
                self._mark(head, scopes.pop())
            self._rows(body, rows, marked=len({self._raw(row, SCOPE) for row in rows}) > 1)

    def _rows(self, body: ET.Element, rows: list[Row], *, marked: bool = True) -> None:
        for values in rows:
            row = ET.SubElement(body, "tr")
            for field in self.shown:
                value = values[self.index[field.name]]
                is_head = field.name in self.table.key and field.name != PASSAGE
                cell = ET.SubElement(row, "th", {"scope": "row"}) if is_head else None
                cell = ET.SubElement(row, "td") if cell is None else cell
                if value is None:
                    cell.set("class", "gap")
                elif isinstance(value, Decimal):
                    unit = self._raw(values, UNIT)
                    places = self.most[field.name, unit]
                    self._figure(cell, value, self._unit(unit), places)
                elif field.name == PASSAGE:
                    self._passage(cell, value)
                else:
                    cell.text = field.value(value, self.lang)
                if field.name == ANSWER:
                    self._kind(cell, self._raw(values, KIND), str(value))
                    if marked:
                        self._mark(cell, self._raw(values, SCOPE))

    def _raw(self, row: Row, name: str) -> str:
        """Return what a row says in a column, as the data have it."""
        if name not in self.fields:
            return PLAIN.get(name, "")
        return str(row[self.index[name]] or PLAIN.get(name, ""))

    def _most_places(self) -> Mapping[tuple[str, str], int]:
        """Return how many decimals the figures of a column and a unit have at most."""
        found: dict[tuple[str, str], int] = {}
        for row in self.table.rows:
            unit = self._raw(row, UNIT)
            for field in self.table.fields:
                cell = row[self.index[field.name]]
                if isinstance(cell, Decimal):
                    key = (field.name, unit)
                    found[key] = max(found.get(key, 0), decimals(cell))
        return found

    def _scopes(self) -> Iterator[str]:
        """Yield, once each, what figures are stated for besides the diagram."""
        scopes = dict.fromkeys(self._raw(row, SCOPE) for row in self.table.rows)
        yield from (scope for scope in scopes if scope != PLAIN[SCOPE])

    def _said(self, name: str, value: str) -> str:
        key = f"{name}_{value}"
        return (
            say(key, self.lang)
            if says(key, self.lang)
            else self.fields[name].value(value, self.lang)
        )

    def _kind(self, cell: ET.Element, kind: str, answer: str) -> None:
        """Say that a figure is a total or an average, unless its answer says so already."""
        if kind != PLAIN[KIND] and kind not in answer:
            words = ET.SubElement(cell, "span", {"class": "kind"})
            words.text = AtomicString(f", {self._said(KIND, kind)}")

    def _mark(self, cell: ET.Element, scope: str) -> None:
        if scope in self.scopes:
            name = {"role": "img", "aria-label": self.fields[SCOPE].value(scope, self.lang)}
            mark = ET.SubElement(cell, "span", {"class": "scope-mark", **name})
            mark.text = AtomicString("*" * (self.scopes.index(scope) + 1))

    def _unit(self, unit: str) -> str:
        """Return the unit of a row, to follow its number."""
        if not unit:
            return ""
        word = self.fields[UNIT].value(unit, self.lang)
        return language(self.lang).percent if word == "%" else NBSP + word

    def _passage(self, cell: ET.Element, passage: str) -> None:
        number = self.paragraphs.find(passage)
        link = ET.SubElement(cell, "a")
        link.set("href", f"#p{number}")
        link.set("class", "passage")
        link.set("aria-label", say("paragraph", self.lang, number))
        # Its words are for the pointer: read aloud with each link, they would be so in a voice
        # of the page's language.
        sign = ET.SubElement(link, "span", {"title": passage, "aria-hidden": "true"})
        sign.text = AtomicString(f"¶ {number}")
