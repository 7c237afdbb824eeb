"""Faults of values wherever they stand: what acts unseen, and what no reader would see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from edition.content.characters import character_faults
from edition.content.codes import ABOVE_LIMIT, MISPLACED_EMENDATION
from edition.content.sources import Path, Sources
from edition.content.text_limits import text_faults
from edition.diagnostics import Code, Diagnostic

APPARATUS: Final = re.compile(r"\{~~|~~\}|\{>>|<<\}")
"""The signs of emendations and remarks."""

FOR_EDITORS: Final = {"exceptions", "figures"}
"""Keys whose values quote the files and are shown to no reader."""


def value_faults(sources: Sources) -> Iterator[Diagnostic]:
    """Find what no value of any file may have.

    Args:
        sources: Every content file.

    Yields:
        Characters that act unseen; emendations and remarks outside of texts, notes and references.
    """
    for path in sorted(sources):
        source = sources[path]
        yield from character_faults(source)
        for key, value in source.scalars.items():
            for _, message in text_faults(value):
                yield Diagnostic.of(ABOVE_LIMIT, source.key(*key), message)
            if APPARATUS.search(value) and not _has_apparatus(key):
                for _, code, message in misplaced(value):
                    yield Diagnostic.of(code, source.key(*key), message)


def _has_apparatus(key: Path) -> bool:
    """Tell whether a value may have emendations and remarks: a reference, or words of the file."""
    return bool(FOR_EDITORS & set(key)) or (key[:1] == ("references",) and key[-1] == "text")


def misplaced(text: str) -> Iterator[tuple[int, Code, str]]:
    """Find an emendation or remark where there is no apparatus.

    Args:
        text: A text that no list of emendations looks into.

    Yields:
        The offset of the first one, its code and a message.
    """
    if found := APPARATUS.search(text):
        message = f"'{found[0]}': an emendation or remark stands where no list shows it"
        yield found.start(), MISPLACED_EMENDATION, message
