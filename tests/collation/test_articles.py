"""An article as the print has it: text in sequence, notes and abstract apart."""

from __future__ import annotations

from tests.collation.small import BODY_LINE, article

from edition.collation.articles import article_floats, article_part, capitals
from edition.text.blocks import read_line
from edition.text.diplomatic import diplomatic


def texts(body: str, **meta: object) -> list[tuple[str, str]]:
    """Return kind and text of the blocks behind the head."""
    blocks = article_part(article(body, **meta)).blocks
    return [(block.kind, block.text) for block in blocks[3:]]


def test_the_head_is_title_byline_and_affiliation() -> None:
    """They come first, each a block."""
    blocks = article_part(article("Text.")).blocks
    expected = [
        ("title", "A Study of Gulls"),
        ("byline", "AGNES QUILL"),
        ("affiliation", "Editor of tides"),
        ("paragraph", "Text."),
    ]
    assert expected == [(block.kind, block.text) for block in blocks]


def test_a_subtitle_is_a_line_of_its_own() -> None:
    """It stands under the title."""
    blocks = article_part(article("Text.", subtitle="(A Census)")).blocks
    assert ["A Study of Gulls", "(A Census)"] == [block.text for block in blocks[:2]]


def test_a_heading_in_capitals_shouts_as_in_the_print() -> None:
    """Only the class ``caps`` does that."""
    body = "## The Count {: .caps }\n\n## The Sum"
    assert [("heading", "THE COUNT"), ("heading", "The Sum")] == texts(body)


def test_a_heading_in_capitals_knows_which_letters_were_small() -> None:
    """A letter that was a capital already is no style."""
    form = capitals(diplomatic(read_line("The Gulls[^1]", "heading").runs))
    assert "THE GULLS¹" == form.text
    assert [1, 2, 5, 6, 7, 8] == [u.start for u in form.undone if u.name == "capitals"]


def test_a_letter_that_has_no_single_capital_keeps_its_place() -> None:
    """Two capitals may stand for one small letter."""
    form = capitals(diplomatic(read_line("Maß 1", "heading").runs))
    assert ("MASS 1", [0, 1, 2, 2, 3, 4]) == (form.text, list(form.offsets))


def test_a_run_in_heading_begins_its_paragraph() -> None:
    """One block, with a space between the two."""
    body = "### The pier. {: .run-in }\n\nGulls sleep."
    assert [("paragraph", "The pier. Gulls sleep.")] == texts(body)


def test_a_run_in_heading_without_a_paragraph_stays_a_heading() -> None:
    """Nothing is lost at the end of a text."""
    assert [("heading", "The pier.")] == texts("### The pier. {: .run-in }")


def test_list_items_keep_their_bullets_and_numbers() -> None:
    """The witness has them too."""
    body = "- one;\n- two.\n\n1. First.\n\n    More of it."
    expected = [
        ("item", "- one;"),
        ("item", "- two."),
        ("item", "1. First."),
        ("paragraph", "More of it."),
    ]
    assert expected == texts(body)


def test_separators_stay_and_tables_go() -> None:
    """A table is a float; its line in the text is not printed."""
    body = "One.\n\n* * *\n\n::: table gulls-1\n\nTwo."
    expected = [("paragraph", "One."), ("separator", "* * *"), ("paragraph", "Two.")]
    assert expected == texts(body)


def test_references_follow_the_text_with_their_numbers() -> None:
    """The heading of the list comes before them."""
    references = [{"number": 1, "text": "*Log*, 1930.", "language": "en"}]
    blocks = texts("Text.", references_heading="SOURCES", references=references)
    assert [("heading", "SOURCES"), ("reference", "1. *Log*, 1930.")] == blocks[1:]


def test_a_note_is_a_float_with_all_its_paragraphs() -> None:
    """Its number is superscript, and so is its label."""
    body = "Text[^1].\n\n[^1]: A note.\n\n    More of it."
    (note,) = article_floats(article(body))
    assert "¹" == note.label
    assert ["¹A note.", "More of it."] == [block.text for block in note.blocks]


def test_only_a_printed_abstract_is_expected_in_the_witness() -> None:
    """A supplied one is the edition's."""
    printed = {"origin": "printed", "text": "On gulls."}
    (abstract,) = article_floats(article("Text.", abstract=printed))
    assert ["On gulls."] == [block.text for block in abstract.blocks]
    assert [] == list(article_floats(article("Text.")))


def test_a_fragment_knows_its_line_and_column() -> None:
    """Columns count from 1, bullets and labels included."""
    blocks = article_part(article("One.\n\n- two.\n\n## Three")).blocks[3:]
    fragments = [block.fragments[-1] for block in blocks]
    places = [fragment.origin.location(fragment.offsets[0], {}) for fragment in fragments]
    found = [(place.line - BODY_LINE + 1, place.column) for place in places]
    assert [(1, 1), (3, 3), (5, 4)] == found
