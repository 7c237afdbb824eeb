"""The text of an article, read for its structure."""

from __future__ import annotations

import pytest

from edition.content.body import (
    CITATION,
    NOTE_MARK,
    Block,
    blocks,
    note_labels,
    reading_text,
    visible,
)

TEXT = """\
First paragraph.

## A heading {: .caps }

- an item;
- another.

::: table wells-1

* * *

1. A numbered item.

### Run in. {: .run-in }

Last paragraph[^1].

[^1]: A note.

    Its second paragraph.

[^2]: Another note.
"""


def test_blocks_are_told_apart_and_paragraphs_are_numbered() -> None:
    """Paragraphs and list items are numbered in reading order; nothing else is."""
    assert [
        Block("paragraph", "First paragraph.", 5, 1),
        Block("heading", "A heading", 7, label="2"),
        Block("item", "an item;", 9, 2),
        Block("item", "another.", 10, 3),
        Block("directive", "::: table wells-1", 12, label="wells-1"),
        Block("separator", "* * *", 14),
        Block("item", "A numbered item.", 16, 4),
        Block("heading", "Run in.", 18, label="3"),
        Block("paragraph", "Last paragraph[^1].", 20, 5),
        Block("note", "A note.", 22, label="1"),
        Block("note", "Its second paragraph.", 24, label="1"),
        Block("note", "Another note.", 26, label="2"),
    ] == list(blocks(TEXT, first_line=5))


def test_an_indented_line_belongs_to_a_note_only_after_one() -> None:
    """Without a note before it, an indented line is a paragraph."""
    assert ["paragraph", "paragraph"] == [b.kind for b in blocks("One.\n\n    Two.")]


def test_the_labels_of_the_notes_are_found() -> None:
    """The printed numbers, each once."""
    assert {"1", "2"} == note_labels(TEXT)


READINGS = {
    "plain *and* **strong**": "plain and strong",
    "a word[^12] more": "a word more",
    "[bardak]{lang=ru-Latn} is a word": "bardak is a word",
    "[*Ibid.*]{to=note-6}, p. 3": "Ibid., p. 3",
    "see [a [b]{lang=fr} c]{lang=la}": "see a b c",
    "the {~~Auyt~>Auyl~~}{>>misread<<} party": "the Auyl party",
    "a {~~~>b~~}{>>missing<<} c": "a b c",
    "both{>>sic: two figures<<} figures": "both figures",
    r"\[not found\] and \(1) and 5 \* 4": "[not found] and (1) and 5 * 4",
    "at <https://tidewater.example/a_b>.": "at https://tidewater.example/a_b.",
    "two  spaces\nand a line": "two spaces and a line",
    "2*3*4 and snake_case": "2*3*4 and snake_case",
    "***both***": "both",
    "“*A*” [1]": "“A” [1]",
}


@pytest.mark.parametrize("markdown", READINGS)
def test_reading_text_is_what_a_reader_sees(markdown: str) -> None:
    """Corrections stay; remarks, marks, emphasis and attributes go."""
    assert READINGS[markdown] == reading_text(markdown)


def test_visible_keeps_every_column() -> None:
    """What readers do not see is blanked, so that faults still have their place."""
    line = "a{~~x~>y~~}{>>why [1]<<} b{>>c<<} d"
    assert "a      y                 b        d" == visible(line)
    assert len(line) == len(visible(line))


def test_a_definition_or_an_escaped_mark_is_no_mark() -> None:
    """Only ``[^1]`` in a text leads to a note."""
    assert ["1"] == NOTE_MARK.findall(r"a[^1] \[^2] [^3]: [^4]:")


def test_citations_are_told_from_links_and_escapes() -> None:
    """A number in brackets is a citation, but not as a link, a span or after a backslash."""
    assert ["1"] == CITATION["brackets"].findall(r"[1] [2](x) [3]{x} [4][5]: \[6] [a]")
    assert ["1", "23"] == CITATION["parentheses"].findall(r"(1) \(2) (1804) (23) (a)")
