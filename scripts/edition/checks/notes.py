"""N1xx: notes, their marks and what they refer to."""

from __future__ import annotations

import re
from itertools import pairwise

from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.model import Article
from edition.diagnostics import Location
from edition.text.runs import Block, Span
from edition.text.views import blocks_of, links, note_marks, reading, reading_text

SHORT_FORM = re.compile(r"\b(?:Ibid|Ibidem|Op\.?\s?cit|Idem|Ditto)\b|\bТам же\b|\bУказ\. соч\b")
ENDED = re.compile(r"[.?!…][\"'”’»)\]]*$")


def _numbered(article: Article) -> list[tuple[int, Location]]:
    """Return number and place of every note that has a number."""
    notes = [note for note in blocks_of(article.text, "note") if not note.goes_on]
    return [(int(n.label), article.at(n.start)) for n in notes if n.label.isdecimal()]


@rule(
    "N101",
    WARNING,
    "The marks of the notes come in the order of their numbers, as in print.",
    "Look whether two marks or two notes have changed places.",
)
def mark_order(proof: Proof) -> Findings:
    """The first marks of the notes count upward."""
    for article in proof.edition.articles:
        seen: list[int] = []
        for mark in (mark for block in article.text.blocks for mark in note_marks(block.runs)):
            if not mark.label.isdecimal() or (here := int(mark.label)) in seen:
                continue
            if seen and here < max(seen):
                message = f"the mark of note {here} comes after that of note {max(seen)}"
                yield Found(article.at(mark.start), message)
            seen.append(here)


@rule(
    "N102",
    WARNING,
    "Notes are numbered without gaps; a gap is a lost note.",
    "Find the note in the print, or correct the number.",
)
def note_gaps(proof: Proof) -> Findings:
    """Notes are numbered 1, 2, 3."""
    for article in proof.edition.articles:
        for expected, (number, place) in enumerate(sorted(_numbered(article)), start=1):
            if number != expected:
                yield Found(place, f"note {number} where note {expected} would follow")
                break


@rule(
    "N103",
    WARNING,
    "Notes stand in the file in the order of their numbers, so that an editor finds them.",
    "Move the note to its place.",
)
def definition_order(proof: Proof) -> Findings:
    """Notes are defined in their order."""
    for article in proof.edition.articles:
        for (before, _), (number, place) in pairwise(_numbered(article)):
            if number < before:
                yield Found(place, f"note {number} stands after note {before}")


@rule(
    "N105",
    INFO,
    "A note without a stop at its end may have lost its last words.",
    "Look at the print; otherwise it stays as printed.",
)
def open_note(proof: Proof) -> Findings:
    """A note ends with a stop."""
    for article in proof.edition.articles:
        for passage in proof.passages_of(article, "note"):
            text = passage.text.rstrip()
            if text and not ENDED.search(text):
                words = " ".join(text.split()[-3:])
                yield Found(passage.at(len(text) - 1), f"{passage.name} ends with '{words}'")


@rule(
    "N106",
    INFO,
    "'Ibid.' and 'Op. cit.' help readers only if they lead to what they mean.",
    "Write [*Ibid.*]{to=note-N} where the meaning is certain.",
)
def unlinked_short_form(proof: Proof) -> Findings:
    """A short form in a note is linked."""
    for article in proof.edition.articles:
        for note in blocks_of(article.text, "note"):
            read, linked = reading(note.runs), _cross_references(note)
            for short in SHORT_FORM.finditer(read.text):
                at = read.offsets[short.start()]
                if not any(link.start <= at < link.end for link in linked):
                    message = f"'{short[0]}' in note {note.label} leads nowhere"
                    yield Found(article.at(note.start), message)


def _cross_references(note: Block) -> list[Span]:
    return [link.run for link in links(note.runs) if isinstance(link.run, Span)]


@rule(
    "N107",
    WARNING,
    "A short form refers to an earlier note, never to itself or a later one.",
    "Correct the number after 'to=note-'.",
)
def forward_reference(proof: Proof) -> Findings:
    """A cross-reference in a note leads back."""
    for article in proof.edition.articles:
        for note in blocks_of(article.text, "note"):
            for link in _cross_references(note):
                kind, _, label = (link.to or "").partition("-")
                numbers = kind == "note" and label.isdecimal() and note.label.isdecimal()
                if numbers and int(label) >= int(note.label):
                    message = f"note {note.label} refers to note {label}"
                    yield Found(article.at(note.start), message)


@rule(
    "N108",
    WARNING,
    "A mark belongs to the word before it and may not begin a line of its own.",
    "Delete the space before the mark.",
)
def spaced_mark(proof: Proof) -> Findings:
    """No space stands before a mark."""
    for article in proof.edition.articles:
        for block in article.text.blocks:
            for mark in note_marks(block.runs):
                before = article.body[block.text_start : mark.start]
                end = block.text_start + len(before.rstrip())
                if block.text_start < end < mark.start:
                    message = f"a space stands before [^{mark.label}]"
                    yield Found(article.at(end), message)


@rule(
    "N109",
    WARNING,
    "Notes stand together at the end of the file; one between paragraphs is easily lost.",
    "Move the note to the end of the file.",
)
def scattered_note(proof: Proof) -> Findings:
    """No paragraph follows a note."""
    for article in proof.edition.articles:
        for block, after in pairwise(article.text.blocks):
            if block.kind == "note" and after.kind != "note":
                message = f"note {block.label} stands before the end of the text"
                yield Found(article.at(block.start), message)


@rule(
    "N110",
    INFO,
    "A note that is printed twice word for word may be one note transcribed twice.",
    "Look at the print; otherwise it stays as printed.",
)
def same_note(proof: Proof) -> Findings:
    """No two notes have the same text."""
    for article in proof.edition.articles:
        seen: dict[str, str] = {}
        for note in blocks_of(article.text, "note"):
            text = reading_text(note.runs)
            if SHORT_FORM.search(text):
                continue
            if text in seen:
                message = f"note {note.label} has the text of note {seen[text]}"
                yield Found(article.at(note.start), message)
            seen.setdefault(text, note.label)
