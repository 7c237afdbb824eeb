"""``tables/datapackage.json`` and its CSV files to tables.

The descriptor follows the Frictionless Data Package standard
(https://datapackage.org); the edition's own properties are ``kind``, ``article``,
``number``, ``caption``, ``unit``, ``source``, ``note`` and the Russian labels. Cells of
numeric columns become :class:`decimal.Decimal`, which keeps the printed decimals.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ConfigDict

from edition.content.codes import (
    CHART_COLUMN,
    DUPLICATE_TABLE,
    HEADER_MISMATCH,
    NOT_A_NUMBER,
    RAGGED_ROW,
    UNTRANSLATED_LABEL,
)
from edition.content.files import read_text
from edition.content.model import (
    LANGUAGES,
    Bilingual,
    Cell,
    Chart,
    Exemption,
    Model,
    PrintedForm,
    Slug,
    Table,
    TableField,
    Text,
    TranslationOf,
)
from edition.content.safety import unsafe
from edition.content.sources import Source
from edition.content.yaml_source import YamlSource, read_yaml, validate
from edition.diagnostics import Diagnostic, Location

DESCRIPTOR = "tables/datapackage.json"
PLAIN_NUMBER = {
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "integer": re.compile(r"-?[0-9]+"),
}


class _Schema(Model):
    """Table Schema of a resource."""

    fields: tuple[TableField, ...]
    primaryKey: tuple[str, ...] = ()  # noqa: N815  # the standard's spelling
    missingValues: tuple[str, ...] = ("",)  # noqa: N815  # the standard's spelling


class _Resource(Model):
    """A tabular data resource with the edition's own properties."""

    name: Slug
    path: Text
    type: str = "table"
    title: Text | None = None
    description: Text | None = None
    format: str = "csv"
    mediatype: str = "text/csv"
    encoding: str = "utf-8"
    kind: str
    article: Slug
    number: Bilingual | None = None
    caption: Bilingual
    legend: Bilingual | None = None
    unit: Bilingual | None = None
    source: Bilingual | None = None
    source_label: Text | None = None
    note: Bilingual | None = None
    note_label: Text | None = None
    shared_with: tuple[Slug, ...] = ()
    shared_remark: Bilingual | None = None
    remark: Bilingual | None = None
    printed: PrintedForm = PrintedForm()
    chart: Chart | None = None
    relations: tuple[Text, ...] = ()
    translation_of: TranslationOf = {}  # noqa: RUF012  # pydantic copies it
    exceptions: tuple[Exemption, ...] = ()
    schema_: _Schema
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=lambda n: n.rstrip("_"))


def load_tables(
    root: Path, diagnostics: list[Diagnostic], sources: dict[str, Source] | None = None
) -> tuple[Table, ...]:
    """Read every table of the edition.

    Args:
        root: The edition's folder.
        diagnostics: Grows by every fault of the descriptor and the CSV files.
        sources: Grows by the descriptor and the CSV files.

    Returns:
        The tables that could be read, in the order of the descriptor.
    """
    text = read_text(root, DESCRIPTOR, diagnostics)
    if text is None:
        return ()
    source = read_yaml(text, DESCRIPTOR)
    texts = {DESCRIPTOR: source.source(text)}
    resources = source.data.get("resources") if isinstance(source.data, dict) else None
    if not isinstance(resources, list):
        if not source.diagnostics:
            validate(source, _Package, {"resources": resources})
        diagnostics.extend(source.diagnostics)
        return ()
    tables: list[Table] = []
    for index, data in enumerate(resources):
        table = _load_table(root, source, index, data, texts)
        if table is not None:
            tables.append(table)
    if sources is not None:
        sources.update(texts)
    source.diagnostics.extend(_duplicate_names(source, tables))
    diagnostics.extend(source.diagnostics)
    return tuple(tables)


class _Package(Model):
    resources: tuple[dict[str, Any], ...]


