"""Selected words are copied with their reference; a passage has a link that is copied."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage, Watch
from tests.conftest import ServeFolder
from tests.editions import Site

from edition.content.model import LANGUAGES, Language
from edition.exports.citations import citations
from edition.languages import Labels

pytestmark = pytest.mark.browser

MENU = ".quote-menu"
SELECT = """([first, last]) => {
  const end = document.getElementById(last);
  getSelection().setBaseAndExtent(document.getElementById(first), 0, end, end.childNodes.length);
}"""
PLACES = """() => [...document.querySelectorAll('.article-text > :not([popover])')].map((block) => {
  const range = document.createRange();
  range.selectNodeContents(block);
  const [first] = range.getClientRects();
  return [block.id, first?.left, first && first.top + scrollY];
})"""
"""Where the first line of each block begins."""
FOLLOWS = """(menu) => Boolean(document.querySelector(menu)
  .compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)
  && document.activeElement.closest('.article-text, .notes') !== null"""
"""Whether the focus has gone on from a menu, and is still in the text."""
DAY = datetime(2007, 11, 5, 12)  # noqa: DTZ001  # the reader's own
LONG, NUMERIC = "November 5, 2007", "05.11.2007"
SITE = "https://tidewater.example/papers/"


@pytest.fixture
def desk(new_page: NewPage, invented_site: Site, serve_folder: ServeFolder, watch: Watch) -> Page:
    """A page of the invented issue, which has an address; it may use the clipboard."""
    base = serve_folder(invented_site.folder)
    watch.allowed += (base,)
    page = new_page(base_url=base, permissions=["clipboard-read", "clipboard-write"])
    page.clock.set_fixed_time(DAY)
    return page


def copied(page: Page) -> str:
    """Return what the clipboard holds."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def dated(text: str) -> str:
    """Return a citation with the reader's own day in its gaps."""
    text = text.replace("accessed: [date]", f"accessed: {NUMERIC}")
    return text.replace("[дата]", NUMERIC).replace("[date]", LONG)


