"""Two languages: each page in both, each in its own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import HEADER, KINDS, NAMES, other, wait_until_seen
from tests.editions import Site
from tests.reading import target

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

JOURNAL = "[Central Asia's Affairs]"
SWITCH = f"{HEADER} .language-switch a"
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def test_the_tests_know_every_page(real_site: Site) -> None:
    """What is said here of every page is said of every page that there is."""
    expected = {f"{lang}/{name}.html" for lang in LANGUAGES for name in NAMES}
    assert {*expected, "index.html", "404.html"} == set(real_site.pages)
    kinds = {
        str(page.select("body")[0]["class"]) for name, page in real_site.in_languages().items()
    }
    assert {str([f"kind-{kind}"]) for kind in KINDS} == kinds


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_switch_leads_to_the_same_page_in_the_other_language(
    lang: Language, kind: str, page: Page, base: str
) -> None:
    """With the language and the title of where one is."""
    name, now = KINDS[kind], other(lang)
    page.goto(f"{lang}/{name}.html")
    page.click(f"{SWITCH}[hreflang={now}]")
    page.wait_for_url(f"**/{now}/{name}.html")
    expect(page.locator("html")).to_have_attribute("lang", now)
    current = page.locator(f"{SWITCH}[aria-current=true]")
    expect(current).to_have_text({"en": "English", "ru": "Русский"}[now])
    title = page.title().replace(JOURNAL, "")
    assert (now == "ru") == bool(CYRILLIC.search(title)), title
    expect(page).to_have_url(f"{base}{now}/{name}.html")


@pytest.mark.parametrize("place", ["p25", "fn-7", "ref-3"])
def test_the_switch_leads_to_the_place_that_is_being_read(place: str, page: Page) -> None:
    """A paragraph, a note or a reference, which have one name in both languages."""
    name = "karami" if place.startswith("ref") else "mullerson"
    page.goto(f"en/{name}.html#{place}")
    wait_until_seen(page.locator(f"#{place}"))
    # As a hand does it: the driver would scroll to what stays in place at the top of the window.
    box = page.locator(f"{SWITCH}[hreflang=ru]").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(f"**/ru/{name}.html#{place}")
    wait_until_seen(page.locator(f"#{place}"))
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("scrollY === 0")
    page.click(f"{SWITCH}[hreflang=en]")
    page.wait_for_url(f"**/en/{name}.html")


def test_the_switch_takes_the_query_along(page: Page) -> None:
    """Once: the next page begins with an empty one."""
    page.goto("en/index.html")
    page.keyboard.press("/")
    page.locator("#search-query").fill("Ablay")
    page.keyboard.press("Escape")
    page.click(f"{SWITCH}[hreflang=ru]")
    page.wait_for_url("**/ru/index.html")
    page.keyboard.press("/")
    expect(page.locator("#search-query")).to_have_value("Ablay")
    page.reload()
    page.keyboard.press("/")
    expect(page.locator("#search-query")).to_have_value("")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_head_of_an_article_offers_the_other_language(
    lang: Language, page: Page, base: str
) -> None:
    """In the words of the language that is offered."""
    page.goto(f"{lang}/karami.html")
    link = page.locator(f".article-facts a[hreflang={other(lang)}]")
    expect(link).to_have_text({"en": "Страница по-русски", "ru": "Page in English"}[lang])
    link.click()
    page.wait_for_url(f"**/{other(lang)}/karami.html")
    expect(page).to_have_url(f"{base}{other(lang)}/karami.html")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_phone_the_switch_offers_the_other_language(lang: Language, phone: Page) -> None:
    """There is room for one word, and it is the one that leads somewhere."""
    phone.goto(f"{lang}/tables.html")
    expect(phone.locator(f"{SWITCH}[hreflang={lang}]")).to_be_hidden()
    phone.tap(f"{SWITCH}[hreflang={other(lang)}]")
    phone.wait_for_url(f"**/{other(lang)}/tables.html")


@pytest.mark.parametrize("locale", ["en-GB", "ru-RU"])
def test_the_root_offers_both_languages_and_chooses_none(
    locale: str, new_page: NewPage, base: str
) -> None:
    """Whatever the reader's browser speaks, and whatever was read before."""
    page = new_page(locale=locale)
    page.goto("ru/index.html")
    for lang in LANGUAGES:
        page.goto("index.html")
        page.wait_for_load_state("networkidle")
        expect(page).to_have_url(f"{base}index.html")
        page.click(f"main a[hreflang={lang}]")
        page.wait_for_url(f"**/{lang}/index.html")
        expect(page.locator("html")).to_have_attribute("lang", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_reached_from_the_cover(lang: Language, real_site: Site) -> None:
    """By links, without the search: nothing of a language is an island."""
    seen: set[str] = set()
    waiting = {f"{lang}/index.html"}
    while waiting:
        name = waiting.pop()
        seen.add(name)
        links = {
            target(name, str(link["href"])) for link in real_site.pages[name].select("a[href]")
        }
        waiting |= (links & set(real_site.of(lang))) - seen
    assert set() == set(real_site.of(lang)) - seen
