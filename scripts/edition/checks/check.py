"""The whole check: load, ask every rule, part off what stands by an exception."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from edition.checks.exceptions import Excepted, apply
from edition.checks.proof import Proof
from edition.checks.rule import RULES
from edition.content.load import Loaded
from edition.diagnostics import CODES, Diagnostic, Severity
from edition.markup.fragments import judged

Choice = Callable[[str], bool]


@dataclass(frozen=True)
class Report:
    """What a check found.

    Attributes:
        findings: What is left for the editor, sorted by place.
        excepted: What stands by an exception, with its reason.
        hidden: How many further findings are not shown.
    """

    findings: tuple[Diagnostic, ...]
    excepted: tuple[Excepted, ...] = ()
    hidden: int = 0

    def at_least(self, severity: Severity) -> Report:
        """Return the report without what matters less."""
        findings = tuple(finding for finding in self.findings if finding.severity >= severity)
        return Report(findings, self.excepted, len(self.findings) - len(findings))

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def everything(code: str) -> bool:
    """Choose every code."""
    return bool(code)


def check(loaded: Loaded, chosen: Choice = everything) -> Report:
    """Check an edition.

    Args:
        loaded: What loading gave: an edition or not, with what is wrong already.
        chosen: Tells which codes to look for.

    Returns:
        What loading and the chosen rules found. Rules are asked only if there is an
        edition; those that look for what is missing, only if it is complete.
    """
    loaded = judged(loaded)
    found = [diagnostic for diagnostic in loaded.diagnostics if chosen(diagnostic.code)]
    if loaded.edition is None:
        return Report(tuple(sorted(found)))
    complete = not any(d.severity >= Severity.ERROR for d in loaded.diagnostics)
    proof = Proof(loaded.edition, loaded.sources, complete)
    asked = [rule for code, rule in sorted(RULES.items()) if chosen(code)]
    found.extend(chain.from_iterable(rule(proof) for rule in asked))
    codes = [code for code in CODES if chosen(code)]
    left, excepted = apply(proof, sorted(set(found)), codes)
    return Report(tuple(sorted(left)), tuple(excepted))
