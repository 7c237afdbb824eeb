"""N1xx: notes, their marks and what they refer to."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content import body
from edition.content.model import Article
from edition.diagnostics import Location

SHORT_FORM = re.compile(r"\b(?:Ibid|Ibidem|Op\.?\s?cit|Idem|Ditto)\b|\bТам же\b|\bУказ\. соч\b")
LINKED = re.compile(r"\[[^\[\]]*\]\{[^{}]*\bto=")
SPACED_MARK = re.compile(r"(?<=\S)\s+\[\^[^\]\s]+\](?!:)")
ENDED = re.compile(r"[.?!…][\"'”’»)\]]*$")


def _definitions(article: Article) -> list[tuple[int, int]]:
    """Return number and line of every note that has a number."""
    lines = enumerate(article.body.split("\n"), start=article.body_line)
    found = [(body.NOTE_DEFINITION.match(line), number) for number, line in lines]
    return [(int(match[1]), line) for match, line in found if match and match[1].isdecimal()]


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
        for number, line in proof.lines(article):
            for mark in body.NOTE_MARK.finditer(body.visible(line)):
                if not mark[1].isdecimal() or int(mark[1]) in seen:
                    continue
                here = int(mark[1])
                if seen and here < max(seen):
                    message = f"the mark of note {here} comes after that of note {max(seen)}"
                    yield Found(Location(article.path, number, mark.start() + 1), message)
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
        numbers = sorted(_definitions(article))
        for expected, (number, line) in enumerate(numbers, start=1):
            if number != expected:
                message = f"note {number} where note {expected} would follow"
                yield Found(Location(article.path, line), message)
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
        for (before, _), (number, line) in pairwise(_definitions(article)):
            if number < before:
                place = Location(article.path, line)
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
        for block in proof.blocks(article):
            if block.kind != "note":
                continue
            ends = {match.start(): match.end() for match in LINKED.finditer(block.text)}
            starts = list(ends)
            for short in SHORT_FORM.finditer(block.text):
                before = bisect_right(starts, short.start())
                if not before or short.start() >= ends[starts[before - 1]]:
                    message = f"'{short[0]}' in note {block.label} leads nowhere"
                    yield Found(Location(article.path, block.line), message)


@rule(
    "N107",
    WARNING,
    "A short form refers to an earlier note, never to itself or a later one.",
    "Correct the number after 'to=note-'.",
)
def forward_reference(proof: Proof) -> Findings:
    """A cross-reference in a note leads back."""
    for article in proof.edition.articles:
        for block in proof.blocks(article):
            if block.kind != "note" or not block.label.isdecimal():
                continue
            for link in re.finditer(r"\bto=note-(\d+)", block.text):
                if int(link[1]) >= int(block.label):
                    message = f"note {block.label} refers to note {link[1]}"
                    yield Found(Location(article.path, block.line), message)


@rule(
    "N108",
    WARNING,
    "A mark belongs to the word before it and may not begin a line of its own.",
    "Delete the space before the mark.",
)
def spaced_mark(proof: Proof) -> Findings:
    """No space stands before a mark."""
    for article in proof.edition.articles:
        for number, line in proof.lines(article):
            for mark in SPACED_MARK.finditer(line):
                place = Location(article.path, number, mark.start() + 1)
                yield Found(place, f"a space stands before {mark[0].strip()}")


@rule(
    "N109",
    WARNING,
    "Notes stand together at the end of the file; one between paragraphs is easily lost.",
    "Move the note to the end of the file.",
)
def scattered_note(proof: Proof) -> Findings:
    """No paragraph follows a note."""
    for article in proof.edition.articles:
        for block, after in pairwise(proof.blocks(article)):
            if block.kind == "note" and after.kind != "note":
                message = f"note {block.label} stands before the end of the text"
                yield Found(Location(article.path, block.line), message)


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
        for block in proof.blocks(article):
            text = body.reading_text(block.text)
            if block.kind != "note" or SHORT_FORM.search(text):
                continue
            if text in seen:
                message = f"note {block.label} has the text of note {seen[text]}"
                yield Found(Location(article.path, block.line), message)
            seen.setdefault(text, block.label)
