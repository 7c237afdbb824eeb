"""Magnified four times, and with the spacing that a reader needs: nothing is lost or covered.

WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12: a reader sets lines 1.5 apart, letters 0.12 em, words 0.16 em
and paragraphs 2 em, and reads at 320 pixels what has 1280 at 400 %.
"""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import NewPage
from tests.browser.reader import KINDS, settle

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

TABLES: Final = {"abisheva", "imyarova", "karami", "naribayev", "sadovskaya"}
NAMES: Final = sorted({*KINDS.values()} | TABLES)
"""Pages that between them have everything that a page can have."""
PATHS: Final = [
    "index.html",
    "404.html",
    *(f"{lang}/{n}.html" for lang in LANGUAGES for n in NAMES),
]
WIDTHS: Final = (1280, 320)

SPACED: Final = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
LAID_OUT: Final = "* { content-visibility: visible !important }"
"""What is laid out when it comes into sight is measured as if it were."""

# A few entries stand for lists of hundreds that are made alike.
OPENED: Final = """() => {
  for (const details of document.querySelectorAll('main details')) details.open = true;
  document.querySelectorAll('.names > li, .kind-emendations .apparatus-list > li, .rules > *')
    .forEach((entry, index) => { if (index % 8 > 1) entry.remove(); });
}"""

FAULTS: Final = """() => {
  const faults = [];
  const isShown = (element) => element.closest('.visually-hidden, .skip-link, option, .brand-name')
    === null && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // What a frame cuts off can be scrolled to, or is a note whose whole is one click away.
  const cutting = (element, how) => {
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      if (how.test(getComputedStyle(up).overflow)) return up;
    }
    return null;
  };
  if (document.scrollingElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || !isShown(element) || element.closest('script, style, title, desc')) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(text);
    const frame = cutting(element, /hidden|clip/);
    const edge = frame?.getBoundingClientRect();
    const sheet = element.closest(
      '.site-header, .rails, .table-scroll, .margin-note, main, footer');
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      if (width < 2 || height < 2) continue;
      if (edge && (left < edge.left - 1 || right > edge.right + 1 || top < edge.top - height / 3
        || bottom > edge.bottom + height / 3)) {
        if (!frame.closest('.cut')) faults.push(`cut off: ${text.data.trim().slice(0, 40)}`);
        continue;
      }
      if (!cutting(element, /auto|scroll/) && (left < -1 || right > innerWidth + 1)) {
        faults.push(`off the screen: ${text.data.trim().slice(0, 40)}`);
      }
      // Letters are lower than their line.
      const air = Math.min(height * 0.22, 6);
      lines.push({ text, sheet, left, right, top: top + air, bottom: bottom - air });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((one, index) => {
    for (let at = index + 1; at < lines.length && lines[at].top < one.bottom; at += 1) {
      const other = lines[at];
      if (one.text === other.text || one.sheet !== other.sheet) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      if (across > 2 && down > 2) {
        const words = [one, other].map(({ text }) => text.data.trim().slice(0, 30));
        faults.push(`overlap: ${words.join(' / ')}`);
      }
    }
  });
  return [...new Set(faults)];
}"""


def faults(page: Page) -> list[str]:
    """Return what is cut off, covered or off the screen on a page as it is now."""
    found: list[str] = page.evaluate(FAULTS)
    return found


@pytest.fixture
def spaced(new_page: NewPage) -> Page:
    """A page of a reader who has a style sheet of their own, which no policy of a page forbids."""
    return new_page(bypass_csp=True)


@pytest.mark.parametrize("path", PATHS)
def test_no_text_is_lost_however_it_is_spaced(path: str, spaced: Page) -> None:
    """On a desk and magnified four times; with the spacing of the page and with the reader's."""
    page = spaced
    page.goto(path)
    page.add_style_tag(content=LAID_OUT)
    page.evaluate(OPENED)
    for spacing in ("", SPACED):
        if spacing:
            page.add_style_tag(content=spacing)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            settle(page)
            assert [] == faults(page), (width, "spaced" if spacing else "as it is")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_lost_of_what_opens(lang: Language, spaced: Page) -> None:
    """The search with its results, the menu, and a note at its mark."""
    page = spaced
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{lang}/mullerson.html")
        page.add_style_tag(content=LAID_OUT + SPACED)
        page.keyboard.press("/")
        page.fill("#search-query", "Ablay")
        page.wait_for_selector(".search-passages a")
        page.evaluate("document.querySelector('.search-narrow').open = true")
        settle(page)
        assert [] == beyond(page, "#search"), width
        page.keyboard.press("Escape")
        page.locator("a.note-mark").nth(4).evaluate("(m) => m.focus({ focusVisible: true })")
        if page.locator("#note-slip").is_visible():
            assert [] == beyond(page, "#note-slip"), width
        if page.locator(".menu-button").is_visible():
            page.click(".menu-button")
            assert [] == beyond(page, "#rails"), width


def beyond(page: Page, sheet: str) -> list[str]:
    """Return the words that stick out of a sheet over the page at its sides."""
    found: list[str] = page.locator(sheet).evaluate("""(sheet) => {
      const { left, right } = sheet.getBoundingClientRect();
      if (left < 0 || right > innerWidth) return ['the sheet itself'];
      return [...sheet.querySelectorAll('*')].filter((element) => {
        const box = element.getBoundingClientRect();
        return element.checkVisibility() && !element.closest('option, .visually-hidden')
          && box.width && (box.left < left - 1 || box.right > right + 1);
      }).map((element) => element.textContent.trim().slice(0, 40));
    }""")
    return found
