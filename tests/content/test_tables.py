"""The descriptor and its CSV files to tables."""

from __future__ import annotations

import json
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.editions import INVENTED, ROOT

from edition.content.descriptor import DESCRIPTOR
from edition.content.limits import Limits, limited
from edition.content.model import Edition, Table
from edition.content.sources import Source
from edition.content.tables import load_tables
from edition.diagnostics import Diagnostic


def load(root: Path) -> tuple[tuple[Table, ...], list[str]]:
    """Load the tables and say what was found."""
    diagnostics: list[Diagnostic] = []
    tables = load_tables(root, diagnostics)
    return tables, [str(diagnostic) for diagnostic in diagnostics]


def change(root: Path, index: int, **values: Any) -> None:  # noqa: ANN401
    """Change a resource of the descriptor."""
    file = root / DESCRIPTOR
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["resources"][index].update(values)
    file.write_text(json.dumps(descriptor, ensure_ascii=False, indent=1), encoding="utf-8")


def test_numbers_keep_their_decimals_and_gaps_stay_gaps(invented_edition: Edition) -> None:
    """Nothing is rounded and nothing is filled in."""
    assert (
        ("Upper", Decimal("12.50"), Decimal(1798)),
        ("Middle", None, Decimal(1240)),
        ("Lower", Decimal("-3.25"), None),
    ) == invented_edition.table("brine-1").rows
    assert ["12.50", "-3.25"] == [
        str(row[1]) for row in invented_edition.table("brine-1").rows if row[1] is not None
    ]


def test_tables_keep_the_order_of_the_descriptor(invented_edition: Edition) -> None:
    """A resource without rows is a table, too: a lost diagram of which nothing is known."""
    names = ["brine-1", "brine-2", "gulls-1", "gulls-2"]
    assert names == [table.name for table in invented_edition.tables]
    assert () == invented_edition.table("gulls-2").rows


def test_the_columns_that_head_the_rows_are_the_primary_key(invented_edition: Edition) -> None:
    """A table without a key has no heads."""
    assert ("well",) == invented_edition.table("brine-1").key
    assert () == invented_edition.table("brine-2").key


@pytest.mark.parametrize(
    "cell", ["1 798", "1_798", "1e3", "NaN", "Infinity", "+5", ".5", "5.", "١٢", "12,5", " 12"]
)
def test_a_number_is_written_plainly(issue: Path, cell: str) -> None:
    """What Python would take for a number, an editor did not mean as one."""
    rows = f'well,depth,salt\nUpper,"{cell}",1\nMiddle,,\nLower,,\n'
    (issue / "tables" / "brine-1.csv").write_text(rows, encoding="utf-8")
    _, said = load(issue)
    message = f"T003 error '{cell}' in the column 'depth' is not a number"
    assert [f"tables/brine-1.csv:2:8 {message}"] == said


def test_a_fault_in_one_table_does_not_hide_the_others(issue: Path) -> None:
    """The tables that can be read are there."""
    change(issue, 1, path="nowhere.csv")
    tables, said = load(issue)
    assert ["brine-1", "gulls-1", "gulls-2"] == [table.name for table in tables]
    assert ["F001"] == [line.split()[1] for line in said]


NOT_NAMES = [
    "./brine-2.csv",
    "../brine-2.csv",
    "/brine-2.csv",
    "wells/brine-2.csv",
    "brine-2.CSV",
    "Brine-2.csv",
    "brine-2.js",
    "brine-2.svg",
    "brine-2.json",
    "brine-2.csv.html",
    "brine 2.csv",
    "brine-2?.csv",
    "brine#2.csv",
    "brine%2e.csv",
    'brine".csv',
    "brine\0.csv",
    "brine\u202e.csv",
    "соль.csv",
    ".brine-2.csv",
    "-brine.csv",
    ".csv",
    "",
    "con.csv",
    "lpt1.csv",
    f"{'b' * 200}.csv",
    None,
    7,
    ["brine-2.csv"],
]


@pytest.mark.parametrize("path", NOT_NAMES, ids=lambda path: repr(path)[:20])
def test_a_file_of_a_table_has_a_plain_name(issue: Path, path: object) -> None:
    """One that is the same in every file system and address; anything else is one fault."""
    change(issue, 1, path=path)
    tables, said = load(issue)
    assert ["brine-1", "gulls-1", "gulls-2"] == [table.name for table in tables]
    assert [line.split()[1] for line in said] in (["M003"], ["M003", "F009"], ["F009"])
    assert said[0].startswith("tables/datapackage.json:115:")


