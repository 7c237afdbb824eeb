"""Faults between files; each kind of fault has its case under tests/faults."""

from __future__ import annotations

from edition.content.model import Edition
from edition.content.relations import own_tables


def test_an_article_has_its_own_tables(invented_edition: Edition) -> None:
    """The tables of other articles have nothing to do with an article's notes."""
    tables, complete = own_tables(invented_edition.article("brine"), invented_edition.tables)
    assert ["brine-1", "brine-2"] == [table.name for table in tables]
    assert complete


def test_a_table_that_could_not_be_read_is_missed(invented_edition: Edition) -> None:
    """An article calls for it."""
    tables = [table for table in invented_edition.tables if table.name != "brine-2"]
    found, complete = own_tables(invented_edition.article("brine"), tables)
    assert (["brine-1"], False) == ([table.name for table in found], complete)
    assert ([], True) == own_tables(invented_edition.article("ferries"), tables)
