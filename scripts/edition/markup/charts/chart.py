"""The chart that a table's descriptor asks for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

from edition.content.body import reading_text
from edition.content.model import Language, Table, TableField
from edition.markup.charts.bars import draw_bars
from edition.markup.charts.lines import draw_lines
from edition.markup.charts.series import Bar, Series
from edition.markup.numerals import format_number


def chart(table: Table, lang: Language) -> ET.Element | None:
    """Draw a table.

    Args:
        table: A table whose descriptor has a ``chart``.
        lang: Language of the labels and of the figures.

    Returns:
        An ``svg`` element, or ``None`` if the table asks for no chart.
    """
    if table.chart is None:
        return None
    title = reading_text(table.caption[lang])
    if table.chart.type == "lines":
        columns = [field.head(lang) for field in table.fields if field.numeric]
        svg = draw_lines(columns, _series(table, lang), lang)
    else:
        svg = draw_bars(_bars(table, lang))
    svg.set("role", "img")
    svg.set("lang", lang)
    svg.set("aria-labelledby", f"{table.name}-chart-title {table.name}-chart-text")
    heading = ET.Element("title", {"id": f"{table.name}-chart-title"})
    heading.text = title
    text = ET.Element("desc", {"id": f"{table.name}-chart-text"})
    text.text = _as_text(table, lang)
    svg.insert(0, heading)
    svg.insert(1, text)
    return svg


def _label(table: Table, row: tuple[Decimal | str | None, ...], lang: Language) -> str:
    parts = []
    for field, value in zip(table.fields, row, strict=True):
        if field.name in table.key and field.name != "passage" and isinstance(value, str):
            constant = len({other[table.fields.index(field)] for other in table.rows}) == 1
            if not constant:
                parts.append(field.value(value, lang))
    return ", ".join(parts)


def _series(table: Table, lang: Language) -> list[Series]:
    series = []
    for row in table.rows:
        cells = zip(table.fields, row, strict=True)
        values = [value if isinstance(value, Decimal) else None for f, value in cells if f.numeric]
        series.append(Series(_label(table, row, lang), tuple(values)))
    return series


def _bars(table: Table, lang: Language) -> list[Bar]:
    assert table.chart is not None
    column = next(f for f in table.fields if f.name == table.chart.column)
    index = table.fields.index(column)
    bars = []
    for row in table.rows:
        value = row[index]
        if isinstance(value, Decimal) and _drawn(table, row):
            text = f"{_figure(table, value, lang)}{_unit(column, table, row, lang)}"
            bars.append(Bar(_label(table, row, lang), value, text))
    return bars


def _drawn(table: Table, row: tuple[Decimal | str | None, ...]) -> bool:
    """Tell whether a row belongs into the picture: not a total, not an average."""
    assert table.chart is not None
    names = [field.name for field in table.fields]
    return all(row[names.index(name)] == value for name, value in table.chart.only.items())


def _figure(table: Table, value: Decimal, lang: Language) -> str:
    return format_number(value, lang, grouped=bool(table.printed.groupChar))


def _unit(
    column: TableField, table: Table, row: tuple[Decimal | str | None, ...], lang: Language
) -> str:
    names = [field.name for field in table.fields]
    percent = column.unit is not None and column.unit.en == "%"
    if "unit" in names and row[names.index("unit")] == "%":
        percent = True
    if not percent:
        return ""
    return "%" if lang == "en" else "\u00a0%"


def _as_text(table: Table, lang: Language) -> str:
    """Return the values of the picture in words, for those who do not see it."""
    assert table.chart is not None
    if table.chart.type == "bars":
        return "; ".join(f"{bar.label}: {bar.text}" for bar in _bars(table, lang)) + "."
    heads = [field.head(lang) for field in table.fields if field.numeric]
    lines = []
    for series in _series(table, lang):
        points = [
            f"{head} {_figure(table, value, lang)}"
            for head, value in zip(heads, series.values, strict=True)
            if value is not None
        ]
        lines.append(f"{series.label}: {', '.join(points)}")
    return "; ".join(lines) + "."
