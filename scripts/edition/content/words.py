"""The word list of an edition: ``articles/words.txt``.

One word to a line, sorted inside groups; a line ``# Names`` begins a group. A word that
stands here is correct although no dictionary has it. An edition without unusual words
needs no list.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from edition.content.codes import WRONG_VALUE
from edition.content.files import read_text
from edition.content.model import Word
from edition.content.sources import Source
from edition.diagnostics import Diagnostic, Location

WORDS: Final = "articles/words.txt"


def load_words(
    root: Path, diagnostics: list[Diagnostic], sources: dict[str, Source]
) -> tuple[Word, ...]:
    """Read the word list.

    Args:
        root: The edition's folder.
        diagnostics: Grows by what makes the file unusable.
        sources: Grows by the file.

    Returns:
        The words in the order of the file; none if there is no list.
    """
    if not os.path.lexists(root / WORDS):  # a link to nothing is a fault
        return ()
    text = read_text(root, WORDS, diagnostics)
    if text is None:
        return ()
    sources[WORDS] = Source(WORDS, text)
    words: list[Word] = []
    group = ""
    for number, line in enumerate(text.split("\n"), start=1):
        entry = line.strip()
        if entry.startswith("#"):
            group = entry.lstrip("# ")
        elif entry:
            try:
                words.append(Word(text=entry, group=group, line=number))
            except ValidationError as error:
                message = f"no word: {error.errors()[0]['msg'].removeprefix('Value error, ')}"
                diagnostics.append(Diagnostic.of(WRONG_VALUE, Location(WORDS, number), message))
    return tuple(words)
