"""Tables of figures: sorted by any column, copied into a spreadsheet, downloaded."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import NewPage, Watch
from tests.browser.reader import typed
from tests.conftest import ServeFolder
from tests.editions import Site
from tests.reading import of_source, one

from edition.content.model import LANGUAGES, Cell, Language, Table
from edition.languages import say

pytestmark = pytest.mark.browser

READ = """
  const words = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
  const heads = [...figure.querySelectorAll('thead tr > *')];
  const groups = () => [...figure.querySelectorAll('tbody')].map((body) =>
    [...body.rows].map((row) => [...row.cells].map(words)));
"""
HEADS = f"""(figure) => {{{READ}
  return heads.map((head) => {{
    const unit = head.querySelector('.unit')?.textContent ?? '';
    return [words(head).slice(0, words(head).length - unit.length), unit].filter(Boolean);
  }});
}}"""
"""The words of each head, and its unit if it has one."""

GROUPS = f"(figure) => {{{READ} return groups(); }}"
"""The rows, group by group; a group that has a head begins with it, a row of one cell."""

PRESSES = f"""(figure) => {{{READ}
  return heads.filter((head) => head.querySelector('.sort')).map((head) => {{
    const press = () => {{
      head.querySelector('.sort').click();
      return [heads.map((one) => one.getAttribute('aria-sort')), groups()];
    }};
    return [heads.indexOf(head), [1, 2, 3].map(press)];
  }});
}}"""
"""Press each head three times: what the heads then say of the order, and the rows."""

Rows = list[list[str]]


@dataclass(frozen=True)
class Served:
    """A site and its address."""

    site: Site
    base: str

    def tables(self, page: Page, lang: Language) -> Iterator[tuple[Table, Locator]]:
        """Open every page that has tables; yield each table of data with its figure there."""
        for article in self.site.edition.articles:
            tables = self.site.edition.tables_of(article.slug)
            if tables:
                page.goto(f"{self.base}{lang}/{article.slug}.html")
            for table in tables:
                yield table, page.locator(f"figure#{table.name}")


@pytest.fixture
def invented(invented_site: Site, serve_folder: ServeFolder, watch: Watch) -> Served:
    """The invented issue: its tables have gaps, and heights below zero."""
    address = serve_folder(invented_site.folder)
    watch.allowed += (address,)
    return Served(invented_site, address)


@pytest.fixture(params=["real", "invented"])
def served(request: pytest.FixtureRequest, base: str, real_site: Site, invented: Served) -> Served:
    """Each of the two issues."""
    return Served(real_site, base) if request.param == "real" else invented


@pytest.fixture
def desk(new_page: NewPage) -> Page:
    """A page that may use the clipboard."""
    return new_page(permissions=["clipboard-read", "clipboard-write"])


def clipboard(page: Page) -> str:
    """Return what has been copied."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def columns(figure: Locator, table: Table, lang: Language) -> dict[int, int]:
    """Return for each column on the page which one of the data it is."""
    named = {"passage": say("passage", lang)}
    labels = [typed(named.get(field.name, field.head(lang))) for field in table.fields]
    heads = [typed("".join(words[:1])) for words in figure.evaluate(HEADS)]
    return {at: labels.index(head) for at, head in enumerate(heads)}


def can_be_sorted(table: Table) -> bool:
    """Tell whether the rows of a table have figures that can be compared."""
    names = [field.name for field in table.fields]
    units = {row[names.index("unit")] for row in table.rows} if "unit" in names else {None}
    several = len(table.rows) > 1 and len(units) == 1
    return several and any(field.numeric for field in table.fields)


def natural(text: str) -> list[Any] | None:
    """Return a text as it is sorted: without regard to case, its numbers by their size."""
    parts = re.split(r"(\d+)", text.casefold())
    return [int(part) if part.isdecimal() else part for part in parts] if text else None


