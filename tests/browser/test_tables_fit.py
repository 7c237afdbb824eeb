"""How tables and charts stand on the screen: what is seen of them, and that nothing collides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import NewPage
from tests.browser.reader import visit_with_faces
from tests.editions import Site

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

HIDDEN_SIDEWAYS = """(frames) => frames
  .filter((frame) => frame.scrollWidth > frame.clientWidth)
  .map((frame) => [frame.closest('figure').id, frame.scrollWidth - frame.clientWidth])"""

MARKS = """(cells) => cells.map((cell) => {
  const [text] = [...cell.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  const end = /^[^.,%]*?[\\d\\u00a0]+(?:,\\d{3})*(?=[.]|,\\d{1,2}(?!\\d)|[\\s%]|$)/
    .exec(text.data)[0].trimEnd().length;
  const range = document.createRange();
  range.setStart(text, end - 1);
  range.setEnd(text, end);
  return Math.round(range.getBoundingClientRect().right * 2) / 2;
})"""
"""Where the whole part of each figure ends."""

HEADS = """(heads) => heads.map((head) => {
  const words = document.createRange();
  words.selectNodeContents(head.querySelector('.sort'));
  const { right, left, bottom } = words.getBoundingClientRect();
  const cell = head.getBoundingClientRect();
  const { width, content, opacity } = getComputedStyle(head, '::after');
  return { left, bottom, room: cell.right - right - parseFloat(width), content, opacity };
})"""
"""Of each head that sorts: where its words are, and the room behind them and their sign."""

LETTERS = """(chart) => [...chart.querySelectorAll('*')]
  .filter((one) => one.checkVisibility() && [...one.childNodes].some((part) =>
    part.nodeType === Node.TEXT_NODE && part.data.trim()))
  .map((one) => [parseFloat(getComputedStyle(one).fontSize), one.textContent])"""

TOUCHING = """(chart) => {
  const boxes = [...chart.querySelectorAll('.chart-label, .chart-figure, .chart-tick, rect')]
    .filter((one) => one.checkVisibility())
    .map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const box = one.matches('rect') ? one.getBoundingClientRect() : range.getBoundingClientRect();
      return [one.textContent || 'bar', box];
    })
    .filter(([, box]) => box.width && box.height);
  const meet = (a, b) => a.left < b.right && b.left < a.right
    && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  return boxes.flatMap(([name, a], at) => boxes.slice(at + 1)
    .filter(([, b]) => meet(a, b))
    .map(([other]) => `${name} / ${other}`));
}"""
"""Pairs of words and bars of a chart that lie on each other."""


def pages_with_tables(site: Site, page: Page, lang: Language) -> Iterator[str]:
    """Open each page that has tables; yield its name."""
    for slug in sorted({table.article for table in site.edition.tables}):
        visit_with_faces(page, f"{lang}/{slug}.html")
        yield slug


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [820, 1100, 1200, 1280, 1440])
def test_no_table_is_cut_on_a_wide_screen(
    lang: Language, width: int, new_page: NewPage, real_site: Site
) -> None:
    """Each is seen whole, and the page is no wider for it."""
    page = new_page(viewport={"width": width, "height": 900})
    for slug in pages_with_tables(real_site, page, lang):
        assert [] == page.locator(".table-scroll").evaluate_all(HIDDEN_SIDEWAYS), slug
        assert width >= page.evaluate("document.documentElement.scrollWidth"), slug


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390])
def test_a_table_of_three_columns_fits_a_phone(
    lang: Language, width: int, new_page: NewPage, real_site: Site
) -> None:
    """Its words break, its figures are seen: those of the lost diagrams, too."""
    page = new_page(viewport={"width": width, "height": 800}, has_touch=True, is_mobile=True)
    seen = []
    for slug in pages_with_tables(real_site, page, lang):
        frames = page.locator(".narrow .table-scroll")
        assert [] == frames.evaluate_all(HIDDEN_SIDEWAYS), slug
        seen += page.locator(".narrow").evaluate_all("(all) => all.map((figure) => figure.id)")
    expected = [table.name for table in real_site.edition.tables if table.kind == "reconstruction"]
    assert sorted([*expected, "abisheva-1"]) == sorted(seen)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [390, 412])
def test_a_table_of_six_columns_of_figures_fits_a_usual_phone(
    lang: Language, width: int, new_page: NewPage
) -> None:
    """No column is cut at the edge or slips under the first one; the page is no wider for it."""
    page = new_page(viewport={"width": width, "height": 800}, has_touch=True, is_mobile=True)
    visit_with_faces(page, f"{lang}/imyarova.html")
    frames = page.locator(":is(#imyarova-1, #imyarova-2) .table-scroll")
    assert 2 == frames.count()
    assert [] == frames.evaluate_all(HIDDEN_SIDEWAYS)
    assert width == page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_decimal_marks_of_a_column_stand_under_each_other(lang: Language, page: Page) -> None:
    """Whatever the number of decimals; what is found, copied and read is the printed figure."""
    visit_with_faces(page, f"{lang}/naribayev.html")
    rows = page.locator("figure#naribayev-2 tbody tr")
    for column in range(1, 7):
        cells = rows.locator(f"> :nth-child({column + 1})")
        ends = cells.evaluate_all(MARKS)
        assert max(ends) - min(ends) <= 1, column
    whole = rows.last.locator("td").first
    assert whole.evaluate("(cell) => cell.textContent") == "691" == whole.inner_text()
    copied = "(cell) => { getSelection().selectAllChildren(cell); return `${getSelection()}`; }"
    assert whole.evaluate(copied).strip() == "691"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sign_of_sorting_stands_behind_the_word_and_moves_nothing(
    lang: Language, page: Page, real_site: Site
) -> None:
    """It has its room before it is there; a head that is pointed at says that it sorts."""
    for slug in pages_with_tables(real_site, page, lang):
        for figure in page.locator("figure:has(.sort)").all():
            heads = figure.locator("th:has(> .sort)")
            before = heads.evaluate_all(HEADS)
            figure.locator(".sort").last.hover()
            assert "1" == heads.last.evaluate("(h) => getComputedStyle(h, '::after').opacity")
            assert all(head["opacity"] == "0" for head in before), slug
            assert all(head["room"] >= -1 for head in before), (slug, before)
            figure.locator(".sort").last.click()
            after = heads.evaluate_all(HEADS)
            for old, new in zip(before, after, strict=True):
                assert abs(old["left"] - new["left"]) < 0.5, slug
                assert old["room"] == pytest.approx(new["room"], abs=0.5)
            assert "▼" in after[-1]["content"] or "▲" in after[-1]["content"]


def test_a_finger_sees_which_heads_sort(phone: Page) -> None:
    """There is no pointer that could ask."""
    phone.goto("en/imyarova.html")
    for head in phone.locator("figure#imyarova-1 th:has(> .sort)").evaluate_all(HEADS):
        assert "↕" in head["content"]
        assert float(head["opacity"]) > 0.5


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_the_words_of_a_chart_can_be_read(
    lang: Language, width: int, new_page: NewPage, real_site: Site
) -> None:
    """None is small, none lies on another or on a bar, and none is outside the screen."""
    page = new_page(viewport={"width": width, "height": 800})
    for slug in pages_with_tables(real_site, page, lang):
        for chart in page.locator(".chart").all():
            assert [] == [text for size, text in chart.evaluate(LETTERS) if size < 11], slug
            assert [] == chart.evaluate(TOUCHING), slug
        assert width >= page.evaluate("document.documentElement.scrollWidth"), slug


def test_more_to_the_right_is_shown_in_the_dark_as_well(new_page: NewPage) -> None:
    """By a shadow on light paper, by a light on dark paper."""
    shades = []
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme, viewport={"width": 390, "height": 800})
        page.goto("en/imyarova.html")
        frame = page.locator("figure#imyarova-3 .table-scroll")
        shades.append(frame.evaluate("(frame) => getComputedStyle(frame).backgroundImage"))
    assert "rgba(0, 0, 0, 0.22)" in shades[0]
    assert "rgba(255, 255, 255, 0.26)" in shades[1]
    assert "rgba(0, 0, 0, 0.22)" not in shades[1]
