"""An edition to findings for its editors.

Every rule declares itself beside its function, one family to a module or package::

    M metadata   S structure   N notes   R references   T tables   Y typography
    L language   A names       K links   E emendations  X exceptions

A rule is a pure function of a :class:`~edition.checks.proof.Proof`: the edition with the
places of what it says. Importing this package imports every module in it, which registers
all of them.
"""

from importlib import import_module
from pkgutil import walk_packages

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
"""What the letter of a code stands for; the rules of a family are in what has its name."""

for _module in walk_packages(__path__, f"{__name__}."):
    import_module(_module.name)


def catalogue() -> tuple[Code, ...]:
    """Return every kind of finding, of loading and of the rules, sorted by code."""
    return tuple(CODES[code] for code in sorted(CODES) if code[0] in FAMILIES)


__all__ = ["FAMILIES", "RULES", "Report", "Rule", "catalogue", "check"]
