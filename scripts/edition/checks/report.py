"""A report in the forms that people and programs read.

``text`` is one line per finding and a count; ``json`` has everything; ``sarif`` is SARIF
2.1.0, which code-review sites show; ``github`` is what GitHub turns into annotations.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote

from edition.checks.check import Choice, Report
from edition.diagnostics import CODES, Diagnostic, Severity, UsageError, escaped

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
INFORMATION: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
LEVELS: Final = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
ANNOTATIONS: Final = {
    Severity.INFO: "notice",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def summary(report: Report) -> str:
    """Return how much was found, in one line."""
    counted = [(report.count(severity), str(severity)) for severity in reversed(Severity)]
    parts = [f"{number} {name}{'' if number == 1 else 's'}" for number, name in counted]
    excepted = f"; {len(report.excepted)} by exception" if report.excepted else ""
    hidden = f"; {report.hidden} not shown" if report.hidden else ""
    return f"{', '.join(parts)}{excepted}{hidden}"


def as_text(report: Report) -> str:
    """Return one line per finding, and a count."""
    return "\n".join([*map(str, report.findings), summary(report)])


def as_json(report: Report) -> str:
    """Return everything, also what stands by an exception."""
    data = {
        "findings": [_finding(finding) for finding in report.findings],
        "excepted": [
            {**_finding(excepted.diagnostic), "exception": excepted.reason}
            for excepted in report.excepted
        ],
    }
    return _json(data)


def _json(data: dict[str, Any]) -> str:
    """Return JSON of one value to a line; what a terminal would obey is escaped as JSON does it."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return "".join(
        sign if sign == "\n" or escaped(sign) == sign else json.dumps(sign)[1:-1] for sign in text
    )


def _finding(finding: Diagnostic) -> dict[str, Any]:
    code = CODES[finding.code]
    return {
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "reason": code.reason,
        "hint": code.hint,
    }


def as_sarif(report: Report) -> str:
    """Return SARIF 2.1.0; what stands by an exception is a suppressed result."""
    findings = [*report.findings, *(excepted.diagnostic for excepted in report.excepted)]
    used = sorted({finding.code for finding in findings})
    results = [_result(finding, used) for finding in report.findings]
    for excepted in report.excepted:
        suppression = {"kind": "inSource", "justification": excepted.reason}
        results.append({**_result(excepted.diagnostic, used), "suppressions": [suppression]})
    run = {
        "tool": {
            "driver": {
                "name": "edition check",
                "informationUri": INFORMATION,
                "rules": [_descriptor(code) for code in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return _json(log)


def _descriptor(code_id: str) -> dict[str, Any]:
    code = CODES[code_id]
    return {
        "id": code.id,
        "shortDescription": {"text": code.reason},
        "help": {"text": code.hint},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }


def _result(finding: Diagnostic, used: list[str]) -> dict[str, Any]:
    region = {"startLine": finding.location.line, "startColumn": finding.location.column}
    uri = quote(finding.location.path.encode(errors="surrogateescape"))
    place = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": used.index(finding.code),
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }


def as_github(report: Report) -> str:
    """Return workflow commands that GitHub shows beside the lines of a change."""
    lines = []
    for finding in report.findings:
        place = finding.location
        properties = (
            f"file={_escape(place.path, ':,')},line={place.line},col={place.column},"
            f"title={_escape(finding.code, ':,')}"
        )
        lines.append(f"::{ANNOTATIONS[finding.severity]} {properties}::{_escape(finding.message)}")
    return "\n".join(lines)


def _escape(text: str, further: str = "") -> str:
    text = escaped(text, keep="\r\n")  # the log is shown by a terminal, or as one would
    for sign in "%\r\n" + further:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def choice(selected: Iterable[str], ignored: Iterable[str]) -> Choice:
    """Return what tells whether a code is looked for.

    Args:
        selected: Codes or their beginnings, parted by commas; all if there are none.
        ignored: The same for codes that are left out.

    Raises:
        UsageError: If a beginning fits no code.
    """
    wanted = _beginnings(selected)
    unwanted = _beginnings(ignored)

    def chosen(code: str) -> bool:
        return (not wanted or code.startswith(wanted)) and not code.startswith(unwanted)

    return chosen


def _beginnings(lists: Iterable[str]) -> tuple[str, ...]:
    given = tuple(part.strip() for names in lists for part in names.split(",") if part.strip())
    for part in given:
        if not any(code.startswith(part) for code in CODES):
            raise UsageError(f"there is no code '{part}'; 'edition check --list' shows them all")
    return given


def explain(code_id: str) -> str:
    """Return what a code means.

    Raises:
        UsageError: If there is no such code.
    """
    if code_id not in CODES:
        raise UsageError(f"there is no code '{code_id}'; 'edition check --list' shows them all")
    code = CODES[code_id]
    return f"{code.id} {code.severity}\n{code.reason}\n{code.hint}"


def listing() -> str:
    """Return every code in one line each."""
    codes = (CODES[key] for key in sorted(CODES))
    return "\n".join(f"{code.id} {code.severity!s:7} {code.reason}" for code in codes)
