"""Tables and the values of lost diagrams."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup, Tag
from tests.reading import one
from tests.rendering import page

from edition.content.model import LANGUAGES, Bilingual, Edition, Language, Table
from edition.languages import say
from edition.markup.grids import Grid
from edition.markup.reconstructions import Reconstruction
from edition.text.blocks import read_body


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
    """Source and note of the first table stand under the second as well, which says so."""
    assert {
        "table-note": "Note: A depth below zero is a height.",
        "table-source": "Source: the town book, https://tidewater.example/book",
        "table-remark": f"{say('table_remark', 'en')} Printed once.",
    } == lines(figure(invented_edition, "brine-2"))


def test_the_decimal_marks_of_a_column_are_in_one_line(invented_edition: Edition) -> None:
    """What a figure lacks is said to the style sheet and is no part of its text."""
    table = invented_edition.table("brine-1")
    rows = (("a", Decimal("1.25"), None), ("b", Decimal("3.5"), None), ("c", Decimal(7), None))
    for lang in LANGUAGES:
        grid = ET.Element("table")
        Grid(table.model_copy(update={"rows": rows}), lang).fill(grid)
        depths = [row[1] for row in grid.findall("tbody/tr")]
        whole = ".00" if lang == "en" else ",00"
        assert [None, "0", whole] == [cell.get("data-pad") for cell in depths]
        assert "7" == depths[2].text


def test_a_table_says_whether_it_is_wide_or_narrow(invented_edition: Edition) -> None:
    """By the number of its columns, or by their longest words."""
    table = invented_edition.table("brine-1")
    assert "narrow" == Grid(table, "en").width()
    field = table.fields[0]
    for count, word, expected in ((4, "x", ""), (9, "x", "wide"), (4, "x" * 20, "wide")):
        changed = table.model_copy(update={"fields": (field,) * count, "rows": ((word,) * count,)})
        assert expected == Grid(changed, "en").width()


def test_a_reconstruction_names_the_paragraph_of_each_value(invented_edition: Edition) -> None:
    """A group has its own head; units follow their numbers, and what is plain is not said."""
    html = figure(invented_edition, "gulls-1")
    head, *rows = html.select("tr")
    assert ["State", "Figure", say("passage", "en")] == cells(head)
    assert [
        ["All gulls"],
        ["asleep", "31.5%", "¶ 1"],
        ["on one leg", "4%", "¶ 1"],
        ["North*"],
        ["counted twice", "12%", "¶ 2"],
    ] == [cells(row) for row in rows]
    assert [2, 1] == [len(body.select("tr:not(.row-group)")) for body in html.select("tbody")]
    heads = html.select("tbody > tr.row-group:first-child > th[scope=rowgroup][colspan='3']")
    assert 2 == len(heads)
    links = [(a["href"], a["aria-label"], a.select("[title]")) for a in html.select("a.passage")]
    href, label, (sign,) = links[0]
    assert ("#p1", say("paragraph", "en", 1)) == (href, label)
    assert ("31.5% of the gulls were asleep", "true") == (sign["title"], sign["aria-hidden"])
    assert {
        "table-scope": "* " + say("scope_same question", "en"),
        "table-remark": f"{say('table_remark', 'en')} The diagram is lost.",
    } == lines(html)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "kind"), [("gulls-1", "reconstructed"), ("gulls-2", "lost")])
def test_a_lost_diagram_says_in_its_caption_that_it_is_one(
    name: str, kind: str, lang: Language, invented_edition: Edition
) -> None:
    """Once, as the last line of the caption: before the figures are seen or read aloud."""
    html = figure(invented_edition, name, lang)
    caption = one(html, "caption, figcaption")
    assert [f"table-{kind}"] == caption.select("span")[-1]["class"]
    assert caption.get_text().endswith(" " + say(kind, lang))
    assert 1 == html.get_text().count(say(kind, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_printed_below_comes_before_what_the_edition_says(
    lang: Language, invented_edition: Edition
) -> None:
    """Its own and what it shares with another table; a note without a label is not a remark."""
    table = invented_edition.table("gulls-1")
    words = Bilingual(en="Words.", ru="Слова.")
    printed = table.model_copy(update={"note": words, "source": words})
    shared = invented_edition.table("brine-1").model_copy(update={"shared_with": (table.name,)})
    changed = invented_edition.model_copy(update={"tables": (printed, shared)})
    below = figure(changed, table.name, lang).select(".table-foot > *")
    printed_lines = ["table-note", "table-source"] * 2
    expected = [*printed_lines, "table-scope", "table-remark", "table-remark", "table-tools"]
    assert expected == [str(line["class"][0]) for line in below]
    note, *_, remark, where, _ = (line.get_text() for line in below)
    assert shared.shared_remark is not None
    assert where.endswith(shared.shared_remark[lang])
    assert note == ("Words." if lang == "en" else f"{say('note_label', 'ru')} Слова.")
    assert remark.startswith(say("table_remark", lang))


def reconstructed(edition: Edition, *rows: tuple[str, str, str, str, str]) -> tuple[Table, Tag]:
    """Return a reconstruction of given group, answer, kind, unit and scope, and how it looks."""
    passage = "31.5% of the gulls were asleep"
    full = tuple((g, a, kind, Decimal(5), unit, scope, passage) for g, a, kind, unit, scope in rows)
    table = edition.table("gulls-1").model_copy(update={"rows": full})
    grid = ET.Element("table")
    Reconstruction(table, "en", edition.article("gulls").text).fill(grid)
    return table, one(BeautifulSoup(ET.tostring(grid), "html.parser"), "table")


def test_totals_and_averages_are_called_so(invented_edition: Edition) -> None:
    """Behind the answer, unless the answer says it; a plain value is not called anything."""
    _, html = reconstructed(
        invented_edition,
        ("All", "asleep", "value", "%", "diagram"),
        ("All", "asleep or not", "total", "%", "diagram"),
        ("All", "awake", "average", "%", "diagram"),
        ("All", "average age", "average", "%", "diagram"),
    )
    assert ["asleep", "asleep or not, in total", "awake, on average", "average age"] == [
        th.get_text() for th in html.select("th[scope=row]")
    ]


def test_what_the_diagram_may_not_have_shown_is_marked_once(invented_edition: Edition) -> None:
    """At the head of the group, or at the row where its group is mixed; the ear hears why."""
    _, html = reconstructed(
        invented_edition,
        ("All", "asleep", "value", "%", "diagram"),
        ("All", "awake", "value", "%", "same question"),
        ("North", "asleep", "value", "%", "same question"),
        ("North", "awake", "value", "%", "same question"),
    )
    marked = html.select("th:has(> .scope-mark)")
    assert ["awake*", "North*"] == [th.get_text() for th in marked]
    assert ["row", "rowgroup"] == [th["scope"] for th in marked]
    assert {("img", "same question")} == {
        (mark["role"], mark["aria-label"]) for mark in html.select(".scope-mark")
    }


def test_figures_of_different_units_are_not_sorted(invented_edition: Edition) -> None:
    """Points and percent have no common order."""
    row = ("All", "asleep", "value", "%", "diagram")
    for unit, expected in (("%", True), ("points", False)):
        table, _ = reconstructed(invented_edition, row, (*row[:3], unit, row[4]))
        assert expected == Reconstruction(table, "en", read_body("")).sortable()


def test_russian_sets_a_space_before_the_percent_sign(invented_edition: Edition) -> None:
    """As its typography asks; the number and its sign stay on one line."""
    html = figure(invented_edition, "gulls-1", "ru")
    assert ["Все чайки"] == cells(html.select("tr")[1])
    assert ["спят", "31,5\u00a0%", "¶ 1"] == cells(html.select("tr")[2])


def test_a_diagram_of_which_nothing_is_known_has_its_caption(invented_edition: Edition) -> None:
    """There is no empty table."""
    html = figure(invented_edition, "gulls-2")
    assert [] == html.select("table")
    (caption,) = html.select("figcaption")
    words = 'Diagram 2. "Where do gulls sleep?" Each gull...'
    assert f"{words} {say('lost', 'en')}" == caption.get_text()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_table_can_be_downloaded(invented_edition: Edition, lang: Language) -> None:
    """The link says of which table it is."""
    for table in invented_edition.tables:
        (link,) = figure(invented_edition, table.name, lang).select("a.csv")
        assert f"../tables/{table.path}" == link["href"]
        assert str(link["aria-label"]).endswith(table.caption[lang].removesuffix("[^3]"))


def test_a_wide_table_scrolls_by_keyboard(invented_edition: Edition) -> None:
    """The frame can be focused and says what it does; the table in it says which one it is."""
    (frame,) = figure(invented_edition, "brine-1").select("div.table-scroll")
    assert ("0", "group") == (frame["tabindex"], frame["role"])
    assert say("scroll", "en") == frame["aria-label"]


def test_the_number_of_a_note_is_no_part_of_a_tables_name(invented_edition: Edition) -> None:
    """A table is named by its caption, or, where that has a mark, by the words of it."""
    for table in invented_edition.tables:
        for grid in figure(invented_edition, table.name).select("table"):
            words = "[^" in table.caption.en
            assert words == ("aria-label" in grid.attrs), table.name
            assert "[^" not in str(grid.get("aria-label", ""))


def test_a_chart_is_folded_by_its_name(invented_edition: Edition) -> None:
    """A page may have several charts; each says of which table it is."""
    for table in invented_edition.tables:
        for summary in figure(invented_edition, table.name).select("summary"):
            caption = table.caption.en.removesuffix("[^3]")
            assert str(summary["aria-label"]).startswith(f"{summary.get_text()}: ")
            assert str(summary["aria-label"]).endswith(caption), table.name


def test_without_an_edition_the_line_vanishes() -> None:
    """Another tool may use the extension for the text alone."""
    assert "One." == page("One.\n\n::: table brine-1").get_text().strip()
