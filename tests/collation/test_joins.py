"""Whether a sentence runs over a break."""

from __future__ import annotations

import pytest
from tests.collation.small import article

from edition.collation.articles import article_part
from edition.collation.joins import continues, continues_at, settled
from edition.collation.streams import EditionStream

ONE_PARAGRAPH = {
    "a word in the middle": ("a regime in a", "violent way."),
    "a name": ("pressured Mohamad", "Mahathir of Malaysia"),
    "a parenthesis": ("according to the data", "(Ministry of Labor)"),
    "a comma": ("customs and traditions,", "But the survey"),
    "a dash after the break": ("by the word.", "– *bardak*"),
    "a small letter after a full stop": ("i.e.", "the towns"),
    "a note mark at the end": ("in the region¹", "and beyond"),
    "emphasis at the end": ("in the *Times*", "Observes"),
}
TWO_PARAGRAPHS = {
    "full stop": ("It is so.", "The next"),
    "closing quotation mark": ("'It is so.'", "The next"),
    "note mark": ("It is so.¹²", "The next"),
    "emphasis": ("*It is so.*", "The next"),
    "question": ("Is it so?", '"The next"'),
    "colon": ("the following:", "The next"),
    "parenthesis": ("so it is (Table 1)", "The next"),
}


@pytest.mark.parametrize("case", ONE_PARAGRAPH)
def test_a_sentence_goes_on(case: str) -> None:
    """Its end or the next beginning says so."""
    assert continues(*ONE_PARAGRAPH[case])


@pytest.mark.parametrize("case", TWO_PARAGRAPHS)
def test_a_sentence_ends(case: str) -> None:
    """Whatever stands behind the full stop."""
    assert not continues(*TWO_PARAGRAPHS[case])


def test_nothing_goes_on_into_nothing() -> None:
    """An end without words is an end."""
    assert not continues("It is so", "")
    assert not continues("", "it is so")


def stream(body: str) -> tuple[EditionStream, int]:
    """Return an article, and the place of its last line break."""
    text = EditionStream([article_part(article(body))])
    return text, text.text.rindex("\n")


def test_the_readings_of_emendations_are_judged() -> None:
    """A full stop that the edition supplies ends a sentence."""
    assert not continues_at(*stream("It is so{~~~>.~~}{>>stop lost<<}\n\nThe next."))
    assert continues_at(*stream("It is so{~~.~>~~}{>>stop too many<<}\n\nThe next."))


def test_the_text_of_another_block_is_not_looked_at() -> None:
    """Only the last block before the break counts."""
    assert continues_at(*stream("It is so.\n\nwords\n\nThe next."))


def test_a_remark_at_the_break_settles_the_matter() -> None:
    """Elsewhere it does not."""
    assert settled(*stream("It is so{>>no full stop<<}\n\nThe next."))
    assert settled(*stream("It is so\n\n{>>begins small<<}the next."))
    assert not settled(*stream("It{>>sic<<} is so\n\nThe next."))
