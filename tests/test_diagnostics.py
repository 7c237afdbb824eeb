"""Places, severities, codes, findings and the exceptions that carry them."""

from __future__ import annotations

import pytest

from edition.diagnostics import (
    CODES,
    Code,
    ContentError,
    Diagnostic,
    EditionError,
    Location,
    Severity,
    declare,
)

WARNING = Code("X001", Severity.WARNING, "A test has it.", "Do nothing.")


def test_a_finding_is_one_line_that_editors_and_compilers_share() -> None:
    """Path, line, column, code, severity, message."""
    diagnostic = Diagnostic.of(WARNING, Location("articles/a.md", 3, 14), "too many gulls")
    assert "articles/a.md:3:14 X001 warning too many gulls" == str(diagnostic)


def test_a_message_never_breaks_the_line() -> None:
    """A value with line breaks, quoted in a message, is folded."""
    diagnostic = Diagnostic.of(WARNING, Location("a.md"), "the key 'a\nb\u2028c' is not known")
    assert "a.md:1:1 X001 warning the key 'a b c' is not known" == str(diagnostic)


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("\x07", r"\x07"),
        ("\x7f", r"\x7f"),
        ("\x9b", r"\x9b"),
        ("\u202e", r"\u202e"),
        ("\u2066", r"\u2066"),
        ("\u200f", r"\u200f"),
        ("\ufeff", r"\ufeff"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff", r"\udcff"),
        ("\t", r"\t"),
    ],
)
def test_nothing_that_a_terminal_obeys_reaches_it(sign: str, shown: str) -> None:
    """Controls and marks of direction are written out, in names as in messages."""
    diagnostic = Diagnostic.of(WARNING, Location(f"a{sign}.md"), f"the key 'b{sign}'")
    assert f"a{shown}.md:1:1 X001 warning the key 'b{shown}'" == str(diagnostic)


def test_a_name_never_breaks_the_line() -> None:
    """A line break in a name is written out; letters of any script stay."""
    assert r"a\n\rb чайка 鷗.md:1:1" == str(Location("a\n\rb чайка 鷗.md"))


def test_a_finding_has_the_severity_of_its_code() -> None:
    """The severity is declared once, with the code."""
    assert Severity.WARNING == Diagnostic.of(WARNING, Location("a.md"), "").severity


def test_severities_are_ordered() -> None:
    """A higher value is worse."""
    assert ["info", "warning", "error"] == [str(severity) for severity in sorted(Severity)]


def test_findings_are_sorted_by_place_and_not_by_text() -> None:
    """Line 9 comes before line 10, and column 2 before column 10."""
    places = [
        Location("b.md"),
        Location("a.md", 10),
        Location("a.md", 9, 10),
        Location("a.md", 9, 2),
    ]
    error = ContentError(Diagnostic.of(WARNING, place, "") for place in places)
    assert list(reversed(places)) == [diagnostic.location for diagnostic in error.diagnostics]


def test_a_content_error_says_everything() -> None:
    """Its text is what the command prints, a line for each finding."""
    findings = [Diagnostic.of(WARNING, Location("a.md", line), f"gull {line}") for line in (2, 1)]
    error = ContentError(findings)
    assert "a.md:1:1 X001 warning gull 1\na.md:2:1 X001 warning gull 2" == str(error)
    assert isinstance(error, EditionError)


def test_a_code_cannot_be_declared_twice() -> None:
    """Codes are stable for ever, so none is given away again."""
    taken = next(iter(CODES))
    with pytest.raises(ValueError, match=f"^diagnostic code {taken} is declared twice$"):
        declare(taken, Severity.ERROR, "A second one.", "Take another.")