def _duplicate_names(source: YamlSource, tables: list[Table]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, table in enumerate(tables):
        if table.name in seen:
            place = source.location(("resources", index, "name"))
            message = f"a second table has the name '{table.name}'"
            yield Diagnostic.of(DUPLICATE_TABLE, place, message)
        seen.add(table.name)


def _load_table(
    root: Path, source: YamlSource, index: int, data: object, texts: dict[str, Source]
) -> Table | None:
    here = YamlSource(source.path, data)
    prefix = ("resources", index)
    here.places = {path[2:]: place for path, place in source.places.items() if path[:2] == prefix}
    resource = validate(here, _Resource)
    source.diagnostics.extend(here.diagnostics)
    if resource is None:
        return None
    csv_path = str(PurePosixPath("tables") / resource.path)
    text = read_text(root, csv_path, source.diagnostics, here.location(("path",)))
    if text is None:
        return None
    texts[csv_path] = Source(csv_path, text)
    rows = _read_rows(text, csv_path, resource.schema_.fields, source.diagnostics)
    source.diagnostics.extend(_untranslated(here, resource.schema_.fields, rows))
    source.diagnostics.extend(_chart_faults(here, resource, rows))
    source.diagnostics.extend(_unsafe_texts(here, resource))
    source.diagnostics.extend(_unsafe_cells(csv_path, rows))
    shown = resource.model_dump(
        exclude={
            "type",
            "title",
            "description",
            "format",
            "mediatype",
            "encoding",
            "schema_",
        }
    )
    schema = resource.schema_
    payload = {**shown, "fields": schema.fields, "key": schema.primaryKey, "rows": rows}
    return validate(here, Table, payload)


def _read_rows(
    text: str, path: str, fields: tuple[TableField, ...], diagnostics: list[Diagnostic]
) -> tuple[tuple[Cell, ...], ...]:
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[tuple[Cell, ...]] = []
    try:
        header = next(reader, [])
        if header != [field.name for field in fields]:
            names = ", ".join(field.name for field in fields)
            message = f"the header is '{','.join(header)}', the descriptor has '{names}'"
            diagnostics.append(Diagnostic.of(HEADER_MISMATCH, Location(path), message))
            return ()
        for cells in reader:
            place = Location(path, reader.line_num)
            if len(cells) != len(fields):
                message = f"{len(cells)} cells where the header has {len(fields)}"
                diagnostics.append(Diagnostic.of(RAGGED_ROW, place, message))
                continue
            rows.append(_cells(cells, fields, place, diagnostics))
    except csv.Error as error:
        place = Location(path, reader.line_num)
        diagnostics.append(Diagnostic.of(RAGGED_ROW, place, f"not a CSV row: {error}"))
    return tuple(rows)


def _cells(
    cells: list[str],
    fields: tuple[TableField, ...],
    place: Location,
    diagnostics: list[Diagnostic],
) -> tuple[Cell, ...]:
    row: list[Cell] = []
    for cell, field in zip(cells, fields, strict=True):
        if cell == "":
            row.append(None)
        elif not field.numeric:
            row.append(cell)
        else:
            number = PLAIN_NUMBER[field.type].fullmatch(cell)
            if number is None:
                kind = "a whole number" if field.type == "integer" else "a number"
                message = f"'{cell}' in the column '{field.name}' is not {kind}"
                diagnostics.append(Diagnostic.of(NOT_A_NUMBER, place, message))
            row.append(Decimal(cell) if number else None)
    return tuple(row)


def _untranslated(
    here: YamlSource, fields: tuple[TableField, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Iterator[Diagnostic]:
    for index, field in enumerate(fields):
        place = here.location(("schema", "fields", index))
        if field.title and "ru" not in field.labels:
            message = f"the column '{field.name}' has no Russian head"
            yield Diagnostic.of(UNTRANSLATED_LABEL, place, message)
        if field.numeric or field.name == "passage":
            continue
        known = field.values.get("ru", {})
        for row in rows:
            cell = row[index]
            if isinstance(cell, str) and cell not in known:
                message = f"'{cell}' in the column '{field.name}' has no Russian form"
                yield Diagnostic.of(UNTRANSLATED_LABEL, place, message)


def _chart_faults(
    here: YamlSource, resource: _Resource, rows: tuple[tuple[Cell, ...], ...]
) -> Iterator[Diagnostic]:
    """Find what a chart names and the table does not have; an empty chart is one, too."""
    chart = resource.chart
    if chart is None:
        return
    place = here.location(("chart",))
    names = [field.name for field in resource.schema_.fields]
    numeric = {field.name for field in resource.schema_.fields if field.numeric}
    missing = [name for name in chart.only if name not in names]
    if chart.column is not None and chart.column not in numeric:
        missing.insert(0, chart.column)
    for name in missing:
        kind = "numeric column" if name == chart.column else "column"
        yield Diagnostic.of(CHART_COLUMN, place, f"the table has no {kind} '{name}' to draw")
    cells = {cell for row in rows for cell in row}
    for label in chart.labels:
        if label not in cells:
            yield Diagnostic.of(CHART_COLUMN, place, f"the table has no cell '{label}' to label")
    if missing:
        return
    chosen = [
        row
        for row in rows
        if all(row[names.index(name)] == value for name, value in chart.only.items())
    ]
    shown = {chart.column} if chart.column else numeric
    values = [row[names.index(name)] for row in chosen for name in shown]
    if not any(isinstance(value, Decimal) for value in values):
        yield Diagnostic.of(CHART_COLUMN, place, "the table has no value to draw")
    elif chart.type == "bars" and any(isinstance(v, Decimal) and v < 0 for v in values):
        yield Diagnostic.of(CHART_COLUMN, place, "a value below zero cannot be drawn as a bar")


def _unsafe_texts(here: YamlSource, resource: _Resource) -> Iterator[Diagnostic]:
    for name in ("caption", "legend", "note", "source", "remark"):
        bilingual: Bilingual | None = getattr(resource, name)
        for lang in LANGUAGES if bilingual else ():
            for _, code, message in unsafe(bilingual[lang] if bilingual else ""):
                yield Diagnostic.of(code, here.location((name, lang)), message)
    for index, field in enumerate(resource.schema_.fields):
        translated = [*field.labels.values(), *field.values.get("ru", {}).values()]
        for text in (field.title, *translated):
            for _, code, message in unsafe(text):
                yield Diagnostic.of(code, here.location(("schema", "fields", index)), message)


def _unsafe_cells(path: str, rows: tuple[tuple[Cell, ...], ...]) -> Iterator[Diagnostic]:
    for number, row in enumerate(rows, start=2):
        for cell in row:
            if isinstance(cell, str):
                for _, code, message in unsafe(cell):
                    yield Diagnostic.of(code, Location(path, number), message)


def descriptor_schema() -> dict[str, Any]:
    """Return the JSON Schema of the descriptor, for text editors."""

    class Descriptor(Model):
        """Tables of the edition as a Frictionless Data Package."""

        resources: tuple[_Resource, ...]
        model_config = ConfigDict(extra="allow")

    return Descriptor.model_json_schema()
