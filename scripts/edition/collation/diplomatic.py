"""The diplomatic form: a text of the edition as the witness has it.

What the edition adds to the text is undone: an emendation gives the reading of its
source, a remark nothing, a span its words, a note mark its superscript figure. Each
character remembers where it stands in the file, and what was undone is kept as spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from edition.content.body import EMENDATION, NOTE_MARK, REMARK, SPAN

NOTE_MARK_STYLE = "note mark"
CAPITALS_STYLE = "capitals"
EMENDATION_SPAN = "emendation"
REMARK_SPAN = "remark"

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SPECIAL = re.compile(r"[\\{\[&<]")
ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+)>")
LITERAL = re.compile(rf"\\([\\`*_{{}}\[\]()#+.!<>~^$-])|{ADDRESS.pattern}")
"""An escaped sign, or a web address: what stands in the marks is meant as it is."""
ENTITY = re.compile(r"&(lt|gt|amp);")
ENTITIES = {"lt": "<", "gt": ">", "amp": "&"}


@dataclass(frozen=True, slots=True)
class Span:
    """A run of the diplomatic form that is not simply the text of the file.

    Attributes:
        start: Where it begins.
        end: Where it ends; an insertion and a remark are empty.
        name: ``emendation``, ``remark`` or the name of a permitted style.
        source: Reading of the source, as it stands in an emendation.
        reading: Reading of the edition.
        reason: Reason of the emendation, or text of the remark.
    """

    start: int
    end: int
    name: str
    source: str = ""
    reading: str = ""
    reason: str = ""

    def shifted(self, by: int) -> Span:
        """Return the span moved by a number of characters."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Diplomatic:
    """A text in its diplomatic form.

    Attributes:
        text: The text as the witness has it.
        offsets: For each character, its offset in the Markdown.
        spans: What was undone, in order.
    """

    text: str
    offsets: Sequence[int]
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Writer:
    """Collects characters, their offsets and the spans."""

    characters: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def copy(self, text: str, start: int) -> None:
        """Add characters that stand in the file as they are."""
        self.characters.extend(text)
        self.offsets.extend(range(start, start + len(text)))

    def put(self, text: str, start: int) -> None:
        """Add characters that all come from one place of the file."""
        self.characters.extend(text)
        self.offsets.extend([start] * len(text))


def diplomatic(markdown: str) -> Diplomatic:
    """Return the diplomatic form of inline Markdown.

    Args:
        markdown: A paragraph, or any other text that may hold inline markup.

    Returns:
        The text with its map; emphasis stays as asterisks, which the witness has too.
    """
    if SPECIAL.search(markdown) is None:
        return Diplomatic(markdown, range(len(markdown)))
    writer = _Writer()
    _write(writer, markdown, 0, len(markdown))
    return Diplomatic("".join(writer.characters), writer.offsets, tuple(writer.spans))


def capitals(form: Diplomatic) -> Diplomatic:
    """Return a form in capitals, as the witness has the headings of class ``caps``."""
    characters: list[str] = []
    offsets: list[int] = []
    spans = list(form.spans)
    for character, offset in zip(form.text, form.offsets, strict=True):
        upper = character.upper()
        if upper != character:
            spans.append(Span(len(characters), len(characters) + len(upper), CAPITALS_STYLE))
        characters.extend(upper)
        offsets.extend([offset] * len(upper))
    return Diplomatic("".join(characters), offsets, tuple(spans))


def superscript(label: str) -> str:
    """Return the label of a note as the witness has it."""
    return label.translate(SUPERSCRIPTS)


def _write(writer: _Writer, text: str, start: int, end: int) -> None:
    while start < end:
        special = SPECIAL.search(text, start, end)
        stop = special.start() if special else end
        writer.copy(text[start:stop], start)
        start = stop if special is None else _write_markup(writer, text, stop, end)


def _write_markup(writer: _Writer, text: str, at: int, end: int) -> int:
    """Write what begins at a special character and return where it ends."""
    if match := EMENDATION.match(text, at, end):
        _write_emendation(writer, text, match)
    elif match := REMARK.match(text, at, end):
        here = len(writer.characters)
        writer.spans.append(Span(here, here, REMARK_SPAN, reason=match["remark"].strip()))
        return match.end() + _spare_space(writer, text, match.end())
    elif match := NOTE_MARK.match(text, at, end):
        here = len(writer.characters)
        writer.put(superscript(match[1]), at)
        writer.spans.append(Span(here, len(writer.characters), NOTE_MARK_STYLE))
    elif match := SPAN.match(text, at, end):
        _write(writer, text, match.start(1), match.end(1))
    elif match := LITERAL.match(text, at, end):
        inner = match.lastindex or 0
        writer.copy(match[inner], match.start(inner))
    elif match := ENTITY.match(text, at, end):
        writer.put(ENTITIES[match[1]], at)
    else:
        writer.copy(text[at], at)
        return at + 1
    return match.end()


def _write_emendation(writer: _Writer, text: str, match: re.Match[str]) -> None:
    here = len(writer.characters)
    _write(writer, text, match.start("source"), match.end("source"))
    span = Span(
        here,
        len(writer.characters),
        EMENDATION_SPAN,
        source=match["source"],
        reading=match["reading"],
        reason=(match["reason"] or "").strip(),
    )
    writer.spans.append(span)


def _spare_space(writer: _Writer, text: str, end: int) -> int:
    """Return 1 if a remark stood between two spaces, one of which goes with it."""
    before = writer.characters[-1:] in ([" "], [])
    return int(before and text[end : end + 1] == " ")
