"""The cells of a CSV file and their places."""

from __future__ import annotations

import csv
import io

from hypothesis import example, given, settings
from hypothesis import strategies as st

from edition.content.csv_cells import csv_rows, readable_rows
from edition.content.sources import Source

CELLS = st.text(alphabet=st.sampled_from('ab,"\n é'), max_size=6)


def test_cells_are_found_in_quoted_rows() -> None:
    """A comma, a quotation mark or a line end inside a cell shifts nothing."""
    text = 'a,b\n"x, y",1\n"say ""no""\nnow",2\n\n"",z\n'
    found = [[text[start:end] for start, end in row.spans] for row in csv_rows(text)]
    assert [["a", "b"], ["x, y", "1"], ['say ""no""\nnow', "2"], [], ["", "z"]] == found


def test_a_row_below_a_cell_of_two_lines_has_its_own_line() -> None:
    """The number of a row is not the number of a line."""
    source = Source("x.csv", 'a,b\n"one\ntwo",1\nthree,4\n')
    assert [1, 2, 4] == [source.at(row.start).line for row in source.rows]
    assert "x.csv:4:7" == str(source.at(source.rows[2].spans[1][0]))


def test_rows_before_one_that_is_none_are_readable() -> None:
    """A quotation mark without its other half hides what follows, and nothing before it."""
    assert [["a"], ["b"]] == [row.cells for row in readable_rows('a\nb\n"c\n')]
    assert () == readable_rows("")


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6))
@example([["", ""], ['"', "\n"]])
@settings(derandomize=True, deadline=None)
def test_every_cell_stands_where_its_place_says(rows: list[list[str]]) -> None:
    """Whatever cells a file is written of, each place leads to what its cell says."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    text = file.getvalue()
    read = list(csv_rows(text))
    assert rows == [row.cells for row in read]
    for row in read:
        for cell, (start, end) in zip(row.cells, row.spans, strict=True):
            assert cell == text[start:end].replace('""', '"')
