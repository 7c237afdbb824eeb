"""The descriptor and its CSV files to tables."""

from __future__ import annotations

import json
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.editions import INVENTED, ROOT

from edition.content.descriptor import DESCRIPTOR
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
    assert [f"tables/brine-1.csv:2:1 {message}"] == said


def test_a_fault_in_one_table_does_not_hide_the_others(issue: Path) -> None:
    """The tables that can be read are there."""
    change(issue, 1, path="nowhere.csv")
    tables, said = load(issue)
    assert ["brine-1", "gulls-1", "gulls-2"] == [table.name for table in tables]
    assert ["F001"] == [line.split()[1] for line in said]


def test_a_path_is_known_by_its_plain_form(issue: Path) -> None:
    """However the descriptor writes it, the texts of the sources have one name for it."""
    change(issue, 1, path="./brine-2.csv")
    sources: dict[str, Source] = {}
    tables = load_tables(issue, [], sources)
    assert "tables/brine-2.csv" == tables[1].csv_path
    assert {DESCRIPTOR, *(table.csv_path for table in tables)} == set(sources)


def test_a_name_with_a_nul_is_a_fault(issue: Path) -> None:
    """An impossible path is a fault and no crash."""
    change(issue, 1, path="brine\0.csv")
    _, said = load(issue)
    assert ["F001"] == [line.split()[1] for line in said]


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
