"""``tables/datapackage.json`` and its CSV files to tables.

Cells of numeric columns become :class:`decimal.Decimal`, which keeps the printed decimals.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path

from edition.content.codes import (
    ABOVE_LIMIT,
    DUPLICATE_TABLE,
    HEADER_MISMATCH,
    NOT_A_NUMBER,
    RAGGED_ROW,
)
from edition.content.csv_cells import CsvRow, csv_rows
from edition.content.descriptor import DESCRIPTOR, Package, TableResource
from edition.content.files import decoded, read_file, read_text
from edition.content.limits import limits
from edition.content.model import Cell, Table, TableDescription, TableField
from edition.content.sources import Source
from edition.content.table_faults import table_faults
from edition.content.yaml_source import YamlSource, read_yaml, validate
from edition.diagnostics import Diagnostic, Location

PLAIN_NUMBER = {
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "integer": re.compile(r"-?[0-9]+"),
}

SHOWN = 80
"""Characters of a cell or a header that a message shows."""


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
    cells = 0
    for index, data in enumerate(resources):
        table = _load_table(root, source, index, data, texts)
        if table is None:
            continue
        cells += len(table.rows) * len(table.fields)
        if cells > (most := limits().table_cells):
            message = f"more than {most} cells in all tables (the limit 'table_cells')"
            place = source.location(("resources", index, "path"))
            source.diagnostics.append(Diagnostic.of(ABOVE_LIMIT, place, message))
            break
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
    here = source.part(("resources", index), data)
    resource = validate(here, TableResource)
    if resource is None:
        return None
    raw = read_file(root, resource.csv_path, source.diagnostics, here.location(("path",)))
    text = None if raw is None else decoded(raw, resource.csv_path, source.diagnostics)
    if raw is None or text is None:
        return None
    csv_source = texts[resource.csv_path] = Source(resource.csv_path, text, raw=raw)
    rows = _read_rows(csv_source, resource.schema_.fields, source.diagnostics)
    if rows is None:
        return None
    source.diagnostics.extend(table_faults(here, resource, rows, csv_source))
    own, schema = resource.model_dump(include=set(TableDescription.model_fields)), resource.schema_
    payload = {**own, "fields": schema.fields, "key": schema.primaryKey, "rows": rows}
    return validate(here, Table, payload)


def _read_rows(
    source: Source, fields: tuple[TableField, ...], diagnostics: list[Diagnostic]
) -> tuple[tuple[Cell, ...], ...] | None:
    """Read the cells of a file; ``None`` if it is above a limit."""
    header, *others = source.rows or (CsvRow(0, [], []),)
    if (above := _above_limits(source, header, others)) is not None:
        diagnostics.append(above)
        return None
    if header.cells != [field.name for field in fields]:
        names = ", ".join(field.name for field in fields)
        written = ",".join(header.cells)
        message = f"the header is '{written:.{SHOWN}}', the descriptor has '{names:.{SHOWN}}'"
        diagnostics.append(Diagnostic.of(HEADER_MISMATCH, Location(source.path), message))
        return ()
    rows: list[tuple[Cell, ...]] = []
    try:
        for row in islice(csv_rows(source.text), 1, None):
            if len(row.cells) != len(fields):
                message = f"{len(row.cells)} cells where the header has {len(fields)}"
                diagnostics.append(Diagnostic.of(RAGGED_ROW, source.at(row.start), message))
                continue
            rows.append(_cells(row, fields, source, diagnostics))
    except csv.Error as error:
        diagnostics.append(Diagnostic.of(RAGGED_ROW, _broken(source), f"not a CSV row: {error}"))
    return tuple(rows)


def _above_limits(source: Source, header: CsvRow, rows: Sequence[CsvRow]) -> Diagnostic | None:
    most = limits()
    if len(header.cells) > most.table_columns:
        message = f"more than {most.table_columns} columns in one table (the limit 'table_columns')"
        place = source.at(header.spans[most.table_columns][0])
        return Diagnostic.of(ABOVE_LIMIT, place, message)
    if len(rows) > most.table_rows:
        message = f"more than {most.table_rows} rows in one table (the limit 'table_rows')"
        return Diagnostic.of(ABOVE_LIMIT, source.at(rows[most.table_rows].start), message)
    return None


def _broken(source: Source) -> Location:
    """Return where the row stands that is none: behind the last one that is."""
    start, cells, spans = source.rows[-1]
    end = source.text.find("\n", spans[-1][1] if cells else start)
    return source.at(len(source.text) if end < 0 else end + 1)


def _cells(
    written: CsvRow,
    fields: tuple[TableField, ...],
    source: Source,
    diagnostics: list[Diagnostic],
) -> tuple[Cell, ...]:
    row: list[Cell] = []
    most = limits()
    for cell, field, (start, _) in zip(written.cells, fields, written.spans, strict=True):
        code, message = NOT_A_NUMBER, ""
        if cell == "":
            row.append(None)
            continue
        if len(cell) > most.text_length:
            code = ABOVE_LIMIT
            message = f"more than {most.text_length} characters in a cell (the limit 'text_length')"
        elif not field.numeric:
            row.append(cell)
            continue
        elif PLAIN_NUMBER[field.type].fullmatch(cell) is None:
            kind = "a whole number" if field.type == "integer" else "a number"
            message = f"'{cell:.{SHOWN}}' in the column '{field.name}' is not {kind}"
        elif sum(map(str.isdigit, cell)) > most.number_digits:
            code = ABOVE_LIMIT
            message = f"more than {most.number_digits} digits (the limit 'number_digits')"
        if message:
            diagnostics.append(Diagnostic.of(code, source.at(start), message))
        row.append(None if message else Decimal(cell))
    return tuple(row)
