"""Where a line may end: what holds together, and what does not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from edition.content.model import Language
from edition.typography.breaks import BACK, hold_spaces, seams, wholes


def held(text: str, lang: Language) -> str:
    """Return a text with the spaces that hold drawn as ``~``."""
    return hold_spaces(text, [lang] * len(text)).replace("\u00a0", "~")


def whole(text: str, lang: Language) -> list[str]:
    """Return what is kept whole in a text."""
    return [text[first:last] for first, last in wholes(text, [lang] * len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("отношение к мигрантам и не только в Азии", "отношение к~мигрантам и~не~только в~Азии"),
        ("«О пользе»: На юге", "«О~пользе»: На~юге"),
        ("что бы ни было", "что~бы ни~было"),
        ("Алматы — город", "Алматы~— город"),
        ("2,5 млн долл. в 2007 г.", "2,5~млн~долл. в~2007~г."),
        ("19 % и XX в.", "19~% и~XX~в."),
        ("им. Ф. Эберта", "им. Ф.~Эберта"),
        ("18 августа, с. 12, т. 3, № 4", "18~августа, с.~12, т.~3, №~4"),
        ("Таблица 1", "Таблица~1"),
        ("в г. Алматы", "в~г.~Алматы"),
    ],
)
def test_russian_words_that_hold_together(text: str, expected: str) -> None:
    """Short words with the next, figures with their units, initials with the surname."""
    assert expected == held(text, "ru")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see pp. 12 and p. 3, no. 5, vol. 2", "see pp.~12 and p.~3, no.~5, vol.~2"),
        ("January 24, 18 August", "January~24, 18~August"),
        ("by G.W. Downs and M. Abisheva", "by G.W.~Downs and M.~Abisheva"),
        ("one – or two", "one~– or two"),
        ("9,901 million", "9,901~million"),
    ],
)
def test_english_words_that_hold_together(text: str, expected: str) -> None:
    """Labels and figures, days and months, initials, and the word before a dash."""
    assert expected == held(text, "en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("a text in it", "en"),
        ("к мигрантам", "en"),
        ("вот они", "ru"),
        ("что-то и", "ru"),
        ("the president. The", "en"),
        ("in May the", "en"),
        ("August 2007", "en"),
        ("page by page", "en"),
        ("12 months", "en"),
        ("USA. The", "en"),
    ],
)
def test_other_words_may_stand_apart(text: str, lang: Language) -> None:
    """Longer words, the last of a line, and Russian rules in English."""
    assert text == held(text, lang)


def test_the_way_back_holds_to_the_note() -> None:
    """It does not fall onto a line of its own."""
    assert f"the end.~{BACK}" == held(f"the end. {BACK}", "en")


def test_short_words_and_ranges_are_kept_whole() -> None:
    """At their hyphen or dash."""
    assert ["по-английски", "1990–1995"] == sorted(whole("по-английски, 1990–1995", "ru"))[::-1]
    assert ["15–[20]"] == whole("pp. 15–[20]", "en")
    assert ["36–[?]"] == whole("p. 36–[?]", "en")
    assert ["J-кривая"] == whole("Это J-кривая.", "ru")
    assert ["кто-то"] == whole("если кто-то", "ru")
    assert ["1980-х"] == whole("в 1980-х годах", "ru")


@pytest.mark.parametrize(
    ("text", "lang"),
    [("state-of-the-nation", "en"), ("социально-экономический", "ru"), ("264-34-04", "en"),
     ("one–two", "en"), ("по-английски", "en")],
)  # fmt: skip
def test_long_compounds_may_be_cut(text: str, lang: Language) -> None:
    """They would leave holes in the line before."""
    assert [] == whole(text, lang)


def test_long_addresses_may_be_cut_after_their_parts() -> None:
    """Short ones not, nor what is no address."""
    address = "http://www.tidewater.example/a_b/c.html"
    ends = [0, *seams(address), len(address)]
    assert ["http://", "www.", "tidewater.", "example/", "a_", "b/", "c.", "html"] == [
        address[first:last] for first, last in pairwise(ends)
    ]
    assert [] == [*seams("www.kisi.kz"), *seams("one/two_three.four/five_six.seven")]
