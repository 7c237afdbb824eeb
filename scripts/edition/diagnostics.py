"""What is said to an editor: places, severities, codes and the one exception.

Faults of the content are collected as :class:`Diagnostic` values and printed as
``path:line:col CODE severity message``, the form that compilers and editors share.
Only what stops the work altogether is raised, as :class:`EditionError`::

    EditionError
    ├── ContentError      the content has faults; carries the diagnostics
    └── UsageError        the command was asked for what does not exist
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""General categories of what a terminal obeys rather than shows: controls, direction marks and
other format characters, halves of characters, line and paragraph separators."""


def escaped(text: str, keep: str = "") -> str:
    r"""Show what a terminal would obey, as Python writes it: ``\x1b``, ``\u202e``.

    File names and quoted content come from others; none of their characters may move the cursor,
    colour a line or turn its direction.

    Args:
        text: Any text.
        keep: Characters that stay as they are.

    Returns:
        The text, with every control and format character written out.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character
        if character in keep or unicodedata.category(character) not in UNSEEN
        else character.encode("unicode_escape", "surrogatepass").decode("ascii")
        for character in text
    )


class Severity(IntEnum):
    """How much a finding matters; a higher value is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding, declared once beside the code that reports it.

    Attributes:
        id: Family letter and three digits, e.g. ``N002``; stable for ever.
        severity: How much a finding of this kind matters.
        reason: Why it is a fault, in one sentence.
        hint: What the editor can do about it, in one sentence.
    """

    id: str
    severity: Severity
    reason: str
    hint: str


CODES: dict[str, Code] = {}


def declare(code_id: str, severity: Severity, reason: str, hint: str) -> Code:
    """Register a kind of finding.

    Args:
        code_id: Family letter and three digits.
        severity: How much it matters.
        reason: Why it is a fault.
        hint: What to do about it.

    Returns:
        The registered code.

    Raises:
        ValueError: If the identifier is taken.
    """
    if code_id in CODES:
        message = f"diagnostic code {code_id} is declared twice"
        raise ValueError(message)
    CODES[code_id] = Code(code_id, severity, reason, hint)
    return CODES[code_id]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a content file.

    Attributes:
        path: Path relative to the edition's folder, with forward slashes.
        line: Line, counted from 1.
        column: Column in characters, counted from 1.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{escaped(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding at one place."""

    location: Location
    code: str
    severity: Severity = field(compare=False)
    message: str = ""

    @classmethod
    def of(cls, code: Code, location: Location, message: str) -> Diagnostic:
        """Make a finding of a declared kind with that kind's severity."""
        return cls(location, code.id, code.severity, message)

    def __str__(self) -> str:
        message = escaped(" ".join(self.message.splitlines()))
        return f"{self.location} {self.code} {self.severity} {message}"


class EditionError(Exception):
    """The work cannot go on; the message is fit for a user's eyes."""


class UsageError(EditionError):
    """A command was misused; exit code 2."""


class ContentError(EditionError):
    """The content has faults of severity *error*.

    Attributes:
        diagnostics: Every finding, sorted by place.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))
