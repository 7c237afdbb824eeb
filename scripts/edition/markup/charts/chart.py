"""The pictures that a table's descriptor asks for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markdown.util import AtomicString

from edition.content.body import reading_text
from edition.content.model import Cell, Chart, Language, Table, TableField
from edition.markup.charts.bars import draw_bars
from edition.markup.charts.lines import draw_lines
from edition.markup.charts.series import Bar, Scale, Series
from edition.markup.numerals import NBSP, format_number
from edition.markup.words import say

PASSAGE = "passage"
UNIT = "unit"
FAR_APART = 10
"""How many times larger a series must be than another, so that one scale would hide that."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn table.

    Attributes:
        svg: The picture.
        caption: What it shows and how; plain text.
    """

    svg: ET.Element
    caption: str


def pictures(table: Table, lang: Language) -> Picture | None:
    """Draw a table.

    Args:
        table: The table.
        lang: Language of the labels and of the figures.

    Returns:
        The picture, or ``None`` if the table's descriptor asks for none.
    """
    if table.chart is None:
        return None
    if table.chart.type == "bars":
        bars = list(_bars(table, table.chart, lang))
        svg, text = draw_bars(bars), _bars_in_words(bars)
        caption = _caption_of_bars(table, table.chart, lang)
    else:
        series = _series(table, lang)
        positions = [field.head(lang) for field in table.fields if field.numeric]
        panels = _far_apart(series)
        svg = draw_lines(positions, series, lang, panels=panels)
        text = _series_in_words(table, series, positions, lang)
        caption = say("chart_panels" if panels else "chart_of_table", lang)
        if not panels and (low := Scale.over([v for s in series for v in s.present()]).low) > 0:
            caption += " " + say("chart_cut", lang, format_number(Decimal(f"{low:g}"), lang))
    svg.set("role", "img")
    svg.set("aria-labelledby", f"{table.name}-chart-title")
    svg.set("aria-describedby", f"{table.name}-chart-text")
    for index, (tag, part) in enumerate((("title", _title(table, lang)), ("desc", text))):
        name = "title" if tag == "title" else "text"
        element = ET.Element(tag, {"id": f"{table.name}-chart-{name}"})
        element.text = AtomicString(part)
        svg.insert(index, element)
    return Picture(svg, caption)


def _title(table: Table, lang: Language) -> str:
    number = table.number[lang] if table.number else ""
    return f"{number} {reading_text(table.caption[lang])}".strip()


def _caption_of_bars(table: Table, chart: Chart, lang: Language) -> str:
    if table.kind == "reconstruction":
        return say("chart_reconstructed", lang)
    column = next(field for field in table.fields if field.name == chart.column)
    several = sum(field.numeric for field in table.fields) > 1
    shown = f" {column.head(lang)}." if several and not column.head(lang).endswith(".") else ""
    if several and not shown:
        shown = f" {column.head(lang)}"
    return say("chart_of_table", lang) + shown


def _labels(table: Table, rows: list[tuple[Cell, ...]], lang: Language) -> list[tuple[str, str]]:
    """Return group and label of each row: of its heads those that do not say one thing."""
    heads = [
        index
        for index, field in enumerate(table.fields)
        if field.name in table.key
        and field.name != PASSAGE
        and (len({row[index] for row in rows}) > 1 or len(rows) == 1)
    ]
    result = []
    for row in rows:
        parts = [table.fields[i].value(str(row[i] or ""), lang) for i in heads]
        result.append((parts[0] if len(parts) > 1 else "", ", ".join(parts[len(parts) > 1 :])))
    return result


def _series(table: Table, lang: Language) -> list[Series]:
    rows = list(table.rows)
    numeric = [index for index, field in enumerate(table.fields) if field.numeric]
    return [
        Series(label, tuple(v if isinstance(v := row[i], Decimal) else None for i in numeric))
        for (_, label), row in zip(_labels(table, rows, lang), rows, strict=True)
    ]


def _far_apart(series: list[Series]) -> bool:
    highest = [float(max(map(abs, line.present()))) for line in series if line.present()]
    return max(highest) > FAR_APART * min(highest)


def _bars(table: Table, chart: Chart, lang: Language) -> Iterator[Bar]:
    names = [field.name for field in table.fields]
    index = names.index(chart.column or "")
    rows = [
        row
        for row in table.rows
        if isinstance(row[index], Decimal)
        and all(row[names.index(name)] == value for name, value in chart.only.items())
    ]
    for (group, label), row in zip(_labels(table, rows, lang), rows, strict=True):
        value = row[index]
        assert isinstance(value, Decimal)  # noqa: S101  # as chosen above
        text = _figure(table, value, lang) + _unit(table.fields[index], names, row, lang)
        yield Bar(group, label, value, text)


def _figure(table: Table, value: Decimal, lang: Language) -> str:
    return format_number(value, lang, grouped=bool(table.printed.groupChar))


def _unit(column: TableField, names: list[str], row: tuple[Cell, ...], lang: Language) -> str:
    """Return the percent sign where the column or the row asks for it."""
    percent = column.unit is not None and column.unit.en == "%"
    percent = percent or (UNIT in names and row[names.index(UNIT)] == "%")
    if not percent:
        return ""
    return "%" if lang == "en" else f"{NBSP}%"


def _bars_in_words(bars: list[Bar]) -> str:
    """Return the values of the picture in words, for those who do not see it."""
    named = ((f"{bar.group}, {bar.label}" if bar.group else bar.label, bar) for bar in bars)
    return "; ".join(f"{name}: {bar.text}" for name, bar in named) + "."


def _series_in_words(
    table: Table, series: list[Series], positions: list[str], lang: Language
) -> str:
    lines = []
    for line in series:
        points = [
            f"{position} – {_figure(table, value, lang)}"
            for position, value in zip(positions, line.values, strict=True)
            if value is not None
        ]
        lines.append(f"{line.label}: {', '.join(points)}")
    return "; ".join(lines) + "."
