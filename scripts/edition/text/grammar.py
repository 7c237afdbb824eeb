"""The grammar of a text: every construct once, with what it is and where it may stand.

The reader asks this table, the tests try every example of it, and the table under "Correct a
text" in CONTRIBUTING.md is written from it (``pytest tests/text/test_grammar.py --regenerate``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Place = Literal[
    "paragraph", "item", "heading", "note", "caption", "foot", "cell", "reference", "plain"
]
"""The first four are blocks of a body, the others texts of one line: ``caption`` is the caption
or legend of a table, ``foot`` its note, source or remark, ``cell`` a cell or the head of a row or
column, ``reference`` an entry of a reference list. ``plain`` is what no page takes for Markdown:
titles, names, keywords, abstracts, the masthead, the council, labels; it may have several lines."""

BODY: Final[tuple[Place, ...]] = ("paragraph", "item", "heading", "note")
TABLE: Final[tuple[Place, ...]] = ("caption", "foot", "cell")
MARKED_UP: Final[tuple[Place, ...]] = (*BODY, *TABLE, "reference")
"""Whatever may hold markup at all."""

ESCAPABLE: Final = "\\`*_{}[]()>#+-.!"
"""Signs that a backslash keeps from being markup, as in Markdown."""
ENTITIES: Final = {"lt": "<", "gt": ">", "amp": "&"}
"""Signs that may be written by a name; every other is written itself."""
SIGNS: Final = {"*": "asterisk", "†": "dagger", "‡": "double-dagger", "§": "section"}
"""Signs that a note may have for a number, and how its identifier names them."""
LABEL: Final = rf"[\w{''.join(SIGNS)}]+"
"""The printed number or sign of a note."""
HEADING_CLASSES: Final = ("caps", "run-in")
DIRECTIVES: Final = ("table", "diagram")
NAME: Final = r"[a-z0-9-]+"
"""What a directive names: a table, an article."""
ARTICLE, LANGUAGE, REFERENCES = PAGE_DIRECTIVES = ("article", "language", "references")
"""Lines of the pages that the edition makes, which no article may have."""
TARGETS: Final = {"note": "fn", "ref": "ref"}
"""What a cross-reference may lead to, and what the identifier of its element begins with."""
SEPARATOR: Final = "* * *"

ELSEWHERE: Final = tuple(place for place in MARKED_UP if place not in TABLE)
LINKING: Final = tuple(place for place in MARKED_UP if place not in {"heading", "cell"})


@dataclass(frozen=True, slots=True)
class Construct:
    """Something that a text may have.

    Attributes:
        name: Its stable name.
        written: How it is written, for editors.
        meaning: What it is, for editors.
        example: A text that has it.
        places: Where it may stand; empty for a block, which stands in the text of an article.
        is_text_elsewhere: Whether it is mere text where it may not stand, and no fault.
    """

    name: str
    written: str
    meaning: str
    example: str
    places: tuple[Place, ...] = ()
    is_text_elsewhere: bool = False


BLOCKS: Final = (
    Construct("paragraph", "`text`", "a paragraph, on one line", "The wells were dug in 1598."),
    Construct(
        "heading",
        "`## Heading`",
        "a heading, of level 2 to 6",
        "## Salt and Water",
    ),
    Construct(
        "caps",
        "`## Security Concerns {: .caps }`",
        "a heading printed in capitals (its capitals are the print)",
        "## Security Concerns {: .caps }",
    ),
    Construct(
        "run-in",
        "`### Transport. {: .run-in }`",
        "a heading that runs into the next paragraph",
        "### Transport. {: .run-in }\n\nThe roads are bad.",
    ),
    Construct(
        "item",
        "`- text`",
        "an item of a list; the next may follow on the next line, and further paragraphs of it are "
        "indented by four spaces",
        "- a rim of oak;\n- eight spokes.\n\n    One of them is broken.",
    ),
    Construct(
        "numbered-item",
        "`1. text`",
        "an item of a numbered list; the numbers are those of the print and leave no gap",
        "1. The first day.\n2. The second day.",
    ),
    Construct(
        "note",
        "`[^3]: text`",
        "a note with its printed number; further paragraphs of it are indented by four spaces",
        "Why[^1]?\n\n[^1]: Nobody asked.\n\n    It was asked again.",
    ),
    Construct("table", "`::: table NAME`", "the place of a table", "::: table brine-1"),
    Construct(
        "diagram", "`::: diagram NAME`", "the place of a lost diagram", "::: diagram gulls-1"
    ),
    Construct("separator", "`* * *`", "a printed separator", "One.\n\n* * *\n\nTwo."),
)
RUNS: Final = (
    Construct("emphasis", "`*words*`", "italics", "It was *not* asked.", MARKED_UP),
    Construct("strong", "`**words**`", "bold", "It was **not** asked.", MARKED_UP),
    Construct(
        "language",
        "`[bardak]{lang=ru-Latn}`",
        "words in another language, by its BCP 47 tag; Cyrillic needs no mark if it is Russian",
        "The [mise en place]{lang=fr} of its wheel.",
        MARKED_UP,
    ),
    Construct(
        "cross-reference",
        "`[*Ibid.*]{to=note-2}`",
        "a printed cross-reference and what it certainly means (`note-N` or `ref-N`)",
        "Cf. [*Ibid.*]{to=ref-1}.",
        LINKING,
    ),
    Construct(
        "note-mark",
        "`word[^3]`",
        "the mark of a note",
        "Why[^3]?\n\n[^3]: Nobody asked.",
        (*BODY, *TABLE),
    ),
    Construct(
        "citation",
        "`[1]` or `(1)`",
        "the mark of a reference as printed; `reference_style` in the front matter says which",
        "As the book says [1].",
        (*BODY, *TABLE),
        is_text_elsewhere=True,
    ),
    Construct(
        "address",
        "`<https://…>`",
        "an address that is printed, as a link; also `<mailto:…>`",
        "The timetable is at <https://tidewater.example/ferries>.",
        LINKING,
    ),
    Construct(
        "link",
        "`[words](https://…)`",
        "a link behind words",
        "See [the timetable](https://tidewater.example/ferries).",
        LINKING,
    ),
    Construct(
        "emendation",
        "`{~~Auyt~>Auyl~~}{>>misread letter<<}`",
        "an emendation: the source's reading, the correction, the reason",
        "The salt was {~~whiie~>white~~}{>>misread letter<<}.",
        ELSEWHERE,
    ),
    Construct(
        "remark",
        "`{>>sic: two figures for one turnout<<}`",
        "a remark; the text stays",
        "The number{>>sic: the table has three<<} does not add up.",
        ELSEWHERE,
    ),
    Construct(
        "escape",
        "`\\*`",
        "a sign that is printed and is no markup; a backslash may stand before "
        + " ".join(f"`` {sign} ``" if sign == "`" else f"`{sign}`" for sign in ESCAPABLE),
        "Five \\* three \\[not found\\].",
        MARKED_UP,
    ),
    Construct(
        "entity",
        "`&lt;`",
        "a printed `<` before a letter; also `&gt;` and `&amp;`, and no other",
        "The sign &lt;b&gt;.",
        MARKED_UP,
    ),
)
CONSTRUCTS: Final[dict[str, Construct]] = {c.name: c for c in (*BLOCKS, *RUNS)}
"""Every construct by its name."""

KINDS_OF_TEXT: Final[dict[Place, str]] = {
    "paragraph": "paragraph",
    "item": "list item",
    "heading": "heading",
    "note": "note",
    "caption": "caption",
    "foot": "note, source or remark of a table",
    "cell": "cell, column head",
    "reference": "reference",
    "plain": "title, name, abstract, masthead",
}
"""What editors call the places of a text."""


def may_stand(name: str, place: Place) -> bool:
    """Tell whether a construct may stand in a kind of text."""
    return place in CONSTRUCTS[name].places


def target_anchor(target: str) -> str:
    """Return the identifier of the element that a cross-reference leads to.

    Args:
        target: What it means, ``note-3`` or ``ref-3``.
    """
    kind, _, label = target.partition("-")
    return f"{TARGETS.get(kind, kind)}-{_identifier(label)}"


def note_anchor(label: str) -> str:
    """Return the identifier of a note, in which a printed sign has its name.

    Args:
        label: Its printed number or sign. Two have never the same identifier, since a label has no
            hyphen.
    """
    return target_anchor(f"note-{label}")


def _identifier(label: str) -> str:
    return "".join(f"-{SIGNS[sign]}" if sign in SIGNS else sign for sign in label)


def documentation() -> Iterator[str]:
    """Yield the lines of the section for editors that this table is described in."""
    yield "| in the file | what it is | not in |"
    yield "|---|---|---|"
    for construct in CONSTRUCTS.values():
        refused = [
            KINDS_OF_TEXT[place]
            for place in MARKED_UP
            if construct.places and place not in construct.places
        ]
        written = construct.written.replace("|", "\\|")
        yield f"| {written} | {construct.meaning} | {'; '.join(refused)} |"
