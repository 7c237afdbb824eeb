"""Every text of an edition as the rules look at it: what is read, character by character.

Most rules do not care where a text comes from, only what it says, in which language, and whether it
is printed or supplied. The walk is :func:`edition.content.texts.edition_texts`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from edition.content.model import Edition
from edition.content.sources import Source, Sources
from edition.content.texts import EditionText, Kind, Origin, edition_texts
from edition.diagnostics import Location
from edition.text import views

QUOTATION: Final = "quotation"
"""Kind of a text that is words of another text: a passage that a table quotes."""
FORM: Final = "form"
"""Kind of a text that is a name as other texts print it, where dictionaries judge it."""

WORD = re.compile(r"(?<!\d)[^\W\d_]+(?:['’][^\W\d_]+)*")
ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|@|\w\.(?:kz|com|org|tj|ru|htm|html)\b)\S*")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
CYRILLIC = re.compile(r"[\u0400-\u052f]")

AFTER = r"[\]*_\"'”’»)]*(?:\{[^{}>]*\})?[.,:;!?]?\s?"
REMARK_FOLLOWS = re.compile(AFTER + r"\{>>")


@dataclass(frozen=True, slots=True)
class Emended:
    """An emendation; its places are where it is written in the file."""

    start: int
    end: int
    source: str
    reading: str
    reason: str


@dataclass(frozen=True)
class Passage:
    """A text of the edition.

    Attributes:
        entry: The text with its place.
    """

    entry: EditionText

    @property
    def source(self) -> Source:
        """The file that it stands in."""
        return self.entry.source

    @property
    def lang(self) -> str:
        """Its language."""
        return self.entry.lang

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.entry.kind

    @property
    def origin(self) -> Origin:
        """Whether the issue prints it or the edition supplies it."""
        return self.entry.origin

    @property
    def name(self) -> str:
        """What an editor calls it, e.g. ``ru.title``."""
        return self.entry.name

    @property
    def slug(self) -> str:
        """Article that it belongs to; empty for the masthead and the council."""
        return self.entry.slug

    @cached_property
    def reading(self) -> views.Reading:
        """The text as read; its places are those of the text."""
        return views.reading(self.entry.runs)

    @property
    def text(self) -> str:
        """What a reader reads."""
        return self.reading.text

    @cached_property
    def emendations(self) -> Sequence[Emended]:
        """What was emended."""
        return tuple(
            Emended(
                self.entry.offset(run.start),
                self.entry.offset(run.end - 1) + 1,
                run.source_text,
                run.reading_text,
                run.reason,
            )
            for run in views.emendations(self.entry.runs)
        )

    def at(self, index: int) -> Location:
        """Return the place of a character of the text."""
        return self.source.at(self.offset(index))

    @cached_property
    def offsets(self) -> Sequence[int]:
        """Where each character of the text is written in the file."""
        return tuple(self.entry.offset(at) for at in self.reading.offsets)

    def offset(self, index: int) -> int:
        """Return where a character of the text is written in the file."""
        if 0 <= index < len(self.offsets):
            return self.offsets[index]
        return self.offsets[-1] + 1 if self.offsets else 0

    def lang_at(self, index: int) -> str:
        """Return the language of a character of the text."""
        return self.reading.languages[index] or self.lang

    def is_address(self, index: int) -> bool:
        """Tell whether a character belongs to a marked-up address."""
        return self.reading.addresses[index]

    @cached_property
    def words(self) -> Sequence[tuple[re.Match[str], str]]:
        """Every word with its language; addresses have no words."""
        found: list[tuple[re.Match[str], str]] = []
        ends = {match.start(): match.end() for match in ADDRESS.finditer(self.text)}
        starts = list(ends)
        for match in WORD.finditer(self.text):
            index = match.start()
            before = bisect_right(starts, index)
            if self.is_address(index) or (before and index < ends[starts[before - 1]]):
                continue
            lang = self.lang_at(index)
            if lang.startswith("en") and CYRILLIC.match(match[0]):
                lang = "ru"
            elif lang == "ru" and LATIN.match(match[0]):
                lang = "en"
            found.append((match, lang))
        return found

    def is_remarked(self, start: int, end: int) -> bool:
        """Tell whether an editor has emended these characters or remarked on them."""
        first, last = self.offset(start), self.offset(end - 1)
        emendations = self.emendations
        before = bisect_right(emendations, last, key=lambda emendation: emendation.start)
        if before and first < emendations[before - 1].end:
            return True
        return REMARK_FOLLOWS.match(self.source.text, last + 1) is not None


def passages(edition: Edition, sources: Sources) -> Iterator[Passage]:
    """Walk through every text of an edition.

    Args:
        edition: The edition.
        sources: The files that it was loaded from.

    Yields:
        Printed and supplied texts in both languages, but for passages that tables quote from
        articles.
    """
    for text in edition_texts(edition, sources):
        if text.kind != QUOTATION:
            yield Passage(text)
