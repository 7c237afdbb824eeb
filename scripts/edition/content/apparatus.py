"""The critical apparatus: every emendation and remark of the edition, with its place.

An emendation is CriticMarkup with a reason, ``{~~source~>reading~~}{>>reason<<}``; a remark is
``{>>text<<}``. Both stand in the texts themselves; this module only lists them, in the order in
which a page shows them: text, notes, references. (What there is to say of a table is said by its
own ``remark``.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from edition.content.model import Article, Edition
from edition.content.places import PlaceKind
from edition.text import views
from edition.text.blocks import read_line
from edition.text.runs import Remark, Run

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
    for block in article.text.blocks:
        if block.kind == "note":
            notes += _entries(block.runs, block.anchor, "note", block.label)
        elif block.number is not None:
            text += _entries(block.runs, block.anchor, "paragraph", str(block.number))
        else:
            text += _entries(block.runs, "", "heading", "")
    references = [
        entry
        for reference in article.meta.references
        for entry in _entries(
            read_line(reference.text, "reference").runs,
            f"ref-{reference.number}",
            "reference",
            str(reference.number),
        )
    ]
    return (*text, *notes, *references)


def count_apparatus(edition: Edition) -> tuple[int, int]:
    """Return the number of emendations and of remarks in the edition."""
    kinds = [entry.kind for article in edition.articles for entry in apparatus(article)]
    return kinds.count("emendation"), kinds.count("remark")


def _entries(
    runs: Sequence[Run], anchor: str, place: PlaceKind, number: str
) -> Iterator[ApparatusEntry]:
    for found in views.apparatus(runs):
        is_remark = isinstance(found.run, Remark)
        kind: EntryKind = "remark" if is_remark else "emendation"
        sort, text = _sorted(found.text) if is_remark else ("", found.text)
        yield ApparatusEntry(kind, anchor, place, number, found.lemma, found.source, sort, text)


def _sorted(remark: str) -> tuple[str, str]:
    """Return the sort of a remark, if it names one, and the rest."""
    sort, colon, text = remark.partition(": ")
    return (sort, text) if colon and sort in SORTS else ("", remark)
