"""With the keyboard alone: everything is reached, in order, and the focus is always seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import KINDS, settle

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

STOPS = """() => {
  const all = 'a[href], button, input, select, textarea, summary, [tabindex]';
  window.stops = [...document.querySelectorAll(all)].filter((element) => {
    return element.tabIndex >= 0 && !element.disabled && !element.closest('#note-slip, dialog')
      && element.checkVisibility({ visibilityProperty: true });
  });
  return stops.length;
}"""

HERE = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const ring = [null, '::after'].map((part) => getComputedStyle(element, part)).some((style) => {
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width && height);
  const opaque = (over) => !/, 0\\)$/.test(getComputedStyle(over).backgroundColor);
  const seen = boxes.some((box) => {
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
    for (const over of document.elementsFromPoint(x, y)) {
      if (over === element || over.contains(element) || element.contains(over)) return true;
      if (opaque(over)) return false;
    }
    return true;
  });
  let opacity = 1;
  for (let up = element; up; up = up.parentElement) opacity *= getComputedStyle(up).opacity;
  return {
    at: stops.indexOf(element),
    seen: seen && opacity > 0.9,
    ring: ring && element.matches(':focus-visible'),
    name: element.outerHTML.slice(0, 120),
  };
}"""


def walk(page: Page, key: str) -> tuple[list[int], list[str]]:
    """Press a key until everything has been reached; return the stops, and what was wrong there.

    A note that is longer than its slip is a stop of its own, and not among those that are counted.
    """
    count: int = page.evaluate(STOPS)
    visited: list[int] = []
    faults: list[str] = []
    for _ in range(count + 20):
        page.keyboard.press(key)
        here = page.evaluate(HERE)
        if not here:
            faults.append("the focus was lost")
            continue
        if here["at"] >= 0:
            visited.append(here["at"])
        if not here["seen"]:
            faults.append(f"not seen: {here['name']}")
        if not here["ring"]:
            faults.append(f"no ring: {here['name']}")
        if len(visited) == count:
            break
    return visited, faults


@pytest.mark.parametrize(
    "path", [f"{lang}/{n}.html" for lang in LANGUAGES for n in ("index", "mullerson", "tables")]
)
def test_the_first_stop_skips_to_the_text(path: str, page: Page) -> None:
    """It is seen once it has the focus, and leads past the header and the menu."""
    page.goto(path)
    skip = page.locator(".skip-link")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("path", "width", "height"),
    [
        ("en/abisheva.html", 1200, 800),
        ("ru/abisheva.html", 1440, 900),
        ("en/karami.html", 390, 844),
        ("ru/sultanov.html", 320, 256),
        ("en/imyarova.html", 1280, 720),
    ],
)
def test_the_tabulator_reaches_everything_in_order(
    path: str, width: int, height: int, new_page: NewPage
) -> None:
    """In the order of the page, there and back, never lost, never under the header."""
    page = new_page(viewport={"width": width, "height": height})
    page.goto(path)
    settle(page)
    visited, faults = walk(page, "Tab")
    everything = list(range(page.evaluate("stops.length")))
    assert everything == visited
    assert [] == faults
    page.keyboard.press("Tab")  # past the end
    visited, faults = walk(page, "Shift+Tab")
    assert everything[::-1] == visited
    assert [] == faults


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_changes_the_order_of_the_tabulator(lang: Language, page: Page) -> None:
    """No `tabindex` above zero, no trap."""
    for name in KINDS.values():
        page.goto(f"{lang}/{name}.html")
        assert 0 == page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count()
        assert 0 == page.locator("[accesskey]").count()


def test_the_header_comes_first_and_in_the_order_of_its_sight(page: Page) -> None:
    """Brand, languages, search, light and dark."""
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto("en/mullerson.html")
    names = []
    for _ in range(6):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate("document.activeElement.className || document.activeElement.lang")
        )
    assert [
        "skip-link", "brand", "en", "ru", "tool search-open", "tool scheme-toggle",
    ] == names  # fmt: skip


def test_the_menu_is_opened_and_left_by_keys(new_page: NewPage) -> None:
    """Its links come next after its button; Escape gives the focus back."""
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto("en/mullerson.html")
    button = page.locator(".menu-button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#rails")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#rails a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#rails")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_link_to_a_paragraph_is_found_with_the_keyboard(page: Page) -> None:
    """It appears with the focus, and following it leaves the focus where it was."""
    page.goto("en/mullerson.html")
    link = page.locator("#p3 > .permalink")
    expect(link).to_have_css("opacity", "0")
    link.evaluate("(a) => a.focus({ focusVisible: true })")
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#p3$"))
    expect(link).to_be_focused()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_is_sorted_by_keys(lang: Language, page: Page) -> None:
    """Each press sorts by the column another way; the focus stays on its head."""
    page.goto(f"{lang}/imyarova.html")
    head = page.locator("table[data-as-printed] thead th:has(.sort)").first
    head.locator(".sort").focus()
    states = []
    for _ in range(3):
        page.keyboard.press("Enter")
        states.append(head.get_attribute("aria-sort"))
        expect(head.locator(".sort")).to_be_focused()
    assert {"ascending", "descending", "none"} == set(states)
    assert "none" == states[-1]
