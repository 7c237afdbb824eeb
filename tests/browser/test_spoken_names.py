"""How things are called to the ear: by names that differ, once, and in their own language."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from copy import copy
from typing import Final

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Listen
from tests.browser.reader import NAMES, SLUGS
from tests.browser.searching import ask, open_search
from tests.browser.spoken import LABEL, TARGETS, Heard, apart, hear
from tests.editions import Site
from tests.reading import one

from edition.content.model import LANGUAGES, Language
from edition.languages import Labels, say

pytestmark = pytest.mark.browser

PATHS: Final = [
    "index.html",
    "404.html",
    *(f"{lang}/{n}.html" for lang in LANGUAGES for n in NAMES),
]
HEADS: Final = {"columnheader", "rowheader"}
CELLS: Final = HEADS | {"cell", "gridcell"}
PLACES: Final = {"listitem", "row", "paragraph", "navigation"}
"""What says with a link what it belongs to."""
CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
LATIN: Final = re.compile(r"(?<![@./\w])[A-Za-z]{2,}(?![@./\w])")
"""A word that is no part of an address."""


def links(page: Heard, place: int = 0) -> Iterator[tuple[int, Heard]]:
    """Yield every link with what it belongs to: a heading, an entry, or what a colon ended."""
    heading = place
    for part in page.parts:
        if part.role == "heading" or part.name.rstrip().endswith(":"):
            heading = id(part)
        if part.role == "link":
            yield heading, part
        inner = id(part) if part.role in PLACES else heading
        yield from links(part, inner)


def dense(words: str) -> str:
    """Return words without spaces: a cell may have several parts, and a tree keeps none between."""
    return "".join(apart(words).split())


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
def test_everything_that_can_be_followed_has_words_for_a_name(path: str, listen: Listen) -> None:
    """No link or button is a mere sign, such as an arrow, or nothing; the head of a year may be."""
    followed = [part for part in listen(path).walk() if part.role in TARGETS]
    assert followed
    assert [] == [
        part.attributes
        for part in followed
        if not re.search(r"[^\W\d_]|№" if part.role != "button" else r"[\w№]", part.name)
    ]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_called_twice(path: str, listen: Listen) -> None:
    """A description says something else than the name, a group something else than its table."""
    page = listen(path)
    assert [] == [part.name for part in page.walk() if part.name and part.name == part.description]
    assert [] == [
        (part.role, inner.role, part.name)
        for part in page.those("region", "group", "figure")
        for inner in part.those("region", "group", "figure", "table", "image")
        if inner is not part and part.name and inner.name == part.name
    ]


@pytest.mark.parametrize("path", PATHS)
def test_links_are_told_apart(path: str, listen: Listen) -> None:
    """Links of one name lead to one place.

    On the page of an article that holds for the whole of it; where a page is a list, of what
    belongs together: an entry, or what stands under one heading.
    """
    main = listen(path).only("main")
    whole = path[3:].removesuffix(".html") in SLUGS
    places = defaultdict(set)
    for place, link in links(main):
        places[0 if whole else place, link.name].add(link.url)
    for link in main.those("doc-noteref", "doc-biblioref", "doc-backlink"):
        places[0, link.name].add(link.url)
    assert [] == [(name, urls) for (_, name), urls in places.items() if len(urls) > 1]


@pytest.mark.parametrize("path", [p for p in PATHS if p[3:].removesuffix(".html") in SLUGS])
def test_buttons_are_told_apart(path: str, listen: Listen) -> None:
    """Those of a table by the table, those of a citation by its form."""
    page = listen(path)
    of_tables = {id(part) for table in page.those("table") for part in table.walk()}
    names = [part.name for part in page.those("button") if id(part) not in of_tables]
    assert [] == [name for name, count in Counter(names).items() if count > 1]


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mark_says_what_it_stands_for(lang: Language, slug: str, listen: Listen) -> None:
    """Every link to a note, a reference or an entry of the apparatus, and every way back."""
    main = listen(f"{lang}/{slug}.html").only("main")
    roles = {"fn": "note", "ref": "reference"}
    for mark in main.those("doc-noteref", "doc-biblioref"):
        kind, _, number = mark.url.rpartition("#")[2].partition("-")
        kinds = [roles[kind]] if kind in roles else ["emendation", "remark"]
        assert mark.name in {say(kind, lang, number) for kind in kinds}
    for back in main.those("doc-backlink"):
        assert re.search(r"#(fnref|cite|mark)", back.url), back.url
        assert re.search(r"\w+ .*\d", back.name), back.name
    plain_links = {link.url.rpartition("#")[2] for link in main.those("link")}
    marked = {mark.url.rpartition("#")[2] for mark in main.those("doc-noteref")}
    notes = {f"fn-{note.id.removeprefix('fn-')}" for note in main.those("doc-endnote")}
    assert notes <= marked
    assert set() == {to for to in plain_links if to.startswith("entry-")}


# --- language ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
def test_everything_is_read_in_its_own_language(path: str, listen: Listen) -> None:
    """Texts, names and descriptions: Cyrillic by a Russian voice, other words by another one.

    A text may have a name or two in other letters.
    """
    faults = []
    for part in listen(path).walk():
        russian = part.lang.startswith("ru")
        label = part.name if part.is_labelled else ""
        text = part.name if part.role == "StaticText" else ""
        for words, names in ((text, 2), (label, 0), (part.description, 0)):
            if CYRILLIC.search(words):
                faults += [(part.role, part.lang, words)] * (not russian)
            elif russian and len(LATIN.findall(words)) > names:
                faults.append((part.role, part.lang, words))
    assert [] == faults


@pytest.mark.parametrize("slug", SLUGS)
def test_an_english_text_on_a_russian_page_is_read_as_english(slug: str, listen: Listen) -> None:
    """And what the page says between is read as Russian, down to the marks of its notes."""
    main = listen(f"ru/{slug}.html").only("main")
    (paragraph,) = [part for part in main.walk() if part.id == "p1"]
    assert "en" == paragraph.lang
    assert "en" == next(part.lang for part in paragraph.walk() if part.role == "StaticText")
    marks = main.those("doc-noteref", "doc-biblioref", "doc-backlink")
    assert {"ru"} >= {mark.lang for mark in marks}
    assert "ru" == main.those("heading")[0].lang


# --- tables and charts ------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tables_have_heads_and_every_cell_is_read_once(
    lang: Language, listen: Listen, real_site: Site
) -> None:
    """A head for each column, one for each row where the table has such, no cell twice or never."""
    for table in real_site.edition.tables:
        path = f"{lang}/{table.article}.html"
        # The pages are shared by all tests: what is written in is written into a copy.
        shown = copy(one(real_site.pages[path], f"figure#{table.name} table"))
        for labelled in shown.select("[aria-label]"):
            labelled.string = LABEL.format(labelled["aria-label"])
        (figure,) = [part for part in listen(path).those("figure") if part.id == table.name]
        grid = figure.only("table")
        rows = [[p for p in row.parts if p.role in CELLS] for row in grid.those("row")]
        expected = [
            [dense(cell.get_text()) for cell in row.select("th, td")] for row in shown.select("tr")
        ]
        assert expected == [[dense(cell.speech()) for cell in row] for row in rows], table.name
        assert {"columnheader"} >= {cell.role for cell in rows[0] if cell.speech()}, table.name
        keyed = [field for field in table.fields if field.name in table.key]
        for row in rows[1:] if keyed else []:
            assert "rowheader" in {cell.role for cell in row}, (table.name, row[0].speech())
        assert dense(table.caption[lang].split("[^")[0]) in dense(grid.name)
        lost = dense(grid.name).endswith(dense(say("reconstructed", lang)))
        assert lost == (table.kind == "reconstruction"), table.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chart_is_a_picture_with_a_name_and_its_values(
    lang: Language, listen: Listen, real_site: Site
) -> None:
    """What is drawn is silent; what it shows is said in words."""
    for table in real_site.edition.tables:
        page = listen(f"{lang}/{table.article}.html")
        (figure,) = [part for part in page.those("figure") if part.id == table.name]
        pictures = [part for part in figure.those("image") if part.attributes["class"] == "chart"]
        assert int(table.chart is not None) == len(pictures), table.name
        for picture in pictures:
            words = picture.description
            assert words.startswith(
                (say("chart_bars_text", lang, ""), say("chart_lines_text", lang, ""))
            )
            assert len(re.findall(r": \d|– −?\d", words)) >= 4, words
            assert picture.speech() in {"", apart(picture.name)}


@pytest.mark.parametrize("path", PATHS)
def test_pictures_are_named_or_silent(path: str, listen: Listen) -> None:
    """An ornament or the sign on a button is not announced as a picture of nothing."""
    pictures = listen(path).those("image", "img", "graphics-document", "SvgRoot")
    assert [] == [part.attributes for part in pictures if not part.name]


# --- the search -------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_search_finds_is_called_by_its_place(lang: Language, listener: Page) -> None:
    """The number of results is announced; a place has a word and a number, a text its language."""
    listener.goto(f"{lang}/index.html")
    open_search(listener)
    ask(listener, "Ablay")
    dialog = hear(listener).only("dialog")
    assert Labels(lang).search_query == dialog.name
    (status,) = dialog.those("status")
    assert re.search(r"\d", status.speech())
    found = [link for link in dialog.those("link") if "mullerson.html?q=" in link.url]
    assert {Labels(lang).place_paragraph.format(n=17)} == {
        link.name for link in found if link.is_labelled
    }
    (title,) = [link for link in found if "#" not in link.url]
    assert lang == title.lang
    passages = [link for link in found if not link.is_labelled and link is not title]
    assert passages
    assert {"en"} == {link.lang for link in passages}
