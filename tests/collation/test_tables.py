"""A table as the print has it."""

from __future__ import annotations

from tests.collation.small import both, edition, table

from edition.collation.blocks import Part
from edition.collation.tables import InCell, table_floats
from edition.content.model import Table


def part(given: Table) -> Part:
    """Return a table as a part."""
    (only,) = table_floats(edition("::: table gulls-1", given))
    return only


def texts(given: Table) -> list[str]:
    """Return the text of every block of a table."""
    return [block.text for block in part(given).blocks]


def test_heads_and_cells_are_separated_by_tabs() -> None:
    """A gap is an empty cell."""
    assert ["Gulls by pier", "Pier\tGulls", "North\t1,200", "South\t"] == texts(table())


def test_numbers_are_grouped_as_the_table_declares() -> None:
    """Without a declaration they stand as they are."""
    assert "North\t1200" == texts(table(printed={}))[2]
    assert "North\t1'200" == texts(table(printed={"groupChar": "'"}))[2]


def test_decimals_stay_as_they_are_written() -> None:
    """A zero at the end is part of the figure."""
    fields = [{"name": "gulls", "type": "number", "title": "Gulls"}]
    assert "46.0" == texts(table(fields=fields, rows=[["46.0"]]))[2]


def test_the_caption_has_the_printed_number() -> None:
    """Number, space, caption; then what is printed with it."""
    given = table(number=both("Table 1."), legend=both("Are you a gull..."))
    assert ["Table 1. Gulls by pier", "Are you a gull..."] == texts(given)[:2]


def test_note_and_source_have_their_labels() -> None:
    """They are the last blocks; a note may have no label."""
    given = table(note=both("In 1931."), source=both("the log"), source_label="Source:")
    assert ["In 1931.", "Source: the log"] == texts(given)[-2:]


def test_of_a_lost_diagram_only_the_caption_is_printed() -> None:
    """The values are the edition's."""
    assert ["Gulls by pier"] == texts(table(kind="reconstruction"))


def test_the_grouping_comma_and_the_tab_are_known_as_style() -> None:
    """The data do not have them."""
    fragments = part(table()).blocks[2].fragments
    names = [undone.name for fragment in fragments for undone in fragment.undone]
    assert ["cell boundary", "grouping comma"] == names


def test_a_cell_may_be_emended() -> None:
    """The source's reading is what the print has."""
    rows = [["{~~Nroth~>North~~}{>>letters swapped<<}", 7]]
    assert "Nroth\t7" == texts(table(rows=rows))[2]


def test_a_cell_knows_its_row_and_column() -> None:
    """Both are counted from 0, without the header; what parts two cells goes with the second."""
    given = table()
    (_, _, _, last) = part(given).blocks
    assert [InCell(given, 1, 0), InCell(given, 1, 1), InCell(given, 1, 1)] == [
        fragment.origin for fragment in last.fragments
    ]
