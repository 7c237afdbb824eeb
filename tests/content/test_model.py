"""The edition as data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from edition.content.model import (
    RESERVED,
    Abstract,
    Bilingual,
    Council,
    Edition,
    Figure,
    MastheadBlock,
    Pages,
    Reference,
    TableField,
)
from edition.pages import page_tree


def test_models_refuse_unknown_keys_and_changes() -> None:
    """A misspelt key is a finding, and nothing downstream can change the content."""
    text = Bilingual(en="gull", ru="чайка")
    with pytest.raises(ValidationError, match="Instance is frozen"):
        text.en = "duck"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Bilingual.model_validate({"en": "gull", "ru": "чайка", "de": "Möwe"})


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_a_text_is_not_empty(empty: str) -> None:
    """Blanks are no text."""
    with pytest.raises(ValidationError):
        Bilingual(en=empty, ru="чайка")


def test_a_bilingual_text_is_asked_by_language() -> None:
    """English is English, Russian is Russian."""
    text = Bilingual(en="gull", ru="чайка")
    assert ("gull", "чайка") == (text["en"], text["ru"])


@pytest.mark.parametrize(("first", "last", "text"), [(3, 9, "3–9"), (3, 3, "3"), (3, None, "3–")])
def test_pages_are_written_short(first: int, last: int | None, text: str) -> None:
    """One page, a range, or an open end."""
    assert text == str(Pages(first=first, last=last))


def test_pages_do_not_run_backwards() -> None:
    """The last page is not before the first."""
    with pytest.raises(ValidationError, match="last page 2 comes before first page 3"):
        Pages(first=3, last=2)


def test_two_entries_cannot_have_one_id() -> None:
    """An id is an address, and an address leads to one place."""
    name = {"name": "Agnes", "role": "editor"}
    member = {"id": "quill", "en": name, "ru": name}
    with pytest.raises(ValidationError, match="two entries have the id 'quill'"):
        Council.model_validate(
            {"heading": {"en": "COUNCIL", "ru": "СОВЕТ"}, "members": [member, member]}
        )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tidewater.example", "https://a b"])
def test_the_address_of_a_reference_is_an_address(url: str) -> None:
    """Nothing that a browser would run, and nothing that it could not open."""
    with pytest.raises(ValidationError, match="url"):
        Reference(number=1, text="A book.", language="en", url=url)


def test_a_column_speaks_both_languages() -> None:
    """A head or a value without Russian is shown as printed."""
    field = TableField.model_validate(
        {
            "name": "well",
            "type": "string",
            "title": "Well",
            "labels": {"ru": "Источник"},
            "values": {"ru": {"Upper": "Верхний"}},
        }
    )
    assert ("Well", "Источник") == (field.head("en"), field.head("ru"))
    assert ("Upper", "Верхний") == (field.value("Upper", "en"), field.value("Upper", "ru"))
    assert "Lower" == field.value("Lower", "ru")


def test_articles_and_tables_are_found_by_name(invented_edition: Edition) -> None:
    """What is not there is a ``KeyError``, not a silent nothing."""
    assert "Ferries" == invented_edition.article("ferries").meta.title
    assert "gulls" == invented_edition.table("gulls-1").article
    assert "Birds" == invented_edition.issue.section("birds").title.en
    for look in (invented_edition.article, invented_edition.table, invented_edition.issue.section):
        with pytest.raises(KeyError, match="nowhere"):
            look("nowhere")


def test_articles_and_tables_keep_the_order_of_print(invented_edition: Edition) -> None:
    """Articles of a section by order, tables of an article as the descriptor has them."""
    sections = {
        section.id: [article.slug for article in invented_edition.articles_in(section.id)]
        for section in invented_edition.issue.sections
    }
    assert {"harbours": ["brine", "ferries"], "birds": ["gulls"]} == sections
    assert ["brine-1", "brine-2"] == [table.name for table in invented_edition.tables_of("brine")]


def test_an_article_gives_what_a_language_has(invented_edition: Edition) -> None:
    """Printed in English, supplied in Russian; the Russian abstract is always supplied."""
    meta = invented_edition.article("brine").meta
    assert "The Brine Wells of Lower Fenmouth" == meta.title_in("en")
    assert "Соль, вода и то, что осталось" == meta.subtitle_in("ru")
    assert ("Brine Wells", "Соляные источники") == (
        meta.running_title_in("en"),
        meta.running_title_in("ru"),
    )
    assert ("printed", "supplied") == (meta.abstract_in("en").origin, meta.abstract_in("ru").origin)
    assert ("соль", "источники") == meta.keywords_in("ru")
    author = meta.authors[1]
    assert ("Peter Osiér", "Питер Озье") == (author.name("en"), author.name("ru"))
    assert "смотритель источников" == author.affiliation_in("ru")


def test_every_generated_page_has_a_reserved_name(invented_edition: Edition) -> None:
    """No article can take the address of another page."""
    keys = {page.key for page in page_tree(invented_edition) if page.kind != "article"}
    assert keys - {"root"} <= RESERVED


@pytest.mark.parametrize("text", ["Salt\nER  - x", "Salt\n\nER  -\tx", " Salt \r\n ER - x\n"])
def test_a_text_of_one_line_has_no_second(text: str) -> None:
    """In a record of one line for each field, a second line would be a field of its own."""
    assert "Salt ER - x" == Bilingual(en=text, ru="x").en


def test_special_spaces_of_a_line_stay() -> None:
    """Only white space that no one can tell from one space is folded."""
    assert "a\u00a0b\u202fc\u2009d" == Bilingual(en="a\u00a0b\u202fc\u2009d", ru="x").en


def test_an_abstract_and_the_masthead_keep_their_lines() -> None:
    """They are printed in paragraphs and in lines."""
    assert "One.\n\nTwo." == Abstract(origin="printed", text="One.\n\nTwo.").text
    assert "A\nB" == MastheadBlock(id="a", en="A\nB", ru="C").en


@pytest.mark.parametrize("text", ["\u200d", "\u00ad \u00ad", "\u3000"])
def test_a_text_that_cannot_be_seen_is_none(text: str) -> None:
    """A title of it would be an empty link."""
    with pytest.raises(ValidationError):
        Bilingual(en=text, ru="x")


@pytest.mark.parametrize("power", [7, 5000])
def test_a_page_has_not_thousands_of_digits(power: int) -> None:
    """It could not even be written out."""
    with pytest.raises(ValidationError):
        Pages(first=10**power)


@pytest.mark.parametrize("first", [0, -1, True, "3", 3.0, None])
def test_a_page_is_a_number_of_a_page(first: object) -> None:
    """Not what could be made one."""
    with pytest.raises(ValidationError):
        Pages.model_validate({"first": first})


@pytest.mark.parametrize("tolerance", ["1e999999999", "1e5", -1, True, "nan", float("inf"), "", []])
def test_a_tolerance_is_written_plainly(tolerance: object) -> None:
    """A power of ten could take all memory when it is written out."""
    figure = {"passage": "a 1", "equals": "1", "tolerance": tolerance}
    with pytest.raises(ValidationError):
        Figure.model_validate(figure)
    assert Decimal("0.05") == Figure.model_validate(figure | {"tolerance": 0.05}).tolerance