def in_order(keys: list[Any], rows: Rows, direction: str) -> Rows:
    """Return printed rows in the order of their keys; those without one come last."""
    if direction == "none":
        return rows
    pairs = list(zip(keys, rows, strict=True))
    filled = [pair for pair in pairs if pair[0] is not None]
    filled.sort(key=lambda pair: pair[0], reverse=direction == "descending")
    return [row for _, row in filled + [pair for pair in pairs if pair[0] is None]]


# --- sorted -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_of_figures_is_sorted_by_each_of_its_columns(
    lang: Language, page: Page, served: Served
) -> None:
    """Figures by their size, the largest first; words by the alphabet; gaps last either way.

    The third press gives the order of print back. Each press is said by ``aria-sort`` at the head
    that was pressed and at no other. A row keeps its cells and stays in its group.
    """
    for table, figure in served.tables(page, lang):
        if not can_be_sorted(table):
            expect(figure.locator(".sort, [aria-sort]")).to_have_count(0)
            continue
        printed: list[Rows] = figure.evaluate(GROUPS)
        shown = columns(figure, table, lang)
        pressed = figure.evaluate(PRESSES)
        headed = [at for at, index in shown.items() if table.fields[index].head(lang)]
        assert headed == [at for at, _ in pressed], table.name
        for at, presses in pressed:
            index, data = shown[at], iter(table.rows)
            numeric = table.fields[index].numeric
            first, second = ("descending", "ascending") if numeric else ("ascending", "descending")
            directions = [first, second, "none"]
            expected: list[list[Rows]] = [[], [], []]
            for group in printed:
                fixed = [row for row in group if len(row) == 1]
                free = [row for row in group if len(row) > 1]
                values = [next(data)[index] for _ in free]
                keys = values if numeric else [natural(row[at]) for row in free]
                for place, direction in zip(expected, directions, strict=True):
                    place.append(fixed + in_order(keys, free, direction))
            assert expected == [groups for _, groups in presses], (table.name, at)
            for direction, (said, _) in zip(directions, presses, strict=True):
                others = dict.fromkeys(headed, "none") | {at: direction}
                assert [others.get(other) for other in shown] == said, (table.name, at)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sorted_table_says_how_to_get_the_order_of_print_back(lang: Language, page: Page) -> None:
    """By a button that is there as long as the order is another; what stands below stays."""
    page.goto(f"{lang}/naribayev.html")
    figure = page.locator("figure#naribayev-1")
    printed = figure.evaluate(GROUPS)
    foot = figure.locator(".table-foot p").all_text_contents()
    restore = figure.locator(".sort-reset")
    expect(restore).to_be_hidden()
    head = figure.locator("thead th.number").last
    head.click(position={"x": 3, "y": 3})  # the whole cell answers, not the word alone
    expect(head).to_have_attribute("aria-sort", "descending")
    assert printed != figure.evaluate(GROUPS)
    assert foot == figure.locator(".table-foot p").all_text_contents()
    expect(restore).to_have_text(say("as_printed", lang))
    restore.click()
    assert printed == figure.evaluate(GROUPS)
    expect(head).to_have_attribute("aria-sort", "none")
    expect(restore).to_be_hidden()
    expect(figure.locator(".sort").first).to_be_focused()


def test_paragraphs_are_sorted_by_their_numbers(page: Page) -> None:
    """The ninth comes before the tenth, also where an article has few."""
    page.goto("en/sadovskaya.html")
    figure = page.locator("figure#sadovskaya-5")
    figure.locator("a.passage").evaluate_all(
        "(links) => links.forEach((link, at) => { link.textContent = `¶ ${[10, 9, 101, 9][at]}`; })"
    )
    figure.locator("thead th").last.click()
    rows = [row for group in figure.evaluate(GROUPS) for row in group if len(row) > 1]
    assert ["¶ 9", "¶ 9", "¶ 10", "¶ 101"] == [row[-1] for row in rows]


# --- copied -----------------------------------------------------------------------------------


