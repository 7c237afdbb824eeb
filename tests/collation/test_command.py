"""The command ``edition collate``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.editions import ROOT, RunEdition


@pytest.fixture
def real_copy(tmp_path: Path) -> Path:
    """The content of the real issue, to be changed."""
    for name in ("articles", "tables", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Replace something in a file that has it once."""
    text = (folder / path).read_text(encoding="utf-8")
    assert 1 == text.count(old)
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_clean_collation_prints_its_figures_and_exits_with_0(
    real_copy: Path, run_edition: RunEdition
) -> None:
    """The witness is the one in the folder."""
    outcome = run_edition("collate", "--config", real_copy / "mkdocs.yml")
    assert (0, "") == (outcome.exit_code, outcome.err)
    first, *_, last = outcome.out.splitlines()
    assert "articles/witness.txt: 219,519 characters, 219,519 accounted for" == first
    assert "unexplained differences: 0" == last


def test_the_content_is_where_the_configuration_says(
    real_copy: Path, run_edition: RunEdition
) -> None:
    """As for every other command; the limits are those that it sets as well."""
    (real_copy / "content").mkdir()
    for name in ("articles", "tables"):
        (real_copy / name).rename(real_copy / "content" / name)
    config = real_copy / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert 1 == text.count("  - edition\n")
    config.write_text(text.replace("- edition\n", "- edition: {content: content}\n"), "utf-8")
    outcome = run_edition("collate", "--config", config)
    assert (0, "") == (outcome.exit_code, outcome.err)
    assert outcome.out.endswith("unexplained differences: 0\n")
    small = "- edition: {content: content, limits: {file_bytes: 1000}}\n"
    config.write_text(text.replace("- edition\n", small), "utf-8")
    outcome = run_edition("collate", "--config", config)
    assert 1 == outcome.exit_code
    assert "1000 bytes" in outcome.err.replace(",", "")


def test_a_difference_is_a_line_and_the_exit_code_is_1(
    real_copy: Path, run_edition: RunEdition
) -> None:
    """With both places."""
    change(real_copy, "articles/issue.yml", "      Quarterly since 2003", "      Quarterly 2003")
    outcome = run_edition("collate", "--config", real_copy / "mkdocs.yml")
    assert 1 == outcome.exit_code
    line = outcome.out.splitlines()[-1]
    assert line.startswith("articles/issue.yml:")
    assert line.endswith("W001 error not in the edition: «since» (articles/witness.txt:12:11)")


def test_json_is_the_whole_outcome(real_copy: Path, run_edition: RunEdition) -> None:
    """And nothing but JSON is printed."""
    outcome = run_edition("collate", "--config", real_copy / "mkdocs.yml", "--json")
    data = json.loads(outcome.out)
    assert ([], 219_519) == (data["findings"], data["characters"])


def test_html_is_written_besides(real_copy: Path, run_edition: RunEdition) -> None:
    """The figures are printed as always."""
    page = real_copy / "collation.html"
    outcome = run_edition("collate", "--config", real_copy / "mkdocs.yml", "--html", page)
    assert 0 == outcome.exit_code
    assert outcome.out.startswith("articles/witness.txt: ")
    assert page.read_text(encoding="utf-8").startswith('<!DOCTYPE html>\n<html lang="en">\n')


def test_another_witness_may_be_named(real_copy: Path, run_edition: RunEdition) -> None:
    """It is called in findings as it was called on the command line."""
    other = real_copy / "other.txt"
    text = (ROOT / "articles" / "witness.txt").read_text(encoding="utf-8")
    other.write_text(text.replace("Quarterly since 2003", "Quarterly since 2004"), encoding="utf-8")
    outcome = run_edition("collate", "--config", real_copy / "mkdocs.yml", other)
    assert 1 == outcome.exit_code
    assert outcome.out.splitlines()[-1].endswith(
        f"W003 error the witness has «2004», the edition «2003» ({other}:12:17)"
    )


def test_a_witness_that_is_not_there_is_a_misuse(issue: Path, run_edition: RunEdition) -> None:
    """Exit code 2, and one line that says what to do."""
    outcome = run_edition("collate", "--config", issue / "mkdocs.yml")
    expected = (
        "edition: articles/witness.txt: No such file or directory; name the file of the witness\n"
    )
    assert (2, "", expected) == (outcome.exit_code, outcome.out, outcome.err)


def test_other_faults_of_the_content_are_said_as_well(
    real_copy: Path, run_edition: RunEdition
) -> None:
    """They do not keep the tool from its work, but the exit code is 1."""
    change(real_copy, "articles/abisheva.md", "order: 9", "order: 8")
    outcome = run_edition("collate", "--config", real_copy / "mkdocs.yml")
    assert 1 == outcome.exit_code
    assert " M005 error " in outcome.err
    assert "characters, " in outcome.out


def test_an_article_that_cannot_be_read_stops_the_work(
    real_copy: Path, run_edition: RunEdition
) -> None:
    """All of its text would seem to be lost."""
    change(real_copy, "articles/abisheva.md", "order: 9", "order: [")
    outcome = run_edition("collate", "--config", real_copy / "mkdocs.yml")
    assert (1, "") == (outcome.exit_code, outcome.out)
    assert " F003 error not valid YAML: " in outcome.err
