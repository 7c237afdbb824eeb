"""Without JavaScript everything is there and can be reached."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import HEADER, KINDS, other, wait_until_seen
from tests.editions import Site

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser


@pytest.fixture
def plain_page(new_page: NewPage) -> Page:
    """A page in a browser that runs no script."""
    return new_page(java_script_enabled=False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_are_links_to_their_notes(lang: Language, plain_page: Page, base: str) -> None:
    """And the notes lead back."""
    plain_page.goto(f"{lang}/mullerson.html")
    plain_page.click("#fnref-3 a")
    expect(plain_page).to_have_url(f"{base}{lang}/mullerson.html#fn-3")
    expect(plain_page.locator("#fn-3")).to_be_in_viewport()
    plain_page.click("#fn-3 .note-back")
    expect(plain_page).to_have_url(f"{base}{lang}/mullerson.html#fnref-3")
    expect(plain_page.locator("#fnref-3")).to_be_in_viewport()


def test_citations_and_paragraphs_are_links(plain_page: Page, base: str) -> None:
    """To their entries, and to themselves."""
    plain_page.goto("en/karami.html")
    mark = plain_page.locator("a.citation").first
    target = str(mark.get_attribute("href"))
    mark.click()
    expect(plain_page).to_have_url(f"{base}en/karami.html{target}")
    expect(plain_page.locator(target)).to_be_in_viewport()
    plain_page.goto("en/karami.html#p12")
    expect(plain_page.locator("#p12")).to_be_in_viewport()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_languages_can_be_switched(lang: Language, plain_page: Page) -> None:
    """The switch is a link."""
    for name in KINDS.values():
        plain_page.goto(f"{lang}/{name}.html")
        plain_page.click(f"{HEADER} a[hreflang={other(lang)}]")
        plain_page.wait_for_url(f"**/{other(lang)}/{name}.html")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_contents_of_the_issue_can_be_reached(width: int, new_page: NewPage) -> None:
    """From every page: beside the text where there is room, else behind the menu button."""
    page = new_page(java_script_enabled=False, viewport={"width": width, "height": 844})
    page.goto("ru/mullerson.html")
    contents = page.locator(".issue-contents")
    if width == 390:
        expect(contents).to_be_hidden()
        page.click(".menu-button")
    expect(contents).to_be_visible()
    contents.locator("a[href='karami.html']").click()
    page.wait_for_url("**/ru/karami.html")


def test_what_needs_a_script_is_not_offered(plain_page: Page) -> None:
    """No button that does nothing."""
    for name in ("mullerson", "sadovskaya", "karami", "tables"):
        plain_page.goto(f"en/{name}.html")
        buttons = plain_page.locator("button").filter(visible=True)
        names = buttons.evaluate_all("(all) => all.map((b) => b.className)")
        assert [] == [name for name in names if "menu-button" not in name]
        expect(plain_page.locator(".cite-paragraph")).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_text_is_there(lang: Language, plain_page: Page, real_site: Site) -> None:
    """Every paragraph and every note of every article is shown."""
    for article in real_site.edition.articles:
        plain_page.goto(f"{lang}/{article.slug}.html")
        hidden: list[str] = plain_page.locator("main :is(p, li, h1, h2, h3, td, th)").evaluate_all(
            "(all) => all.filter((e) => !e.closest('details') && !e.checkVisibility())"
            ".filter((e) => !e.closest('.cite-paragraph')).map((e) => e.id || e.className)"
        )
        assert [] == [name for name in hidden if name not in {"source-view", "cite-paragraph"}]


def test_charts_and_details_open(plain_page: Page) -> None:
    """They are drawn in the page, and a closed list opens by itself."""
    plain_page.goto("en/sadovskaya.html")
    chart = plain_page.locator("details.table-chart").first
    if not chart.evaluate("(d) => d.open"):
        chart.locator("summary").click()
    expect(chart.locator("svg").first).to_be_visible()
    expect(chart.locator(".chart-title")).to_have_text(re.compile(r"\w"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_into_a_closed_list_opens_it(lang: Language, page: Page) -> None:
    """With a script too: the place of a remark, from the list of all of them."""
    page.goto(f"{lang}/karami.html#entry-3")
    expect(page.locator("#entry-3")).to_be_visible()
    wait_until_seen(page.locator("#entry-3"))