def figure_of(table: Table, row: tuple[Cell, ...], value: Decimal, lang: Language) -> str:
    """Return a figure as a spreadsheet takes it: without grouping, its unit behind it."""
    units = [
        "%" if unit == "%" else f" {field.value(str(unit), lang)}"
        for field, unit in zip(table.fields, row, strict=True)
        if field.name == "unit"
    ]
    return "".join([f"{value:f}".replace(".", "," if lang == "ru" else "."), *units])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_is_copied_as_spreadsheets_take_it(
    lang: Language, desk: Page, served: Served
) -> None:
    """A row to a line, cells parted by tabulators, heads first; nothing else."""
    for table, figure in served.tables(desk, lang):
        button = figure.locator("button.copy")
        if not table.rows:
            expect(button).to_have_count(0)
            continue
        lines = ["\t".join(" ".join(words) for words in figure.evaluate(HEADS))]
        shown, data = columns(figure, table, lang), iter(table.rows)
        for seen in (row for group in figure.evaluate(GROUPS) for row in group):
            row = next(data) if len(seen) > 1 else ()
            for at, index in shown.items() if row else ():
                value, field = row[index], table.fields[index]
                if isinstance(value, Decimal):
                    seen[at] = figure_of(table, row, value, lang)
                elif field.name != "passage":
                    words = of_source(field.value(value or "", lang))
                    assert typed(seen[at]).startswith(typed(words))
            lines.append("\t".join(seen))
        button.click()
        expect(button).to_have_text(say("copied", lang))
        assert lines == clipboard(desk).split("\n"), table.name


def test_a_sorted_table_is_copied_in_its_order(desk: Page) -> None:
    """What is seen is what is taken."""
    desk.goto("en/abisheva.html")
    figure = desk.locator("figure#abisheva-1")
    figure.locator("thead th").last.click()
    figure.locator("button.copy").click()
    expect(figure.locator("button.copy")).to_have_text("Copied")
    first, *rows = clipboard(desk).split("\n")
    assert "No\tPolitical party\tVotes received, %" == first
    assert ["88.41", "4.54", "3.09", "1.51", "1.29", "0.78", "0.37"] == [
        row.split("\t")[2] for row in rows
    ]


# --- downloaded -------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_is_there_as_csv_and_as_json(
    lang: Language, page: Page, base: str, real_site: Site
) -> None:
    """CSV byte for byte as the edition keeps it; JSON with its values, as they are printed."""
    for table in real_site.edition.tables:
        figure = one(real_site.pages[f"{lang}/{table.article}.html"], f"figure#{table.name}")
        taken = {}
        for form in ("csv", "json"):
            link = one(figure, f"a.{form}[download]")
            assert f"../tables/{table.name}.{form}" == link["href"]
            answer = page.request.get(f"{base}tables/{table.name}.{form}")
            assert answer.ok, table.name
            taken[form] = answer.body()
        assert (real_site.source / table.csv_path).read_bytes() == taken["csv"]
        data = json.loads(taken["json"], parse_float=str, parse_int=str)
        assert list(csv.DictReader(io.StringIO(taken["csv"].decode()))) == [
            {key: value or "" for key, value in row.items()} for row in data["rows"]
        ]
        number = data.get("number", {}).get(lang, "")
        caption = typed(f"{number} {data['caption'][lang]}")
        assert typed(one(figure, "caption").get_text()).startswith(caption), table.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_click_saves_the_file_under_the_name_of_its_table(
    lang: Language, page: Page, real_site: Site
) -> None:
    """It does not open in the place of the page."""
    table = real_site.edition.tables[-1]
    page.goto(f"{lang}/{table.article}.html")
    for form in ("csv", "json"):
        with page.expect_download() as started:
            page.click(f"figure#{table.name} a.{form}")
        assert f"{table.name}.{form}" == started.value.suggested_filename
        assert started.value.path().stat().st_size > 100
    assert page.url.endswith(f"{lang}/{table.article}.html")