def cited(site: Site, lang: Language, style: int, number: int | None) -> str:
    """Return a citation of the article or of one of its passages."""
    made = citations(site.edition, SITE).of("brine", lang)[style]
    return dated(made.reference.text if number is None else made.passage.at(number).text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_selected_words_are_copied_with_the_reference_of_their_paragraph(
    lang: Language, desk: Page, invented_site: Site
) -> None:
    """In the quotation marks of the article, without the marks that are no words."""
    desk.goto(f"{lang}/brine.html")
    desk.evaluate(SELECT, ["p2", "p2"])
    button = desk.locator(f"{MENU} button")
    expect(button).to_have_text(Labels(lang)["copy_quote"])
    button.click()
    expect(button).to_have_text(Labels(lang)["copied"])
    words = (
        "“The salt was white and the water was clear. A second book says the same [2], "
        "and so does the surveyor [3].”"
    )
    assert f"{words}\n\n{cited(invented_site, lang, 0, 2)}" == copied(desk)


def test_several_paragraphs_are_quoted_line_by_line_and_cited_as_several(desk: Page) -> None:
    """The address is that of the first."""
    desk.goto("en/brine.html")
    desk.evaluate(SELECT, ["p3", "p4"])
    desk.locator(f"{MENU} button").click()
    expect(desk.locator(f"{MENU} button")).to_have_text("Copied")
    words, _, reference = copied(desk).partition("\n\n")
    assert words.startswith("“It gave salt until 1804; ")
    assert "\n" in words
    assert "(1931): paras. 3–4 [digital edition], accessed " in reference
    assert reference.endswith("/en/brine.html#p3.")


def test_the_style_is_the_one_that_was_copied_last(desk: Page, invented_site: Site) -> None:
    """One that cites in the text has the reference below; words of no paragraph, it alone."""
    desk.goto("ru/brine.html")
    desk.locator(".citation-forms button.copy").nth(1).click()
    desk.evaluate(SELECT, ["p2", "p2"])
    desk.locator(f"{MENU} button").click()
    expect(desk.locator(f"{MENU} button")).to_have_text("Скопировано")
    reference = cited(invented_site, "ru", 1, None)
    assert copied(desk).endswith(f"” {cited(invented_site, 'ru', 1, 2)}\n\n{reference}")
    desk.evaluate(SELECT, ["fn-2", "fn-2"])
    expect(desk.locator(f"#fn-2 {MENU}")).to_be_visible()
    desk.locator(f"{MENU} button").click()
    expect(desk.locator(f"{MENU} button")).to_have_text("Скопировано")
    assert copied(desk).endswith(f"”\n\n{reference}")


def test_the_offer_is_said_once_reached_by_tab_and_goes_with_escape(desk: Page) -> None:
    """It stands in the order of the page after the paragraph, and moves nothing of the text."""
    desk.goto("en/brine.html")
    before = desk.evaluate(PLACES)
    desk.locator("#p2").dblclick(position={"x": 10, "y": 12})
    button = desk.locator(f"{MENU} button")
    expect(button).to_be_in_viewport(ratio=1)
    assert before == desk.evaluate(PLACES)
    said = desk.locator("main > [role=status]")
    expect(said).to_have_text(Labels("en")["copy_quote_offer"])
    desk.keyboard.press("Tab")
    expect(button).to_be_focused()
    desk.keyboard.press("Enter")
    expect(button).to_have_text("Copied")
    desk.keyboard.press("Tab")
    assert desk.evaluate(FOLLOWS, MENU)
    assert copied(desk).startswith("“The”\n\n")
    expect(said).to_have_text("")
    desk.keyboard.press("Escape")
    expect(desk.locator(MENU)).to_have_count(0)
    desk.locator("#p2").dblclick(position={"x": 10, "y": 12})
    expect(button).to_be_visible()
    expect(said).to_have_text("")
    desk.mouse.click(4, 400)
    expect(desk.locator(MENU)).to_have_count(0)


def test_words_that_are_not_of_the_article_are_offered_nothing(desk: Page) -> None:
    """Those of the edition, and those of the contents."""
    desk.goto("en/brine.html")
    for name in ("cite-passage", "abstract"):
        desk.evaluate(SELECT, [name, name])
        desk.wait_for_timeout(500)
        expect(desk.locator(MENU)).to_have_count(0)


@pytest.mark.parametrize("where", ["panel", "menu"])
def test_the_link_to_a_passage_is_copied(where: str, desk: Page) -> None:
    """With the address that the site has at home, not the one of a copy."""
    desk.goto("ru/brine.html?highlight=salt#p3")
    if where == "menu":
        desk.locator("#p3 > .permalink").focus()
        desk.keyboard.press("Enter")
    button = desk.locator(f"{'.passage-menu' if where == 'menu' else '.cite-paragraph'} .copy-link")
    expect(button).to_have_text(Labels("ru")["copy_link"])
    button.click()
    expect(button).to_have_text("Скопировано")
    assert f"{SITE}ru/brine.html#p3" == copied(desk)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_day_of_access_is_the_day_of_the_reader(
    lang: Language, desk: Page, invented_site: Site
) -> None:
    """In the form of each style; a page that stays open until tomorrow copies tomorrow."""
    desk.goto(f"{lang}/brine.html")
    forms = desk.locator(".citation-forms").first.locator(".citation-form")
    for style in range(3):
        expect(forms.nth(style)).to_have_text(cited(invented_site, lang, style, None))
    desk.clock.set_fixed_time(DAY.replace(day=6))
    desk.locator(".citation-forms button.copy").nth(2).click()
    expect(desk.locator(".citation-forms button.copy").nth(2)).to_have_text(Labels(lang)["copied"])
    assert "06.11.2007" in copied(desk)


def test_where_the_clipboard_is_closed_the_command_of_the_browser_copies(
    desk: Page, invented_site: Site
) -> None:
    """As on a server without https."""
    desk.add_init_script("Object.defineProperty(navigator.clipboard, 'writeText', { value: null })")
    desk.goto("en/brine.html")
    desk.locator(".citation-forms button.copy").first.click()
    expect(desk.locator(".citation-forms button.copy").first).to_have_text("Copied")
    assert cited(invented_site, "en", 0, None) == copied(desk)
