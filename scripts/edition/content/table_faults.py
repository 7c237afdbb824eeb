"""Faults of a table that no type tells: what is untranslated, undrawable or too deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import isfinite

from edition.content.codes import ABOVE_LIMIT, CHART_COLUMN, UNTRANSLATED_LABEL
from edition.content.csv_cells import written_at
from edition.content.descriptor import TableResource
from edition.content.limits import limits
from edition.content.model import Cell, Chart, TableField
from edition.content.sources import Source
from edition.content.text_limits import text_faults
from edition.content.translation import PASSAGE_COLUMN
from edition.content.yaml_source import YamlSource
from edition.diagnostics import Diagnostic

Rows = Sequence[Sequence[Cell]]


def table_faults(
    here: YamlSource, resource: TableResource, rows: Rows, source: Source
) -> Iterator[Diagnostic]:
    """Find what is wrong with a table although each of its values is of the right type.

    Args:
        here: The places of the resource in the descriptor.
        resource: What the descriptor says of the table.
        rows: Its cells, without the header.
        source: The CSV file.

    Yields:
        Texts without their Russian, charts that cannot be drawn, cells that nest too deep.
    """
    yield from _untranslated(here, resource.schema_.fields, rows)
    if resource.chart is not None:
        yield from _undrawable(here, resource.chart, resource.schema_.fields, rows)
    yield from _deep_cells(source)


def _untranslated(
    here: YamlSource, fields: Sequence[TableField], rows: Rows
) -> Iterator[Diagnostic]:
    for index, field in enumerate(fields):
        place = here.location(("schema", "fields", index))
        if field.title and "ru" not in field.labels:
            message = f"the column '{field.name}' has no Russian head"
            yield Diagnostic.of(UNTRANSLATED_LABEL, place, message)
        if field.numeric or field.name == PASSAGE_COLUMN:
            continue
        known = field.values.get("ru", {})
        for row in rows:
            cell = row[index]
            if isinstance(cell, str) and cell not in known:
                message = f"'{cell:.80}' in the column '{field.name}' has no Russian form"
                yield Diagnostic.of(UNTRANSLATED_LABEL, place, message)


def _undrawable(
    here: YamlSource, chart: Chart, fields: Sequence[TableField], rows: Rows
) -> Iterator[Diagnostic]:
    """Find what a chart names and the table does not have; an empty chart is one, too."""
    place = here.location(("chart",))
    missing = _missing_columns(chart, fields)
    for name in missing:
        kind = "numeric column" if name == chart.column else "column"
        yield Diagnostic.of(CHART_COLUMN, place, f"the table has no {kind} '{name:.80}' to draw")
    cells = {cell for row in rows for cell in row}
    for label in chart.labels:
        if label not in cells:
            yield Diagnostic.of(
                CHART_COLUMN, place, f"the table has no cell '{label:.80}' to label"
            )
    if missing:
        return
    values = _drawn_values(chart, fields, rows)
    if not values:
        yield Diagnostic.of(CHART_COLUMN, place, "the table has no value to draw")
        return
    limit = "chart_bars" if chart.type == "bars" else "chart_lines"
    most, count = getattr(limits(), limit), len(values) if chart.type == "bars" else len(rows)
    if count > most:
        message = f"{count} bars or lines in one chart, at most {most} (the limit '{limit}')"
        yield Diagnostic.of(ABOVE_LIMIT, place, message)
    if not all(isfinite(float(value)) for value in values):
        yield Diagnostic.of(CHART_COLUMN, place, "a value is too large to be drawn")
    if chart.type == "bars" and min(values) < 0:
        yield Diagnostic.of(CHART_COLUMN, place, "a value below zero cannot be drawn as a bar")


def _missing_columns(chart: Chart, fields: Sequence[TableField]) -> Sequence[str]:
    """Return the columns that a chart needs and the table does not have."""
    names = {field.name for field in fields}
    missing = [name for name in chart.only if name not in names]
    numeric = {field.name for field in fields if field.numeric}
    if chart.column is not None and chart.column not in numeric:
        missing.insert(0, chart.column)
    return missing


def _drawn_values(chart: Chart, fields: Sequence[TableField], rows: Rows) -> Sequence[Decimal]:
    """Return the numbers that a chart shows."""
    index = {field.name: number for number, field in enumerate(fields)}
    shown = [chart.column] if chart.column else [field.name for field in fields if field.numeric]
    return [
        value
        for row in rows
        if all(row[index[name]] == wanted for name, wanted in chart.only.items())
        for name in shown
        if isinstance(value := row[index[name]], Decimal)
    ]


def _deep_cells(source: Source) -> Iterator[Diagnostic]:
    for _, cells, spans in source.rows[1:]:
        for cell, span in zip(cells, spans, strict=True):
            for offset, message in text_faults(cell):
                place = source.at(written_at(cell, span)[offset])
                yield Diagnostic.of(ABOVE_LIMIT, place, message)
