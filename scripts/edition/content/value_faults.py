"""Faults of values wherever they stand: what acts unseen, and what is too much."""

from __future__ import annotations

from collections.abc import Iterator

from edition.content.characters import character_faults
from edition.content.codes import ABOVE_LIMIT
from edition.content.sources import Sources
from edition.content.text_limits import text_faults
from edition.diagnostics import Diagnostic


def value_faults(sources: Sources) -> Iterator[Diagnostic]:
    """Find what no value of any file may have.

    Args:
        sources: Every content file.

    Yields:
        Characters that act unseen, and values that are too large or too deep.
    """
    for path in sorted(sources):
        source = sources[path]
        yield from character_faults(source)
        for key, value in source.scalars.items():
            for _, message in text_faults(value):
                yield Diagnostic.of(ABOVE_LIMIT, source.key(*key), message)
