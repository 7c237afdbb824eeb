"""Blocks: text that knows where it comes from."""

from __future__ import annotations

from edition.collation.blocks import Block, Fragment, Origin, Value


def test_a_block_reads_as_its_fragments_together() -> None:
    """The text of a block is that of its fragments."""
    value = Value("articles/gulls.md", ("title",), "On *Gulls*")
    block = Block("title", (value.beside("1. "), value.marked_up(), value.beside("!")))
    assert "1. On *Gulls*!" == block.text


def test_a_value_remembers_its_file_and_its_key() -> None:
    """The origin is enough to look the value up."""
    origin = Value("articles/issue.yml", ("masthead", 0, "en"), "TIDES").plain().origin
    expected = Origin("articles/issue.yml", keys=("masthead", 0, "en"), value="TIDES")
    assert expected == origin


def test_text_beside_a_value_has_the_place_of_the_value() -> None:
    """What the print adds leads to the beginning of the value."""
    fragment = Value("articles/gulls.md", ("pages", "first"), "3").beside(", ")
    assert [0, 0] == list(fragment.offsets)


def test_a_plain_fragment_may_be_set_by_style() -> None:
    """The span covers all of it."""
    (span,) = Fragment.plain("¹²", Origin("a.md"), "note mark").spans
    assert ("note mark", 0, 2) == (span.name, span.start, span.end)
