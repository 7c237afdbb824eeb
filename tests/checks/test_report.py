"""The forms of a report, whatever names and messages quote."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest

from edition.checks import report
from edition.checks.check import Report
from edition.diagnostics import Diagnostic, Location, Severity

NAME = "a\x1b]0;b\n::error::c%0A\u202e,d:e\udcff чайка.md"
MESSAGE = "f\r\n::set-output name=g::h\x9b%25\u2066"


@pytest.fixture
def hostile() -> Report:
    """A report of one finding whose words would like to be obeyed."""
    finding = Diagnostic(Location(NAME), "F001", Severity.ERROR, MESSAGE)
    return Report((finding,))


def test_a_workflow_command_is_one_line_that_nothing_ends_early(hostile: Report) -> None:
    """Per cent signs, line breaks, and in properties colons and commas are escaped."""
    assert (
        r"::error file=a\x1b]0;b%0A%3A%3Aerror%3A%3Ac%250A\u202e%2Cd%3Ae\udcff чайка.md,"
        "line=1,col=1,title=F001::f%0D%0A::set-output name=g::h"
        r"\x9b%2525\u2066"
    ) == report.as_github(hostile)


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_json_is_json_and_obeyed_by_no_terminal(form: str, hostile: Report) -> None:
    """What is read from it is what was found."""
    text = report.FORMATS[form](hostile)
    assert set() == {sign for sign in text if not sign.isprintable()} - {"\n"}
    data = json.loads(text)
    if form == "json":
        assert (NAME, MESSAGE) == (data["findings"][0]["path"], data["findings"][0]["message"])
    else:
        (result,) = data["runs"][0]["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert (NAME, MESSAGE) == (
            unquote(uri, errors="surrogateescape"),
            result["message"]["text"],
        )


def test_a_finding_is_one_line_of_text(hostile: Report) -> None:
    """And a count follows it."""
    lines = report.as_text(hostile).splitlines()
    assert 2 == len(lines)
    assert lines[0].startswith(
        r"a\x1b]0;b\n::error::c%0A\u202e,d:e\udcff чайка.md:1:1 F001 error f "
    )