@pytest.mark.parametrize("name", ["p1", "fn-1", "ref-2", "cite-1-2", "title", "text", "con", "A"])
def test_a_table_has_a_name_of_its_own_on_its_page(issue: Path, name: str) -> None:
    """An address leads to one thing, and a file has a name in every file system."""
    change(issue, 1, name=name)
    tables, said = load(issue)
    assert ["brine-1", "gulls-1", "gulls-2"] == [table.name for table in tables]
    assert ["M003"] == [line.split()[1] for line in said]


def test_texts_of_tables_are_sources_by_their_paths(issue: Path) -> None:
    """The descriptor and each CSV file."""
    sources: dict[str, Source] = {}
    tables = load_tables(issue, [], sources)
    assert {DESCRIPTOR, *(table.csv_path for table in tables)} == set(sources)


SCHEMAS = {
    "no columns": {"fields": []},
    "no list": {"fields": None},
    "a key that is no column": {"primaryKey": ["nowhere"]},
    "a key that names a column twice": {"primaryKey": ["found", "found"]},
    "a key that is a text": {"primaryKey": "found"},
    "another sign for a gap": {"missingValues": ["", "-"]},
}


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_a_schema_describes_its_columns(issue: Path, schema: dict[str, object]) -> None:
    """What cannot be one is one fault, and the other tables are there."""
    descriptor = json.loads((issue / DESCRIPTOR).read_text(encoding="utf-8"))
    change(issue, 1, schema=descriptor["resources"][1]["schema"] | schema)
    tables, said = load(issue)
    assert ["brine-1", "gulls-1", "gulls-2"] == [table.name for table in tables]
    assert ["M003"] == [line.split()[1] for line in said]


def test_too_large_a_table_is_one_fault(issue: Path) -> None:
    """Rows, columns and cells have limits, which an editor can raise."""
    with limited(Limits(table_rows=2)):
        rows = load(issue)[1]
    assert [
        "tables/brine-1.csv:4:1 F010 error more than 2 rows in one table (the limit 'table_rows')",
        "tables/gulls-1.csv:4:1 F010 error more than 2 rows in one table (the limit 'table_rows')",
    ] == rows
    (issue / "tables" / "brine-2.csv").write_text("found," * 300, encoding="utf-8")
    tables, said = load(issue)
    assert ["brine-1", "gulls-1", "gulls-2"] == [table.name for table in tables]
    place = f"tables/brine-2.csv:1:{200 * len('found,') + 1} F010 error"
    assert [f"{place} more than 200 columns in one table (the limit 'table_columns')"] == said
    shutil.copyfile(INVENTED / "tables" / "brine-2.csv", issue / "tables" / "brine-2.csv")
    with limited(Limits(table_columns=6)):
        (columns,) = load(issue)[1]
    assert "M003 error 'schema': more than 6 columns (the limit 'table_columns')" in columns
    with limited(Limits(table_cells=10)):
        tables, (cells,) = load(issue)
    assert ["brine-1"] == [table.name for table in tables]
    assert cells.endswith("F010 error more than 10 cells in all tables (the limit 'table_cells')")


@pytest.mark.parametrize("resources", [None, {}, "brine", 7])
def test_resources_are_a_list(issue: Path, resources: object) -> None:
    """Anything else is one fault."""
    (issue / DESCRIPTOR).write_text(json.dumps({"resources": resources}), encoding="utf-8")
    tables, said = load(issue)
    assert () == tables
    assert ["M003"] == [line.split()[1] for line in said]


@pytest.mark.parametrize("document", ["[]", "7", '"brine"', ""])
def test_a_descriptor_is_a_mapping(issue: Path, document: str) -> None:
    """A document of another kind has faults and no tables."""
    (issue / DESCRIPTOR).write_text(document, encoding="utf-8")
    tables, said = load(issue)
    assert () == tables
    assert 1 == len(said)


@pytest.mark.parametrize("resource", [None, 7, "brine", []])
def test_a_resource_is_a_mapping(issue: Path, resource: object) -> None:
    """Anything else is a fault at its place."""
    (issue / DESCRIPTOR).write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
    tables, said = load(issue)
    assert () == tables
    assert ["M003"] == [line.split()[1] for line in said]


@pytest.mark.validator
@pytest.mark.parametrize("folder", [INVENTED, ROOT], ids=["invented", "real"])
def test_frictionless_accepts_the_descriptor(folder: Path) -> None:
    """The standard's own validator reads descriptor, types and cells."""
    command = ["frictionless", "validate", "--json", str(folder / DESCRIPTOR)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(result.stdout)
    assert (True, []) == (
        report["valid"],
        [task["errors"] for task in report["tasks"] if task["errors"]],
    )
