"""Words in sequence."""

from __future__ import annotations

import pytest
from tests.collation.small import article

from edition.collation.articles import article_part
from edition.collation.streams import EditionStream, tokenize

WORDS = {
    "words and signs": ("Gulls, 12.5%!", ["Gulls", ",", "12", ".", "5", "%", "!"]),
    "apostrophes": ("gull's", ["gull", "'", "s"]),
    "note marks": ("asleep¹².", ["asleep", "¹²", "."]),
    "emphasis": ("**gulls**", ["**", "gulls", "**"]),
    "Cyrillic": ("чайка спит", ["чайка", "спит"]),
    "an underscore": ("oil_gas", ["oil", "_", "gas"]),
}


@pytest.mark.parametrize("case", WORDS)
def test_text_is_cut_into_words_and_signs(case: str) -> None:
    """Every sign counts for itself."""
    text, expected = WORDS[case]
    assert expected == [token.text for token in tokenize(text)]


def test_no_character_is_lost_in_cutting() -> None:
    """Words and gaps together are the text."""
    text = " One\ttwo — three.\n\nfour"
    assert text == "".join(token.gap + token.text for token in tokenize(text))


def test_offsets_are_those_of_the_whole_text() -> None:
    """Also where only a part of it is cut."""
    text = "One two three"
    assert [(4, 7)] == [(token.start, token.end) for token in tokenize(text, 4, 8)]


def stream(body: str) -> EditionStream:
    """Return an article as a stream."""
    return EditionStream([article_part(article(body))])


def test_blocks_are_separated_by_a_line_break() -> None:
    """One for two blocks, and none around them."""
    expected = "A Study of Gulls\nAGNES QUILL\nEditor of tides\nOne.\nTwo."
    assert expected == stream("One.\n\nTwo.").text


def test_a_place_of_the_stream_knows_its_block() -> None:
    """The line break belongs to the block before it."""
    text = stream("One.\n\n## Two")
    at = text.text.index("Two")
    assert ("heading", "paragraph") == (text.kind(at), text.kind(at - 1))
    assert at == text.block_start(at + 2)
    assert (at, at + 3) == text.range_of(text.block_index(at))


def test_a_place_of_the_stream_knows_its_character_in_the_file() -> None:
    """The fragment and the offset in its value."""
    text = stream("A gull[^1] sleeps.")
    fragment, offset = text.fragment_at(text.text.index("sleeps"))
    assert "A gull[^1] " == "A gull[^1] sleeps."[:offset]
    assert 20 == fragment.origin.location(offset, {}).line


def test_emendations_and_remarks_near_a_place_are_found() -> None:
    """Styles are not: they are no opinion of an editor."""
    text = stream("A gull{>>sic<<} sleeps[^1] {~~hear~>here~~}{>>misread<<}.")
    start = text.text.index("gull")
    names = [span.name for span in text.notable_between(start, len(text.text))]
    assert ["remark", "emendation"] == names
    assert [] == text.notable_between(0, start)
