"""Any exception to what a user reads: one line, and the exit code of the command.

Exit codes: 0 done; 1 the content, the build or the system has faults; 2 the command was misused;
3 a fault of the program itself; 129, 130, 143 ended by SIGHUP, SIGINT, SIGTERM, as shells count.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import Final, NamedTuple

from edition.diagnostics import EditionError, UsageError, escaped

PACKAGE: Final = Path(__file__).parent
VARIABLE: Final = "EDITION_TRACEBACK"
"""Set in the environment, it has tracebacks printed as well."""

MOST_CHARACTERS: Final = 300


class Failure(NamedTuple):
    """What is said of an exception, and the exit code."""

    text: str
    exit_code: int


def failure(error: Exception) -> Failure:
    """Return what a user is told of an exception.

    Args:
        error: One of our own, of the system, or one that nobody has thought of.

    Returns:
        A line, or a line for each fault of the content; nothing in it moves a terminal's cursor.
    """
    if isinstance(error, UsageError):
        return Failure(escaped(f"edition: {error}", keep="\n"), 2)
    if isinstance(error, EditionError):
        return Failure(escaped(str(error), keep="\n"), 1)
    if isinstance(error, OSError):
        return Failure(_line(system_fault(error, "edition")), 1)
    said = f"{type(error).__name__}: {error}"[:MOST_CHARACTERS]
    report = "please report it with this line and the file that it is about"
    return Failure(
        _line(
            f"edition: internal fault{_place(error)}: {said}; {report} ({VARIABLE}=1 tells more)"
        ),
        3,
    )


def system_fault(error: OSError, otherwise: str) -> str:
    """Return what the system refuses.

    Args:
        error: The exception; of two files, the second is where something should go.
        otherwise: What it is about if the exception does not say.
    """
    name = error.filename if error.filename2 is None else error.filename2
    shown = otherwise if name is None or isinstance(name, int) else os.fsdecode(name)
    return f"{shown}: {error.strerror or error or type(error).__name__}"


def details(error: Exception) -> str:
    """Return the traceback of an exception if the environment asks for it, else nothing."""
    if not os.environ.get(VARIABLE):
        return ""
    return escaped("".join(traceback.format_exception(error)), keep="\n")


def _line(text: str) -> str:
    return escaped(" ".join(text.splitlines()))


def _place(error: Exception) -> str:
    """Return where in the package an exception came from."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(frame.filename)
        if file.is_relative_to(PACKAGE):
            return f" in {file.relative_to(PACKAGE).as_posix()}:{frame.lineno}"
    return ""
