"""Which lines belong to notes, tables and abstracts."""

from __future__ import annotations

from itertools import chain

from tests.collation.small import article, edition, table

from edition.collation.articles import article_floats, article_part
from edition.collation.floats import FloatFinder
from edition.collation.streams import EditionStream
from edition.collation.tables import table_floats
from edition.collation.witness import Witness
from edition.content.model import Table


def claimed(
    body: str, text: str, *tables: Table, **meta: object
) -> tuple[list[list[int]], list[int]]:
    """Return the numbers of the lines of each float, and those of the rest."""
    own = article(body, **meta)
    floats = list(chain(article_floats(own), table_floats(edition(body, *tables))))
    finder = FloatFinder(floats, EditionStream([article_part(own)]))
    claims = finder.claim(Witness(text))
    return [[line.number for line in lines] for lines in claims.lines], [
        line.number for line in claims.rest
    ]


def test_a_note_finds_its_line_and_the_text_keeps_its_own() -> None:
    """Wherever the page has set the note."""
    body = "Gulls sleep on one leg[^1].\n\n[^1]: The log of 1930, page 4."
    text = "¹ The log of 1930, page 4.\n\nGulls sleep on one leg¹."
    assert ([[1]], [3]) == claimed(body, text)


def test_the_parts_of_a_note_are_put_into_its_order() -> None:
    """A page break may have turned them round."""
    body = (
        "Gulls[^1].\n\n[^1]: There were two great surveys of the pier, in a negative light that"
        " is wrong.\n\n    Besides, both were long."
    )
    text = (
        "light that is wrong.\n\nBesides, both were long.\n\n"
        "¹ There were two great surveys of the pier, in a negative\n\nGulls¹."
    )
    assert ([[5, 1, 3]], [7]) == claimed(body, text)


def test_notes_of_the_same_text_are_told_apart_by_their_numbers() -> None:
    """One line each."""
    body = "One[^1]. Two[^2].\n\n[^1]: The log of 1930.\n\n[^2]: The log of 1930."
    text = "² The log of 1930.\n\n¹ The log of 1930.\n\nOne¹. Two²."
    assert ([[3], [1]], [5]) == claimed(body, text)


def test_swapped_notes_go_by_what_they_say() -> None:
    """So that the finding names the number, not the whole text."""
    body = "One[^1]. Two[^2].\n\n[^1]: The log of 1930.\n\n[^2]: A letter from Quill."
    text = "¹ A letter from Quill.\n\n² The log of 1930.\n\nOne¹. Two²."
    assert ([[3], [1]], [5]) == claimed(body, text)


def test_the_rows_of_a_table_stay_together() -> None:
    """A lost row, too, is the table's, not the text's."""
    text = "Gulls by pier\n\nPier\tGulls\nNorth\t1,200\nEast\t7\nSouth\t\n\nThe East pier had 7."
    assert ([[1, 3, 4, 5, 6]], [8]) == claimed("The East pier had 7.", text, table())


def test_a_row_that_two_tables_have_stays_in_its_table() -> None:
    """Lines that touch go together."""
    other = table(name="gulls-2", caption={"en": "Gulls by boat", "ru": "Ч"})
    one = "Pier\tGulls\nNorth\t1,200\nSouth\t"
    text = f"Gulls by pier\n\n{one}\n\nGulls by boat\n\n{one}"
    assert ([[1, 3, 4, 5], [7, 9, 10, 11]], []) == claimed("Text.", text, table(), other)


def test_an_abstract_is_told_from_the_text_that_repeats_it() -> None:
    """Each line goes where more of it is found."""
    abstract = {"origin": "printed", "text": "Gulls sleep. The pier is long and old."}
    body = "Gulls sleep. The boats are few, and nobody counts them."
    text = f"{abstract['text']}\n\n{body}"
    assert ([[1]], [3]) == claimed(body, text, abstract=abstract)


def test_a_lost_paragraph_like_the_abstract_is_not_taken_for_it() -> None:
    """The abstract has its line already."""
    abstract = {"origin": "printed", "text": "We count a) gulls on the pier; and b) their nests."}
    text = (
        f"{abstract['text']}\n\nWe had to count a) gulls on the pier; and b) the nests.\n\nThe end."
    )
    assert ([[1]], [3, 5]) == claimed("The end.", text, abstract=abstract)


def test_a_float_that_the_witness_does_not_have_gets_no_line() -> None:
    """It will be a finding."""
    assert ([[]], [1]) == claimed("Gulls sleep.", "Gulls sleep.", table())
