"""Emendations and remarks."""

from __future__ import annotations

from tests.rendering import page, with_article

from edition.content.model import LANGUAGES, Edition
from edition.languages import say


def test_an_emendation_shows_the_correction_and_keeps_the_reading() -> None:
    """Both readings can be had from the page, so that an export can give either."""
    html = page("the {~~Auyt~>Auyl~~}{>>misread letter<<} party")
    assert "the Auyl party" == html.get_text()
    (span,) = html.select("span.emendation")
    assert ("Auyt", "Auyl") == (span["data-source"], span["data-reading"])
    assert "Auyl" == span.select("span.emended")[0].get_text()


def test_the_correction_may_have_emphasis_and_signs() -> None:
    """Markdown in the correction is rendered; in the attributes it is read."""
    html = page('{~~a *b*~>a *b* & "c"~~}{>>"misread" <<}')
    (span,) = html.select("span.emendation")
    assert ("a b", 'a b & "c"') == (span["data-source"], span["data-reading"])
    assert 'a <em>b</em> &amp; "c"' == span.select("span.emended")[0].decode_contents()


def test_a_remark_leaves_the_text_as_it_is() -> None:
    """Only an empty mark is added: the text can be copied and searched as printed."""
    html = page("both{>>sic: two figures<<} figures")
    assert "both figures" == html.get_text()
    assert 1 == len(html.select("span.remark a.apparatus-mark"))


def test_marks_are_numbered_in_reading_order_and_lead_to_their_entries() -> None:
    """Emendations and remarks alike, those of notes after those of the text."""
    html = page("{~~a~>b~~}{>>c<<} d{>>e<<}[^1]\n\n[^1]: {~~f~>g~~}{>>h<<}\n\n{~~i~>j~~}{>>k<<}")
    marks = html.select("a.apparatus-mark")
    assert [(f"mark-{n}", f"#entry-{n}", n) for n in ("1", "2", "3")] == [
        (mark["id"], mark["href"], mark["data-number"]) for mark in marks[:3]
    ]
    readings = [span["data-reading"] for span in html.select("span.emendation")]
    assert ["b", "j", "g"] == readings


def test_several_emendations_of_a_line_are_several() -> None:
    """Each takes its own reason."""
    html = page("{~~a~>b~~}{>>c<<} and {~~d~>e~~}{>>f<<}")
    assert [("a", "b"), ("d", "e")] == [
        (span["data-source"], span["data-reading"]) for span in html.select("span.emendation")
    ]


def test_nothing_is_run_that_stands_in_a_reading() -> None:
    """Signs of HTML in the source's reading are text."""
    html = page('{~~a" onclick="x~>b~~}{>>c<<}')
    (span,) = html.select("span.emendation")
    assert 'a" onclick="x' == span["data-source"]
    assert None is span.get("onclick")


def test_marks_in_another_language_speak_that_of_the_page() -> None:
    """A remark on a Russian title is an English remark on an English page, and says so."""
    html = page("[Соль {~~a~>b~~}{>>c<<} и вода{>>d<<}]{lang=ru} e{>>f<<}")
    assert ["en", "en", None] == [mark.get("lang") for mark in html.select("a.apparatus-mark")]


def test_marks_speak_the_language_of_the_page(invented_edition: Edition) -> None:
    """On a Russian page they are Russian, and say so."""
    for lang in LANGUAGES:
        said = "ru" if lang == "ru" else None
        html = with_article(invented_edition, "ferries", "{~~a~>b~~}{>>c<<} d{>>e<<}", lang)
        assert [(say("emendation", lang, 1), said), (say("remark", lang, 2), said)] == [
            (mark["aria-label"], mark.get("lang")) for mark in html.select("a.apparatus-mark")
        ]
