"""Any exception to one line and an exit code."""

from __future__ import annotations

import errno

import pytest

from edition.content.limits import Limits
from edition.diagnostics import EditionError, UsageError
from edition.failures import VARIABLE, details, failure

REPORT = "please report it with this line and the file that it is about (EDITION_TRACEBACK=1"


def test_our_own_exceptions_say_what_they_say() -> None:
    """A misuse has another exit code; what a terminal obeys is written out."""
    assert ("edition: no such gull", 2) == failure(UsageError("no such gull"))
    assert (r"a\x1b" + "\nb", 1) == failure(EditionError("a\x1b\nb"))


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(errno.ENOSPC, "No space left"), "edition: No space left"),
        (OSError(errno.ENOSPC, "No space left", "a\nb"), r"a\nb: No space left"),
        (OSError(errno.EXDEV, "Elsewhere", "a", None, b"b\xff"), r"b\udcff: Elsewhere"),
        (OSError("no number"), "edition: no number"),
        (TimeoutError(), "edition: TimeoutError"),
    ],
)
def test_what_the_system_refuses_is_a_line(error: OSError, line: str) -> None:
    """With the file that it is about, if it says."""
    assert (line, 1) == failure(error)


def test_an_exception_that_nobody_has_thought_of_is_a_line() -> None:
    """With its place in the package and what to do."""
    with pytest.raises(AttributeError) as raised:
        Limits.of(7)  # type: ignore[arg-type]
    text, exit_code = failure(raised.value)
    assert 3 == exit_code
    assert text.startswith("edition: internal fault in content/limits.py:")
    assert text.endswith(f"{REPORT} tells more)")
    assert REPORT in failure(RecursionError("a\nb\x1b")).text
    assert "internal fault: RecursionError: a b\\x1b; " in failure(RecursionError("a\nb\x1b")).text


def test_details_are_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of the environment brings the traceback."""
    monkeypatch.delenv(VARIABLE, raising=False)
    assert "" == details(ValueError("a\x1b"))
    monkeypatch.setenv(VARIABLE, "1")
    assert r"ValueError: a\x1b" + "\n" == details(ValueError("a\x1b"))
