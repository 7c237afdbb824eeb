"""Faults of what leads from one place of an article to another: notes, marks, cross-references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.content.codes import (
    DUPLICATE_NOTE,
    MARK_WITHOUT_NOTE,
    MARK_WITHOUT_REFERENCE,
    NOTE_LINK,
    NOTE_WITHOUT_MARK,
)
from edition.content.model import Article, Table
from edition.content.sources import Sources
from edition.content.texts import EditionText, texts_of
from edition.diagnostics import Diagnostic
from edition.text.runs import Block, Span
from edition.text.views import citations, links, note_marks


def mark_faults(
    article: Article, tables: Sequence[Table], sources: Sources, *, complete: bool = True
) -> Iterator[Diagnostic]:
    """Find marks and cross-references that lead nowhere, and notes to which none leads.

    Args:
        article: The article.
        tables: Its tables.
        sources: The files, for the places.
        complete: Whether all its texts could be read; else a note may have its mark in another.

    Yields:
        A diagnostic for each fault, with its line and column.
    """
    texts = list(texts_of((article, *tables), sources))
    notes = [b for b in article.text.blocks if b.kind == "note" and not b.goes_on]
    yield from _note_faults(article, notes, texts, complete=complete)
    yield from _link_faults(article, notes, texts)
    yield from _citation_faults(article, texts)


def _note_faults(
    article: Article, notes: Sequence[Block], texts: Sequence[EditionText], *, complete: bool
) -> Iterator[Diagnostic]:
    first: dict[str, Block] = {}
    for note in notes:
        if first.setdefault(note.label, note) is not note:
            line = article.at(first[note.label].start).line
            message = f"note {note.label} is defined twice (first on line {line})"
            yield Diagnostic.of(DUPLICATE_NOTE, article.at(note.start), message)
    marked: set[str] = set()
    for text in texts:
        for mark in note_marks(text.runs):
            marked.add(mark.label)
            if mark.label not in first:
                message = f"the mark [^{mark.label}] has no note"
                yield Diagnostic.of(MARK_WITHOUT_NOTE, text.location(mark.start), message)
    for label, note in first.items():
        if label not in marked and complete:
            message = f"note {label} has no mark in the text"
            yield Diagnostic.of(NOTE_WITHOUT_MARK, article.at(note.start), message)


def _link_faults(
    article: Article, notes: Sequence[Block], texts: Sequence[EditionText]
) -> Iterator[Diagnostic]:
    targets = {f"note-{note.label}" for note in notes}
    targets |= {f"ref-{reference.number}" for reference in article.meta.references}
    for text in texts:
        for link in links(text.runs):
            if isinstance(link.run, Span) and link.target not in targets:
                message = f"the target '{link.target}' is not there"
                yield Diagnostic.of(NOTE_LINK, text.location(link.start), message)


def _citation_faults(article: Article, texts: Sequence[EditionText]) -> Iterator[Diagnostic]:
    numbers = {reference.number for reference in article.meta.references}
    for text in texts:
        if text.block is None:
            continue  # a number in a caption or a cell may be any number
        for mark in citations(text.runs, article.meta.reference_style):
            if mark.number not in numbers:
                message = f"the reference mark {mark.text} has no entry in the list"
                yield Diagnostic.of(MARK_WITHOUT_REFERENCE, text.location(mark.start), message)
