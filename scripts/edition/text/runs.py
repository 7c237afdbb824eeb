"""What a text is made of: blocks, and in each block runs, all with their places.

A place is an offset in the string that was read. Runs are a tree: what stands inside an
emphasis, a span or a link are runs again, and of an emendation both readings are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["brackets", "parentheses"]
BlockKind = Literal["heading", "paragraph", "item", "note", "directive", "separator"]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters that are what they look like.

    Attributes:
        start: Where they begin.
        end: Where they end.
        text: The characters.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Escape:
    """A sign that a backslash keeps from being markup."""

    start: int
    end: int
    character: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A sign written by its name in HTML: ``&lt;``, ``&gt;`` or ``&amp;``."""

    start: int
    end: int
    character: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italics, ``*Ibid.*``."""

    start: int
    end: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold, ``**trade**``."""

    start: int
    end: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Words with attributes, ``[bardak]{lang=ru-Latn}`` or ``[*Ibid.*]{to=note-6}``.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        runs: What stands in the brackets.
        lang: Language of the words, as in BCP 47, or ``None``.
        to: What a printed cross-reference means: ``note-N`` or ``ref-N``, or ``None``.
    """

    start: int
    end: int
    runs: tuple[Run, ...]
    lang: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link behind words, ``[the timetable](https://tidewater.example/ferries)``.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        runs: What stands in the brackets.
        target: The address.
        target_start: Where the address begins.
    """

    start: int
    end: int
    runs: tuple[Run, ...]
    target: str
    target_start: int


@dataclass(frozen=True, slots=True)
class Autolink:
    """An address that is a link, ``<https://tidewater.example/ferries>``.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        target: The address.
        text_start: Where what a reader sees of it begins: of ``mailto:`` nothing is seen.
    """

    start: int
    end: int
    target: str
    text_start: int

    @property
    def text(self) -> str:
        """What a reader sees."""
        return self.target[self.text_start - self.start - 1 :]


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note, ``[^3]``; its label is the printed number."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The mark of a reference, ``[1]`` or ``(1)``, where the article marks them so."""

    start: int
    end: int
    number: int
    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class Emendation:
    """An emendation, ``{~~Auyt~>Auyl~~}{>>misread letter<<}``.

    Attributes:
        start: Where it begins.
        end: Where it ends, the reason included.
        source: Runs of the source's reading.
        reading: Runs of the edition's reading.
        source_text: The source's reading as it is written.
        source_start: Where it begins.
        reading_text: The edition's reading as it is written.
        reading_start: Where it begins.
        reason: The reason, without white space around it; it is no Markdown.
        reason_start: Where it begins.
    """

    start: int
    end: int
    source: tuple[Run, ...]
    reading: tuple[Run, ...]
    source_text: str
    source_start: int
    reading_text: str
    reading_start: int
    reason: str
    reason_start: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark, ``{>>sic: two figures for one turnout<<}``.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: What it says, without white space around it; it is no Markdown.
        text_start: Where that begins.
    """

    start: int
    end: int
    text: str
    text_start: int


Run = (
    Text
    | Escape
    | Entity
    | Emphasis
    | Strong
    | Span
    | Link
    | Autolink
    | NoteMark
    | Citation
    | Emendation
    | Remark
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a text.

    Attributes:
        kind: What it is.
        start: Where it begins, its marker included.
        end: Where it ends, attributes included.
        text_start: Where its text begins.
        text_end: Where its text ends.
        runs: What its text is made of; empty for a directive and a separator.
        number: Number of a paragraph or list item within the text.
        anchor: Identifier of its element on the page: ``p3``, ``fn-2``, or the name of a table;
            empty for a heading, whose identifier is no lasting one, and a separator.
        label: Number of a note, printed number of a list item, name of a directive.
        name: What a directive places.
        level: Level of a heading.
        classes: Classes of a heading.
        goes_on: Whether it is a further paragraph of the note or list item before it.
    """

    kind: BlockKind
    start: int
    end: int
    text_start: int
    text_end: int
    runs: tuple[Run, ...] = ()
    number: int | None = None
    anchor: str = ""
    label: str = ""
    name: str = ""
    level: int = 0
    classes: tuple[str, ...] = ()
    goes_on: bool = False
