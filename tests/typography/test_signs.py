"""The signs of a language: what is set, and what is not certain enough to be."""

from __future__ import annotations

import pytest

from edition.typography.signs import STRAIGHT, set_signs, typographic

NB = "\u00a0"


def english(text: str) -> str:
    """Return an English text with its signs."""
    return set_signs(text, ["en"] * len(text))


def russian(text: str) -> str:
    """Return a Russian text with its signs."""
    return set_signs(text, ["ru"] * len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('the "J curve" and ("salt").', "the “J curve” and (“salt”)."),
        ('regions—"strong" country', "regions—“strong” country"),
        ('a "b "c" d", e', "a “b “c” d”, e"),
        ('asks: "why?" [1]', "asks: “why?” [1]"),
        ('“opened so" and "closed so”', "“opened so” and “closed so”"),
        ('"... and so on"', "“... and so on”"),
    ],
)
def test_double_marks_that_belong_together_are_set(text: str, expected: str) -> None:
    """Beside brackets, dashes and marks of either shape; marks inside marks as printed."""
    assert expected == english(text)


@pytest.mark.parametrize(
    "text",
    ['one " alone', 'a screen of 15" or more', 'said "yes and went', 'it was so" he said', 'a"b"c'],
)
def test_a_double_mark_without_its_partner_stays_straight(text: str) -> None:
    """So do signs of inches, and what stands inside a word."""
    assert text == english(text)


def test_a_mark_that_could_open_and_close_makes_all_of_them_uncertain() -> None:
    """Between two dashes it could be either."""
    assert 'a "b" and —"— c' == english('a "b" and —"— c')


def test_a_speech_that_the_next_paragraph_goes_on_with_has_its_opening_mark() -> None:
    """After a comma or a colon and before a capital it can be nothing else; else it stays."""
    assert "He says, “If it exists, it has" == english('He says, "If it exists, it has')
    assert "“Another question" == english('"Another question')
    assert 'He says, "if it exists, it has' == english('He says, "if it exists, it has')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("King's College, don't, O'Brien", "King’s College, don’t, O’Brien"),
        ("the voters' lists", "the voters’ lists"),
        ("the 1990's and the '90s", "the 1990’s and the ’90s"),
        ("'000 tonnes", "’000 tonnes"),
        ("the 'tulip revolution' was", "the ‘tulip revolution’ was"),
        ("'it's open', says", "‘it’s open’, says"),
        ("the 'voters' lists', not", "the ‘voters’ lists’, not"),
        ("'glorious' statehood", "‘glorious’ statehood"),
        ("('others') and 'others'", "(‘others’) and ‘others’"),
        ("\"Why 'this'? Ask\"", "“Why ‘this’? Ask”"),
        ("'is \"closed\"'", "‘is “closed”’"),
    ],
)
def test_apostrophes_and_single_marks_are_told_apart(text: str, expected: str) -> None:
    """By what stands on both sides, and by whether what opens is closed."""
    assert expected == english(text)


@pytest.mark.parametrize("text", ["a 'lone mark", "5' high", "43° 15' north", "12'x14", "a ' b"])
def test_a_single_mark_that_is_not_certain_stays_straight(text: str) -> None:
    """What opens and is not closed, primes, and what stands alone."""
    assert text == english(text)


def test_a_single_mark_is_not_closed_outside_the_double_ones_around_it() -> None:
    """Its partner is in the same speech."""
    assert "“a 'b c” d’ e" == english("\"a 'b c\" d' e")


def test_russian_has_marks_of_its_own() -> None:
    """Other ones inside; an apostrophe in a name, and no other single mark."""
    assert "газета «Слово» и «клуб „Волна“»" == russian('газета "Слово" и "клуб "Волна""')
    assert "Кот-д’Ивуар" == russian("Кот-д'Ивуар")
    assert "в 'кавычках'" == russian("в 'кавычках'")


def test_each_text_has_the_signs_of_its_own_language() -> None:
    """The language of a pair is that of its opening mark; of other languages nothing is set."""
    text = 'a "b" в "г" rus\'kij'
    languages = ["en"] * 6 + ["ru"] * 6 + [""] * (len(text) - 12)
    assert "a “b” в «г» rus'kij" == set_signs(text, languages)


def test_a_spaced_hyphen_is_a_dash() -> None:
    """With a space before it that holds; a difference, a compound and a bullet are none."""
    assert f"for USA{NB}– in May 14{NB}– May 30" == english("for USA - in May 14 - May 30")
    assert f"Алматы{NB}— город" == russian("Алматы - город")
    for text in ("10 - 12", "state-of-the-nation", "- a bullet", "status- can"):
        assert text == english(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("during 1990-1995, the", "during 1990–1995, the"),
        ("pp. 34-6; pp.86-7; P. 8-16", "pp. 34–6; pp.86–7; P. 8–16"),
        ("1996, №5, с. 5-15.", "1996, №5, с. 5–15."),
    ],
)
def test_ranges_of_years_and_pages_have_a_dash(text: str, expected: str) -> None:
    """Where it is certain that they are ranges."""
    assert expected == english(text)


@pytest.mark.parametrize(
    "text",
    ["264-34-04", "№ 3529-3540", "ISSN 1932-1945-1", "1995-1990", "1234-5678", "10-14",
     "$4000-6000", "10-12%", "3529-zh", "2-3 years", "Elections-2007"],
)  # fmt: skip
def test_other_figures_keep_their_hyphen(text: str) -> None:
    """Telephones, certificates, and ranges that the print leaves as they are."""
    assert text == english(text)


def test_what_is_cut_out_of_a_text_may_lack_a_partner() -> None:
    """There the place alone decides; of inches it says nothing."""
    assert ["“a b", "a b”", "‘a b", '15" b'] == [
        set_signs(text, ["en"] * len(text), cut=True) for text in ('"a b', 'a b"', "'a b", '15" b')
    ]


def test_every_sign_takes_the_place_of_the_one_it_stands_for() -> None:
    """So the text of the file can be had again, sign for sign."""
    text = "'A \"b\"' - the 1990-1995's"
    shown = english(text)
    assert len(text) == len(shown) != 0
    assert text == "".join(STRAIGHT.get(sign, sign) for sign in shown)


def test_plain_text_gets_no_space_but_its_own() -> None:
    """A title is compared and copied."""
    assert "Oil – “black gold”" == typographic('Oil - "black gold"', "en")
    assert f"2{NB}%" == typographic(f"2{NB}%", "ru")
