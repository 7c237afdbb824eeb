"""Bracketed spans and runs of Cyrillic."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from tests.rendering import page, render

SPANS = {
    "[bardak]{lang=ru-Latn}": '<span lang="ru-Latn">bardak</span>',
    "[*Ibid.*]{to=note-6}": (
        '<a class="cross-reference" href="#fn-6" aria-label="Ibid.: note 6"><em>Ibid.</em></a>'
    ),
    "[Ditto]{to=ref-2}": (
        '<a class="cross-reference" href="#ref-2" aria-label="Ditto: reference 2">Ditto</a>'
    ),
    "[Там же]{to=note-6}": (
        '<a class="cross-reference" href="#fn-6" lang="ru" aria-label="Там же: примечание 6">'
        "Там же</a>"
    ),
    "[the table]{to=brine-1}": '<a class="cross-reference" href="#brine-1">the table</a>',
    "[a]{.small #b lang=la}": '<span class="small" id="b" lang="la">a</span>',
    "*[Svoboda Slova]{lang=ru-Latn}*": '<em><span lang="ru-Latn">Svoboda Slova</span></em>',
    "[a] {b} and [c]": "[a] {b} and [c]",
    "[a]{lang=zh-hant-tw}": '<span lang="zh-Hant-TW">a</span>',
    "[שלום]{lang=he} [a]{lang=he-Latn}": (
        '<span dir="rtl" lang="he">שלום</span> <span lang="he-Latn">a</span>'
    ),
    "[*Сонда*]{to=note-6 lang=kk}": (
        '<a class="cross-reference" href="#fn-6" lang="kk"><em>Сонда</em></a>'
    ),
}

RUNS = {
    "the «Каждая волна считается» motto": (
        'the «<span lang="ru">Каждая волна считается</span>» motto'
    ),
    "чайка": '<span lang="ru">чайка</span>',
    "чайка № 5, вторая": '<span lang="ru">чайка № 5, вторая</span>',
    "чайка 1, gull 2": '<span lang="ru">чайка</span> 1, gull 2',
    "*чайка* and чайки": ('<em><span lang="ru">чайка</span></em> and <span lang="ru">чайки</span>'),
    "[чайка]{lang=ru}": '<span lang="ru">чайка</span>',
    "[чайка и gull]{lang=bg}": '<span lang="bg">чайка и gull</span>',
    "[Қазақ]{lang=kk} [тоҷикӣ]{lang=tg}": (
        '<span lang="kk">Қазақ</span> <span lang="tg">тоҷикӣ</span>'
    ),
    "[*Ўзбек* тили]{lang=uz}": '<span lang="uz"><em>Ўзбек</em> тили</span>',
    "Қазақ": '<span lang="ru">Қазақ</span>',
    "`чайка`": "<code>чайка</code>",
}


@pytest.mark.parametrize("text", SPANS)
def test_a_span_has_its_attributes_or_its_target(text: str) -> None:
    """The syntax is pandoc's; ``to`` makes a link inside the page."""
    assert BeautifulSoup(f"<p>{SPANS[text]}</p>", "html.parser") == page(text)


@pytest.mark.parametrize("text", RUNS)
def test_cyrillic_is_marked_where_the_text_is_in_another_language(text: str) -> None:
    """A run goes on over spaces and signs, and is marked once."""
    assert f"<p>{RUNS[text]}</p>" == render(text)


def test_cyrillic_needs_no_mark_in_text_that_is_written_in_it() -> None:
    """The language of an element holds for the letters of its script; others are told apart."""
    html = render('<div lang="kk" markdown="block">\n\nСонда және sonda\n\n</div>')
    assert '<div lang="kk">\n<p>Сонда және sonda</p>\n</div>' == html
    html = render('<div lang="de" markdown="block">\n\nA чайка\n\n</div>')
    assert '<div lang="de">\n<p>A <span lang="ru">чайка</span></p>\n</div>' == html


def test_words_that_run_the_other_way_say_so() -> None:
    """In a text that runs from right to left it is Latin words that do."""
    html = render('<div lang="ar" markdown="block">\n\nمرحبا [sonda]{lang=fr}\n\n</div>')
    assert (
        '<div dir="rtl" lang="ar">\n<p>مرحبا <span dir="ltr" lang="fr">sonda</span></p>\n</div>'
        == html
    )


def test_cyrillic_needs_no_mark_in_russian_text() -> None:
    """Neither on a Russian page nor inside an element that is Russian."""
    assert "<p>чайка</p>" == render("::: language ru\n\nчайка")
    html = render('<div lang="ru" markdown="block">\n\nчайка\n\n</div>')
    assert '<div lang="ru">\n<p>чайка</p>\n</div>' == html


def test_cyrillic_is_marked_in_english_text_on_a_russian_page() -> None:
    """What counts is the language of the element, not of the page."""
    html = render('::: language ru\n\n<div lang="en" markdown="block">\n\nthe чайка\n\n</div>')
    assert '<div lang="en">\n<p>the <span lang="ru">чайка</span></p>\n</div>' == html


def test_signs_of_html_in_a_run_stay_signs() -> None:
    """The text around a marked run is escaped once."""
    assert '<p>a &amp; b &lt; <span lang="ru">чайка</span> &gt; c</p>' == render(
        "a & b < чайка > c"
    )
