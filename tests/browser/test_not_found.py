"""What is not there is answered in both languages, however deep, with ways on from there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage

from edition.content.model import LANGUAGES

pytestmark = pytest.mark.browser

ADDRESSES = ["nothing.html", "en/nothing.html", "ru/a/b/c/d.html", "x/y/z/", "en/mullerson.html/x"]
NAMES = ("index", "tables", "authors", "about")


def check(page: Page, base: str) -> None:
    """Both languages are there, and every link leads to a page of the site."""
    expect(page.locator("h1")).to_contain_text("There is no such page")
    expect(page.locator("h1 [lang=ru]")).to_have_text("Такой страницы нет")
    expected = [f"{base}{lang}/{name}.html" for lang in LANGUAGES for name in NAMES]
    page.wait_for_function(
        "(first) => document.querySelector('a[data-page]').href === first", arg=expected[0]
    )
    targets = page.locator("main a").evaluate_all("(all) => all.map((link) => link.href)")
    assert expected == targets
    for target in targets:
        assert page.request.get(target).ok, target


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_unknown_address_is_answered_in_both_languages(
    address: str, page: Page, base: str
) -> None:
    """With the status that it has, at the root of a server."""
    response = page.goto(address)
    assert response is not None
    assert 404 == response.status
    check(page, base)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_unknown_address_is_answered_in_a_folder_too(
    address: str, new_page: NewPage, deep_base: str
) -> None:
    """Where the site stands in /a/b/."""
    page = new_page(base_url=deep_base)
    response = page.goto(address)
    assert response is not None
    assert 404 == response.status
    check(page, deep_base)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_links_of_the_not_found_page_lead_on(lang: str, page: Page) -> None:
    """To the cover of the language that was chosen."""
    page.goto("deep/down/nowhere.html")
    page.locator(f"section[lang={lang}] a").first.click()
    page.wait_for_url(f"**/{lang}/index.html")
    expect(page.locator("html")).to_have_attribute("lang", lang)


def test_the_not_found_page_works_from_a_disk(page: Page, folder_base: str) -> None:
    """Opened by itself, it leads to the pages beside it."""
    page.goto(f"{folder_base}404.html")
    expected = [f"{folder_base}{lang}/{name}.html" for lang in LANGUAGES for name in NAMES]
    page.wait_for_function(
        "(first) => document.querySelector('a[data-page]').href === first", arg=expected[0]
    )
    targets = page.locator("main a").evaluate_all("(all) => all.map((link) => link.href)")
    assert expected == targets
    page.locator("section[lang=ru] a").first.click()
    page.wait_for_url(f"{folder_base}ru/index.html")
