"""The search dialog: how it is opened and closed, walked with keys, and where it works."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import KINDS, wait_until_seen
from tests.browser.searching import (
    DIALOG,
    PASSAGE,
    QUERY,
    STATUS,
    ask,
    link_to,
    marked_words,
    open_search,
    pages_found,
)

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

BUTTON = ".search-open"
STOPS = ".search-passages > li:not([hidden]) > a"


# --- opened and closed ------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_button_opens_the_search(lang: Language, page: Page) -> None:
    """And the query is where the next letter goes."""
    page.goto(f"{lang}/index.html")
    page.click(BUTTON)
    expect(page.locator(DIALOG)).to_be_visible()
    expect(page.locator(QUERY)).to_be_focused()
    hint = {"en": "A word or a name", "ru": "Слово или имя"}[lang]
    expect(page.locator(STATUS)).to_contain_text(hint)


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_key_opens_the_search(lang: Language, keys: str, page: Page) -> None:
    """The slash is not typed into the query."""
    page.goto(f"{lang}/mullerson.html")
    page.keyboard.press(keys)
    expect(page.locator(DIALOG)).to_be_visible()
    expect(page.locator(QUERY)).to_be_focused()
    expect(page.locator(QUERY)).to_have_value("")


def test_a_slash_that_is_typed_opens_nothing(page: Page) -> None:
    """In a field it is a letter like any other: in the page, and in the query itself."""
    page.goto("en/mullerson.html")
    page.locator(".cite-paragraph input").focus()
    page.keyboard.press("/")
    expect(page.locator(DIALOG)).to_be_hidden()
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("main textarea").focus()
    page.keyboard.press("/")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator("main textarea")).to_have_value("/")
    page.keyboard.press("Control+k")
    expect(page.locator(DIALOG)).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator(QUERY)).to_have_value("/")


def test_the_slash_can_be_switched_off_for_good(page: Page) -> None:
    """WCAG 2.2, 2.1.4: a key of one letter; what has a second key stays."""
    page.goto("en/mullerson.html")
    page.keyboard.press("/")
    page.locator(".search-key input").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    for _ in range(2):
        page.keyboard.press("/")
        expect(page.locator(DIALOG)).to_be_hidden()
        button = page.locator(".search-open")
        expect(button).to_have_attribute("aria-keyshortcuts", "Control+K Meta+K")
        expect(button.locator("kbd")).to_be_hidden()
        page.goto("ru/karami.html")
    page.keyboard.press("Control+k")
    page.locator(".search-key input").check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator(DIALOG)).to_be_visible()


@pytest.mark.parametrize("keys", ["Control+/", "Alt+/", "Control+Shift+k", "k"])
def test_other_keys_open_nothing(keys: str, page: Page) -> None:
    """What belongs to the browser is left to it."""
    page.goto("en/mullerson.html")
    page.keyboard.press(keys)
    expect(page.locator(DIALOG)).to_be_hidden()


@pytest.mark.parametrize("typed", ["", "democracy"])
def test_escape_closes_the_search_and_the_focus_returns_to_the_button(
    typed: str, page: Page
) -> None:
    """At the first press, also when there is something in the query."""
    page.goto("en/mullerson.html")
    page.focus(BUTTON)
    page.keyboard.press("Enter")
    expect(page.locator(QUERY)).to_be_focused()
    page.keyboard.type(typed)
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator(BUTTON)).to_be_focused()


def test_the_focus_returns_to_where_the_key_was_pressed(page: Page) -> None:
    """A reader in the middle of the text goes on there."""
    page.goto("en/mullerson.html")
    mark = page.locator("a.note-mark").nth(3)
    mark.focus()
    page.keyboard.press("/")
    expect(page.locator(QUERY)).to_be_focused()
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()


def test_escape_closes_from_a_result_too(page: Page) -> None:
    """And so do the button of the dialog, and a click beside it."""
    page.goto("en/index.html")
    page.focus(BUTTON)
    page.keyboard.press("Enter")
    ask(page, "democracy")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(BUTTON)).to_be_focused()
    for by_button in (True, False):
        page.keyboard.press("Enter")
        expect(page.locator(DIALOG)).to_be_visible()
        if by_button:
            page.click(".search-close")
        else:
            page.mouse.click(5, 400)
        expect(page.locator(DIALOG)).to_be_hidden()
        expect(page.locator(BUTTON)).to_be_focused()


def test_the_query_is_kept_and_selected_when_the_search_is_opened_again(page: Page) -> None:
    """To be read again, or typed over."""
    page.goto("en/index.html")
    open_search(page)
    ask(page, "democracy")
    count = page.locator(PASSAGE).count()
    page.keyboard.press("Escape")
    expect(page.locator(QUERY)).not_to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(QUERY)).to_be_focused()
    expect(page.locator(QUERY)).to_have_value("democracy")
    expect(page.locator(PASSAGE)).to_have_count(count)
    page.keyboard.type("x")
    expect(page.locator(QUERY)).to_have_value("x")


def test_the_page_behind_the_search_cannot_be_reached(page: Page) -> None:
    """The tabulator stays in the dialog, or leaves for the browser itself."""
    page.goto("en/mullerson.html")
    open_search(page)
    ask(page, "Ablay")
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || "
            "document.getElementById('search').contains(document.activeElement)"
        )


# --- keys -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "query"), [("en", "Tasmaganbetov"), ("ru", "кандидаты наук")])
def test_arrows_walk_through_the_results_and_enter_follows_one(
    lang: Language, query: str, page: Page, base: str
) -> None:
    """Down from the query to the results, up again, and at the end no further."""
    page.goto(f"{lang}/index.html")
    open_search(page)
    ask(page, query)
    first = page.locator(".search-results a").first
    page.keyboard.press("ArrowDown")
    if page.locator(".search-name").count() == 0:
        expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(QUERY)).to_be_focused()
    stops = page.locator(STOPS)
    for _ in range(40):
        page.keyboard.press("ArrowDown")
        if stops.last.evaluate("(a) => a === document.activeElement"):
            break
    expect(stops.last).to_be_focused()
    target = str(stops.last.get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("index.html"))
    anchor = target.split("#")[1]
    assert f"{target.split('?', maxsplit=1)[0]}#{anchor}" == page.url
    assert page.url.startswith(f"{base}{lang}/")
    wait_until_seen(page.locator(f"[id='{anchor}']"))
    assert marked_words(page, anchor)


def test_enter_in_the_query_goes_to_the_first_result(page: Page) -> None:
    """Without waiting until the search has noticed that nothing more is typed."""
    page.goto("en/index.html")
    open_search(page)
    ask(page, "Ablay")
    page.fill(QUERY, "democracy")
    page.keyboard.press("Enter")
    expect(page.locator(".search-results a").first).to_be_focused()
    found = re.compile("democra", re.IGNORECASE)
    expect(page.locator(".search-results mark").first).to_have_text(found)


def test_enter_before_the_search_is_loaded_is_not_too_early(page: Page) -> None:
    """The dialog stays, and answers once it can."""
    page.goto("en/index.html")
    page.keyboard.press("/")
    page.keyboard.type("democracy")
    page.keyboard.press("Enter")
    expect(page.locator(PASSAGE).first).to_be_visible()
    expect(page.locator(DIALOG)).to_be_visible()


def test_the_status_is_read_aloud(page: Page) -> None:
    """It is a live region, and describes the query."""
    page.goto("en/index.html")
    open_search(page)
    ask(page, "Ablay")
    expect(page.locator(STATUS)).to_have_role("status")
    expect(page.locator(STATUS)).to_have_text("Passages found: 1 · pages: 1")
    expect(page.locator(QUERY)).to_have_accessible_name("Search the issue")
    expect(page.locator(DIALOG)).to_have_accessible_name("Search the issue")


# --- on every kind of page, and elsewhere ------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_is_on_every_kind_of_page(lang: Language, page: Page, base: str) -> None:
    """And can narrow what it finds by the same things from each of them."""
    facets = set()
    for name in KINDS.values():
        page.goto(f"{lang}/{name}.html")
        open_search(page)
        options = page.locator("select[data-facet] option")
        facets.add(tuple(options.evaluate_all("(all) => all.map((option) => option.value)")))
    assert 1 == len(facets)
    ask(page, "Ablay")
    assert f"{lang}/mullerson.html" in pages_found(page, base)


def test_the_search_works_on_a_phone(phone: Page, base: str) -> None:
    """The dialog is the screen; the narrowing waits until it is wanted."""
    phone.goto("ru/mullerson.html")
    phone.tap(BUTTON)
    ask(phone, "кандидаты наук")
    box = phone.locator(DIALOG).bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    expect(phone.locator("select[data-facet=author]")).to_be_hidden()
    phone.tap(".search-narrow summary")
    expect(phone.locator("select[data-facet=author]")).to_be_visible()
    assert phone.evaluate("search.scrollWidth <= search.clientWidth")
    phone.locator(PASSAGE).first.tap()
    phone.wait_for_url(f"{base}ru/council.html#*")


@pytest.mark.parametrize(("lang", "query"), [("en", "Tasmaganbetov"), ("ru", "Тасмагамбетов")])
def test_the_search_works_in_any_folder_of_a_server(
    lang: Language, query: str, new_page: NewPage, deep_base: str
) -> None:
    """The site may stand in /a/b/: what is found is found there, and led to there."""
    page = new_page(base_url=deep_base)
    page.goto(f"{lang}/about.html")
    open_search(page)
    ask(page, query)
    links = page.locator(".search-results a")
    targets: list[str] = links.evaluate_all("(all) => all.map((link) => link.href)")
    assert [] == [target for target in targets if not target.startswith(f"{deep_base}{lang}/")]
    links.and_(page.locator("[href*='mullerson.html'][href$='#p16']")).first.click()
    page.wait_for_url(f"{deep_base}{lang}/mullerson.html#p16")
    wait_until_seen(page.locator("#p16"))
    assert marked_words(page, "p16")


def test_a_result_in_a_folder_leads_to_its_paragraph(new_page: NewPage, deep_base: str) -> None:
    """As it does at the root of a server."""
    page = new_page(base_url=deep_base)
    page.goto("en/index.html")
    open_search(page)
    ask(page, "Ablay")
    link_to(page, "en/mullerson.html#p17").click()
    page.wait_for_url(f"{deep_base}en/mullerson.html#p17")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_server_the_search_offers_the_lists(
    lang: Language, page: Page, folder_base: str
) -> None:
    """Opened from a disk, it says why it cannot search, and leads to what works there."""
    page.goto(f"{folder_base}{lang}/mullerson.html")
    page.keyboard.press("/")
    expect(page.locator(DIALOG)).to_be_visible()
    why = {"en": "the search needs a web server", "ru": "для поиска нужен веб-сервер"}[lang]
    expect(page.locator(STATUS)).to_contain_text(why)
    expect(page.locator(QUERY)).to_be_disabled()
    expect(page.locator(".search-close")).to_be_focused()
    lists = page.locator(".search-lists a")
    targets: list[str] = lists.evaluate_all("(all) => all.map((link) => link.href)")
    names = ("index", "authors", "tables", "notes")
    assert [f"{folder_base}{lang}/{name}.html" for name in names] == targets
    lists.last.click()
    page.wait_for_url(f"{folder_base}{lang}/notes.html")
    expect(page.locator("h1")).to_be_visible()


def test_a_search_that_cannot_be_loaded_says_so(page: Page) -> None:
    """And may be tried again: nothing is lost by a network that fails once."""
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    page.goto("en/index.html")
    page.keyboard.press("/")
    expect(page.locator(STATUS)).to_contain_text("The search could not be loaded.")
    expect(page.locator(".search-lists")).to_be_visible()
    page.unroute("**/pagefind/pagefind.js")
    page.reload()
    open_search(page)
    ask(page, "Ablay")
    expect(page.locator(PASSAGE)).to_have_count(1)
