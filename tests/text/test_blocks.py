"""The blocks of a text: kinds, numbers, anchors, places; and lines that are outside the grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.test_rendering import SETTINGS
from tests.text.written import TEXT, bodies

from edition.text.blocks import Body, read_body

BODY = """\
First paragraph.

## A heading {: .caps }

- an item;
- another.

    More of it.

::: table wells-1

* * *

1. A numbered item.

### Run in. {: .caps .run-in }

Last paragraph[^1].

[^1]: A note.

    Its second paragraph.
[^2]: Another note.
"""


def test_every_note_has_an_identifier_of_its_own() -> None:
    """Its label, in which a printed sign has its name, since a label has no hyphen."""
    body = read_body("".join(f"[^{label}]: Note.\n\n" for label in ("3", "4a", "*", "a†", "§§")))
    assert ["fn-3", "fn-4a", "fn--asterisk", "fn-a-dagger", "fn--section-section"] == [
        block.anchor for block in body.blocks
    ]


def outline(body: Body) -> list[tuple[str, str, str]]:
    """Return kind, anchor and text of each block."""
    return [(b.kind, b.anchor, body.source[b.text_start : b.text_end]) for b in body.blocks]


def found(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of each fault."""
    faults = read_body(text).faults
    return [(fault.code, *read_body(text).line_and_column(fault.start)) for fault in faults]


def test_blocks_are_told_apart_and_paragraphs_are_numbered() -> None:
    """Paragraphs and list items have numbers, notes and tables anchors of their own."""
    body = read_body(BODY)
    assert [
        ("paragraph", "p1", "First paragraph."),
        ("heading", "", "A heading"),
        ("item", "p2", "an item;"),
        ("item", "p3", "another."),
        ("paragraph", "p4", "More of it."),
        ("directive", "wells-1", "::: table wells-1"),
        ("separator", "", "* * *"),
        ("item", "p5", "A numbered item."),
        ("heading", "", "Run in."),
        ("paragraph", "p6", "Last paragraph[^1]."),
        ("note", "fn-1", "A note."),
        ("note", "fn-1", "Its second paragraph."),
        ("note", "fn-2", "Another note."),
    ] == outline(body)
    assert () == body.faults


def test_a_heading_has_its_level_and_classes() -> None:
    """The number signs and the attributes are no part of its text."""
    headings = [block for block in read_body(BODY).blocks if block.kind == "heading"]
    assert [(2, ("caps",)), (3, ("caps", "run-in"))] == [(b.level, b.classes) for b in headings]


def test_a_block_has_its_place_with_its_marker() -> None:
    """From the marker to the attributes."""
    body = read_body(BODY)
    assert "## A heading {: .caps }" == body.source[body.blocks[1].start : body.blocks[1].end]
    assert "- an item;" == body.source[body.blocks[2].start : body.blocks[2].end]


