"""The frame: light and dark, motion, paper, what a page asks for and what it keeps."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage, Watch
from tests.browser.reader import KINDS, NAMES, settle, wait_until_seen
from tests.browser.searching import ask, link_to, open_search

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
TOGGLE = ".scheme-toggle"
PAPER = {"light": "rgb(251, 249, 244)", "dark": "rgb(21, 25, 27)"}
STORED = """async () => ({
  local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": 0, "caches": 0, "workers": 0}


def paper(page: Page) -> str:
    """Return the colour that the page is printed on."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


# --- requests and memory ----------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_asks_for_anything_elsewhere(
    lang: Language, page: Page, watch: Watch, base: str
) -> None:
    """No kind of page, scrolled to its end, searched on, and with a result followed."""
    for name in KINDS.values():
        page.goto(f"{lang}/{name}.html")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        settle(page)
    open_search(page)
    ask(page, "Ablay")
    link_to(page, f"{lang}/mullerson.html#p17").click()
    page.wait_for_url(f"**/{lang}/mullerson.html#p17")
    for path in ("index.html", "404.html", "nowhere/at/all.html"):
        page.goto(path)
        settle(page)
    page.wait_for_load_state("networkidle")
    assert len(watch.requests) > 2 * len(KINDS)
    assert [] == [url for url in watch.requests if not url.startswith((base, "data:"))]


def test_what_searches_is_fetched_when_it_is_needed(page: Page, watch: Watch) -> None:
    """Not before: most readers come to read."""
    page.goto("en/mullerson.html", wait_until="networkidle")
    engine = re.compile(r"/pagefind/|/search/|names\.json")
    assert [] == list(filter(engine.search, watch.requests))
    open_search(page)
    ask(page, "Ablay")
    assert [] != list(filter(engine.search, watch.requests))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_kept_of_what_was_read(lang: Language, page: Page) -> None:
    """Neither pages nor queries nor choices of language."""
    page.goto("index.html")
    page.click(f"main a[hreflang={lang}]")
    page.goto(f"{lang}/mullerson.html#p5")
    page.evaluate("scrollTo(0, 2000)")
    open_search(page)
    ask(page, "Ablay")
    link_to(page, f"{lang}/mullerson.html#p17").click()
    page.goto(f"{lang}/karami.html")
    assert NOTHING == page.evaluate(STORED)
    assert page.context.cookies() == []


# --- light and dark ---------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index.html", "404.html", "en/index.html", "ru/mullerson.html"])
def test_a_page_is_as_light_as_the_system(path: str, scheme: Scheme, new_page: NewPage) -> None:
    """Until the reader says otherwise."""
    page = new_page(color_scheme=scheme)
    page.goto(path)
    assert PAPER[scheme] == paper(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_toggle_changes_light_and_dark(scheme: Scheme, new_page: NewPage) -> None:
    """At each press, on all pages from then on, and nothing else is remembered."""
    page = new_page(color_scheme=scheme)
    page.goto("en/mullerson.html")
    opposite = "dark" if scheme == "light" else "light"
    page.click(TOGGLE)
    assert PAPER[opposite] == paper(page)
    page.goto("ru/index.html")
    assert PAPER[opposite] == paper(page)
    assert {**NOTHING, "local": {"edition.scheme": opposite}} == page.evaluate(STORED)
    page.focus(TOGGLE)
    page.keyboard.press("Enter")
    assert PAPER[scheme] == paper(page)
    page.reload()
    assert PAPER[scheme] == paper(page)


def test_the_chosen_scheme_is_there_before_the_first_paint(new_page: NewPage) -> None:
    """A page does not flash: the choice is read before anything is drawn."""
    page = new_page(color_scheme="light")
    page.goto("en/index.html")
    page.click(TOGGLE)
    page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => { window.early ??= null; });"
        "new MutationObserver((_, watch) => { if (document.body) {"
        "window.early = document.documentElement.dataset.scheme; watch.disconnect(); } })"
        ".observe(document, { childList: true, subtree: true });"
    )
    page.reload()
    assert "dark" == page.evaluate("early")


@pytest.mark.parametrize("stored", ["", "purple", "<script>"])
def test_a_strange_choice_does_no_harm(stored: str, page: Page) -> None:
    """What another page of the same server left in the storage is no scheme."""
    page.goto("en/index.html")
    page.evaluate("(value) => localStorage.setItem('edition.scheme', value)", stored)
    page.reload()
    assert PAPER["light"] == paper(page)
    page.click(TOGGLE)
    assert paper(page) in PAPER.values()


def test_a_page_works_where_nothing_may_be_stored(page: Page) -> None:
    """The choice then holds for this page."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException(''); } });"
    )
    page.goto("en/mullerson.html")
    page.click(TOGGLE)
    assert PAPER["dark"] == paper(page)


# --- motion -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["en/mullerson.html#p9", "ru/index.html", "en/sadovskaya.html#p3"])
def test_nothing_moves_for_those_who_want_no_motion(path: str, new_page: NewPage) -> None:
    """No animation, no transition, no gliding to where a link leads."""
    page = new_page(reduced_motion="reduce")
    page.goto(path)
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter((element) => {
      return ['', '::before', '::after'].some((part) => {
        const style = getComputedStyle(element, part || null);
        return style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration)
          || style.scrollBehavior !== 'auto';
      });
    }).map((element) => `${element.tagName} ${element.className}`)""")
    assert [] == moving
    assert 0 == page.evaluate("document.getAnimations().length")


def test_where_motion_is_welcome_a_target_is_set_off(page: Page) -> None:
    """The counterpart, so that the test above means something."""
    page.goto("en/mullerson.html#p9")
    assert page.evaluate("document.getAnimations().some((a) => a.animationName === 'arrive')")


def test_the_page_jumps_and_does_not_glide(new_page: NewPage) -> None:
    """The way from a mark to its note is one step."""
    page = new_page(reduced_motion="reduce")
    page.goto("en/mullerson.html")
    page.evaluate("location.hash = 'fn-20'")
    before = page.evaluate("new Promise((done) => requestAnimationFrame(() => done(scrollY)))")
    page.wait_for_timeout(200)
    assert before == page.evaluate("scrollY") > 1000
    wait_until_seen(page.locator("#fn-20"))


# --- paper ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["mullerson", "sadovskaya", "index", "tables", "names"])
def test_on_paper_there_is_only_what_is_to_be_read(
    lang: Language, name: str, new_page: NewPage
) -> None:
    """No header, menu, button or margin; black on white, also for those who read in the dark."""
    page = new_page(color_scheme="dark", viewport={"width": 1440, "height": 900})
    page.goto(f"{lang}/{name}.html")
    expect(page.locator("main")).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    chrome = page.locator(
        ".site-header, .rails, .rails nav, .skip-link, dialog, button:not(.sort), .issue-nav, "
        ".margin-notes, .note-back, #note-slip"
    )
    expect(chrome.filter(visible=True)).to_have_count(0)
    assert "rgb(255, 255, 255)" == paper(page)
    assert "rgb(0, 0, 0)" == page.locator("h1").evaluate("(h) => getComputedStyle(h).color")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".site-footer")).to_be_visible()
    if name == "mullerson":
        assert 26 == page.locator("li.note").filter(visible=True).count()
        assert 28 == page.locator(".article-text > p").filter(visible=True).count()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_paper_emendations_and_remarks_have_numbers_and_their_list(
    lang: Language, page: Page
) -> None:
    """Each mark that of its entry; the list is closed on the screen and open on paper."""
    page.goto(f"{lang}/karami.html")
    entries = "(all) => all.map((entry) => [entry.id, entry.checkVisibility()])"
    marks = """(all) => all.map((mark) => [mark.hash, mark.checkVisibility(),
      getComputedStyle(mark, '::before').content.match(/\\d+/)?.[0]])"""
    count = page.locator(".apparatus-list > li").count()
    numbers = [str(number) for number in range(1, count + 1)]
    lines = page.locator(".apparatus-list > li")
    assert [[f"entry-{n}", False] for n in numbers] == lines.evaluate_all(entries)
    page.emulate_media(media="print")
    assert [[f"entry-{n}", True] for n in numbers] == lines.evaluate_all(entries)
    assert [[f"#entry-{n}", True, n] for n in numbers] == page.locator(
        ".apparatus-mark"
    ).evaluate_all(marks)


def test_a_page_can_be_printed(page: Page, tmp_path: Path) -> None:
    """All of it, on several sheets."""
    page.goto("en/mullerson.html")
    made = page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    assert made.startswith(b"%PDF-")
    sheets = len(re.findall(rb"/Type\s*/Page\b", made))
    assert 5 < sheets < 20


# --- where the reader is ----------------------------------------------------------------------


def test_the_contents_of_the_page_follow_the_reader(page: Page) -> None:
    """The heading above the text on the screen is marked in the list."""
    page.goto("en/assanbayev.html")
    links = page.locator(".page-contents a[href^='#']:not([href='#cite'])")
    for link in links.all()[1:5]:
        link.click()
        expect(link).to_have_attribute("aria-current", "location")
        expect(page.locator(".page-contents [aria-current]")).to_have_count(1)


def test_the_page_that_is_open_is_marked_in_the_contents_of_the_issue(page: Page) -> None:
    """On every page that is in the list."""
    page.set_viewport_size({"width": 1200, "height": 800})
    for name in NAMES:
        page.goto(f"en/{name}.html")
        current = page.locator(".issue-contents [aria-current=page]")
        expect(current).to_have_count(1)
        assert f"{name}.html" == current.get_attribute("href"), name
