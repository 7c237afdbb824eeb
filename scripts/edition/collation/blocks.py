"""What the edition prints, cut into blocks that know where they come from.

A block is a paragraph, a heading, a line of the masthead, a row of a table ...; it is
made of fragments, each of which comes from one value of one content file. Blocks in
print order make a part; what may stand anywhere (a note, a table) makes a float.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from edition.collation.diplomatic import Diplomatic, Span, diplomatic

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


@dataclass(frozen=True, slots=True)
class Origin:
    """The value of a content file that a fragment comes from.

    Attributes:
        path: Path of the file inside the edition's folder.
        line: Line on which the text of an article stands.
        column: Column of its first character.
        keys: Path of a value inside YAML or JSON, or row and column of a cell; its place is
            looked up on demand.
        value: The value itself, for looking it up.
    """

    path: str
    line: int = 1
    column: int = 1
    keys: tuple[Key, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text from one origin.

    Attributes:
        text: Its diplomatic form.
        offsets: For each character, its offset in the value of the origin.
        origin: Where it comes from.
        spans: Emendations, remarks and styles in it.
    """

    text: str
    offsets: Sequence[int]
    origin: Origin
    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, form: Diplomatic, origin: Origin) -> Fragment:
        """Make a fragment of a diplomatic form."""
        return cls(form.text, form.offsets, origin, form.spans)

    @classmethod
    def plain(cls, text: str, origin: Origin, span: str = "") -> Fragment:
        """Make a fragment of text without markup, or of text that the print adds."""
        spans = (Span(0, len(text), span),) if span else ()
        return cls(text, range(len(text)), origin, spans)


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

    @property
    def origin(self) -> Origin:
        """Where the value stands."""
        return Origin(self.path, keys=self.keys, value=self.text)

    def plain(self) -> Fragment:
        """Return the value as it stands."""
        return Fragment.plain(self.text, self.origin)

    def marked_up(self) -> Fragment:
        """Return the diplomatic form of a value that may hold inline Markdown."""
        return Fragment.of(diplomatic(self.text), self.origin)

    def beside(self, text: str) -> Fragment:
        """Return text that the print has beside the value."""
        origin = self.origin
        return Fragment(text, [0] * len(text), origin)
