"""The pictures that a table's descriptor asks for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from edition.content.model import Cell, Chart, Language, Table, TableField
from edition.languages import language, say
from edition.languages.numbers import format_number
from edition.markup.charts.bars import draw_bars
from edition.markup.charts.lines import Panel, draw_lines, scale_of
from edition.markup.charts.series import Bar, Series, put
from edition.text.views import read_as

PASSAGE = "passage"
UNIT = "unit"
FAR_APART = 10
"""How many times larger a series must be than another, so that one scale would flatten that."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn table.

    Attributes:
        element: The picture, its title first.
        caption: How it came about and how to read it; plain text.
    """

    element: ET.Element
    caption: str


def pictures(table: Table, lang: Language) -> Picture | None:
    """Draw a table.

    Args:
        table: The table.
        lang: Language of the labels and of the figures.

    Returns:
        The picture, or ``None`` if the table's descriptor asks for none.
    """
    chart = table.chart
    if chart is None:
        return None
    caption = say("chart_of_table", lang)
    if chart.type == "bars":
        bars = list(_bars(table, chart, lang))
        if chart.order == "size":
            bars.sort(key=lambda bar: -bar.value)
        drawn, text = draw_bars(bars), say("chart_bars_text", lang, _bars_in_words(bars))
        if table.kind == "reconstruction":
            caption = say("chart_reconstructed", lang)
    else:
        series = _series(table, lang)
        positions = [field.head(lang) for field in table.fields if field.numeric]
        panels = _panels(series)
        drawn = draw_lines(positions, panels, lang)
        text = say("chart_lines_text", lang, _series_in_words(table, series, positions, lang))
        if len(panels) > 1:
            caption += " " + say("chart_panels", lang)
        elif (low := scale_of(panels[0], whole=False).low) > 0:
            caption += " " + say("chart_cut", lang, format_number(Decimal(f"{low:g}"), lang))
    return Picture(_framed(table, chart, lang, drawn, text), caption)


def _framed(table: Table, chart: Chart, lang: Language, drawn: ET.Element, text: str) -> ET.Element:
    """Return a picture with its title and its words.

    What is drawn is silent: its letters would be a second, disordered reading of the words.
    """
    title, words = f"{table.name}-chart-title", f"{table.name}-chart-text"
    named = {"aria-labelledby": title, "aria-describedby": words}
    frame = ET.Element("div", {"class": "chart", "role": "img", **named})
    put(frame, "div", "chart-title", _title(table, chart, lang)).set("id", title)
    put(frame, "div", "chart-text", text).attrib |= {"id": words, "hidden": "hidden"}
    drawn.set("aria-hidden", "true")
    frame.append(drawn)
    return frame


def _title(table: Table, chart: Chart, lang: Language) -> str:
    """Return what is shown and in which unit, from the descriptor or from the table's words."""
    if chart.title is not None:
        return chart.title[lang]
    title = read_as(table.caption[lang], "caption")
    units = [table.unit[lang]] if table.unit else []
    names = [field.name for field in table.fields]
    if chart.column is not None:
        column = table.fields[names.index(chart.column)]
        if sum(field.numeric for field in table.fields) > 1:
            title += f": {column.head(lang)}"
        units = [column.unit[lang]] if column.unit else units
    if UNIT in names:
        field, index = table.fields[names.index(UNIT)], names.index(UNIT)
        units = list({field.value(str(row[index]), lang): None for row in _chosen(table, chart)})
    missing = [unit for unit in units if unit.casefold() not in title.casefold()]
    return ", ".join([title, *missing])


def _labels(table: Table, rows: list[tuple[Cell, ...]], lang: Language) -> list[tuple[str, str]]:
    """Return group and label of each row: of its heads those that do not say one thing."""
    heads = [
        index
        for index, field in enumerate(table.fields)
        if field.name in table.key
        and field.name != PASSAGE
        and (len({row[index] for row in rows}) > 1 or len(rows) == 1)
    ]
    written = table.chart.labels if table.chart else {}
    result = []
    for row in rows:
        texts = [(table.fields[i], str(row[i] or "")) for i in heads]
        parts = [
            written[text][lang] if text in written else field.value(text, lang)
            for field, text in texts
        ]
        result.append((parts[0] if len(parts) > 1 else "", ", ".join(parts[len(parts) > 1 :])))
    return result


def _series(table: Table, lang: Language) -> list[Series]:
    rows = list(table.rows)
    numeric = [index for index, field in enumerate(table.fields) if field.numeric]
    return [
        Series(label, tuple(v if isinstance(v := row[i], Decimal) else None for i in numeric))
        for (_, label), row in zip(_labels(table, rows, lang), rows, strict=True)
    ]


def _panels(series: list[Series]) -> list[Panel]:
    """Return the lines that can share a scale; the panel of the first line comes first."""
    highest = {
        index: float(max(map(abs, line.present())))
        for index, line in enumerate(series)
        if line.present()
    }
    panels: list[list[int]] = []
    for index in sorted(highest, key=lambda index: -highest[index]):
        if not panels or highest[panels[-1][0]] > FAR_APART * highest[index]:
            panels.append([])
        panels[-1].append(index)
    in_order = sorted(sorted(panel) for panel in panels)
    return [{index: series[index] for index in panel} for panel in in_order]


def _chosen(table: Table, chart: Chart) -> list[tuple[Cell, ...]]:
    """Return the rows that are drawn."""
    index = {field.name: number for number, field in enumerate(table.fields)}
    return [
        row
        for row in table.rows
        if (chart.column is None or isinstance(row[index[chart.column]], Decimal))
        and all(row[index[name]] == value for name, value in chart.only.items())
    ]


def _bars(table: Table, chart: Chart, lang: Language) -> Iterator[Bar]:
    names = [field.name for field in table.fields]
    index = names.index(chart.column or "")
    rows = _chosen(table, chart)
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
    return language(lang).percent if percent else ""


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
