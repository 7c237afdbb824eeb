"""Passages found in the paragraphs of an article."""

from __future__ import annotations

from edition.text.blocks import read_body
from edition.text.paragraphs import Paragraphs


def test_a_passage_is_found_as_a_reader_quotes_it() -> None:
    """Marks and emphasis in the source do not hide the words; line ends do not either."""
    body = "One.\n\n- two;\n\nThe *third*[^1] {~~on~>one~~}{>>misread<<}, at last.\n\n[^1]: third"
    paragraphs = Paragraphs(read_body(body))
    assert 3 == paragraphs.find("The third one,\nat last")
    assert 2 == paragraphs.find("two")


def test_a_passage_outside_the_paragraphs_is_not_found() -> None:
    """Words of a note or heading have no paragraph number, and no words have none either."""
    paragraphs = Paragraphs(read_body("## Two\n\nOne.[^1]\n\n[^1]: Three."))
    assert [None] * 3 == [paragraphs.find(words) for words in ("Two", "Three", "")]


def test_no_passage_reaches_over_the_end_of_a_paragraph() -> None:
    """What stands in two paragraphs is no passage of one."""
    assert None is Paragraphs(read_body("One two.\n\nThree four.")).find("two. Three")


def test_the_first_paragraphs_that_hold_a_passage_are_told_in_their_order() -> None:
    """Twice in one paragraph is once; no more are told than are asked for."""
    paragraphs = Paragraphs(read_body("a gull, a gull\n\na tern\n\n- a gull\n\na gull"))
    assert [1, 3] == paragraphs.holding("a gull")
    assert [1, 3, 4] == paragraphs.holding("a gull", most=9)
