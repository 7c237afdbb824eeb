"""The index of names, and the file that the search reads."""

from __future__ import annotations

import json

import pytest
from tests.reading import plain
from tests.rendering import page as rendered

from edition.content.authority import Mentions
from edition.content.model import Authority, AuthorityEntry, Bilingual, Edition
from edition.exports.names import names_json
from edition.pages import page_tree
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
    authority = Authority(places=(town,))
    return invented_edition.model_copy(update={"authority": authority})


def test_an_edition_without_an_authority_file_has_no_index(
    invented_edition: Edition, named: Edition
) -> None:
    """And one with it has it in both languages."""
    assert [] == [page for page in page_tree(invented_edition) if page.kind == "names"]
    assert ["en/names.md", "ru/names.md"] == [p.path for p in page_tree(named) if p.kind == "names"]


def test_an_entry_leads_to_every_place(named: Edition) -> None:
    """With both headings and every other spelling, each once."""
    mentions = Mentions(named.authority, named.articles)
    html = rendered(names_page(named, mentions, "ru").markdown, named)
    (entry,) = html.select("li#places-archangel")
    assert "Архангельск Archangel порт" == plain(entry.select(".name")[0])
    assert plain(entry.select(".name-variants")[0]).endswith(": Arkhangelsk")
    assert ["brine.html#p1"] == [str(a["href"]) for a in entry.select(".name-mentions a")]
    assert ["А"] == [a.get_text() for a in html.select("nav.letters a")]


def test_the_search_knows_every_spelling(named: Edition) -> None:
    """And the places, so that a name in the other script finds them."""
    content = json.loads(names_json(named))
    (name,) = content["names"]
    assert {"Archangel", "ARCHANGEL", "Архангельск", "Arkhangelsk"} == set(name["v"])
    assert [[0, "p1"]] == name["m"]
    assert ["brine", "Brine Wells", "Соляные источники"] == content["articles"][0]


@pytest.mark.parametrize(
    ("name", "key"),
    [("[Éa] B", "ea b"), ("Ёлка", "елка"), ("«Йод»", "йод"), ("“Q” 1", "q 1")],
)
def test_the_alphabet_sees_letters_alone(name: str, key: str) -> None:
    """No accents, no signs before a name, ё as е; but й is a letter of its own."""
    assert key == sort_key(name)
