"""Views of a text: what a reader reads, and what stands where in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from edition.text.blocks import Body, read_line
from edition.text.grammar import Place
from edition.text.runs import (
    Autolink,
    Block,
    Citation,
    Emendation,
    Emphasis,
    Entity,
    Escape,
    Link,
    NoteMark,
    Remark,
    Run,
    Span,
    Strong,
    Text,
)

HERE: Final = "\ue000"
"""Stands for an entry of the apparatus while the words around it are folded."""
REMARK_WORDS: Final = 5
"""Words before a remark that tell its place."""
AROUND: Final = 2
"""Words of context on each side of a reading; the first may be a part of the emended word."""
NEAR: Final = 400
"""Characters of context at most: a word may be as long as a line."""

Side = Literal["reading", "source"]


class Piece(NamedTuple):
    """Some characters of a text as read.

    Attributes:
        text: The characters.
        start: Where they are written.
        step: 1 if each has a place of its own, 0 if all come from one.
        lang: Language that a span gives them, or ``None``.
        is_address: Whether they are an address in angle brackets.
    """

    text: str
    start: int
    step: int
    lang: str | None
    is_address: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a reader reads it, white space as it is written.

    Attributes:
        text: What a reader reads.
        offsets: For each character, where it is written.
        languages: For each character, the language that a span gives it, or ``None``.
        addresses: For each character, whether it belongs to an address in angle brackets.
    """

    text: str
    offsets: tuple[int, ...]
    languages: tuple[str | None, ...]
    addresses: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An emendation or a remark, with the words that it is about.

    Attributes:
        run: The emendation or remark.
        lemma: What the edition reads; of a remark, the words that it follows.
        source: What the source reads; empty for a remark.
        text: The reason, or the remark.
    """

    run: Emendation | Remark
    lemma: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Something that leads somewhere.

    Attributes:
        start: Where the address, or the target of a cross-reference, is written.
        target: The address; of a cross-reference ``note-N`` or ``ref-N``.
        words: What a reader sees of it.
        run: The run.
    """

    start: int
    target: str
    words: str
    run: Span | Link | Autolink


def pieces(runs: Iterable[Run], lang: str | None = None, side: Side = "reading") -> Iterator[Piece]:
    """Yield the characters that a reader reads.

    Args:
        runs: The runs.
        lang: The language that they are said to be in.
        side: Which reading of an emendation is read: the edition's or the source's.
    """
    for run in runs:
        match run:
            case Text() | Citation():
                yield Piece(run.text, run.start, 1, lang, is_address=False)
            case Escape():
                yield Piece(run.character, run.start + 1, 1, lang, is_address=False)
            case Entity():
                yield Piece(run.character, run.start, 0, lang, is_address=False)
            case Autolink():
                yield Piece(run.text, run.text_start, 1, lang, is_address=True)
            case Emphasis() | Strong() | Link():
                yield from pieces(run.runs, lang, side)
            case Span():
                yield from pieces(run.runs, run.lang or lang, side)
            case Emendation():
                yield from pieces(run.reading if side == "reading" else run.source, lang, side)
            case NoteMark() | Remark():
                pass


def reading(runs: Iterable[Run]) -> Reading:
    """Return a text as a reader reads it, with the place of every character."""
    found = list(pieces(runs))
    return Reading(
        "".join(piece.text for piece in found),
        tuple(p.start + i * p.step for p in found for i in range(len(p.text))),
        tuple(piece.lang for piece in found for _ in piece.text),
        tuple(piece.is_address for piece in found for _ in piece.text),
    )


def reading_text(runs: Iterable[Run], side: Side = "reading") -> str:
    """Return a text as a reader reads it, white space folded; of emendations one of the sides."""
    return folded("".join(piece.text for piece in pieces(runs, side=side)))


def read_as(written: str, place: Place) -> str:
    """Return a text of one line as a reader reads it, white space folded.

    Args:
        written: The text as it is written.
        place: What kind of text it is.
    """
    return folded(written) if place == "plain" else reading_text(read_line(written, place).runs)


def folded(text: str) -> str:
    """Return a text with single spaces and none at its ends."""
    return " ".join(text.split())


