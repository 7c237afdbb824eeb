"""Tables and the values of lost diagrams."""

from __future__ import annotations

import pytest
from bs4 import Tag
from tests.rendering import page

from edition.content.model import Edition, Language
from edition.markup.words import say


def figure(edition: Edition, name: str, lang: Language = "en") -> Tag:
    """Return the figure of a table."""
    article = edition.table(name).article
    html = page(f"::: article {article} {lang}\n\n::: table {name}", edition)
    (found,) = html.select("figure")
    return found


def cells(row: Tag) -> list[str]:
    """Return the text of each cell of a row."""
    return [" ".join(cell.get_text().split(" ")) for cell in row.select("th, td")]


def lines(element: Tag) -> dict[str, str]:
    """Return what stands under a table, by the kind of the line."""
    return {str(p["class"][0]): p.get_text() for p in element.select(".table-foot p[class]")}


def test_a_table_has_caption_heads_and_rows(invented_edition: Edition) -> None:
    """Heads have scopes, gaps are empty, numbers have their printed decimals."""
    html = figure(invented_edition, "brine-1")
    assert ("brine-1", "en") == (html["id"], html["lang"])
    (caption,) = html.select("caption")
    assert caption.get_text().startswith("Table 1. The wells of Fenmouth")
    head, *rows = html.select("tr")
    assert ["Well", "Depthft", "Salt, tons"] == cells(head)
    assert [["Upper", "12.50", "1,798"], ["Middle", "", "1,240"], ["Lower", "−3.25", ""]] == [
        cells(row) for row in rows
    ]
    assert ["col"] * 3 + ["row"] * 3 == [th["scope"] for th in html.select("th")]
    assert 2 == len(html.select("td.gap"))


def test_a_table_speaks_the_language_of_the_page(invented_edition: Edition) -> None:
    """Labels, numerals and notes; the note mark is kept though the translation lacks it."""
    html = figure(invented_edition, "brine-1", "ru")
    head, *rows = html.select("tr")
    assert ["Источник", "Глубинафуты", "Соль, тонн"] == cells(head)
    assert ["Верхний", "12,50", "1\u00a0798"] == cells(rows[0])
    (caption,) = html.select("caption")
    assert "Таблица 1. Источники Фенмута[^3]" == caption.get_text()
    assert {
        "table-note": say("note_label", "ru") + " Глубина меньше нуля — это высота.",
        "table-source": say("source", "ru") + " городская книга, https://tidewater.example/book",
    } == lines(html)


def test_numbers_are_set_to_the_right(invented_edition: Edition) -> None:
    """Heads of numeric columns and their cells have the class that the style sheet aligns."""
    html = figure(invented_edition, "brine-1")
    assert ["Depthft", "Salt, tons", "12.50", "1,798", "1,240", "−3.25"] == [
        cell.get_text() for cell in html.select(".number")
    ]


def test_a_table_without_key_and_heads_has_neither(invented_edition: Edition) -> None:
    """A column without a printed head has an empty cell, not an empty head."""
    html = figure(invented_edition, "brine-2")
    assert ["Found"] == [th.get_text() for th in html.select("th")]
    assert [["Found", ""], ["rim", "spoke"], ["hub", ""]] == [cells(r) for r in html.select("tr")]


def test_what_is_printed_under_one_table_is_shown_under_those_it_covers(
    invented_edition: Edition,
) -> None:
    """Source and note of the first table stand under the second as well."""
    assert {
        "table-note": "Note: A depth below zero is a height.",
        "table-source": "Source: the town book, https://tidewater.example/book",
    } == lines(figure(invented_edition, "brine-2"))


def test_a_reconstruction_names_the_paragraph_of_each_value(invented_edition: Edition) -> None:
    """Units follow their numbers; columns that say one thing are left out."""
    html = figure(invented_edition, "gulls-1")
    head, *rows = html.select("tr")
    assert ["Gulls", "State", "Figure", "Stated for", say("passage", "en")] == cells(head)
    assert ["All gulls", "asleep", "31.5%", "diagram", "¶ 1"] == cells(rows[0])
    assert ["North", "counted twice", "12%", "same question", "¶ 2"] == cells(rows[2])
    links = [(a["href"], a["aria-label"], a["title"]) for a in html.select("a.passage")]
    assert ("#p1", say("paragraph", "en", 1), "31.5% of the gulls were asleep") == links[0]
    assert {
        "table-reconstructed": say("reconstructed", "en"),
        "table-remark": f"{say('table_remark', 'en')} The diagram is lost.",
    } == lines(html)


def test_russian_sets_a_space_before_the_percent_sign(invented_edition: Edition) -> None:
    """As its typography asks; the number and its sign stay on one line."""
    html = figure(invented_edition, "gulls-1", "ru")
    assert ["Все чайки", "спят", "31,5\u00a0%", "диаграмма", "¶ 1"] == cells(html.select("tr")[1])


def test_a_diagram_of_which_nothing_is_known_has_its_caption(invented_edition: Edition) -> None:
    """There is no empty table."""
    html = figure(invented_edition, "gulls-2")
    assert [] == html.select("table")
    (caption,) = html.select("figcaption")
    assert 'Diagram 2. "Where do gulls sleep?"Each gull...' == caption.get_text()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_table_can_be_downloaded(invented_edition: Edition, lang: Language) -> None:
    """The link says of which table it is."""
    for table in invented_edition.tables:
        (link,) = figure(invented_edition, table.name, lang).select("a.csv")
        assert f"../tables/{table.path}" == link["href"]
        assert str(link["aria-label"]).endswith(table.caption[lang].removesuffix("[^3]"))


def test_a_wide_table_scrolls_by_keyboard(invented_edition: Edition) -> None:
    """The region can be focused and is named by the caption."""
    (region,) = figure(invented_edition, "brine-1").select("div.table-scroll")
    assert ("0", "region") == (region["tabindex"], region["role"])
    assert "brine-1-caption" == region["aria-labelledby"]


def test_without_an_edition_the_line_vanishes() -> None:
    """Another tool may use the extension for the text alone."""
    assert "One." == page("One.\n\n::: table brine-1").get_text().strip()
