"""An edition to findings for its editors.

Every rule declares itself beside its function, one family to a module::

    M metadata   S structure   N notes   R references   T tables   Y typography
    L language   A names       K links   E emendations  X exceptions

A rule is a pure function of a :class:`~edition.checks.proof.Proof`: the edition with the
places of what it says. Importing this package registers all of them.
"""

from edition.checks import (
    emendations,
    exceptions,
    language,
    links,
    metadata,
    names,
    notes,
    references,
    structure,
    tables,
    typography,
)
from edition.checks.check import Report, check
from edition.checks.rule import RULES, Rule
from edition.diagnostics import CODES, Code

FAMILIES = {
    "F": "files",
    "M": "metadata",
    "S": "structure",
    "N": "notes",
    "R": "references",
    "T": "tables",
    "Y": "typography",
    "L": "language",
    "A": "names",
    "K": "links",
    "E": "emendations",
    "X": "exceptions",
}
"""What the letter of a code stands for."""

MODULES = (
    metadata,
    structure,
    notes,
    references,
    tables,
    typography,
    language,
    names,
    links,
    emendations,
    exceptions,
)
"""The modules that declare rules, in the order of the catalogue."""


def catalogue() -> tuple[Code, ...]:
    """Return every kind of finding, of loading and of the rules, sorted by code."""
    return tuple(CODES[code] for code in sorted(CODES) if code[0] in FAMILIES)


__all__ = ["FAMILIES", "MODULES", "RULES", "Report", "Rule", "catalogue", "check"]
