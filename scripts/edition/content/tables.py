"""``tables/datapackage.json`` and its CSV files to tables.

Cells of numeric columns become :class:`decimal.Decimal`, which keeps the printed decimals.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from edition.content.codes import DUPLICATE_TABLE, HEADER_MISMATCH, NOT_A_NUMBER, RAGGED_ROW
from edition.content.descriptor import DESCRIPTOR, Package, TableResource
from edition.content.files import decoded, read_file, read_text
from edition.content.model import Cell, Table, TableDescription, TableField
from edition.content.sources import Source
from edition.content.table_faults import table_faults
from edition.content.yaml_source import YamlSource, read_yaml, validate
from edition.diagnostics import Diagnostic, Location

PLAIN_NUMBER = {
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "integer": re.compile(r"-?[0-9]+"),
}


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
            validate(source, Package, {"resources": resources})
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
    here = YamlSource(source.path, data, diagnostics=source.diagnostics)
    prefix = ("resources", index)
    here.places = {path[2:]: place for path, place in source.places.items() if path[:2] == prefix}
    resource = validate(here, TableResource)
    if resource is None:
        return None
    raw = read_file(root, resource.csv_path, source.diagnostics, here.location(("path",)))
    text = None if raw is None else decoded(raw, resource.csv_path, source.diagnostics)
    if raw is None or text is None:
        return None
    texts[resource.csv_path] = Source(resource.csv_path, text, raw=raw)
    rows = _read_rows(text, resource.csv_path, resource.schema_.fields, source.diagnostics)
    source.diagnostics.extend(table_faults(here, resource, rows))
    own, schema = resource.model_dump(include=set(TableDescription.model_fields)), resource.schema_
    payload = {**own, "fields": schema.fields, "key": schema.primaryKey, "rows": rows}
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
