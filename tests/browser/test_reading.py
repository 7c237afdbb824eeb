"""Reading in a real browser: the languages, the notes, a phone, and a page without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import NAMES, SLIP, note_text, other, path_of, text

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
WIDER_THAN_SCREEN = "document.scrollingElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_language_switch_stays_on_the_page(
    page: Page, base: str, lang: Language, name: str
) -> None:
    """The link leads to the same page, which says its language, and back again."""
    page.goto(f"{lang}/{name}.html")
    title = page.title()
    for there in (other(lang), lang):
        page.click(f".language-switch a[hreflang={there}]")
        page.wait_for_url(f"**/{there}/{name}.html")
        assert path_of(page, base) == f"{there}/{name}.html"
        assert page.get_attribute("html", "lang") == there
    assert page.title() == title


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways_on_a_narrow_phone(
    new_page: NewPage, lang: Language, name: str
) -> None:
    """At 320 pixels, which is also 400 % zoom of a desk's screen, lines fit."""
    page = new_page(viewport=NARROW)
    page.goto(f"{lang}/{name}.html")
    assert page.evaluate(WIDER_THAN_SCREEN) is False


def test_note_opens_at_its_mark_on_hover_and_focus(page: Page) -> None:
    """The slip has the words of the note; Escape takes it away."""
    page.goto("en/assanbayev.html")
    wanted = note_text(page.locator("#fn-5"))
    mark = page.locator("#fnref-5 a")
    mark.scroll_into_view_if_needed()
    mark.hover()
    slip = page.locator(SLIP)
    expect(slip).to_be_visible()
    assert wanted in text(slip)
    page.keyboard.press("Escape")
    expect(slip).to_be_hidden()
    page.mouse.move(0, 0)
    mark.focus()
    expect(slip).to_be_visible()
    assert wanted in text(slip)


def test_note_opens_at_its_mark_by_a_tap(phone: Page) -> None:
    """A finger opens the slip and does not leave the place."""
    phone.goto("en/assanbayev.html")
    mark = phone.locator("#fnref-5 a")
    mark.scroll_into_view_if_needed()
    mark.tap()
    expect(phone.locator(SLIP)).to_be_visible()
    assert note_text(phone.locator("#fn-5")) in text(phone.locator(SLIP))


def test_emendation_opens_the_reading_of_the_source(page: Page) -> None:
    """What the source reads and the reason are a focus away."""
    page.goto("en/abisheva.html")
    emendation = page.locator(".emendation").first
    source = emendation.get_attribute("data-source") or ""
    emendation.locator(".apparatus-mark").focus()
    slip = page.locator(SLIP)
    expect(slip).to_be_visible()
    assert source in text(slip)


def test_switch_shows_the_text_as_in_the_source(page: Page) -> None:
    """A misread letter comes back, and goes again."""
    page.goto("en/abisheva.html")
    party = page.locator("p", has_text="seven political parties took part").first
    assert "Auyl social" in party.inner_text()
    switch = page.locator("button[aria-pressed]", has_text=re.compile("source")).first
    switch.click()
    assert "Auyt" in party.inner_text()
    switch.click()
    assert "Auyt" not in party.inner_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_notes_and_languages_are_links(
    new_page: NewPage, base: str, lang: Language
) -> None:
    """Everything is on the page, and the links lead to it."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{lang}/assanbayev.html")
    page.click("#fnref-5 a")
    assert path_of(page, base) == f"{lang}/assanbayev.html#fn-5"
    expect(page.locator("#fn-5")).to_be_visible()
    page.click("#fn-5 .note-back")
    assert path_of(page, base) == f"{lang}/assanbayev.html#fnref-5"
    page.click(f".language-switch a[hreflang={other(lang)}]")
    assert path_of(page, base).startswith(f"{other(lang)}/assanbayev.html")


def test_a_page_that_is_not_there_offers_both_languages(page: Page, base: str) -> None:
    """Also deep inside the site, its links lead to the covers."""
    page.goto("en/no/such/page.html")
    for lang in LANGUAGES:
        assert page.locator(f"[lang={lang}]").count() > 0
    hrefs = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    assert any(href.endswith("en/index.html") for href in hrefs)
    assert any(href.endswith("ru/index.html") for href in hrefs)
    assert all(href.startswith(base) for href in hrefs)
