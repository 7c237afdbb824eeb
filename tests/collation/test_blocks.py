"""Blocks: text that knows where it comes from."""

from __future__ import annotations

from tests.collation.small import table

from edition.collation.blocks import Block, Fragment, Value
from edition.collation.tables import InCell
from edition.content.sources import Source
from edition.content.yaml_source import read_yaml
from edition.diagnostics import Location

FRONT = """\
title: On Gulls
references:
  - number: 1
    text: "The \\"log\\" of 1930"
abstract: >-
  Gulls sleep
  on one leg.
"""
CSV = 'pier,gulls\nNorth,1200\n"South, old",7\n'
FILES = {
    "articles/gulls.md": read_yaml(FRONT, "articles/gulls.md").source(FRONT),
    "tables/gulls-1.csv": Source("tables/gulls-1.csv", CSV),
}


def test_a_block_reads_as_its_fragments_together() -> None:
    """The text of a block is that of its fragments."""
    value = Value("articles/gulls.md", ("references", 0, "text"), "On *Gulls* {>>sic<<}")
    block = Block("title", (value.beside("1. "), value.marked_up("reference"), value.plain()))
    assert "1. On *Gulls* On *Gulls* {>>sic<<}" == block.text


def test_text_beside_a_value_has_the_place_of_the_value() -> None:
    """What the print adds leads to the beginning of the value."""
    fragment = Value("articles/gulls.md", ("pages", "first"), "3").beside(", ")
    assert [0, 0] == list(fragment.offsets)


def test_what_the_print_adds_may_be_set_by_style() -> None:
    """All of it is."""
    (style,) = Fragment.added("¹²", Value("a.md", (), ""), style="note mark").undone
    assert ("note mark", 0, 2) == (style.name, style.start, style.end)


def test_a_value_is_found_by_its_key() -> None:
    """Quotation marks and escapes are seen through."""
    value = Value("articles/gulls.md", ("references", 0, "text"), 'The "log" of 1930')
    expected = Location("articles/gulls.md", 4, 27)
    assert expected == value.location(value.text.index("1930"), FILES)


def test_a_folded_value_is_found_on_its_own_line() -> None:
    """A paragraph of YAML stands on several lines."""
    value = Value("articles/gulls.md", ("abstract",), "Gulls sleep on one leg.")
    expected = Location("articles/gulls.md", 7, 6)
    assert expected == value.location(value.text.index("one"), FILES)


def test_a_value_that_is_written_otherwise_has_at_least_a_line() -> None:
    """An empty value has the place of its key."""
    value = Value("articles/gulls.md", ("references", 0, "number"), "")
    assert Location("articles/gulls.md", 3, 5) == value.location(0, FILES)


def test_a_cell_is_found_by_row_and_column() -> None:
    """A comma inside quotation marks parts no cells."""
    assert Location("tables/gulls-1.csv", 3, 14) == InCell(table(), 1, 1).location(0, FILES)


def test_without_its_file_a_value_has_only_a_path() -> None:
    """That is better than nothing."""
    value = Value("articles/issue.yml", ("masthead", 0, "en"), "TIDES")
    assert Location("articles/issue.yml") == value.location(2, {})
    assert Location("tables/gulls-1.csv") == InCell(table(), 0, 0).location(0, {})
