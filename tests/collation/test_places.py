"""Where a value of the edition stands in its file."""

from __future__ import annotations

import pytest

from edition.collation.blocks import Origin
from edition.collation.places import Places
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


@pytest.fixture
def places() -> Places:
    """Places of two files."""
    source = read_yaml(FRONT, "articles/gulls.md").source(FRONT)
    return Places({source.path: source, "tables/g.csv": Source("tables/g.csv", CSV)})


def test_the_text_of_an_article_knows_its_place_itself() -> None:
    """No file is needed."""
    origin = Origin("articles/gulls.md", 20, 3)
    assert Location("articles/gulls.md", 20, 8) == Places().location(origin, 5)


def test_a_value_is_found_by_its_key(places: Places) -> None:
    """Quotation marks and escapes are seen through."""
    value = 'The "log" of 1930'
    origin = Origin("articles/gulls.md", keys=("references", 0, "text"), value=value)
    expected = Location("articles/gulls.md", 4, 27)
    assert expected == places.location(origin, value.index("1930"))


def test_a_folded_value_is_found_on_its_own_line(places: Places) -> None:
    """A paragraph of YAML stands on several lines."""
    value = "Gulls sleep on one leg."
    origin = Origin("articles/gulls.md", keys=("abstract",), value=value)
    assert Location("articles/gulls.md", 7, 6) == places.location(origin, value.index("one"))


def test_a_value_that_is_written_otherwise_has_at_least_a_line(places: Places) -> None:
    """An empty value has the place of its key."""
    origin = Origin("articles/gulls.md", keys=("references", 0, "number"))
    assert Location("articles/gulls.md", 3, 5) == places.location(origin, 0)


def test_a_cell_is_found_by_row_and_column(places: Places) -> None:
    """A comma inside quotation marks parts no cells."""
    origin = Origin("tables/g.csv", keys=(2, 1))
    assert Location("tables/g.csv", 3, 14) == places.location(origin, 0)


def test_without_its_file_a_value_has_only_a_path() -> None:
    """That is better than nothing."""
    origin = Origin("articles/issue.yml", keys=("masthead", 0, "en"), value="TIDES")
    assert Location("articles/issue.yml") == Places().location(origin, 2)
