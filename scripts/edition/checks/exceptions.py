"""X1xx: exceptions, by which an editor lets a finding stand.

An exception is written into the content file that the finding is about: in the front
matter of an article, at the end of ``issue.yml`` or ``council.yml``, or in the description
of a table (also for its CSV file)::

    exceptions:
      - code: T108
        text: Diagram 4.
        reason: Printed so; two diagrams are numbered 4 and none 2.

It names its finding by a code and by words that stand there, not by a line, so that it
still holds when the file grows. Findings that stop the edition from loading or its data
from being read (severity *error*) cannot be excepted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from edition.checks.proof import Proof
from edition.checks.rule import WARNING
from edition.content.descriptor import DESCRIPTOR
from edition.content.model import Exemption
from edition.content.sources import Path, Source
from edition.content.texts import COUNCIL, ISSUE
from edition.diagnostics import CODES, Diagnostic, Location, Severity, declare

UNKNOWN = declare(
    "X101",
    WARNING,
    "An exception names a kind of finding that does not exist.",
    "Correct the code; 'edition check --list' shows them all.",
)
FORBIDDEN = declare(
    "X102",
    WARNING,
    "An error cannot be excepted, because nothing can be built from it.",
    "Correct the fault and take the exception out.",
)
IDLE = declare(
    "X103",
    WARNING,
    "An exception that no longer applies hides the next fault of its kind.",
    "Take the exception out, or correct the words that it quotes.",
)
DECLARED = (UNKNOWN, FORBIDDEN, IDLE)


@dataclass(frozen=True)
class Standing:
    """An exception with what it covers.

    Attributes:
        exemption: What the editor wrote.
        place: Where it is written.
        files: Files whose findings it can cover.
        span: Part of the first file that it can cover, for one that many share.
    """

    exemption: Exemption
    place: Location
    files: Sequence[Source]
    span: tuple[int, int] | None = None
    _found: dict[str, Sequence[tuple[int, int]]] = field(default_factory=dict, repr=False)

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether this exception lets a finding stand."""
        if diagnostic.code != self.exemption.code or diagnostic.severity >= Severity.ERROR:
            return False
        for number, source in enumerate(self.files):
            if source.path != diagnostic.location.path:
                continue
            offset = source.offset(diagnostic.location)
            span = self.span if number == 0 else None
            if span is None or span[0] <= offset < span[1]:
                return self._quotes(source, diagnostic.location, offset)
        return False

    def _quotes(self, source: Source, place: Location, offset: int) -> bool:
        """Tell whether the quoted words stand at a place, in its value or in its line."""
        if self.exemption.text is None:
            return True
        spans = self._quoted(source)
        before = bisect_left(spans, _end(source, place, offset), key=lambda span: span[0])
        return before > 0 and offset < spans[before - 1][1]

    def _quoted(self, source: Source) -> Sequence[tuple[int, int]]:
        """Return where the quoted words stand in a file, looked up once."""
        if source.path not in self._found:
            words = (re.escape(word) for word in (self.exemption.text or "").split())
            quoted = re.compile(r"\s+".join(words))
            self._found[source.path] = [match.span() for match in quoted.finditer(source.text)]
        return self._found[source.path]


def _end(source: Source, place: Location, offset: int) -> int:
    """Return where what stands at a place ends: a character, a value, or a whole line."""
    value = source.ends.get((place.line, place.column))
    if value is not None:
        return value
    if place.column > 1:
        return offset + 1
    end = source.text.find("\n", offset)
    return len(source.text) if end < 0 else end


@dataclass(frozen=True)
class Excepted:
    """A finding that stands, and why."""

    diagnostic: Diagnostic
    reason: str


def standing(proof: Proof) -> Iterator[Standing]:
    """Yield every exception of an edition."""
    edition, sources = proof.edition, proof.sources
    yield from _of(edition.issue.exceptions, sources[ISSUE], ())
    yield from _of(edition.council.exceptions, sources[COUNCIL], ())
    for article in edition.articles:
        yield from _of(article.meta.exceptions, proof.of(article), ())
    for table in edition.tables:
        descriptor = sources[DESCRIPTOR]
        path: Path = ("resources", descriptor.resources[table.name])
        others = (sources[table.csv_path],)
        yield from _of(table.exceptions, descriptor, path, others)


def _of(
    exemptions: Iterable[Exemption], source: Source, path: Path, others: Sequence[Source] = ()
) -> Iterator[Standing]:
    span = source.spans[path] if path else None
    for index, exemption in enumerate(exemptions):
        place = source.key(*path, "exceptions", index)
        yield Standing(exemption, place, (source, *others), span)


def apply(
    proof: Proof, diagnostics: Iterable[Diagnostic], asked: Iterable[str]
) -> tuple[list[Diagnostic], list[Excepted]]:
    """Part the findings that stand by an exception from the others.

    Args:
        proof: The edition.
        diagnostics: What was found.
        asked: Codes that were looked for; an exception from another one is not idle.

    Returns:
        What is left, with what is wrong with the exceptions themselves; and what stands.
    """
    asked = frozenset(asked)
    exceptions = list(standing(proof))
    used: set[int] = set()
    left: list[Diagnostic] = []
    excepted: list[Excepted] = []
    for diagnostic in diagnostics:
        reasons = []
        for number, exception in enumerate(exceptions):
            if exception.covers(diagnostic):
                used.add(number)
                reasons.append(exception.exemption.reason)
        if reasons:
            excepted.append(Excepted(diagnostic, reasons[0]))
        else:
            left.append(diagnostic)
    for number, exception in enumerate(exceptions):
        if number not in used:
            left.extend(_fault(exception, asked, complete=proof.complete))
    return left, excepted


def _fault(exception: Standing, asked: frozenset[str], *, complete: bool) -> Iterator[Diagnostic]:
    code = exception.exemption.code
    if code not in CODES:
        if UNKNOWN.id in asked:
            yield Diagnostic.of(UNKNOWN, exception.place, f"there is no code {code}")
    elif CODES[code].severity >= Severity.ERROR:
        if FORBIDDEN.id in asked:
            yield Diagnostic.of(FORBIDDEN, exception.place, f"{code} is an error")
    elif complete and code in asked and IDLE.id in asked:
        text = exception.exemption.text
        where = f" at '{text}'" if text else ""
        message = f"the exception from {code}{where} no longer applies"
        yield Diagnostic.of(IDLE, exception.place, message)
