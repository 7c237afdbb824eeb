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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

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


LONG: Final = 2_000
"""Characters of a value that is looked at by itself: all others are near the words they have."""

Place = tuple[int, int]
"""Where what a finding is about begins and ends: a character, a value, or a whole line."""


class OfKind:
    """The findings of one kind in one file, each with the words that stand at its place.

    An exception looks for its words in the file once, and then only at the findings near them: many
    exceptions and many findings cost no more than each of them.
    """

    def __init__(self, source: Source, found: Iterable[tuple[int, Diagnostic]]) -> None:
        """Sort findings by their places.

        Args:
            source: The file.
            found: The findings with their numbers.
        """
        self._source = source
        self._at: dict[Place, list[int]] = {}
        for number, diagnostic in found:
            offset = source.offset(diagnostic.location)
            place = offset, _end(source, diagnostic.location, offset)
            self._at.setdefault(place, []).append(number)
        self._short = sorted(place for place in self._at if place[1] - place[0] <= LONG)
        self._long = [place for place in self._at if place[1] - place[0] > LONG]
        self._known: dict[str | None, Iterable[Place]] = {None: self._at}

    def covered(self, text: str | None, span: tuple[int, int] | None) -> Iterator[int]:
        """Yield the numbers of the findings that an exception covers.

        Args:
            text: The words that it quotes; all findings are meant without them.
            span: Part of the file that it can cover; ``None`` is the whole.
        """
        if text not in self._known:
            self._known[text] = set(self._quoting(text or ""))
        for place in self._known[text]:
            if span is None or span[0] <= place[0] < span[1]:
                yield from self._at[place]

    def _quoting(self, text: str) -> Iterator[Place]:
        words = r"\s+".join(map(re.escape, text.split()))
        spans = [match.span() for match in re.finditer(words, self._source.text)]
        few = len(spans) < len(self._short)
        for start, end in spans if few else ():
            first = bisect_left(self._short, (start - LONG, 0))
            near = self._short[first : bisect_left(self._short, (end, 0))]
            yield from (place for place in near if start < place[1])
        for place in self._long if few else (*self._short, *self._long):
            before = bisect_left(spans, place[1], key=lambda span: span[0])
            if before > 0 and place[0] < spans[before - 1][1]:
                yield place


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
    diagnostics = tuple(diagnostics)
    exceptions = list(standing(proof))
    covered: dict[int, str] = {}
    used: set[int] = set()
    kinds = _kinds(proof, diagnostics)
    told: dict[tuple[object, ...], bool] = {}
    for number, exception in enumerate(exceptions):
        code, text = exception.exemption.code, exception.exemption.text
        key = (code, text, exception.span, *(source.path for source in exception.files))
        if key not in told:  # the first of several that say the same gives the reason
            found = _covered(exception, kinds)
            told[key] = bool(found)
            for finding in found:
                covered.setdefault(finding, exception.exemption.reason)
        if told[key]:
            used.add(number)
    left = [found for number, found in enumerate(diagnostics) if number not in covered]
    excepted = [Excepted(diagnostics[number], covered[number]) for number in sorted(covered)]
    for number, exception in enumerate(exceptions):
        if number not in used:
            left.extend(_fault(exception, asked, complete=proof.complete))
    return left, excepted


def _kinds(proof: Proof, diagnostics: Sequence[Diagnostic]) -> Mapping[tuple[str, str], OfKind]:
    """Return the findings that can be excepted, by their codes and files."""
    kinds: dict[tuple[str, str], list[tuple[int, Diagnostic]]] = {}
    for number, diagnostic in enumerate(diagnostics):
        if diagnostic.severity < Severity.ERROR and diagnostic.location.path in proof.sources:
            kinds.setdefault((diagnostic.code, diagnostic.location.path), []).append(
                (number, diagnostic)
            )
    return {kind: OfKind(proof.sources[kind[1]], found) for kind, found in kinds.items()}


def _covered(exception: Standing, kinds: Mapping[tuple[str, str], OfKind]) -> list[int]:
    """Return the numbers of the findings that an exception covers."""
    found: list[int] = []
    for number, source in enumerate(exception.files):
        kind = kinds.get((exception.exemption.code, source.path))
        if kind is not None:
            span = exception.span if number == 0 else None
            found += kind.covered(exception.exemption.text, span)
    return found


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