CASES = {
    "::: tabel x": [("directive-unknown", 1, 1)],
    "One.\n\n:::table x": [("directive-unknown", 3, 1)],
    ":: table x": [("directive-unknown", 1, 1)],
    "::: figure x": [("directive-unknown", 1, 1)],
    "::: language ru": [("directive-of-page", 1, 1)],
    "::: references brine": [("directive-of-page", 1, 1)],
    "::: article gulls en": [("directive-of-page", 1, 1)],
    "::: diagram gulls-1 wide": [("directive-name", 1, 1)],
    "::: table": [("directive-name", 1, 1)],
    "#1. Gulls": [("heading-level", 1, 1)],
    "##No space": [("heading-space", 1, 1)],
    "####### Seven": [("heading-level", 1, 1)],
    "## Salt in C# ##": [("heading-end", 1, 15)],
    "## C# {: .caps }": [("heading-end", 1, 5)],
    "## {: .caps }": [("heading-empty", 1, 1)],
    "## Two {: .hidden }": [("heading-attributes", 1, 8)],
    "## Two {.caps}": [("brace", 1, 8), ("brace", 1, 14)],
    "A line\n---": [("heading-underlined", 2, 1)],
    "A line\n====": [("heading-underlined", 2, 1)],
    "---": [("rule", 1, 1)],
    "***": [("rule", 1, 1)],
    "_ _ _": [("rule", 1, 1)],
    "- - -": [("rule", 1, 1)],
    "*  *  *": [("rule", 1, 1)],
    "    He said so.": [("indented", 1, 1)],
    " He said so.": [("indented", 1, 1)],
    "\u00a0He said so.": [("indented", 1, 1)],
    "> 50 wells": [("quotation", 1, 1)],
    ">50 wells": [("quotation", 1, 1)],
    "+ 4 degrees": [("list-marker", 1, 1)],
    "* 4 degrees": [("list-marker", 1, 1)],
    "1. One\n- another": [("list-kind", 2, 1)],
    "- One\n1. another": [("list-kind", 2, 1)],
    "1. One\n3. Three": [("list-number", 2, 1)],
    "1. One\n\n1. One": [("list-number", 3, 1)],
    "1997. In that year": [("list-number", 1, 1)],
    "01. One": [("list-number", 1, 1)],
    "1. One\n\n[^1]: Note.\n\n1. One": [("list-number", 5, 1)],
    "- One\nand more": [("run-together", 2, 1)],
    "One\nand more": [("run-together", 2, 1)],
    "One\n\n[^1]: Note.\nand more": [("run-together", 4, 1)],
    "One\\\nmore": [("unknown-escape", 1, 4), ("run-together", 2, 1)],
    "One  \nmore": [("trailing-space", 1, 4), ("run-together", 2, 1)],
    "One.\n \nTwo.": [("trailing-space", 2, 1)],
    "One.\n\n: two": [("definition", 3, 1)],
    "One.\n: two": [("run-together", 2, 1)],
    "[town]: https://a.example": [("link-definition", 1, 1)],
    "[^]: Note.": [("note-label", 1, 1)],
    "[^a b]: Note.": [("note-label", 1, 1)],
    "One.\n\n[^1]:": [("note-empty", 3, 1)],
    "[^1]: 12. Note": [("block-inside", 1, 7)],
    "[^1]: # Note": [("block-inside", 1, 7)],
    "- - nested": [("block-inside", 1, 3)],
    "- > quoted": [("block-inside", 1, 3)],
    "- one\n    - nested": [("run-together", 2, 1)],
    "- one\n\n    - nested": [("block-inside", 3, 5)],
    f"{'1' * 5000}. One": [("list-number", 1, 1)],
    "- one\n\n        code": [("block-inside", 3, 5)],
    "~~~": [("code-fence", 1, 1)],
    "One\ttwo": [("tab", 1, 4)],
    "One\r\n\r\nTwo": [
        ("control-character", 1, 4),
        ("trailing-space", 1, 4),
        ("control-character", 2, 1),
        ("trailing-space", 2, 1),
    ],
    "[TOC]": [("marker-word", 1, 1)],
    "///Footnotes Go Here///": [("marker-word", 1, 1)],
}


@pytest.mark.parametrize("text", CASES)
def test_a_line_outside_the_grammar_is_a_fault_with_its_place(text: str) -> None:
    """Nothing is taken for something else in silence."""
    assert sorted(CASES[text]) == sorted(found(text))


ALLOWED = [
    "1. One\n2. Two\n\nBetween.\n\n3. Three",
    "1. One\n\n- another list",
    "- One\n\n1. another list",
    r"1997\. In that year",
    r"\> 50 wells",
    r"\+ 4 degrees",
    r"\- 4 degrees",
    r"\## no heading",
    r"## C\#",
    "*Gulls* count.",
    "**Gulls** count.",
    "24% of the gulls",
    "1.5 million gulls",
    "1) no list",
    ":no definition",
    "-5 degrees",
    "One.\n\n\n\nTwo.\n",
    "",
    "\n",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_written_as_the_faults_advise_has_none(text: str) -> None:
    """Every sign that is printed can be written."""
    assert [] == found(text)


def test_a_misspelt_directive_is_told_what_may_be_meant() -> None:
    """The editor need not look it up."""
    (fault,) = read_body("::: tabel brine-1").faults
    assert "perhaps '::: table brine-1' is meant" in fault.message


WRONG = st.sampled_from(sorted(text for text in CASES if "[^1]" not in text and text.strip()))


@SETTINGS
@given(before=TEXT, wrong=WRONG, after=bodies())
def test_what_is_outside_is_found_in_the_midst_of_any_text(
    before: str, wrong: str, after: str
) -> None:
    """A fault does not depend on what stands around it."""
    codes = {fault.code for fault in read_body(f"{before}\n\n{wrong}\n\n{after}").faults}
    assert {code for code, *_ in CASES[wrong]} <= codes
