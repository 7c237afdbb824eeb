"""What each kind of page shows, read from the HTML that its Markdown becomes."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from tests.reading import one, plain
from tests.rendering import page as rendered

from edition.content.model import LANGUAGES, Edition, Language
from edition.languages import Labels
from edition.pages import page_tree
from edition.pages.emendations import emendations_page
from edition.pages.notes import notes_page
from edition.pages.page import Page


def find(edition: Edition, path: str) -> Page:
    """Return a page by its path."""
    return next(page for page in page_tree(edition) if page.path == path)


def html(edition: Edition, path: str) -> BeautifulSoup:
    """Return a page as HTML."""
    return rendered(find(edition, path).markdown, edition)


def test_notes_are_listed_by_their_printed_signs(invented_edition: Edition) -> None:
    """Each leads to the note by its identifier."""
    body = "One[^*], two[^4a].\n\n[^*]: A star.\n\n[^4a]: A letter."
    brine = invented_edition.article("brine").model_copy(update={"body": body})
    listed = invented_edition.model_copy(update={"articles": (brine,), "tables": ()})
    page = rendered(notes_page(listed, "en").markdown, listed)
    assert [
        ("*", "brine.html#fn--asterisk", "note *"),
        ("4a", "brine.html#fn-4a", "note 4a"),
    ] == [(a.get_text(), a["href"], a["aria-label"]) for a in page.select("a.place")][:2]


# --- articles ---------------------------------------------------------------------------------


def test_an_article_has_a_head(invented_edition: Edition) -> None:
    """Section, title and subtitle, authors with affiliations, pages."""
    page = html(invented_edition, "en/brine.md")
    head = one(page, "header.article-head")
    assert "Harbours & Wells" == plain(one(head, ".section"))
    assert "The Brine Wells of Lower Fenmouth Salt, Water and What Remains" == plain(
        one(head, "h1")
    )
    assert [("Agnes Quill", "authors.html#quill"), ("Peter Osiér", "authors.html#osier")] == [
        (a.get_text(), a["href"]) for a in head.select("a.author")
    ]
    assert "pp. 3–[9]" == plain(one(head, ".pages"))


def test_a_russian_page_names_the_printed_title(invented_edition: Edition) -> None:
    """The supplied title is the heading; the printed one stands below, marked as English."""
    head = one(html(invented_edition, "ru/brine.md"), "header.article-head")
    assert "Соляные источники Нижнего Фенмута Соль, вода и то, что осталось" == plain(
        one(head, "h1")
    )
    printed = one(head, ".printed-title [lang=en]")
    assert "The Brine Wells of Lower Fenmouth Salt, Water and What Remains" == plain(printed)


def test_a_russian_page_says_that_the_text_is_english(invented_edition: Edition) -> None:
    """Plainly, before the text; the English page has no need to."""
    notice = one(html(invented_edition, "ru/brine.md"), ".edition-notice")
    assert Labels("ru").text_only_english in plain(notice)
    assert [] == html(invented_edition, "en/brine.md").select(".edition-notice")


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("en/brine.md", "printed_abstract"),
        ("ru/brine.md", "supplied"),
        ("en/gulls.md", "supplied"),
    ],
)
def test_an_abstract_says_where_it_comes_from(
    path: str, label: str, invented_edition: Edition
) -> None:
    """Printed or supplied by the edition."""
    lang: Language = "ru" if path.startswith("ru/") else "en"
    origin = one(html(invented_edition, path), ".abstract h2 .origin")
    assert getattr(Labels(lang), label) == plain(origin)


def test_an_abstract_keeps_its_paragraphs_and_signs(invented_edition: Edition) -> None:
    """Signs of HTML in it are text."""
    page = html(invented_edition, "en/brine.md")
    assert [
        "The wells of Lower Fenmouth gave salt for <three> centuries & more.",
        "They are dry now.",
    ] == [plain(p) for p in page.select(".abstract p:not(.keywords)")]


def test_keywords_are_marked_as_supplied(invented_edition: Edition) -> None:
    """They are not in the print, in either language."""
    for lang in LANGUAGES:
        label = Labels(lang)
        keywords = ", ".join(invented_edition.article("brine").meta.keywords_in(lang))
        assert f"{label.keywords} {label.supplied} {keywords}" == plain(
            one(html(invented_edition, f"{lang}/brine.md"), ".keywords")
        )


def test_back_matter_is_there_only_if_there_is_any(invented_edition: Edition) -> None:
    """An article without notes and references has no empty sections."""
    assert 1 == len(html(invented_edition, "en/brine.md").select("section.notes"))
    assert 1 == len(html(invented_edition, "en/brine.md").select("section.references"))
    page = html(invented_edition, "en/ferries.md")
    assert [] == page.select("section.notes, section.references")


def test_the_list_of_references_has_its_printed_heading(invented_edition: Edition) -> None:
    """In reading case on the English page, and the page's own word on the Russian one."""
    heading = one(html(invented_edition, "en/gulls.md"), "section.references h2")
    assert "Sources" == plain(heading)
    heading = one(html(invented_edition, "ru/gulls.md"), "section.references h2")
    assert (Labels("ru").references, "ru") == (plain(heading), heading["lang"])


