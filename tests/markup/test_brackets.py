"""Brackets of links and their partners."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor

from edition.markup.brackets import Brackets


@given(st.text("[]a\\", max_size=12))
def test_what_stands_in_brackets_is_what_markdown_finds(text: str) -> None:
    """For each opening bracket; where there is no partner, only that."""
    upstream, ours = LinkInlineProcessor(LINK_RE, Markdown()), Brackets()
    for at in (index for index, character in enumerate(text) if character == "["):
        expected = upstream.getText(text, at + 1)
        assert expected[2] == ours.within(text, at + 1)[2]
        assert not expected[2] or expected == ours.within(text, at + 1)
