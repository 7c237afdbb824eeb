"""The whole comparison: parts in the order of the print, then every float."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from statistics import median
from typing import Final

from edition.collation.articles import article_floats, article_part
from edition.collation.blocks import Part
from edition.collation.compare import Comparison
from edition.collation.findings import Reporter
from edition.collation.floats import FloatFinder, Run
from edition.collation.front import front_parts
from edition.collation.permitted import BLANK_LINE, CODES, MOVED, SAME
from edition.collation.result import Collation
from edition.collation.streams import EditionStream, tokenize
from edition.collation.tables import table_floats
from edition.collation.witness import Witness
from edition.content.load import Loaded
from edition.content.model import Edition
from edition.content.sources import Sources

TEXT_FILE: Final = re.compile(r"articles/[^/]+\.md|tables/[^/]+\.csv")
RUN: Final = 3
"""How many words make the longest run by which a part is found in the witness."""


def collate(edition: Edition, witness: Witness, sources: Sources | None = None) -> Collation:
    """Compare an edition with its witness.

    Args:
        edition: The edition.
        witness: The transcription it was made from.
        sources: The files of the edition, for the places of findings.

    Returns:
        The account of every character of the witness, and every finding.
    """
    sequence = [*front_parts(edition), *(article_part(a) for a in edition.articles)]
    floats = list(
        chain(
            chain.from_iterable(article_floats(article) for article in edition.articles),
            table_floats(edition),
        )
    )
    stream = EditionStream(in_print_order(sequence, witness))
    claims = FloatFinder(floats, stream).claim(witness)
    ledger = open_ledger(witness)
    reporter = Reporter(witness, sources or {})
    comparisons = [Comparison(claims.rest, stream, ledger, SAME, reporter)]
    for part, lines in zip(floats, claims.lines, strict=True):
        comparisons.append(Comparison(lines, EditionStream([part]), ledger, MOVED, reporter))
    return Collation(witness, bytes(ledger), tuple(comparisons), reporter)


def usable(loaded: Loaded) -> Edition:
    """Return an edition whose every article and table could be read.

    Args:
        loaded: What loading gave; other faults, like a mark without its note, may be in it.

    Returns:
        The edition.

    Raises:
        ContentError: If a file is missing from it, which would look like lost text.
    """
    edition = loaded.edition
    if edition is None:
        return loaded.unwrap()
    have = {article.path for article in edition.articles}
    have |= {table.csv_path for table in edition.tables}
    files = {path for path in loaded.sources if TEXT_FILE.fullmatch(path)}
    return edition if files <= have else loaded.unwrap()


def open_ledger(witness: Witness) -> bytearray:
    """Return a ledger that knows only line breaks: those of lines, and blank lines."""
    ledger = bytearray(len(witness.text))
    for line in witness.lines:
        if line.end < len(witness.text):
            ledger[line.end] = CODES[SAME.name]
    for start, end in witness.blank:
        ledger[start:end] = bytes([CODES[BLANK_LINE.name]]) * (end - start)
    return ledger


def in_print_order(parts: Sequence[Part], witness: Witness) -> list[Part]:
    """Put parts into the order in which the witness has them.

    Args:
        parts: The parts in any order.
        witness: The witness.

    Returns:
        The parts by the place of the words that only they have; one that is not found
        stays behind the part before it.
    """
    words = [token.text for line in witness.lines for token in line.tokens]
    found: dict[int, float] = {}
    for size in range(1, RUN + 1):
        found |= _places(parts, words, size)
    keys: list[float] = []
    for index in range(len(parts)):
        keys.append(found.get(index, keys[-1] if keys else 0))
    return [part for _, part in sorted(zip(keys, parts, strict=True), key=lambda p: p[0])]


def _places(parts: Sequence[Part], words: Sequence[str], size: int) -> dict[int, float]:
    """Return where parts are by the runs of a length that only they have."""
    owners: dict[Run, int] = {}
    for index, part in enumerate(parts):
        own = [token.text for block in part.blocks for token in tokenize(block.text)]
        for run in _runs(own, size):
            owners[run] = index if owners.get(run, index) == index else -1
    found: dict[int, list[int]] = defaultdict(list)
    for at, run in enumerate(_runs(words, size)):
        owner = owners.get(run, -1)
        if owner >= 0:
            found[owner].append(at)
    return {index: median(places) for index, places in found.items()}


def _runs(words: Sequence[str], size: int) -> Iterator[Run]:
    return (tuple(words[at : at + size]) for at in range(len(words) - size + 1))
