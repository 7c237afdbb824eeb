"""On a phone, and magnified four times: no sideways scroll, and targets for a thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import NAMES, settle, wait_until_seen
from tests.browser.searching import ask, open_search

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

WIDTHS = (320, 390)
PATHS = ["index.html", "404.html", *(f"{lang}/{name}.html" for lang in LANGUAGES for name in NAMES)]
MAGNIFIED = {"width": 320, "height": 256}
"""What remains of 1280 by 1024 pixels at 400 %."""

WIDER_THAN_THE_SCREEN = """() => [...document.body.querySelectorAll('*')].filter((element) => {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  if (element.closest('.visually-hidden, .brand-name, svg, .skip-link')) return false;
  const { left, right, width } = element.getBoundingClientRect();
  if (!width || right <= innerWidth + 0.5 && left >= -0.5) return false;
  // What is wider than its own scrolling frame scrolls inside that.
  for (let up = element.parentElement; up; up = up.parentElement) {
    if (/auto|scroll|hidden/.test(getComputedStyle(up).overflowX) && up !== document.body) {
      const frame = up.getBoundingClientRect();
      return frame.right > innerWidth + 0.5 || frame.left < -0.5;
    }
  }
  return true;
}).map((element) => `${element.tagName} ${element.className} ${element.id}`)"""

TOO_SMALL = """() => {
  const targets = document.querySelectorAll(
    'button, summary, input, select, .site-header a, .article-facts a, .bylines a, .issue-nav a, '
    + '.rails a, .letters a, .root-languages a');
  const small = [];
  for (const target of targets) {
    if (!target.checkVisibility({ visibilityProperty: true })) continue;
    const boxes = [target.getBoundingClientRect()];
    // A target may be larger than what is drawn.
    const after = getComputedStyle(target, '::after');
    if (after.content !== 'none' && after.position === 'absolute') {
      const cell = target.closest('th');
      boxes.push(cell && after.inset === '0px' ? cell.getBoundingClientRect()
        : { width: parseFloat(after.width), height: parseFloat(after.height) });
    }
    if (boxes.some(({ width, height }) => width >= 24 && height >= 24)) continue;
    small.push(`${target.tagName} ${target.className} ${target.textContent.trim().slice(0, 30)} `
      + `${Math.round(boxes[0].width)}x${Math.round(boxes[0].height)}`);
  }
  return small;
}"""


@pytest.mark.parametrize("path", PATHS)
def test_every_page_fits_a_phone(path: str, phone: Page) -> None:
    """At 320 and 390 pixels: nothing scrolls sideways or sticks out, and a thumb hits its target.

    Targets are buttons, fields, and the links of header, head of article and navigation, not those
    in a sentence: 24 pixels at least.
    """
    phone.goto(path)
    for width in WIDTHS:
        phone.set_viewport_size({"width": width, "height": 700})
        settle(phone)
        assert phone.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), width
        assert [] == phone.evaluate(WIDER_THAN_THE_SCREEN), width
        phone.evaluate("scrollTo(1000, 0)")
        assert 0 == phone.evaluate("scrollX"), width
        assert [] == phone.evaluate(TOO_SMALL), width


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_of_notes_are_large_enough_for_a_thumb(lang: Language, phone: Page) -> None:
    """The figure is small, what answers to the thumb is not."""
    phone.goto(f"{lang}/mullerson.html")
    sizes: list[list[float]] = phone.locator("a.note-mark").evaluate_all(
        "(all) => all.map((a) => getComputedStyle(a, '::after'))"
        ".map((s) => [parseFloat(s.width), parseFloat(s.height)])"
    )
    assert sizes
    assert all(width >= 24 and height >= 24 for width, height in sizes)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", ["imyarova", "sadovskaya", "naribayev", "abisheva"])
def test_a_wide_table_scrolls_in_its_own_frame(lang: Language, slug: str, phone: Page) -> None:
    """With fingers and keys; its caption and its first column stay."""
    phone.set_viewport_size({"width": 320, "height": 700})
    phone.goto(f"{lang}/{slug}.html")
    settle(phone)
    frames = phone.locator(".table-scroll")
    assert frames.count() > 0
    for frame in frames.all():
        wider = frame.evaluate("(f) => f.scrollWidth > f.clientWidth")
        box = frame.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        if not wider:
            expect(frame).not_to_have_attribute("tabindex", "0")
            continue
        expect(frame).to_have_attribute("tabindex", "0")
        frame.scroll_into_view_if_needed()
        frame.evaluate("(f) => f.focus()")
        phone.keyboard.press("ArrowRight")
        phone.wait_for_function("(f) => f.scrollLeft > 0", arg=frame.element_handle())
        head = frame.locator("tbody tr > :first-child").first.bounding_box()
        assert head is not None
        assert abs(head["x"] - box["x"]) < 1
        assert 0 == phone.evaluate("scrollX")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["mullerson", "sadovskaya", "index"])
def test_the_menu_of_a_phone_opens_and_leads_on(lang: Language, name: str, phone: Page) -> None:
    """It fits the screen, scrolls by itself, and goes when it has done its work."""
    phone.goto(f"{lang}/{name}.html")
    rails = phone.locator("#rails")
    expect(rails).to_be_hidden()
    phone.tap(".menu-button")
    expect(rails).to_be_visible()
    box = rails.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844
    phone.keyboard.press("Escape")
    expect(rails).to_be_hidden()
    phone.tap(".menu-button")
    inside = rails.locator("a[href='#cite']")
    if inside.count():
        inside.tap()
        expect(rails).to_be_hidden()
        wait_until_seen(phone.locator("#cite"))
        phone.tap(".menu-button")
    rails.locator("a[href='tables.html']").tap()
    phone.wait_for_url(f"**/{lang}/tables.html")


# --- 400 % ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_magnified_four_times_the_text_has_the_screen(lang: Language, new_page: NewPage) -> None:
    """The header goes with the page, nothing covers what a link leads to."""
    page = new_page(viewport=MAGNIFIED)
    page.goto(f"{lang}/mullerson.html")
    expect(page.locator(".site-header")).to_have_css("position", "static")
    page.evaluate("location.hash = 'p5'")
    wait_until_seen(page.locator("#p5"))
    top = page.locator("#p5").evaluate("(p) => p.getBoundingClientRect().top")
    covering = page.evaluate(
        "(y) => document.elementFromPoint(160, y + 8).closest('#p5') !== null", top
    )
    assert covering
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_magnified_four_times_search_menu_and_notes_can_be_used(
    lang: Language, new_page: NewPage
) -> None:
    """Each of them whole on the screen, or scrolling in it."""
    page = new_page(viewport=MAGNIFIED)
    page.goto(f"{lang}/mullerson.html")
    open_search(page)
    ask(page, "Ablay")
    result = page.locator(".search-passages a").first
    result.scroll_into_view_if_needed()
    expect(result).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, 0)")
    page.click(".menu-button")
    last = page.locator("#rails a").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    mark = page.locator("a.note-mark").first
    mark.evaluate("(mark) => mark.focus({ focusVisible: true })")
    slip = page.locator("#note-slip")
    expect(slip).to_be_visible()
    box = slip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["height"] <= 256
