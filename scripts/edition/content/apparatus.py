"""The critical apparatus: every emendation and remark of the edition, with its place.

An emendation is CriticMarkup with a reason, ``{~~source~>reading~~}{>>reason<<}``; a remark is
``{>>text<<}``. Both stand in the texts themselves; this module only lists them, in the order in
which a page shows them: text, notes, references. (What there is to say of a table is said by its
own ``remark``.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from edition.content.body import EMENDATION, REMARK, blocks, reading_text
from edition.content.model import Article, Edition
from edition.content.places import PlaceKind

CONTEXT_WORDS = 5
AROUND = 2
"""Words of context on each side of a reading; the first may be a part of the emended word."""
NEAR = 400
"""Characters of context at most: a word may be as long as a line."""
PATTERN = re.compile(f"{EMENDATION.pattern}|{REMARK.pattern}")
DIGITS = "".join(map(chr, range(0xE010, 0xE01A)))
NUMBERS = str.maketrans(DIGITS, "0123456789")
SPACES = re.compile(r"\s+")
OPENS, CLOSES = "\ue000", "\ue001"
PLACE = re.compile(f"(?P<side>[{OPENS}{CLOSES}])(?P<number>[{DIGITS}]+)")
"""Stands where an entry begins or ends, while the text is reduced to what a reader sees."""

EntryKind = Literal["emendation", "remark"]

SORTS: Final = ("sic", "name", "figure", "cross-reference", "contradiction", "remark")
"""Words with which a remark may begin, before a colon: what it is about."""


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
        sort: What a remark is about, one of :data:`SORTS`, or "".
        text: The reason, or the remark without its sort; in English.
    """

    kind: EntryKind
    anchor: str
    place: PlaceKind
    number: str
    lemma: str
    source: str
    sort: str
    text: str


def apparatus(article: Article) -> tuple[ApparatusEntry, ...]:
    """Return the emendations and remarks of an article in reading order."""
    text: list[ApparatusEntry] = []
    notes: list[ApparatusEntry] = []
    for block in blocks(article.body, article.body_line):
        if block.kind == "note":
            notes += _entries(block.text, f"fn-{block.label}", "note", block.label)
        elif block.number is not None:
            text += _entries(block.text, f"p{block.number}", "paragraph", str(block.number))
        else:
            text += _entries(block.text, "", "heading", "")
    references = [
        entry
        for reference in article.meta.references
        for entry in _entries(
            reference.text, f"ref-{reference.number}", "reference", str(reference.number)
        )
    ]
    return (*text, *notes, *references)


def count_apparatus(edition: Edition) -> tuple[int, int]:
    """Return the number of emendations and of remarks in the edition."""
    kinds = [entry.kind for article in edition.articles for entry in apparatus(article)]
    return kinds.count("emendation"), kinds.count("remark")


def _entries(markdown: str, anchor: str, place: PlaceKind, number: str) -> Iterator[ApparatusEntry]:
    matches = tuple(PATTERN.finditer(markdown))
    for match, (before, after) in zip(matches, _contexts(markdown, matches), strict=True):
        if match["remark"] is not None:
            lemma = " ".join(before.split()[-CONTEXT_WORDS:])
            sort, text = _sorted(match["remark"].strip())
            yield ApparatusEntry("remark", anchor, place, number, lemma, "", sort, text)
        else:
            lemma = _around(before, match["reading"], after)
            source = _around(before, match["source"], after)
            text = (match["reason"] or "").strip()
            yield ApparatusEntry("emendation", anchor, place, number, lemma, source, "", text)


def _contexts(markdown: str, matches: Sequence[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """Yield what a reader sees before and after each entry of a text, read once for all of them."""
    parts: list[str] = []
    here = 0
    for number, match in enumerate(matches):
        sign = "".join(DIGITS[int(digit)] for digit in str(number))
        parts += [markdown[here : match.start()], OPENS, sign, match["reading"] or "", CLOSES, sign]
        here = match.end()
    signed = reading_text("".join([*parts, markdown[here:]])) if matches else ""
    places: dict[tuple[str, str], int] = {}
    text = ""
    pieces: list[str] = []
    length = here = 0
    for place in PLACE.finditer(signed):
        pieces.append(signed[here : place.start()])
        length += place.start() - here
        here = place.end()
        places[place["side"], place["number"].translate(NUMBERS)] = length
    text = "".join([*pieces, signed[here:]])
    for number in range(len(matches)):
        start, end = places.get((OPENS, str(number)), 0), places.get((CLOSES, str(number)), 0)
        yield (
            SPACES.sub(" ", text[max(start - NEAR, 0) : start]),
            SPACES.sub(" ", text[end : end + NEAR]),
        )


def _sorted(remark: str) -> tuple[str, str]:
    """Return the sort of a remark, if it names one, and the rest."""
    sort, colon, text = remark.partition(": ")
    return (sort, text) if colon and sort in SORTS else ("", remark)


def _around(before: str, form: str, after: str) -> str:
    """Return a reading with the rest of the word it stands in and a word on each side."""
    left, right = before.split(" ")[-AROUND:], after.split(" ")[:AROUND]
    return " ".join((" ".join(left) + reading_text(form) + " ".join(right)).split())
