"""Inline Markdown to what a reader reads, each character with its place.

Gives the same text as :func:`edition.content.body.reading_text`, except that white space
stays as it is written, and remembers where every character came from, in which language
it stands, and what an editor has recorded about it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from edition.content import body

ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~^-])")
ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^>\s]+)>")
SPAN = re.compile(r"\[(?P<inner>(?:[^\[\]]|\[\^?\w+\])*)\]\{(?P<attributes>[^}]*)\}")
LANGUAGE = re.compile(r"\blang=[\"']?([A-Za-z-]+)")


@dataclass(frozen=True, slots=True)
class Emended:
    """An emendation; its places are where it is written in the file."""

    start: int
    end: int
    source: str
    reading: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remarked:
    """A remark; its places are where it is written in the file."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as read.

    Attributes:
        text: What a reader reads.
        offsets: For each character, where it is written in the file.
        languages: For each character, the language that a span gives it, or ``None``.
        addresses: For each character, whether it belongs to a marked-up address.
        emendations: What was emended.
        remarks: What was remarked on.
        marks: Where note marks are written, with their numbers.
    """

    text: str
    offsets: Sequence[int]
    languages: Sequence[str | None]
    addresses: Sequence[bool]
    emendations: tuple[Emended, ...] = ()
    remarks: tuple[Remarked, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()


@dataclass
class _Draft:
    """A text on its way from written to read."""

    text: str
    offsets: Sequence[int]
    languages: list[str | None]
    addresses: list[bool]

    def keep(self, pattern: re.Pattern[str], group: int | str | None = None) -> bool:
        """Replace every match by one of its groups, or by nothing; tell if there was any."""
        kept = [True] * len(self.text)
        for match in pattern.finditer(self.text):
            start, end = (0, 0) if group is None else match.span(group)
            for index in range(match.start(), match.end()):
                kept[index] = start <= index < end
        if all(kept):
            return False
        self.text = "".join(compress(self.text, kept))
        self.offsets = list(compress(self.offsets, kept))
        self.languages = list(compress(self.languages, kept))
        self.addresses = list(compress(self.addresses, kept))
        return True

    def written(self, match: re.Match[str]) -> tuple[int, int]:
        """Return where a match begins and ends in the file."""
        return self.offsets[match.start()], self.offsets[match.end() - 1] + 1

    def speak(self) -> None:
        """Give the text of each span the language of the span; an inner span knows better."""
        for match in SPAN.finditer(self.text):
            if language := LANGUAGE.search(match["attributes"]):
                for index in range(*match.span("inner")):
                    self.languages[index] = self.languages[index] or language[1]


def read(written: str, offsets: Sequence[int] | None = None) -> Reading:
    """Read inline Markdown.

    Args:
        written: The Markdown.
        offsets: For each of its characters, where it stands in its file.

    Returns:
        The text as read, with places.
    """
    size = len(written)
    draft = _Draft(
        written, range(size) if offsets is None else offsets, [None] * size, [False] * size
    )
    emendations = tuple(
        Emended(*draft.written(m), m["source"], m["reading"], (m["reason"] or "").strip())
        for m in body.EMENDATION.finditer(written)
    )
    draft.keep(body.EMENDATION, "reading")
    remarks = tuple(
        Remarked(*draft.written(m), m["remark"].strip()) for m in body.REMARK.finditer(draft.text)
    )
    draft.keep(body.REMARK)
    marks = tuple((draft.written(m)[0], m[1]) for m in body.NOTE_MARK.finditer(draft.text))
    draft.keep(body.NOTE_MARK)
    draft.speak()
    while draft.keep(SPAN, "inner"):
        draft.speak()
    draft.keep(body.EMPHASIS, 2)
    draft.keep(body.EMPHASIS, 2)
    draft.keep(ESCAPE, 1)
    for match in ADDRESS.finditer(draft.text):
        draft.addresses[slice(*match.span())] = [True] * len(match[0])
    draft.keep(ADDRESS, 1)
    return Reading(
        draft.text,
        tuple(draft.offsets),
        tuple(draft.languages),
        tuple(draft.addresses),
        emendations,
        remarks,
        marks,
    )
