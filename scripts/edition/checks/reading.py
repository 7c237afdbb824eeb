"""Inline Markdown to what a reader reads, each character with its place.

Gives the same text as :func:`edition.content.body.reading_text`, except that white space
stays as it is written, and remembers where every character came from, in which language
it stands, and what an editor has recorded about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

from edition.content import body
from edition.content.nesting import Marked, emphases, spans

ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~^-])")
ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+)>")
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

    def keep(self, pattern: re.Pattern[str], group: int | str | None = None) -> None:
        """Replace every match by one of its groups, or by nothing."""
        matches = pattern.finditer(self.text)
        if group is None:
            self.drop(match.span() for match in matches)
        else:
            self.unmark(Marked(m.start(), *m.span(group), m.end()) for m in matches)

    def unmark(self, marked: Iterable[Marked]) -> None:
        """Take the marks of these stretches away."""
        self.drop(cut for m in marked for cut in ((m.start, m.first), (m.last, m.end)))

    def drop(self, cuts: Iterable[tuple[int, int]]) -> None:
        """Take these stretches away."""
        kept = bytearray(b"\1" * len(self.text))
        for start, end in cuts:
            kept[start:end] = bytes(end - start)
        if all(kept):
            return
        self.text = "".join(compress(self.text, kept))
        self.offsets = list(compress(self.offsets, kept))
        self.languages = list(compress(self.languages, kept))
        self.addresses = list(compress(self.addresses, kept))

    def written(self, match: re.Match[str]) -> tuple[int, int]:
        """Return where a match begins and ends in the file."""
        return self.offsets[match.start()], self.offsets[match.end() - 1] + 1

    def speak(self, marked: Iterable[Marked]) -> None:
        """Give the text of each span the language of the span; an inner span knows better."""
        edges: list[tuple[int, int, str | None]] = []
        for span in marked:
            language = LANGUAGE.search(self.text, span.last, span.end)
            edges.append((span.first, 0, language[1] if language else None))
            edges.append((span.last, 1, None))
        spoken: list[str | None] = [None]
        here = 0
        for place, ends, language_here in sorted(edges, key=lambda edge: edge[:2]):
            if spoken[-1] is not None:
                self.languages[here:place] = [spoken[-1]] * (place - here)
            here = place
            if ends:
                spoken.pop()
            else:
                spoken.append(language_here or spoken[-1])


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
    found = tuple(spans(draft.text))
    draft.speak(found)
    draft.unmark(found)
    for _ in range(2):
        draft.unmark(emphases(draft.text))
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