def walk(runs: Iterable[Run], side: Side = "reading") -> Iterator[Run]:
    """Walk through runs and the runs inside of them, each before what it holds.

    Args:
        runs: The runs.
        side: Which reading of an emendation is walked through.
    """
    for run in runs:
        yield run
        if isinstance(run, Emphasis | Strong | Span | Link):
            yield from walk(run.runs, side)
        elif isinstance(run, Emendation):
            yield from walk(run.reading if side == "reading" else run.source, side)


def note_marks(runs: Iterable[Run]) -> tuple[NoteMark, ...]:
    """Return the marks of notes."""
    return tuple(run for run in walk(runs) if isinstance(run, NoteMark))


def citations(runs: Iterable[Run], style: str) -> tuple[Citation, ...]:
    """Return the marks of references in the style of an article; none in any other."""
    return tuple(r for r in walk(runs) if isinstance(r, Citation) and r.style == style)


def emendations(runs: Iterable[Run]) -> tuple[Emendation, ...]:
    """Return the emendations."""
    return tuple(run for run in walk(runs) if isinstance(run, Emendation))


def remarks(runs: Iterable[Run]) -> tuple[Remark, ...]:
    """Return the remarks."""
    return tuple(run for run in walk(runs) if isinstance(run, Remark))


def language_runs(runs: Iterable[Run]) -> tuple[Span, ...]:
    """Return the words that a span says to be in another language."""
    return tuple(run for run in walk(runs) if isinstance(run, Span) and run.lang is not None)


def links(runs: Iterable[Run]) -> tuple[LinkPlace, ...]:
    """Return what leads somewhere, marks of notes and references apart."""
    found: list[LinkPlace] = []
    for run in walk(runs):
        if isinstance(run, Link):
            found.append(LinkPlace(run.target_start, run.target, reading_text(run.runs), run))
        elif isinstance(run, Autolink):
            found.append(LinkPlace(run.start + 1, run.target, run.text, run))
        elif isinstance(run, Span) and run.to is not None:
            found.append(LinkPlace(run.start, run.to, reading_text(run.runs), run))
    return tuple(found)


def apparatus(runs: Sequence[Run]) -> tuple[Entry, ...]:
    """Return the emendations and remarks of a text with the words that they are about."""
    read = reading(runs)
    return tuple(_entry(run, read) for run in walk(runs) if isinstance(run, Emendation | Remark))


def _entry(run: Emendation | Remark, read: Reading) -> Entry:
    begins, ends = (bisect_left(read.offsets, at) for at in (run.start, run.end))
    near = read.text[max(begins - NEAR, 0) : begins], read.text[ends : ends + NEAR]
    around = folded(HERE.join(near))
    before, _, after = around.partition(HERE)
    if isinstance(run, Remark):
        return Entry(run, " ".join(before.split()[-REMARK_WORDS:]), "", run.text)
    left, right = before.split(" ")[-AROUND:], after.split(" ")[:AROUND]
    lemma, source = (
        folded(" ".join(left) + reading_text(form) + " ".join(right))
        for form in (run.reading, run.source)
    )
    return Entry(run, lemma, source, run.reason)


def rewritten(
    source: str, runs: Sequence[Run], start: int, end: int, rewrite: Callable[[Run], str | None]
) -> str:
    """Return a part of a text as Markdown, some of its runs written anew.

    Args:
        source: The text.
        runs: The runs of the part.
        start: Where the part begins.
        end: Where it ends.
        rewrite: Returns the new form of a run, or ``None`` to keep it and look into it.
    """
    made: list[str] = []
    at = start
    for run in runs:
        made.append(source[at : run.start])
        new = rewrite(run)
        if new is not None:
            made.append(new)
        elif isinstance(run, Emphasis | Strong | Span | Link):
            made.append(rewritten(source, run.runs, run.start, run.end, rewrite))
        else:
            made.append(source[run.start : run.end])
        at = run.end
    return "".join([*made, source[at:end]])


# --- of a whole body ------------------------------------------------------------


def blocks_of(body: Body, *kinds: str) -> tuple[Block, ...]:
    """Return the blocks of some kinds."""
    return tuple(block for block in body.blocks if block.kind in kinds)


def note_labels(body: Body) -> set[str]:
    """Return the labels of the notes."""
    return {block.label for block in blocks_of(body, "note")}


def paragraph_count(body: Body) -> int:
    """Return how many numbered paragraphs and items there are."""
    return max((block.number or 0 for block in body.blocks), default=0)
