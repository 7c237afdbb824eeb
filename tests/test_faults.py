"""Every kind of fault in the content, as an editor meets it.

A folder ``tests/faults/<CODE>`` or ``<CODE>-what`` holds the smallest defect of one kind: files
that replace those of the invented issue, or a ``change.yml`` with a list of changes to them. The
command must say what ``expected.txt`` says, line for line, and leave the last good site alone.
``pytest tests/test_faults.py --regenerate`` writes the expectations anew; read the difference.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.editions import ROOT, RunEdition

from edition.content import codes
from edition.diagnostics import Code
from edition.site.manifest import write_manifest

FAULTS = ROOT / "tests" / "faults"
CASES = sorted(path.name for path in FAULTS.iterdir())
LINE = re.compile(r"[^:\n]+:\d+:\d+ [A-Z]\d{3} (?:info|warning|error) \S.*")
OWN = {"change.yml", "expected.txt"}


def damage(issue: Path, case: Path) -> None:
    """Put the defect of a case into a copy of the issue."""
    for path in sorted(path for path in case.rglob("*") if path.is_file()):
        name = path.relative_to(case)
        if str(name) not in OWN:
            (issue / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, issue / name)
    changes = case / "change.yml"
    if changes.exists():
        for change in yaml.safe_load(changes.read_text(encoding="utf-8")):
            apply(issue, change)


def apply(issue: Path, change: dict[str, Any]) -> None:
    """Make one change to a file: its text, its encoding, its name, or what it is."""
    file = issue / change["file"]
    match change:
        case {"replace": old, "with": new}:
            text = file.read_text(encoding="utf-8")
            assert 1 == text.count(old), f"{change['file']} has {old!r} {text.count(old)} times"
            file.write_text(text.replace(old, new), encoding="utf-8")
        case {"append": text}:
            file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
        case {"write": text}:
            file.write_text(text, encoding="utf-8")
        case {"pipe": True}:
            os.mkfifo(file)
        case {"encoding": encoding}:
            file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))
        case {"rename": name}:
            file.rename(issue / name)
        case {"delete": True}:
            file.unlink()
        case {"link": where}:
            file.symlink_to(where)
        case _:
            pytest.fail(f"unknown change: {change}")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_one_line_and_the_last_good_site_stays(
    name: str, issue: Path, run_edition: RunEdition, request: pytest.FixtureRequest
) -> None:
    """The command says what is wrong and where, exits with 1, and touches no site."""
    case = FAULTS / name
    for page in ("index.html", "404.html"):
        (issue / "site").mkdir(exist_ok=True)
        (issue / "site" / page).write_text("the last good site\n", encoding="utf-8")
    write_manifest(issue / "site")
    damage(issue, case)
    before = contents(issue)

    outcome = run_edition("build", "--config", issue / "mkdocs.yml")

    assert 1 == outcome.exit_code
    assert "" == outcome.out
    if request.config.getoption("--regenerate"):
        (case / "expected.txt").write_text(outcome.err, encoding="utf-8")
    assert (case / "expected.txt").read_text(encoding="utf-8") == outcome.err
    assert [] == [line for line in outcome.err.splitlines() if not LINE.fullmatch(line)]
    assert f" {name[:4]} " in outcome.err
    assert before == contents(issue)


def test_every_kind_of_fault_has_a_case() -> None:
    """A code without a case has never been seen to work; but for the wall behind the reader.

    What a text may not become is refused by the grammar before it is rendered, as far as anybody
    knows; ``tests/markup/test_fragments.py`` shows the wall by itself.
    """
    declared = {value.id for value in vars(codes).values() if isinstance(value, Code)}
    assert declared - {codes.UNSAFE_RESULT.id} == {name[:4] for name in CASES}


def test_the_undamaged_issue_has_no_fault(issue: Path, run_edition: RunEdition) -> None:
    """Each expectation above is due to its defect alone."""
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    assert ("", 0) == (outcome.err, outcome.exit_code)
    assert (issue / "site" / "index.html").is_file()
