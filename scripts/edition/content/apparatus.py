"""The critical apparatus: every emendation and remark of the edition, with its place.

An emendation is CriticMarkup with a reason, ``{~~source~>reading~~}{>>reason<<}``; a remark is
``{>>text<<}``. Both stand in the texts themselves; this module only lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from edition.content.body import EMENDATION, REMARK, blocks, reading_text
from edition.content.model import Article, Edition

CONTEXT_WORDS = 5

EntryKind = Literal["emendation", "remark"]


@dataclass(frozen=True, slots=True)
class ApparatusEntry:
    """One emendation or remark.

    Attributes:
        kind: Which of the two.
        anchor: Id of the element on the article's page that holds the place.
        place: Kind of that element: paragraph, note, reference or heading.
        number: Its number, or "" for a heading.
        lemma: What the edition reads; of a remark, the words that it follows.
        source: What the source reads; empty for a remark.
        text: The reason, or the remark.
    """

    kind: EntryKind
    anchor: str
    place: Literal["paragraph", "note", "reference", "heading"]
    number: str
    lemma: str
    source: str
    text: str


def apparatus(article: Article) -> tuple[ApparatusEntry, ...]:
    """Return the emendations and remarks of an article in reading order."""
    entries: list[ApparatusEntry] = []
    for block in blocks(article.body, article.body_line):
        if block.number is not None:
            where = (f"p{block.number}", "paragraph", str(block.number))
        elif block.kind == "note":
            where = (f"fn-{block.label}", "note", block.label)
        else:
            where = ("", "heading", "")
        entries += _entries(block.text, *where)  # type: ignore[arg-type]
    for reference in article.meta.references:
        number = str(reference.number)
        entries += _entries(reference.text, f"ref-{number}", "reference", number)
    return tuple(entries)


def count_apparatus(edition: Edition) -> tuple[int, int]:
    """Return the number of emendations and of remarks in the edition."""
    kinds = [entry.kind for article in edition.articles for entry in apparatus(article)]
    return kinds.count("emendation"), kinds.count("remark")


def _entries(
    markdown: str,
    anchor: str,
    place: Literal["paragraph", "note", "reference", "heading"],
    number: str,
) -> Iterator[ApparatusEntry]:
    pattern = re.compile(f"{EMENDATION.pattern}|{REMARK.pattern}")
    for match in pattern.finditer(markdown):
        if match["remark"] is not None:
            lemma = _words_before(markdown[: match.start()])
            text = match["remark"].strip()
            yield ApparatusEntry("remark", anchor, place, number, lemma, "", text)
        else:
            lemma = _around(markdown, match, match["reading"])
            source = _around(markdown, match, match["source"])
            text = (match["reason"] or "").strip()
            yield ApparatusEntry("emendation", anchor, place, number, lemma, source, text)


def _words_before(markdown: str) -> str:
    words = reading_text(markdown).split(" ")
    return " ".join(words[-CONTEXT_WORDS:])


def _around(markdown: str, match: re.Match[str], form: str) -> str:
    """Return a reading with the rest of the word it stands in and a word on each side."""
    before = re.split(r"\s", markdown[: match.start()])[-2:]
    after = re.split(r"\s", markdown[match.end() :])[:2]
    return reading_text(" ".join(before) + form + " ".join(after))
