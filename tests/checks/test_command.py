"""`edition check` as a command: forms, exit codes, choices, translations."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from tests.editions import ROOT, RunEdition

from edition.diagnostics import CODES

SARIF = Path(__file__).parent / "sarif-2.1.0.schema.json"
"""The schema of SARIF 2.1.0, as the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT) has it."""


@pytest.fixture
def faulty(issue: Path) -> Path:
    """A copy of the invented issue with a warning, an information, and an excepted finding."""
    article = issue / "articles" / "ferries.md"
    text = article.read_text(encoding="utf-8").replace("late [1]", " laate [1]")
    article.write_text(text, encoding="utf-8")
    return issue / "mkdocs.yml"


def test_findings_fail_the_check_from_a_severity_on(faulty: Path, run_edition: RunEdition) -> None:
    """`--fail-on` draws the line; a warning fails by default."""
    codes = {
        level: run_edition("check", "--config", faulty, "--fail-on", level).exit_code
        for level in ("info", "warning", "error")
    }
    assert {"info": 1, "warning": 1, "error": 0} == codes
    assert 1 == run_edition("check", "--config", faulty).exit_code


def test_codes_can_be_chosen(faulty: Path, run_edition: RunEdition) -> None:
    """`--select` and `--ignore` take codes and their beginnings."""

    def lines(*options: str) -> list[str]:
        outcome = run_edition("check", "--config", faulty, *options)
        return [line.split()[1] for line in outcome.out.splitlines()[:-1]]

    assert ["Y106", "L101"] == lines()
    assert ["L101"] == lines("--select", "L1,T")
    assert ["Y106"] == lines("--ignore", "L101")
    assert [] == lines("--select", "Y", "--ignore", "Y106")
    assert ["L101"] == lines("--quiet")


@pytest.mark.parametrize(
    "options", [["--select", "Q"], ["--ignore", "Y199"], ["--explain", "Y1"]], ids=" ".join
)
def test_an_unknown_code_is_misuse(options: list[str], run_edition: RunEdition) -> None:
    """The command says so and exits with 2."""
    outcome = run_edition("check", *options)
    assert 2 == outcome.exit_code
    assert "" == outcome.out
    assert re.fullmatch(r"edition: there is no code '\w+'; .*\n", outcome.err)


@pytest.mark.parametrize("options", [["--format", "xml"], ["--fail-on", "never"]], ids=" ".join)
def test_an_unknown_form_is_misuse(options: list[str], run_edition: RunEdition) -> None:
    """The command line is refused with exit code 2."""
    with pytest.raises(SystemExit) as exit_:
        run_edition("check", *options)
    assert 2 == exit_.value.code


def test_the_list_has_every_code(run_edition: RunEdition) -> None:
    """One line each, sorted."""
    outcome = run_edition("check", "--list")
    assert sorted(CODES) == [line.split()[0] for line in outcome.out.splitlines()]


def test_json_has_everything(faulty: Path, run_edition: RunEdition) -> None:
    """Findings with reason and hint, and what stands by an exception."""
    report = json.loads(run_edition("check", "--config", faulty, "--format", "json").out)
    code = CODES["L101"]
    assert {
        "path": "articles/ferries.md",
        "line": 51,
        "column": 41,
        "code": "L101",
        "severity": "warning",
        "message": "'laate' is in no English dictionary; perhaps 'late'",
        "reason": code.reason,
        "hint": code.hint,
    } == report["findings"][1]
    assert "Not a mark." in {finding["exception"] for finding in report["excepted"]}


def test_sarif_is_valid(faulty: Path, run_edition: RunEdition) -> None:
    """The log fits the schema of OASIS, and every result has its rule."""
    log: dict[str, Any] = json.loads(
        run_edition("check", "--config", faulty, "--format", "sarif").out
    )
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    assert [] == [error.message for error in Draft4Validator(schema).iter_errors(log)]
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    plain = [result for result in run["results"] if "suppressions" not in result]
    assert ["Y106", "L101"] == [result["ruleId"] for result in plain]
    assert ["note", "warning"] == [result["level"] for result in plain]
    assert len(run["results"]) > len(plain)


def test_github_shows_findings_beside_the_lines(faulty: Path, run_edition: RunEdition) -> None:
    """One workflow command per finding, with nothing that could end it early."""
    lines = run_edition("check", "--config", faulty, "--format", "github").out.splitlines()
    assert lines[0].startswith("::notice file=articles/ferries.md,line=51,col=")
    place = "file=articles/ferries.md,line=51,col=41,title=L101"
    assert lines[1].startswith(f"::warning {place}::'laate'")


def test_an_unloadable_issue_is_reported_too(issue: Path, run_edition: RunEdition) -> None:
    """What loading finds is found by the check as well; rules that cannot be asked are not."""
    (issue / "articles" / "council.yml").unlink()
    outcome = run_edition("check", "--config", issue / "mkdocs.yml")
    assert 1 == outcome.exit_code
    assert outcome.out.startswith("articles/council.yml:1:1 F001 error ")
    assert outcome.out.endswith("1 error, 0 warnings, 0 infos\n")


def test_a_missing_article_makes_no_exception_idle(issue: Path, run_edition: RunEdition) -> None:
    """Rules that look for what is not there are silent while a part of the content is not."""
    article = issue / "articles" / "brine.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace("section: harbours", "sektion: harbours"),
        encoding="utf-8",
    )
    outcome = run_edition("check", "--config", issue / "mkdocs.yml")
    found = {line.split()[1] for line in outcome.out.splitlines()[:-1]}
    assert {"M001", "M002"} <= found
    assert not found & {"L107", "X103", "M107", "M108"}


def test_exceptions_hold_when_lines_shift(issue: Path, run_edition: RunEdition) -> None:
    """An exception quotes words and no line."""
    article = issue / "articles" / "ferries.md"
    text = article.read_text(encoding="utf-8").replace("\nThere are", "\n## An island\n\nThere are")
    article.write_text(text, encoding="utf-8")
    outcome = run_edition("check", "--config", issue / "mkdocs.yml", "--fail-on", "info")
    assert 0 == outcome.exit_code


def test_translations_are_accepted_deliberately(issue: Path, run_edition: RunEdition) -> None:
    """The command writes the hashes of what has changed, and nothing else."""
    config = issue / "mkdocs.yml"
    untouched = {path: path.read_bytes() for path in issue.rglob("*") if path.is_file()}
    assert "" == run_edition("check", "--config", config, "--accept-translations").out
    assert untouched == {path: path.read_bytes() for path in issue.rglob("*") if path.is_file()}
    changes = {
        "articles/ferries.md": ("\ntitle: Ferries\n", "\ntitle: The Ferries\n"),
        "articles/issue.yml": ("en: Quarterly since 1930", "en: Monthly since 1930"),
        "tables/datapackage.json": ('"en": "The parts of the wheel"', '"en": "Parts of a wheel"'),
    }
    for path, (old, new) in changes.items():
        file = issue / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    outcome = run_edition("check", "--config", config, "--select", "L110")
    assert [path for path, _ in sorted(changes.items())] == [
        line.split(":")[0] for line in outcome.out.splitlines()[:-1]
    ]

    accepted = run_edition("check", "--config", config, "--accept-translations")

    assert sorted(changes) == [line.split(":")[0] for line in accepted.out.splitlines()]
    assert 0 == run_edition("check", "--config", config, "--fail-on", "info").exit_code
    for file, content in untouched.items():
        before, after = content.decode().splitlines(), file.read_text("utf-8").splitlines()
        differing = [(one, two) for one, two in zip(before, after, strict=True) if one != two]
        name = file.relative_to(issue).as_posix()
        own = changes[name][1].strip() if name in changes else ""
        assert all(own in two or re.search(r"\"[0-9a-f]{12}\"", two) for _, two in differing)
        assert (2 if own else 0) == len(differing)


def test_a_first_hash_is_written_at_its_place(issue: Path, run_edition: RunEdition) -> None:
    """Files without hashes get them, and stay what they were otherwise."""
    before: dict[Path, str] = {}
    for path in (issue / "articles").glob("*.[my]*"):
        text = path.read_text(encoding="utf-8")
        before[path] = text
        bare = re.sub(r"(?m)^ *translation_of:\n(?: +\w+: \"[0-9a-f]{12}\"\n)+", "", text)
        path.write_text(bare, encoding="utf-8")
    run_edition("check", "--config", issue / "mkdocs.yml", "--accept-translations")
    after = {path: path.read_text(encoding="utf-8") for path in before}
    assert {path: sorted(text.splitlines()) for path, text in before.items()} == {
        path: sorted(text.splitlines()) for path, text in after.items()
    }
    assert 0 == run_edition("check", "--config", issue / "mkdocs.yml").exit_code


def test_the_real_issue_has_no_error_and_no_warning(run_edition: RunEdition) -> None:
    """What is odd in the print is information, an exception with its reason, or a remark."""
    outcome = run_edition("check", "--config", ROOT / "mkdocs.yml", "--quiet")
    assert 0 == outcome.exit_code, outcome.out


def test_accepting_anchors_freezes_the_numbers_as_they_are(
    issue: Path, run_edition: RunEdition
) -> None:
    """What nobody can have cited may be counted anew; a second time there is nothing to write."""
    config, anchors = issue / "mkdocs.yml", issue / "articles" / "anchors.txt"
    before = anchors.read_text(encoding="utf-8")
    file = issue / "articles" / "brine.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("## What Remains\n", "New.\n\n## What Remains\n"), "utf-8")
    assert " S010 error " in run_edition("check", "--config", config).out

    outcome = run_edition("check", "--config", config, "--accept-anchors")

    said = "articles/anchors.txt: the numbers of the paragraphs are frozen as they are now\n"
    assert (0, said) == (outcome.exit_code, outcome.out)
    after = anchors.read_text(encoding="utf-8")
    assert len(before.splitlines()) + 1 == len(after.splitlines())
    assert (0, "") == (
        (again := run_edition("check", "--config", config, "--accept-anchors")).exit_code,
        again.out,
    )
    assert 0 == run_edition("check", "--config", config).exit_code


def test_anchors_are_not_frozen_of_a_broken_text(issue: Path, run_edition: RunEdition) -> None:
    """A fault could count wrongly; nothing is written."""
    anchors = issue / "articles" / "anchors.txt"
    anchors.unlink()
    file = issue / "articles" / "brine.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n> Gulls.\n", encoding="utf-8")
    outcome = run_edition("check", "--config", issue / "mkdocs.yml", "--accept-anchors")
    assert (1, False) == (outcome.exit_code, anchors.exists())
