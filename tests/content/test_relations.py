"""Faults between files; each kind of fault has its case under tests/faults."""

from __future__ import annotations

from edition.content.model import Edition
from edition.content.relations import marked_texts


def test_marked_texts_are_those_of_the_own_tables(invented_edition: Edition) -> None:
    """The tables of other articles have nothing to do with an article's notes."""
    texts = marked_texts(invented_edition.article("brine"), invented_edition.tables)
    assert texts is not None
    assert "The wells of Fenmouth[^3]" in texts
    assert "How gulls stand" not in texts


def test_marked_texts_are_unknown_if_a_table_is_missing(invented_edition: Edition) -> None:
    """An article calls for a table that could not be read."""
    tables = [table for table in invented_edition.tables if table.name != "brine-2"]
    assert None is marked_texts(invented_edition.article("brine"), tables)
    assert [] == marked_texts(invented_edition.article("ferries"), tables)
