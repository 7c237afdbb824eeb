"""In the colours of the system, and with more contrast: no lost colour said anything alone."""

from __future__ import annotations

from itertools import combinations
from typing import Any, Final, Literal

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import KINDS, settle
from tests.browser.searching import ask, open_search
from tests.browser.test_accessibility import THIN_OUT, violations

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
CHARTS: Final = ("abisheva", "imyarova", "naribayev", "sadovskaya")

CONTRAST: Final = """
const paint = (value) => {
  const parts = (value.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  if (value.startsWith('color(')) parts.splice(0, 3, ...parts.slice(0, 3).map((c) => c * 255));
  return parts.length === 3 ? [...parts, 1] : parts;
};
const light = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const over = (value, ground) => {
  const [r, g, b, a] = paint(value);
  return [r, g, b].map((c, at) => c * a + paint(ground)[at] * (1 - a));
};
const contrast = (value, ground) => {
  const [x, y] = [over(value, ground), paint(ground)].map(light).sort((p, q) => q - p);
  return Math.round((x + 0.05) / (y + 0.05) * 10) / 10;
};
const canvas = getComputedStyle(document.body).backgroundColor;
"""
"""How far a colour stands out from another, from 1 to 21."""


@pytest.fixture(params=SCHEMES)
def forced(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    """A page in the colours of a system that is light or dark."""
    return new_page(forced_colors="active", color_scheme=request.param)


def seen(page: Page, selector: str, measure: str) -> list[Any]:
    """Measure all elements that are shown: ``style`` is that of ``element``."""
    found: list[Any] = page.evaluate(
        f"""(selector) => {{ {CONTRAST}
          return [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility({{ visibilityProperty: true }}))
            .map((element) => {{ const style = getComputedStyle(element); return {measure}; }});
        }}""",
        selector,
    )
    assert found, selector
    return found


def test_the_colours_are_those_of_the_system(new_page: NewPage) -> None:
    """Whatever the page has chosen, and whatever the reader once chose with its button."""
    for scheme, ground in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(0, 0, 0)")):
        page = new_page(forced_colors="active", color_scheme=scheme)
        page.add_init_script("localStorage.setItem('edition.scheme', 'dark')")
        page.goto("en/imyarova.html")
        assert [ground] == seen(page, "body", "style.backgroundColor")
        patches = seen(page, "body *", "style.backgroundImage")
        assert {"none"} == set(patches)
        expect(page.locator(".scheme-toggle")).to_be_hidden()


@pytest.mark.parametrize("slug", CHARTS)
def test_charts_can_be_read(slug: str, forced: Page) -> None:
    """Bars, lines and letters have the colour of the text; lines of one plot differ without it."""
    forced.goto(f"en/{slug}.html")
    painted = ".chart :is(.chart-bar, .chart-marker, .chart-line)"
    edges = "Math.max(contrast(style.stroke, canvas), element.matches('.chart-line') ? 1"
    assert {21} == set(seen(forced, painted, f"{edges} : contrast(style.fill, canvas))"))
    assert {21} == set(seen(forced, ".chart text", "contrast(style.fill, canvas)"))
    words = ".chart :is(.chart-title, .chart-label, .chart-group)"
    assert {21} == set(seen(forced, words, "contrast(style.color, canvas)"))
    lines = "[...element.querySelectorAll('g:has(> .chart-line)')].map((line) => ["
    lines += "getComputedStyle(line.querySelector('.chart-line')).strokeDasharray,"
    lines += "line.querySelector('.chart-marker')?.getAttribute('d') ?? 'circle'])"
    for plot in seen(forced, ".chart svg", lines):
        assert [] == [one for one, other in combinations(plot, 2) if one == other]


def test_bars_of_a_reconstruction_differ_from_those_of_a_table(forced: Page) -> None:
    """By their edge, which is broken."""
    dashes = {}
    for slug in ("sadovskaya", "abisheva"):
        forced.goto(f"en/{slug}.html")
        dashes[slug] = set(seen(forced, ".chart-bar", "style.strokeDasharray"))
    assert {"none"} == dashes["abisheva"]
    assert "none" not in dashes["sadovskaya"]


FOCUSED: Final = {
    "mullerson": (
        ".brand", ".search-open", ".language-switch a", ".page-contents a", ".author",
        ".source-view button", "a.note-mark", "a.apparatus-mark", "#p3 > .permalink",
        ".note-back", ".apparatus > summary", ".copy", ".issue-nav a", ".site-footer a",
    ),
    "imyarova": (".sort", ".table-tools a", ".table-tools button", ".table-chart > summary"),
    "index": (".contents-title", ".cover-head a"),
    "names": (".letters a", ".name-mentions a"),
}  # fmt: skip


@pytest.mark.parametrize("name", FOCUSED)
def test_the_focus_is_seen(name: str, forced: Page) -> None:
    """A ring of two pixels around whatever has it."""
    forced.goto(f"en/{name}.html")
    for selector in FOCUSED[name]:
        target = forced.locator(f"{selector} >> visible=true").first
        target.evaluate("(element) => element.focus({ focusVisible: true })")
        ring = "[null, '::after'].map((part) => getComputedStyle(element, part))"
        ring += ".filter((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)"
        (found,) = seen(forced, ":focus", f"{ring}.map((s) => contrast(s.outlineColor, canvas))")
        assert max(found, default=0) >= 3, selector


BORDER: Final = """['Top', 'Right', 'Bottom', 'Left'].map((side) => {
  return parseFloat(style[`border${side}Width`]) && style[`border${side}Style`] !== 'none'
    ? contrast(style[`border${side}Color`], canvas) : 1;
})"""


@pytest.mark.parametrize("name", ["mullerson", "imyarova"])
def test_buttons_and_sheets_have_edges(name: str, forced: Page) -> None:
    """Also those that have none elsewhere; the heads of a table stand in its lines.

    A box to be ticked is drawn by the browser, in colours of the system.
    """
    forced.goto(f"en/{name}.html")
    buttons = "button:not(.sort, .source-view *), input:not([type=checkbox])"
    assert min(map(min, seen(forced, buttons, BORDER))) >= 3
    open_search(forced)
    ask(forced, "oil")
    controls = "dialog, dialog :is(.search-close, input:not([type=checkbox]), select)"
    assert min(map(min, seen(forced, controls, BORDER))) >= 3
    forced.keyboard.press("Escape")
    if name == "mullerson":
        forced.set_viewport_size({"width": 1000, "height": 800})
        forced.locator("a.note-mark").first.evaluate("(m) => m.focus({ focusVisible: true })")
        assert min(map(min, seen(forced, "#note-slip", BORDER))) >= 3
        forced.click(".menu-button")
        assert min(map(min, seen(forced, "#rails", BORDER))) >= 3


GROUND: Final = "[contrast(style.backgroundColor, canvas), contrast(style.color, over(\
style.backgroundColor, canvas).join())]"


def test_marked_words_stand_out(forced: Page) -> None:
    """What the search found, and what stands as in the source, with the button that shows it."""
    forced.goto("en/abisheva.html")
    underlined = seen(forced, ".emended", "[style.textDecorationLine, style.textDecorationStyle]")
    assert [["underline", "dotted"]] * len(underlined) == underlined
    lines = seen(forced, ".emended", "contrast(style.textDecorationColor, canvas)")
    assert min(lines) >= 3
    forced.click(".source-view button")
    forced.mouse.move(0, 0)
    settle(forced)
    for selector in (".emended", ".source-view button"):
        for ground, letters in seen(forced, selector, GROUND):
            assert ground > 1.05, selector
            assert letters >= 4.5, selector
    assert {"none"} == set(seen(forced, ".emended", "style.forcedColorAdjust"))
    open_search(forced)
    ask(forced, "Ablay")
    for ground, letters in seen(forced, "mark", GROUND):
        assert ground > 1.05
        assert letters >= 4.5


def test_where_the_reader_is_stands_out(forced: Page) -> None:
    """In the contents, among the languages, at the place a link led to, beside the text."""
    forced.set_viewport_size({"width": 1440, "height": 800})
    forced.goto("en/imyarova.html")
    edge = "contrast(style.borderInlineStartColor, canvas)"
    assert min(seen(forced, ".issue-contents [aria-current]", edge)) >= 3
    assert {1} == set(seen(forced, ".issue-contents a:not([aria-current])", edge))
    line = "style.textDecorationLine"
    assert ["underline"] == seen(forced, ".language-switch [aria-current]", line)
    assert {"none"} == set(seen(forced, ".language-switch a:not([aria-current])", line))
    forced.goto("en/mullerson.html#p3")
    ring = "style.outlineStyle === 'none' ? 1 : contrast(style.outlineColor, canvas)"
    assert min(seen(forced, "#p3", ring)) >= 3
    assert {1} == set(seen(forced, "#p4", ring))
    forced.locator("a.note-mark").first.hover()
    expect(forced.locator(".margin-note.meant")).to_have_count(1)
    assert min(seen(forced, ".margin-note.meant", ring)) >= 3
    assert {1} == set(seen(forced, ".margin-note:not(.meant)", ring))


def test_the_cover_is_a_sheet(forced: Page) -> None:
    """With an edge, and with its stars in the colour of letters."""
    forced.goto("en/index.html")
    assert min(map(min, seen(forced, ".cover-head", BORDER))) >= 3
    assert min(seen(forced, ".cover-head :is(h1, p)", "contrast(style.color, canvas)")) >= 4.5
    stars = "((s) => [contrast(s.backgroundColor, canvas), s.maskImage.slice(0, 4)])"
    stars += "(getComputedStyle(element, '::before'))"
    assert [[21, "url("]] == seen(forced, ".cover-head", stars)


# --- more contrast ----------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", KINDS.values())
def test_those_who_want_more_contrast_get_it(name: str, scheme: Scheme, new_page: NewPage) -> None:
    """Seven to one for every text, black and white for the text itself, and lines in full."""
    page = new_page(contrast="more", color_scheme=scheme, bypass_csp=True)
    page.goto(f"en/{name}.html")
    page.add_style_tag(content="* { content-visibility: visible !important }")
    page.evaluate(THIN_OUT)
    assert [] == violations(page, ["color-contrast-enhanced"])
    letters = "contrast(style.color, canvas)"
    assert [21] == seen(page, "body", letters)
    hairs = ".site-footer, .search-open, .table-entry"
    assert min(seen(page, hairs, "contrast(style.borderTopColor, canvas)")) >= 3
