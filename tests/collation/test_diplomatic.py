"""The diplomatic form: what the edition adds is undone, and every place is kept."""

from __future__ import annotations

import pytest

from edition.collation.diplomatic import Span, capitals, diplomatic, superscript

FORMS = {
    "plain text": ("Gulls count.", "Gulls count."),
    "emphasis": ("*Gulls* **count**.", "*Gulls* **count**."),
    "emendation": ("the {~~gvll~>gull~~}{>>misread<<} sleeps", "the gvll sleeps"),
    "insertion": ("asleep{~~~>.~~}{>>stop lost<<}", "asleep"),
    "deletion": ("the {~~the ~>~~}{>>doubled<<}gull", "the the gull"),
    "remark": ("Quil{>>sic: one l<<} sleeps", "Quil sleeps"),
    "remark between spaces": ("Quil {>>sic<<} sleeps", "Quil sleeps"),
    "remark at the end": ("Quil sleeps. {>>sic<<}", "Quil sleeps. "),
    "span": ("the *[chaika]{lang=ru-Latn}* sleeps", "the *chaika* sleeps"),
    "link to a note": ("[*Ibid.*]{to=note-6}, p. 4", "*Ibid.*, p. 4"),
    "span with an emendation": ("[a {~~b~>c~~}{>>d<<}]{lang=la}", "a b"),
    "note mark": ("asleep[^12].", "asleep¹²."),
    "named note": ("asleep[^*].", "asleep*."),
    "escapes": (r"5 \* 3 \[1\]", "5 * 3 [1]"),
    "address": ("see <http://a.example/b_c>.", "see http://a.example/b_c."),
    "entity": ("a &lt; b &amp; c", "a < b & c"),
    "brackets that are text": ("see [1] and {2}", "see [1] and {2}"),
    "comparison": ("a < b", "a < b"),
}


@pytest.mark.parametrize("case", FORMS)
def test_the_form_is_what_the_source_has(case: str) -> None:
    """Each kind of markup gives the text of the source."""
    markdown, expected = FORMS[case]
    assert expected == diplomatic(markdown).text


@pytest.mark.parametrize("case", FORMS)
def test_every_character_has_a_place(case: str) -> None:
    """There is one offset for each character, and offsets never go back."""
    form = diplomatic(FORMS[case][0])
    assert len(form.text) == len(form.offsets)
    assert sorted(form.offsets) == list(form.offsets)


def test_a_character_behind_markup_keeps_its_place() -> None:
    """The map leads to the very character of the file."""
    markdown = "A {~~gvll~>gull~~}{>>misread<<} sleeps[^1] *here*."
    form = diplomatic(markdown)
    for word in ("gvll", "sleeps", "here"):
        assert markdown.index(word) == form.offsets[form.text.index(word)]


def test_an_emendation_is_a_span_with_its_reason() -> None:
    """Both readings and the reason are kept."""
    (span,) = diplomatic("the {~~gvll~>gull~~}{>>misread<<}").spans
    assert Span(4, 8, "emendation", "gvll", "gull", "misread") == span


def test_a_remark_is_an_empty_span() -> None:
    """It has a place and a text, and no length."""
    (span,) = diplomatic("Quil{>>sic: one l<<} sleeps").spans
    assert Span(4, 4, "remark", reason="sic: one l") == span


def test_a_note_mark_is_a_span() -> None:
    """What is set by style is known."""
    assert (Span(6, 8, "note mark"),) == diplomatic("asleep[^12].").spans


def test_a_heading_in_capitals_knows_which_letters_were_small() -> None:
    """A letter that was a capital already is no style."""
    form = capitals(diplomatic("The Gulls[^1]"))
    assert "THE GULLS¹" == form.text
    styled = [span.start for span in form.spans if span.name == "capitals"]
    assert [1, 2, 5, 6, 7, 8] == styled


def test_a_letter_that_has_no_single_capital_keeps_its_place() -> None:
    """Two capitals may stand for one small letter."""
    form = capitals(diplomatic("Maß 1"))
    assert ("MASS 1", [0, 1, 2, 2, 3, 4]) == (form.text, list(form.offsets))


def test_a_note_number_is_superscript() -> None:
    """Figures are raised, other labels stay."""
    assert ("¹²", "*") == (superscript("12"), superscript("*"))