def test_neighbours_are_those_of_the_contents(invented_edition: Edition) -> None:
    """The first article has none before it, the last none after it."""
    neighbours = {
        slug: [a["href"] for a in html(invented_edition, f"en/{slug}.md").select(".issue-nav a")]
        for slug in ("brine", "gulls", "ferries")
    }
    assert {
        "brine": ["gulls.html"],
        "gulls": ["brine.html", "ferries.html"],
        "ferries": ["gulls.html"],
    } == neighbours


def test_the_description_is_the_abstract_without_markup(invented_edition: Edition) -> None:
    """Plain text for search engines."""
    expected = "Капитан порта пересчитал чаек на пирсе; треть из них спала."
    assert expected == find(invented_edition, "ru/gulls.md").description


# --- the other kinds --------------------------------------------------------------------------


def test_the_cover_has_contents_by_section(invented_edition: Edition) -> None:
    """Sections in their order, with the titles as the contents print them."""
    page = html(invented_edition, "en/index.md")
    assert ["Harbours & Wells", "Birds"] == [plain(h) for h in page.select(".contents h3")]
    assert [
        "The Brine Wells of Lower Fenmouth Salt, Water and What Remains",
        "Ferries",
        "Do Gulls Count? A Census",
    ] == [plain(a) for a in page.select("a.contents-title")]
    assert ["Agnes Quill, Peter Osier", "Agnes Quill", "Tobias Morrow"] == [
        plain(p) for p in page.select(".contents-authors")
    ]


def test_the_cover_has_the_masthead_line_for_line(invented_edition: Edition) -> None:
    """Signs of HTML in it are text; the translation is marked as supplied."""
    page = html(invented_edition, "en/index.md")
    (address,) = page.select(".masthead-address")
    assert "Address:<br/>2, Quay &lt;Lower&gt; &amp; Sons" == address.decode_contents()
    assert [] == page.select(".masthead .origin-note")
    assert 1 == len(html(invented_edition, "ru/index.md").select(".masthead .origin-note"))


