"""What no text may have, wherever it stands: HTML, invisible characters, words of the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from edition.text import run_faults as bad
from edition.text.faults import Fault
from edition.text.grammar import Place
from edition.text.scan import AUTOLINK

TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
MARKER_WORDS: Final = re.compile(r"(?<!\\)\[TOC\]|///Footnotes Go Here///")
"""What extensions of Python-Markdown put a table of contents or the notes for."""
EXCERPT: Final = 20


def whole_faults(source: str, place: Place | None) -> Iterator[Fault]:
    """Find what a text may not have anywhere in it, remarks included.

    Args:
        source: The text.
        place: Kind of the text if it is one of one line, else ``None``.

    Yields:
        The faults. A plain text is no Markdown, and HTML in it is shown as it is written.
    """
    for match in INVISIBLE.finditer(source):
        name = f"U+{ord(match[0]):04X}"
        yield bad.CONTROL_CHARACTER.at(match.start(), match.end(), name)
    for match in re.finditer("\t", source):
        yield bad.TAB.at(match.start(), match.end())
    if place == "plain":
        return
    for match in TAG.finditer(source):
        if AUTOLINK.match(source, match.start()) is None:
            start = match.start()
            yield bad.RAW_HTML.at(start, start + 2, source[start : start + EXCERPT])
    for match in MARKER_WORDS.finditer(source):
        yield bad.MARKER_WORD.at(match.start(), match.end(), match[0])
    if place is not None:
        for match in re.finditer("\n", source):
            yield bad.NEWLINE.at(match.start(), match.end())
