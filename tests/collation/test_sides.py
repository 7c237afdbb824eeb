"""Both sides of a text, row by row."""

from __future__ import annotations

from tests.collation.small import compared

from edition.collation.sides import Row, SideBySide


def rows(body: str, text: str) -> list[Row]:
    """Return the rows of the article's text."""
    groups = {group.name: group for group in SideBySide(compared(body, text)).groups()}
    return list(groups["Gulls"].rows[3:])


def lines(row: Row) -> list[str]:
    """Return what a row shows of the witness."""
    return ["".join(piece.text for piece in line.pieces) for line in row.witness]


def shown(row: Row) -> str:
    """Return what a row shows of the edition."""
    return "".join(piece.text for piece in row.pieces)


def test_a_paragraph_stands_beside_its_lines() -> None:
    """However many there are; an undone line end is shown."""
    (row,) = rows("Gulls sleep here.", "Gulls sleep\n\nhere.")
    assert (["Gulls sleep↵", "here."], "Gulls sleep here.") == (lines(row), shown(row))


def test_a_lost_paragraph_has_a_row_of_its_own() -> None:
    """With nothing on the edition's side, and all of it marked."""
    one, lost, _two = rows("One.\n\nTwo.", "One.\n\nAll lost!\n\nTwo.")
    assert ("One.", ["All lost!↵"], None) == (shown(one), lines(lost), lost.place)
    assert {"unexplained"} == {piece.account for piece in lost.witness[0].pieces}


def test_an_added_paragraph_has_nothing_on_the_side_of_the_witness() -> None:
    """And all of its words are marked."""
    _one, added, _two = rows("One.\n\nAll new!\n\nTwo.", "One.\n\nTwo.")
    assert ([], "All new!") == (lines(added), shown(added))
    words = {piece.account for piece in added.pieces if piece.text.strip()}
    assert {"unexplained"} == words


def test_an_emendation_shows_both_readings_and_the_reason() -> None:
    """On the edition's side; the witness shows its own as emended."""
    (row,) = rows("The {~~gvll~>gull~~}{>>misread<<}.", "The gvll.")
    pieces = [(piece.text, piece.account, piece.title) for piece in row.pieces]
    assert [("gvll", "removed", "misread"), ("gull", "added", "misread")] == pieces[1:3]
    assert ("gvll", "emended") in [(p.text, p.account) for p in row.witness[0].pieces]


def test_a_line_that_two_blocks_share_is_parted() -> None:
    """Each block shows its own words."""
    one, two = rows("One.\n\nTwo.", "One. Two.")
    assert (["One. "], ["Two."]) == (lines(one), lines(two))
    assert (True, False) == (one.witness[0].first, two.witness[0].first)


def test_notes_are_groups_of_their_own() -> None:
    """Behind the text in sequence."""
    groups = list(SideBySide(compared("One[^1].\n\n[^1]: Log.", "One¹.\n\n¹ Log.")).groups())
    assert "Note 1 (gulls)" == groups[-1].name
    assert "¹Log." == shown(groups[-1].rows[0])