def test_the_cover_says_no_more_than_the_print(invented_edition: Edition) -> None:
    """A printed title and year have no brackets, and no word that they are supplied."""
    page = html(invented_edition, "en/index.md")
    assert "Tidewater Papers" == plain(one(page, "h1"))
    assert "Fenmouth, 1931, no. 4" == plain(one(page, ".imprint"))
    assert [] == page.select(".cover-head .origin-note")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The salt is {~~grcy~>grey~~}{>>misread<<} as ash.", "is grcy as. Misread."),
        ("It stands on {~~p,~>p.~~}{>>misread<<} 96.", "on p, 96. Misread."),
        ("The {~~optical~>op. cit.~~}{>>misread<<}, p.96. Salt.", "The optical, p.96. Misread."),
        ("Was it {~~whiie~>white~~}{>>misread<<}?", "it whiie? Misread."),
        ("He said, 'all {~~whiie~>white~~}{>>misread<<}.'", "'all whiie.' Misread."),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reading_of_the_source_is_followed_by_one_stop(
    lang: Language, text: str, expected: str, invented_edition: Edition
) -> None:
    """Its own inside the quotation marks, if it has one, and otherwise one behind them."""
    article = invented_edition.article("gulls").model_copy(update={"body": text})
    edition = invented_edition.model_copy(update={"articles": (article,)})
    page = rendered(emendations_page(edition, lang).markdown, edition)
    saying = one(page, ".apparatus-list .saying")
    assert f"{Labels(lang).in_source}: {expected}" == saying.get_text()
    reading = one(saying, "q").get_text()
    assert (". " if reading[-1].isalnum() else " ") == str(one(saying, "q").next_sibling)


def test_the_council_is_as_each_language_prints_it(invented_edition: Edition) -> None:
    """With the differences, in the language of the page."""
    page = html(invented_edition, "en/council.md")
    assert ["Agnes Quill Editor, Master of Tides", "Tobias Morrow Harbourmaster"] == [
        plain(li) for li in page.select(".council li")
    ]
    (difference,) = page.select(".council-differences li")
    assert 'Tobias Morrow. The Russian adds "почетный член общества".' == difference.get_text()
    assert "#morrow" == one(difference, "a")["href"]
    assert "почетный член общества" == plain(one(difference, "[lang=ru]"))
    (member, _) = html(invented_edition, "ru/council.md").select(".council li")
    assert "Агнес Квилл редактор, магистр приливов" == plain(member)


def test_the_authors_stand_in_the_alphabet_of_the_page(invented_edition: Edition) -> None:
    """Each once, with everything that he or she wrote and every form of the name."""
    page = html(invented_edition, "en/authors.md")
    assert ["Tobias Morrow", "Peter Osiér", "Agnes Quill"] == [plain(h) for h in page.select("h2")]
    assert ["gulls.html", "brine.html", "brine.html", "ferries.html"] == [
        a["href"] for a in page.select(".author-articles a")
    ]
    assert "OSIER PETER" in plain(page.select(".name-forms")[1])
    assert ["Питер Озье"] == [
        plain(p.select("[lang=ru]")[-1]) for p in page.select(".name-forms:has(.origin)")
    ]
    page = html(invented_edition, "ru/authors.md")
    assert ["Агнес Квилл", "Тобиас Морроу", "Питер Озье"] == [plain(h) for h in page.select("h2")]


def test_tables_and_lost_diagrams_are_listed_apart(invented_edition: Edition) -> None:
    """Each with its number, caption and article, and its data to download."""
    page = html(invented_edition, "en/tables.md")
    lists = [[a["href"] for a in ul.select("a:not(.csv)")] for ul in page.select(".table-list")]
    assert [
        ["brine.html#brine-1", "brine.html#brine-2"],
        ["gulls.html#gulls-1", "gulls.html#gulls-2"],
    ] == lists
    entry = page.select(".table-entry")[0]
    assert "Table 1. The wells of Fenmouth" == plain(one(entry, "a"))
    assert "Quill, Osiér. Brine Wells" == plain(one(entry, ".table-article"))
    assert "../tables/brine-1.csv" == one(entry, "a.csv")["href"]


def test_the_root_offers_both_languages_each_in_its_own_words(invented_edition: Edition) -> None:
    """A reader of either finds the way."""
    page = html(invented_edition, "index.md")
    assert [("English", "en/index.html", "en"), ("Русский", "ru/index.html", "ru")] == [
        (a.get_text(), a["href"], a["hreflang"]) for a in page.select("a")
    ]
