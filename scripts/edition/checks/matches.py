"""Where a pattern matches in what is read or written, and how a finding shows the match."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.checks.passages import Passage
from edition.checks.proof import Proof
from edition.content.sources import Source


def in_texts(proof: Proof, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield every match of a pattern in what is read, except in addresses and remarked places."""
    for passage in proof.passages:
        for match in pattern.finditer(passage.text):
            if not passage.is_address(match.start()) and not passage.is_remarked(*match.span()):
                yield passage, match


def in_files(proof: Proof, pattern: re.Pattern[str]) -> Iterator[tuple[Source, re.Match[str]]]:
    """Yield every match of a pattern in what is written, file by file."""
    for path in sorted(proof.sources):
        source = proof.sources[path]
        for match in pattern.finditer(source.text):
            yield source, match


def around(passage: Passage, match: re.Match[str], width: int = 12) -> str:
    """Return a few characters around a match, cut at words where that is possible."""
    start, end = max(match.start() - width, 0), match.end() + width
    before, after = passage.text[start : match.start()], passage.text[match.end() : end]
    if start and " " in before:
        before = before.split(" ", 1)[1]
    if end < len(passage.text) and " " in after:
        after = after.rsplit(" ", 1)[0]
    return f"{before}{match[0]}{after}"
