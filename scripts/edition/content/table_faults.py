"""Faults of a table that no type tells: what is untranslated, undrawable or unsafe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edition.content.codes import CHART_COLUMN, UNTRANSLATED_LABEL
from edition.content.descriptor import TableResource
from edition.content.model import LANGUAGES, Cell, Chart, TableField
from edition.content.safety import unsafe
from edition.content.translation import PASSAGE_COLUMN
from edition.content.yaml_source import YamlSource
from edition.diagnostics import Diagnostic, Location

Rows = Sequence[Sequence[Cell]]


def table_faults(here: YamlSource, resource: TableResource, rows: Rows) -> Iterator[Diagnostic]:
    """Find what is wrong with a table although each of its values is of the right type.

    Args:
        here: The places of the resource in the descriptor.
        resource: What the descriptor says of the table.
        rows: Its cells, without the header.

    Yields:
        Texts without their Russian, charts that cannot be drawn, texts that are not safe.
    """
    yield from _untranslated(here, resource.schema_.fields, rows)
    if resource.chart is not None:
        yield from _undrawable(here, resource.chart, resource.schema_.fields, rows)
    yield from _unsafe_texts(here, resource)
    yield from _unsafe_cells(resource.csv_path, rows)


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
                message = f"'{cell}' in the column '{field.name}' has no Russian form"
                yield Diagnostic.of(UNTRANSLATED_LABEL, place, message)


def _undrawable(
    here: YamlSource, chart: Chart, fields: Sequence[TableField], rows: Rows
) -> Iterator[Diagnostic]:
    """Find what a chart names and the table does not have; an empty chart is one, too."""
    place = here.location(("chart",))
    missing = _missing_columns(chart, fields)
    for name in missing:
        kind = "numeric column" if name == chart.column else "column"
        yield Diagnostic.of(CHART_COLUMN, place, f"the table has no {kind} '{name}' to draw")
    cells = {cell for row in rows for cell in row}
    for label in chart.labels:
        if label not in cells:
            yield Diagnostic.of(CHART_COLUMN, place, f"the table has no cell '{label}' to label")
    if missing:
        return
    values = _drawn_values(chart, fields, rows)
    if not values:
        yield Diagnostic.of(CHART_COLUMN, place, "the table has no value to draw")
    elif chart.type == "bars" and min(values) < 0:
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
    names = [field.name for field in fields]
    shown = [chart.column] if chart.column else [field.name for field in fields if field.numeric]
    return [
        value
        for row in rows
        if all(row[names.index(name)] == wanted for name, wanted in chart.only.items())
        for name in shown
        if isinstance(value := row[names.index(name)], Decimal)
    ]


def _unsafe_texts(here: YamlSource, resource: TableResource) -> Iterator[Diagnostic]:
    for name, text in resource.around().items():
        for lang in LANGUAGES:
            for _, code, message in unsafe(text[lang]):
                yield Diagnostic.of(code, here.location((name, lang)), message)
    for index, field in enumerate(resource.schema_.fields):
        translated = [*field.labels.values(), *field.values.get("ru", {}).values()]
        for label in (field.title, *translated):
            for _, code, message in unsafe(label):
                yield Diagnostic.of(code, here.location(("schema", "fields", index)), message)


def _unsafe_cells(path: str, rows: Rows) -> Iterator[Diagnostic]:
    for number, row in enumerate(rows, start=2):
        for cell in row:
            if isinstance(cell, str):
                for _, code, message in unsafe(cell):
                    yield Diagnostic.of(code, Location(path, number), message)
