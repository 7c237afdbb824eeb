"""The index of names, and the file that the search reads."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from tests.editions import Site
from tests.reading import plain
from tests.rendering import page as rendered

from edition.content.authority import Mentions
from edition.content.model import (
    LANGUAGES,
    Authority,
    AuthorityEntry,
    Bilingual,
    Edition,
    Language,
)
from edition.content.places import places
from edition.exports.names import names_json
from edition.pages import page_tree, paths
from edition.pages.names import names_page, sort_key


@pytest.fixture
def named(invented_edition: Edition) -> Edition:
    """The invented issue with an authority file."""
    town = AuthorityEntry.model_validate(
        {
            "id": "archangel",
            "en": {"name": "Archangel"},
            "ru": {"name": "Архангельск"},
            "description": Bilingual(en="a port", ru="порт"),
            "forms": ["Archangel", "ARCHANGEL"],
            "also": ["Arkhangelsk"],
        }
    )
    return invented_edition.model_copy(update={"authority": Authority(places=(town,))})


def naming(edition: Edition, *forms: object) -> Edition:
    """Return an edition whose authority file has one person with these printed forms."""
    entry = AuthorityEntry.model_validate(
        {"id": "x", "en": {"name": "X"}, "ru": {"name": "Икс"}, "forms": forms}
    )
    return edition.model_copy(update={"authority": Authority(persons=(entry,))})


def index(edition: Edition, lang: Language) -> BeautifulSoup:
    """Return the index of an edition."""
    return rendered(names_page(edition, Mentions(edition), lang).markdown, edition)


def test_an_edition_without_an_authority_file_has_no_index(
    invented_edition: Edition, named: Edition
) -> None:
    """And one with it has it in both languages."""
    assert [] == [page for page in page_tree(invented_edition) if page.kind == "names"]
    assert ["en/names.md", "ru/names.md"] == [p.path for p in page_tree(named) if p.kind == "names"]


def test_an_entry_leads_to_every_place(named: Edition) -> None:
    """With both headings and every other spelling, each once."""
    html = index(named, "ru")
    (entry,) = html.select("li#places-archangel")
    assert "Архангельск Archangel порт" == plain(entry.select(".name")[0])
    assert plain(entry.select(".name-variants")[0]).endswith(": Arkhangelsk")
    assert ["brine.html#p1"] == [str(a["href"]) for a in entry.select(".name-mentions a")]
    assert ["А"] == [a.get_text() for a in html.select("nav.letters a")]


def test_a_form_that_the_issue_does_not_print_is_not_shown_as_printed(
    invented_edition: Edition,
) -> None:
    """What the source reads where the edition emends is printed; a form may hold in one article."""
    limited = {"form": "Archangel", "only": ["gulls"]}
    html = index(naming(invented_edition, "Archangle", "whiie", "salt", limited), "en")
    (variants,) = html.select(".name-variants")
    assert plain(variants).endswith(": whiie, salt")


@pytest.mark.parametrize(
    ("form", "english", "russian"),
    [
        ("Brine", "Quill, Osiér: title brine.html#title", "Квилл, Озье: название"),
        ("A. QUILL", "Quill, Osiér: author authors.html#quill", "Квилл, Озье: автор"),
        ("Surveyor", "Quill, Osiér: affiliation authors.html#osier", "Квилл, Озье: должность"),
        ("centuries", "Quill, Osiér: abstract brine.html#abstract", "Квилл, Озье: аннотация"),
        ("Upper", "Quill, Osiér: Table 1 brine.html#brine-1", "Квилл, Озье: Таблица 1"),
        ("The parts", 'Quill, Osiér: Table "The parts of the wheel" brine.html#brine-2',
         'Квилл, Озье: Таблица "Части колеса"'),
        ("sleep", "Morrow: Diagram 2 gulls.html#gulls-2", "Морроу: Диаграмма 2"),
        ("Harbourmaster of", "Morrow: affiliation authors.html#morrow", "Морроу: должность"),
        ("Тобиас Морроу", "Editorial Council: Tobias Morrow council.html#morrow",
         "Редакционный совет: Тобиас Морроу"),
        ("HARBOURS", "Masthead: THE SOCIETY FOR THE STUDY … index.html#masthead-society",
         "Выходные сведения: ОБЩЕСТВО ИЗУЧЕНИЯ …"),
        ("Quay", "Masthead: Address index.html#masthead-address", "Выходные сведения: Адрес"),
    ],
)  # fmt: skip
def test_a_place_says_what_it_is(
    form: str, english: str, russian: str, invented_edition: Edition
) -> None:
    """In the language of the index; the link leads to the element."""
    edition = naming(invented_edition, form)
    line = index(edition, "en").select(".name-mentions")[-1]
    assert english == f"{plain(line)} {line.select('a')[-1]['href']}"
    assert russian == plain(index(edition, "ru").select(".name-mentions")[-1])


def test_diagrams_of_one_number_are_told_apart(invented_edition: Edition) -> None:
    """The print may have two with the same."""
    number = invented_edition.table("gulls-2").number
    tables = tuple(t.model_copy(update={"number": number}) for t in invented_edition.tables)
    edition = naming(invented_edition.model_copy(update={"tables": tables}), "sleep", "stand")
    links = index(edition, "en").select("a[href*='#gulls-']")
    assert ["Diagram 2 (1)", "Diagram 2 (2)"] == [plain(link) for link in links]


def test_a_heading_is_said_with_the_paragraph_below_it(invented_edition: Edition) -> None:
    """Also aloud, where the sign has a word."""
    heading, paragraph = index(naming(invented_edition, "Count", "counted"), "en").select(
        ".name-mentions a[href='gulls.html#p2']"
    )
    assert ["heading before ¶ 2", "¶ 2"] == [plain(heading), plain(paragraph)]
    assert "heading before paragraph 2" == heading["aria-label"]
    assert "paragraph 2" == paragraph["aria-label"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_is_on_its_page(lang: Language, invented_site: Site) -> None:
    """Whatever is named there."""
    found = {place for place, _ in places(invented_site.edition)}
    assert {"title", "author", "affiliation", "abstract", "heading", "paragraph", "note"} < {
        place.kind for place in found
    }
    assert [] == [
        place
        for place in found
        for page in [invented_site.pages[paths.page_url(paths.place_key(place), lang)]]
        if page.find(id=place.anchor) is None
    ]


def test_the_search_knows_every_spelling(named: Edition) -> None:
    """And the places, so that a name in the other script finds them."""
    content = json.loads(names_json(named))
    (name,) = content["names"]
    assert {"Archangel", "ARCHANGEL", "Архангельск", "Arkhangelsk"} == set(name["v"])
    assert [[0, "p1"]] == name["m"]
    assert ["brine", "Brine Wells", "Соляные источники"] == content["groups"][0]


def test_the_search_leads_to_the_other_places_by_what_they_are_called(
    invented_edition: Edition,
) -> None:
    """In both languages; a heading is found with the paragraph below it."""
    edition = naming(invented_edition, "Tobias Morrow", "TOBIAS MORROW", "Gulls", "Count")
    content = json.loads(names_json(edition))
    assert ["", "Editorial Council", "Редакционный совет"] == content["groups"][-2]
    (number, *of_article), council = content["names"][0]["m"]
    assert 1 == number
    assert [
        ["gulls.html#title", "title", "название"],
        ["authors.html#morrow", "author", "автор"],
        "p1",
        "p2",
    ] == [place for place in of_article if "gulls-" not in place[0]]
    assert [3, ["council.html#morrow", "Tobias Morrow", "Тобиас Морроу"]] == council


@pytest.mark.parametrize(
    ("name", "key"),
    [("[Éa] B", "ea b"), ("Ёлка", "елка"), ("«Йод»", "йод"), ("“Q” 1", "q 1")],
)
def test_the_alphabet_sees_letters_alone(name: str, key: str) -> None:
    """No accents, no signs before a name, ё as е; but й is a letter of its own."""
    assert key == sort_key(name)
