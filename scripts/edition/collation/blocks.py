"""What the edition prints, cut into blocks that know where they come from.

A block is a paragraph, a heading, a line of the masthead, a row of a table ...; it is
made of fragments, each of which comes from one value of one content file. Blocks in
print order make a part; what may stand anywhere (a note, a table) makes a float.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from edition.content.sources import Sources
from edition.diagnostics import Location
from edition.text.blocks import read_line
from edition.text.diplomatic import Diplomatic, Undone, diplomatic
from edition.text.grammar import Place

Kind = Literal[
    "line",  # a printed line of the masthead or the contents
    "member",  # the name of a member of the council
    "office",  # what the member is
    "title",
    "byline",
    "affiliation",
    "abstract",
    "heading",
    "paragraph",
    "item",
    "separator",
    "note",
    "reference",
    "caption",
    "row",
    "foot",  # note or source of a table
]
Key = str | int


class Origin(Protocol):
    """What a fragment comes from, and how its places are found."""

    def location(self, offset: int, sources: Sources) -> Location:
        """Return the place of a character.

        Args:
            offset: Where it stands in the origin.
            sources: The files of the edition; without them only the text of an article has lines.
        """


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text from one origin.

    Attributes:
        text: Its diplomatic form.
        offsets: For each character, its offset in the origin.
        origin: Where it comes from.
        undone: Emendations, remarks and styles in it.
    """

    text: str
    offsets: Sequence[int]
    origin: Origin
    undone: tuple[Undone, ...] = ()

    @classmethod
    def of(cls, form: Diplomatic, origin: Origin) -> Fragment:
        """Make a fragment of a diplomatic form."""
        return cls(form.text, form.offsets, origin, form.undone)

    @classmethod
    def plain(cls, text: str, origin: Origin, start: int = 0) -> Fragment:
        """Make a fragment of text without markup."""
        return cls(text, range(start, start + len(text)), origin)

    @classmethod
    def added(cls, text: str, origin: Origin, at: int = 0, style: str = "") -> Fragment:
        """Make a fragment of text that the print has and the file has not, perhaps by a style."""
        undone = (Undone(0, len(text), style),) if style else ()
        return cls(text, [at] * len(text), origin, undone)


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of the print.

    Attributes:
        kind: What it is.
        fragments: Its text.
        lang: Its language.
    """

    kind: Kind
    fragments: tuple[Fragment, ...]
    lang: str = "en"

    @property
    def text(self) -> str:
        """The diplomatic form of the whole block."""
        return "".join(fragment.text for fragment in self.fragments)


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that stand together: in sequence in the print, or floating.

    Attributes:
        name: What it is called in the report.
        blocks: Its blocks in the order of the edition.
        label: Printed number of a note, as the witness has it.
    """

    name: str
    blocks: tuple[Block, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A value inside a YAML or JSON file, ready to become a fragment."""

    path: str
    keys: tuple[Key, ...]
    text: str

    def location(self, offset: int, sources: Sources) -> Location:
        """Return the place of a character of the value, or at least of its key."""
        source = sources.get(self.path)
        if source is None:
            return Location(self.path)
        offsets = source.offsets(self.text, *self.keys)
        if not offsets:
            return source.key(*self.keys)
        return source.at(offsets[min(offset, len(offsets) - 1)])

    def plain(self) -> Fragment:
        """Return the value as it stands."""
        return Fragment.plain(self.text, self)

    def marked_up(self, place: Place) -> Fragment:
        """Return the diplomatic form of a value that may hold markup."""
        return Fragment.of(diplomatic(read_line(self.text, place).runs), self)

    def beside(self, text: str) -> Fragment:
        """Return text that the print has beside the value."""
        return Fragment.added(text, self)
