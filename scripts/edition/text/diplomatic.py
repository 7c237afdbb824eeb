"""The diplomatic view: a text as the source has it.

What the edition adds is undone: an emendation gives the source's reading, a remark nothing, a span
its words, the mark of a note its raised figure. Asterisks stay, which a transcription has too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from edition.text.runs import (
    Autolink,
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
from edition.text.views import reading_text

SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
EMENDATION: Final = "emendation"
REMARK: Final = "remark"
NOTE_MARK: Final = "note mark"


@dataclass(frozen=True, slots=True)
class Undone:
    """A part of the diplomatic form that is not simply the text of the file.

    Attributes:
        start: Where it begins in the form.
        end: Where it ends; a remark is empty, and so is an insertion of the edition.
        name: What was undone: one of the names above, or of a style that the caller undoes.
        source: The source's reading of an emendation, as read.
        reading: The edition's reading, as read.
        reason: Reason of the emendation, or text of the remark.
    """

    start: int
    end: int
    name: str
    source: str = ""
    reading: str = ""
    reason: str = ""

    def shifted(self, by: int) -> Undone:
        """Return the same, moved by a number of characters."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Diplomatic:
    """A text in its diplomatic form.

    Attributes:
        text: The text as the source has it.
        offsets: For each character, where it is written.
        undone: What was undone, in order.
    """

    text: str
    offsets: tuple[int, ...]
    undone: tuple[Undone, ...]


@dataclass(slots=True)
class _Writer:
    """Collects characters, their places and what was undone."""

    characters: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    undone: list[Undone] = field(default_factory=list)
    spare: bool = False
    """Whether a space that comes now goes with the remark before it."""

    def copy(self, text: str, start: int, step: int = 1) -> None:
        skipped = int(self.spare and text.startswith(" "))
        self.spare = False
        self.characters.extend(text[skipped:])
        self.offsets.extend(start + i * step for i in range(skipped, len(text)))

    def write(self, runs: Iterable[Run]) -> None:
        for run in runs:
            match run:
                case Text() | Citation():
                    self.copy(run.text, run.start)
                case Escape():
                    self.copy(run.character, run.start + 1)
                case Entity():
                    self.copy(run.character, run.start, 0)
                case Autolink():
                    self.copy(run.target, run.start + 1)
                case Emphasis() | Strong():
                    self._starred(run, 1 if isinstance(run, Emphasis) else 2)
                case Span() | Link():
                    self.write(run.runs)
                case NoteMark() | Emendation() | Remark():
                    self._undo(run)

    def _undo(self, run: NoteMark | Emendation | Remark) -> None:
        here = len(self.characters)
        if isinstance(run, NoteMark):
            self.copy(superscript(run.label), run.start, 0)
            self.undone.append(Undone(here, len(self.characters), NOTE_MARK))
        elif isinstance(run, Emendation):
            self.write(run.source)
            texts = (reading_text(run.source), reading_text(run.reading), run.reason)
            self.undone.append(Undone(here, len(self.characters), EMENDATION, *texts))
        else:
            self.undone.append(Undone(here, here, REMARK, reason=run.text))
            self.spare = self.characters[-1:] in ([" "], [])

    def _starred(self, run: Emphasis | Strong, length: int) -> None:
        self.copy("*" * length, run.start)
        self.write(run.runs)
        self.copy("*" * length, run.end - length)


def diplomatic(runs: Iterable[Run]) -> Diplomatic:
    """Return the diplomatic form of a text."""
    writer = _Writer()
    writer.write(runs)
    return Diplomatic("".join(writer.characters), tuple(writer.offsets), tuple(writer.undone))


def superscript(label: str) -> str:
    """Return the label of a note as the source has it."""
    return label.translate(SUPERSCRIPTS)
