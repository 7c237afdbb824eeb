"""Everybody can use it: axe-core finds nothing on any page, in any state of it.

All of axe's rules are on, those that are merely good practice and those of WCAG 2.2 included. The
script comes with a package of the test environment; nothing is fetched.
"""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from typing import Final, Literal

import pytest
from playwright.sync_api import Page, expect
from tests.browser.reader import KINDS, NAMES
from tests.browser.searching import ask, open_search

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

AXE: Final = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN: Final = """async (rules) => {
  const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
  if (rules) options.runOnly = { type: 'rule', values: rules };
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => {
    return `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.failureSummary}`;
  }));
}"""
COLOUR: Final = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on the scheme."""
# A few entries stand for lists of hundreds that are made alike: axe needs half a minute for all.
THIN_OUT: Final = """() => {
  const lists = { '.names > li': 8, '.kind-emendations .apparatus-list > li': 8, 'dl.rules': 4 };
  for (const [selector, step] of Object.entries(lists)) {
    document.querySelectorAll(selector).forEach((entry, index) => {
      if (index % step) entry.remove();
    });
  }
}"""
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
WIDTHS: Final = (1280, 390)
RICH: Final = {*KINDS.values(), "karami", "sadovskaya"}
"""Pages that between them have everything that a page can have."""
PATHS: Final = [
    "index.html",
    "404.html",
    *(f"{lang}/{n}.html" for lang in LANGUAGES for n in NAMES),
]


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """Return what axe finds on a page as it is now, by all of its rules or by some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, rules)
    return found


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(path: str, page: Page) -> None:
    """Every page light and dark; each kind of page on a phone, too."""
    page.goto(path)
    page.evaluate(THIN_OUT)
    everywhere = "/" not in path or path[3:].removesuffix(".html") in RICH
    for width in WIDTHS if everywhere else WIDTHS[:1]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        assert [] == violations(page), ("light", width)
        if width == WIDTHS[0]:  # a colour is the same on a phone
            page.emulate_media(color_scheme="dark")
            assert [] == violations(page, COLOUR), ("dark", width)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("query", ["Kazakhstan", "Nazarbaev", "zzzz"])
def test_axe_finds_nothing_in_the_search(
    lang: Language, query: str, scheme: Scheme, page: Page
) -> None:
    """Open, with results, with names, with nothing."""
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, query)
    assert [] == violations(page)
    page.set_viewport_size({"width": 390, "height": 800})
    assert [] == violations(page)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_what_opens(lang: Language, scheme: Scheme, page: Page) -> None:
    """The menu, a note at its mark, the lists and charts that are closed at first."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{lang}/mullerson.html")
    page.click(".menu-button")
    expect(page.locator("#rails")).to_be_visible()
    assert [] == violations(page)
    page.keyboard.press("Escape")
    page.locator("a.note-mark").nth(3).evaluate("(mark) => mark.focus({ focusVisible: true })")
    expect(page.locator("#note-slip")).to_be_visible()
    assert [] == violations(page)
    for slug in ("sadovskaya", "karami"):
        page.goto(f"{lang}/{slug}.html")
        page.evaluate(
            "document.querySelectorAll('main details').forEach((d) => { d.open = true; })"
        )
        for button in page.locator(".source-view button").all():
            button.click()
        assert [] == violations(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_is_read_in_a_sensible_order(lang: Language, page: Page) -> None:
    """Landmarks, the page's own contents first, the title before all else in the page."""
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto(f"{lang}/mullerson.html")
    roles = page.evaluate("""() => [...document.querySelectorAll(
      '.skip-link, .site-header, .issue-contents, .page-contents, main, h1, section.abstract, '
      + '.article-text, section.notes, .how-to-cite, .site-footer')].map(
        (e) => e.className.split(' ')[0] || e.tagName.toLowerCase())""")
    assert [
        "skip-link", "site-header", "page-contents", "issue-contents", "main", "article-title",
        "abstract", "article-text", "notes", "how-to-cite", "site-footer",
    ] == roles  # fmt: skip
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("banner")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(1)
    names = {
        "en": ("Language", "Contents of the issue", "On this page", "Articles"),
        "ru": ("Язык", "Содержание номера", "На этой странице", "Статьи"),
    }[lang]
    for name in names:
        expect(page.get_by_role("navigation", name=name, exact=True)).to_have_count(1)


def test_headings_step_down_by_one_level(page: Page) -> None:
    """As an outline does, on every page."""
    for lang in LANGUAGES:
        for name in NAMES:
            page.goto(f"{lang}/{name}.html")
            levels: list[int] = page.evaluate(
                "[...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')]"
                ".filter((h) => h.checkVisibility()).map((h) => Number(h.localName[1]))"
            )
            assert 1 == levels[0], name
            assert 1 == levels.count(1), name
            steps = list(pairwise(levels))
            assert [] == [(a, b) for a, b in steps if b > a + 1], f"{lang}/{name}"
