"""The edition as data."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from edition.content.model import (
    RESERVED,
    Bilingual,
    Council,
    Edition,
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
