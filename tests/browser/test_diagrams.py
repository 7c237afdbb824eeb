"""Charts of tables, and what stands for the diagrams whose pictures are lost."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from bs4 import Tag
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import typed, wait_until_seen
from tests.editions import Site
from tests.reading import CYRILLIC, of_page, of_source, one, plain, there

from edition.content.model import LANGUAGES, Language, Table
from edition.languages import say
from edition.languages.numbers import format_number

pytestmark = pytest.mark.browser

PAINT = """(chart) => [...chart.querySelectorAll('*')].filter((one) => one.matches(
  'text, rect, line, circle, path, .chart-label, .chart-title, .chart-group')).map((one) => {
  const { color, fill, stroke } = getComputedStyle(one);
  if (!(one instanceof SVGElement)) return [color, 'none'];
  return [one.matches('line') ? 'none' : fill, stroke];
})"""
"""What the shapes and the words of a chart are painted with; a line has no inside."""

LINE = """(part) => {
  const { top, bottom } = part.getBoundingClientRect();
  return { top, bottom, size: parseFloat(getComputedStyle(part).fontSize) };
}"""
"""Where a part of a figure stands, and the size of its letters."""

FIGURE = {
    "bars": re.compile(r": (−?\d(?:[\d.,\u00a0]*\d)?)"),
    "lines": re.compile(r"[ \u00a0][–—] (−?\d(?:[\d.,\u00a0]*\d)?)"),
}
"""A figure in the words of a chart."""

LOST = {"en": "the picture is lost", "ru": "рисунок утрачен"}
RECONSTRUCTED = {"en": "Reconstructed", "ru": "Реконструкция"}
BY_THE_EDITION = {"en": "by the edition", "ru": "в цифровом издании"}


def figure_of(site: Site, table: Table, lang: Language) -> Tag:
    """Return the figure of a table on the page of its article."""
    return one(site.pages[f"{lang}/{table.article}.html"], f"figure#{table.name}")


def drawn(table: Table, lang: Language) -> list[str]:
    """Return every figure that a chart has to show, row by row, from the data."""
    assert table.chart is not None, table.name
    names = [field.name for field in table.fields]
    only = [(names.index(name), value) for name, value in table.chart.only.items()]
    shown = [
        index
        for index, field in enumerate(table.fields)
        if field.numeric and table.chart.column in {None, field.name}
    ]
    return [
        format_number(value, lang, grouped=bool(table.printed.groupChar))
        for row in table.rows
        if all(row[index] == value for index, value in only)
        for value in (row[index] for index in shown)
        if isinstance(value, Decimal)
    ]


# --- charts -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_of_figures_is_drawn_below_it(lang: Language, real_site: Site) -> None:
    """Once and unfolded, named in the language of the page; other tables are not drawn."""
    for table in real_site.edition.tables:
        figure = figure_of(real_site, table, lang)
        charts = figure.select("details.table-chart[open] [role=img].chart")
        assert int(any(field.numeric for field in table.fields)) == len(charts), table.name
        for chart in charts:
            title = plain(one(figure, f"[id='{chart['aria-labelledby']}']"))
            assert CYRILLIC.search(title) if lang == "ru" else not CYRILLIC.search(title)
            assert len(title) > 10
            assert chart.select("svg")
            assert BY_THE_EDITION[lang] in plain(one(figure, ".chart-caption"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chart_says_all_its_figures_in_words(lang: Language, real_site: Site) -> None:
    """In its description, those of the table and no others; at bars they are written as well."""
    for table in real_site.edition.tables:
        if table.chart is None:
            continue
        figure = figure_of(real_site, table, lang)
        chart = one(figure, "[role=img].chart")
        words = one(figure, f"[id='{chart['aria-describedby']}']").get_text()
        said = FIGURE[table.chart.type].findall(words)
        assert sorted(drawn(table, lang)) == sorted(said), table.name
        if table.chart.type == "bars":
            written = [text.get_text().rstrip("%\u00a0") for text in chart.select(".chart-figure")]
            assert said == written, table.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_take_their_colours_from_the_theme(
    lang: Language, new_page: NewPage, real_site: Site
) -> None:
    """Whatever is painted is painted otherwise in the dark; no script is needed to see it."""
    page = new_page(java_script_enabled=False)
    charted = [table for table in real_site.edition.tables if table.chart is not None]
    for slug in sorted({table.article for table in charted}):
        page.goto(f"{lang}/{slug}.html")
        for table in (table for table in charted if table.article == slug):
            chart = page.locator(f"figure#{table.name} .chart")
            chart.scroll_into_view_if_needed()
            expect(chart).to_be_visible()
            page.emulate_media(color_scheme="light")
            light: list[list[str]] = chart.evaluate(PAINT)
            page.emulate_media(color_scheme="dark")
            dark: list[list[str]] = chart.evaluate(PAINT)
            assert len(light) > 2 * len(drawn(table, lang))
            same = [
                paint
                for before, after in zip(light, dark, strict=True)
                for paint, other in zip(before, after, strict=True)
                if paint == other != "none"
            ]
            assert [] == same, table.name
        expect(page.locator(".chart :is([fill], [stroke], [style])")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chart_can_be_folded_away(lang: Language, page: Page) -> None:
    """By its name, which says what it is."""
    page.goto(f"{lang}/abisheva.html")
    chart = page.locator("figure#abisheva-1 details.table-chart")
    expect(chart.locator("summary")).to_have_text(say("chart_bars", lang))
    chart.locator("summary").click()
    expect(chart.locator(".chart")).to_be_hidden()
    chart.locator("summary").press("Enter")
    expect(chart.locator(".chart")).to_be_visible()


# --- lost diagrams ----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lost_diagram_says_that_it_is_one(lang: Language, real_site: Site) -> None:
    """In its caption, above its values, and below its chart; no printed table says so."""
    for table in real_site.edition.tables:
        figure = figure_of(real_site, table, lang)
        lost = table.kind == "reconstruction"
        assert int(lost) == plain(figure).lower().count(LOST[lang]), table.name
        assert lost == plain(one(figure, "caption")).lower().endswith(f"{LOST[lang]}."), table.name
        captions = [plain(caption) for caption in figure.select(".chart-caption")]
        assert all(lost == caption.startswith(RECONSTRUCTED[lang]) for caption in captions)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lost_diagram_says_so_in_a_quiet_line_under_its_name(
    lang: Language, phone: Page, real_site: Site
) -> None:
    """Also on a phone: below the title, above the heads, in smaller letters than the title's."""
    phone.goto(f"{lang}/sadovskaya.html")
    for table in real_site.edition.tables_of("sadovskaya"):
        figure = phone.locator(f"figure#{table.name}")
        title, line, heads = (
            figure.locator(part).evaluate(LINE)
            for part in (".table-title", "caption > .table-reconstructed", "thead")
        )
        assert title["bottom"] <= line["top"] + 1, table.name
        assert line["bottom"] <= heads["top"], table.name
        assert title["size"] > line["size"] >= 12, table.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_lost_diagrams_are_listed_apart_from_the_tables(
    lang: Language, real_site: Site
) -> None:
    """Five of them, under a heading that says what they are."""
    page = real_site.pages[f"{lang}/tables.html"]
    expected = [t.name for t in real_site.edition.tables if t.kind == "reconstruction"]
    entries = page.select("#lost ~ ul > .table-entry")
    assert 5 == len(expected)
    assert expected == [entry["id"] for entry in entries]
    assert {"en": "Lost diagrams", "ru": "Утраченные диаграммы"}[lang] == plain(one(page, "#lost"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_value_of_a_lost_diagram_leads_to_the_words_that_give_it(
    lang: Language, page: Page, base: str, real_site: Site
) -> None:
    """The paragraph that is named holds the quoted passage, and the click goes there."""
    for table in real_site.edition.tables:
        article = real_site.pages[f"{lang}/{table.article}.html"]
        links = figure_of(real_site, table, lang).select("a.passage")
        passages = [field.name for field in table.fields].index("passage") if links else 0
        assert len(links) == (len(table.rows) if table.kind == "reconstruction" else 0)
        for link, row in zip(links, table.rows if links else (), strict=True):
            paragraph = one(article, f"#{there(link)}")
            assert typed(of_source(str(row[passages]))) in typed(of_page(paragraph))
            assert f"¶ {there(link)[1:]}" == plain(link)
    page.goto(f"{lang}/sadovskaya.html")
    first = page.locator("figure#sadovskaya-5 a.passage").first
    anchor = str(first.get_attribute("href"))
    first.click()
    expect(page).to_have_url(f"{base}{lang}/sadovskaya.html{anchor}")
    wait_until_seen(page.locator(anchor))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_diagram_without_values_stands_as_its_caption(
    lang: Language, invented_site: Site
) -> None:
    """With what is known of it; nothing is drawn, no table is empty, nothing is "reconstructed"."""
    bare = [table for table in invented_site.edition.tables if not table.rows]
    assert bare
    for table in bare:
        figure = figure_of(invented_site, table, lang)
        caption = typed(one(figure, "figcaption").get_text(" "))
        assert table.number is None or caption.startswith(typed(table.number[lang]))
        assert typed(of_source(table.caption[lang])) in caption
        assert table.legend is None or typed(of_source(table.legend[lang])) in caption
        assert LOST[lang] in plain(one(figure, "figcaption > .table-lost")).lower()
        assert 1 == plain(figure).lower().count(LOST[lang])
        assert [] == figure.select("table, svg, details, button, .table-reconstructed")
