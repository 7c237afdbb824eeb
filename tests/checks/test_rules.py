"""Every rule of `edition check`, as an editor meets it.

A folder `tests/checks/rules/<CODE>` or `<CODE>-what` holds the smallest defect that a rule is
for, as changes to the invented issue, and what the command says of it, line for line.
`pytest tests/checks --regenerate` writes the expectations anew; read the difference.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from tests.editions import ROOT, RunEdition
from tests.test_faults import damage

from edition.checks import FAMILIES, RULES, catalogue, exceptions
from edition.content import codes
from edition.diagnostics import CODES, Code, Severity

CASES = ROOT / "tests" / "checks" / "rules"
NAMES = sorted(path.name for path in CASES.iterdir())
OWN = sorted({*RULES, *(code.id for code in exceptions.DECLARED)})
SENTENCE = re.compile(r"[A-ZА-Я'\[].*[.]", re.DOTALL)


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_finds_its_defect_and_nothing_else_changes(
    name: str, issue: Path, run_edition: RunEdition, request: pytest.FixtureRequest
) -> None:
    """The command says what is wrong and where, and writes nothing."""
    case = CASES / name
    damage(issue, case)
    before = {path: path.read_bytes() for path in issue.rglob("*") if path.is_file()}

    outcome = run_edition("check", "--config", issue / "mkdocs.yml", "--fail-on", "info")

    if request.config.getoption("--regenerate"):
        (case / "expected.txt").write_text(outcome.out, encoding="utf-8")
    assert (case / "expected.txt").read_text(encoding="utf-8") == outcome.out
    assert ("", 1) == (outcome.err, outcome.exit_code)
    assert f" {name[:4]} {CODES[name[:4]].severity} " in outcome.out
    assert before == {path: path.read_bytes() for path in issue.rglob("*") if path.is_file()}


def test_the_undamaged_issue_has_no_finding(issue: Path, run_edition: RunEdition) -> None:
    """Each expectation above is due to its defect alone."""
    outcome = run_edition("check", "--config", issue / "mkdocs.yml", "--fail-on", "info")
    assert 0 == outcome.exit_code
    assert outcome.out.startswith("0 errors, 0 warnings, 0 infos;")


def test_every_rule_has_a_case() -> None:
    """A rule without a case has never been seen to work."""
    assert OWN == sorted({name[:4] for name in NAMES})


@pytest.mark.parametrize("name", sorted(CODES))
def test_every_code_is_explained(name: str, run_edition: RunEdition) -> None:
    """Reason and hint are one sentence each, and the command tells them."""
    code = CODES[name]
    assert SENTENCE.fullmatch(code.reason)
    assert SENTENCE.fullmatch(code.hint)
    assert code.id[0] in FAMILIES
    outcome = run_edition("check", "--explain", code.id)
    assert (0, f"{code.id} {code.severity}\n{code.reason}\n{code.hint}\n") == (
        outcome.exit_code,
        outcome.out,
    )


def test_no_two_codes_have_one_reason() -> None:
    """A reason that fits two rules explains neither."""
    reasons = [code.reason for code in CODES.values()]
    assert sorted(set(reasons)) == sorted(reasons)


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_is_documented(code: str) -> None:
    """The function has a docstring, and stands in the module or package of its family."""
    rule = RULES[code]
    assert SENTENCE.fullmatch(inspect.getdoc(rule.question) or "")
    module = inspect.getmodule(rule.question)
    assert module is not None
    family = f"edition.checks.{FAMILIES[code[0]]}"
    assert family in {module.__name__, module.__name__.rpartition(".")[0]}


def test_the_loader_s_codes_end_below_a_hundred() -> None:
    """Who reads a code knows whether loading or a rule found it."""
    loading = {value.id for value in vars(codes).values() if isinstance(value, Code)}
    known = {code.id for code in catalogue()}
    assert {code for code in known if code[1] == "0"} == loading
    assert set(OWN) == known - loading


def test_what_only_tells_of_the_print_does_not_fail_the_check() -> None:
    """Most rules of typography inform: the text stays as printed."""
    families = {code[0] for code, rule in RULES.items() if rule.code.severity is Severity.INFO}
    assert "Y" in families
    assert Severity.INFO < Severity.WARNING
