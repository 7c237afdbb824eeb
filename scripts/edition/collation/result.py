"""The outcome of a collation: figures, findings, emendations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from edition.collation.compare import Comparison
from edition.collation.findings import Finding, Reporter
from edition.collation.permitted import ALL, Account, Permitted
from edition.collation.witness import Witness
from edition.diagnostics import Location
from edition.text.diplomatic import EMENDATION, Undone


@dataclass(frozen=True, slots=True)
class Emended:
    """An emendation that the edition records.

    Attributes:
        source: Reading of the source.
        reading: Reading of the edition.
        reason: Why.
        edition: Where it is in the files of the edition.
        witness: Where the source's reading is in the witness.
    """

    source: str
    reading: str
    reason: str
    edition: Location
    witness: Location


@dataclass(frozen=True, eq=False)
class Collation:
    """The account of every character of the witness.

    Attributes:
        witness: The witness.
        ledger: For each of its characters, the index of its account in ``permitted.ALL``.
        comparisons: The text in sequence, then each float.
        reporter: Finds places in files.
    """

    witness: Witness
    ledger: bytes
    comparisons: tuple[Comparison, ...]
    reporter: Reporter

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every unexplained difference, in the order of the witness."""
        found = (finding for comparison in self.comparisons for finding in comparison.findings)
        return tuple(sorted(found, key=lambda f: (f.witness.line, f.witness.column, f.edition)))

    @cached_property
    def emendations(self) -> tuple[Emended, ...]:
        """Every emendation, in the order of the edition's text."""
        return tuple(
            self._emended(comparison, undone)
            for comparison in self.comparisons
            for undone in comparison.stream.undone
            if undone.name == EMENDATION
        )

    @cached_property
    def details(self) -> dict[Permitted, int]:
        """Number of characters of each account that occurs, in the order of the list."""
        counts = Counter(self.ledger)
        return {permitted: counts[i] for i, permitted in enumerate(ALL) if counts[i]}

    @cached_property
    def accounts(self) -> dict[Account, int]:
        """Number of characters of each of the six classes."""
        totals = dict.fromkeys(Account, 0)
        for permitted, count in self.details.items():
            totals[permitted.account] += count
        return totals

    @property
    def characters(self) -> int:
        """Number of characters of the witness."""
        return len(self.ledger)

    @property
    def clean(self) -> bool:
        """Whether every character has its account and neither side has more."""
        return not self.findings and not self.accounts[Account.UNEXPLAINED]

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        accounted = self.characters - self.accounts[Account.UNEXPLAINED]
        lines = [
            f"{self.witness.path}: {self.characters:,} characters, {accounted:,} accounted for"
        ]
        for account, total in self.accounts.items():
            if account is Account.UNEXPLAINED:
                continue
            lines.append(f"  {account:<30}{total:>9,}")
            own = [(p, n) for p, n in self.details.items() if p.account is account]
            if [p.name for p, _ in own] != [account.value]:
                lines.extend(f"    {permitted.name:<28}{n:>9,}" for permitted, n in own)
        lines.append(f"emendations: {len(self.emendations)}")
        lines.append(f"unexplained differences: {len(self.findings)}")
        lines.extend(str(finding.diagnostic) for finding in self.findings)
        return lines

    def as_data(self) -> dict[str, Any]:
        """Return the outcome as plain data, for JSON."""
        return {
            "witness": self.witness.path,
            "characters": self.characters,
            "accounted": {account.value: n for account, n in self.accounts.items()},
            "details": {permitted.name: n for permitted, n in self.details.items()},
            "unexplained_differences": len(self.findings),
            "findings": [_finding_data(finding) for finding in self.findings],
            "emendations": [_emended_data(emended) for emended in self.emendations],
        }

    def _emended(self, comparison: Comparison, undone: Undone) -> Emended:
        known = (place for place in comparison.places[undone.start :] if place >= 0)
        return Emended(
            source=undone.source,
            reading=undone.reading,
            reason=undone.reason,
            edition=self.reporter.location(comparison.stream, undone.start),
            witness=self.witness.location(next(known, 0)),
        )


def _place(location: Location) -> dict[str, str | int]:
    return {"path": location.path, "line": location.line, "column": location.column}


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code.id,
        "severity": str(finding.code.severity),
        "message": finding.message,
        "edition": _place(finding.edition),
        "witness": _place(finding.witness),
    }


def _emended_data(emended: Emended) -> dict[str, Any]:
    return {
        "source": emended.source,
        "reading": emended.reading,
        "reason": emended.reason,
        "edition": _place(emended.edition),
        "witness": _place(emended.witness),
    }
