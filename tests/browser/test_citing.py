"""Citing the article and a passage of it: by the number of its paragraph, in three styles."""

from __future__ import annotations

import json
import re

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import wait_until_seen
from tests.editions import Site
from tests.reading import one, plain, target

from edition.content.model import LANGUAGES, Article, Language
from edition.exports.citations import Citations, citations
from edition.languages import Labels
from edition.pages.citation import article_reference

pytestmark = pytest.mark.browser

SLUG = "abisheva"  # by two authors, whose names the styles set differently
MENU = ".passage-menu"
FORMS = ".citation-forms"
STYLES = {
    "en": ["Chicago", "APA", "GOST R 7.0.5–2008"],
    "ru": ["Чикаго", "APA", "ГОСТ Р 7.0.5–2008"],
}
LABEL = {"en": "para. {}", "ru": "абз. {}"}


@pytest.fixture(scope="module")
def cited(real_site: Site) -> Citations:
    """What the processor makes of the issue, before any page is made of it."""
    return citations(real_site.edition)


@pytest.fixture
def desk(new_page: NewPage) -> Page:
    """A page that may use the clipboard."""
    return new_page(permissions=["clipboard-read", "clipboard-write"])


def numbers(article: Article) -> list[int]:
    """Return the numbers of an article's paragraphs."""
    return [block.number for block in article.text.blocks if block.number is not None]


def single_spaced(words: str) -> str:
    """Return a text with single spaces, as it is copied."""
    return " ".join(words.split())


def references(cited: Citations, slug: str, lang: Language) -> list[str]:
    """Return the references to an article, style by style."""
    return [single_spaced(made.reference.text) for made in cited.of(slug, lang)]


def of_passage(cited: Citations, slug: str, lang: Language, number: int) -> list[str]:
    """Return the citations of a paragraph, style by style."""
    return [single_spaced(made.passage.at(number).text) for made in cited.of(slug, lang)]


def shown(forms: Locator) -> list[str]:
    """Return the citations of a list on a page."""
    return [single_spaced(words) for words in forms.locator(".citation-form").all_text_contents()]


# --- the numbers ------------------------------------------------------------------------------


def test_every_paragraph_has_a_number_and_a_link_that_stay(real_site: Site) -> None:
    """``p1`` to the last one, each once, the same on both pages of an article."""
    for article in real_site.edition.articles:
        expected = numbers(article)
        assert list(range(1, len(expected) + 1)) == expected
        for lang in LANGUAGES:
            page = real_site.pages[f"{lang}/{article.slug}.html"]
            ids = [str(e["id"]) for e in page.select("[id]") if re.fullmatch(r"p\d+", str(e["id"]))]
            assert [f"p{number}" for number in expected] == ids
            links = page.select(".article-text a.permalink")
            assert [f"#{name}" for name in ids] == [link["href"] for link in links]
            assert [str(number) for number in expected] == [link["data-number"] for link in links]
            assert ids == [own["id"] for own in page.select(".article-text :has(> .permalink)")]
            said = [{"en": f"Paragraph {n}", "ru": f"Абзац {n}"}[lang] for n in expected]
            assert said == [link["aria-label"] for link in links]


# --- a passage --------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["click", "keys"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_paragraph_leads_to_its_citation(
    lang: Language, how: str, page: Page, base: str, cited: Citations
) -> None:
    """Its sign shows the way there; what stands there names the paragraph, in each style."""
    page.goto(f"{lang}/{SLUG}.html")
    link = page.locator("#p7 > .permalink")
    menu = page.locator(MENU)
    if how == "click":
        page.locator("#p7").hover()
        link.click()
    else:
        link.focus()
        page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(page).to_have_url(f"{base}{lang}/{SLUG}.html#p7")
    expect(menu.locator("a")).to_have_text(Labels(lang)["cite_paragraph"].format(n=7))
    assert of_passage(cited, SLUG, lang, 7) == shown(menu)
    if how == "click":
        menu.locator("a").click()
    else:
        expect(link).to_be_focused()
        page.keyboard.press("Tab")
        expect(menu.locator("a")).to_be_focused()
        page.keyboard.press("Enter")
    expect(menu).to_be_hidden()
    expect(page).to_have_url(f"{base}{lang}/{SLUG}.html#cite-passage")
    wait_until_seen(page.locator("#cite-passage"))
    expect(page.locator(".cite-paragraph input")).to_have_value("7")
    expect(page.locator(".cite-paragraph .place")).to_have_attribute("href", "#p7")
    forms = page.locator(FORMS).last
    assert STYLES[lang] == forms.locator("dt").all_inner_texts()
    assert of_passage(cited, SLUG, lang, 7) == shown(forms)
    assert all(LABEL[lang].format(7) in words.lower() for words in shown(forms))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_paragraph_of_the_address_is_the_one_that_is_cited(
    lang: Language, page: Page, cited: Citations, real_site: Site
) -> None:
    """The last one of an article too; another can be asked for by its number."""
    for article in real_site.edition.articles[::4]:
        last = numbers(article)[-1]
        page.goto(f"{lang}/{article.slug}.html#p{last}")
        forms = page.locator(FORMS).last
        assert of_passage(cited, article.slug, lang, last) == shown(forms)
        field = page.locator(".cite-paragraph input")
        field.fill("3")
        assert of_passage(cited, article.slug, lang, 3) == shown(forms)
        for none in (last + 1, 0, ""):
            field.fill(str(none))
            assert of_passage(cited, article.slug, lang, 3) == shown(forms)


@pytest.mark.parametrize("where", ["sign", "menu"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_escape_puts_the_way_to_a_citation_away(lang: Language, where: str, page: Page) -> None:
    """The focus is at the sign of the paragraph then, and the page where it was."""
    page.goto(f"{lang}/{SLUG}.html")
    link = page.locator("#p4 > .permalink")
    link.focus()
    page.keyboard.press("Enter")
    menu = page.locator(MENU)
    expect(menu).to_be_visible()
    expect(link).to_be_focused()
    if where == "menu":
        page.keyboard.press("Tab")
        expect(menu.locator("a")).to_be_focused()
    before = page.evaluate("scrollY")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(link).to_be_focused()
    assert before == page.evaluate("scrollY")


def test_the_way_to_a_citation_goes_with_a_click_elsewhere(page: Page) -> None:
    """Another sign moves it to another paragraph: there is one at a time, and on the screen."""
    page.goto(f"en/{SLUG}.html")
    menu = page.locator(MENU)
    for number in (2, 3):
        page.locator(f"#p{number}").hover()
        page.locator(f"#p{number} > .permalink").click()
        expect(menu).to_have_count(1)
        expect(menu.locator("a")).to_have_text(f"Cite paragraph {number}")
        expect(menu).to_be_in_viewport(ratio=1)
    page.mouse.click(4, 400)
    expect(menu).to_be_hidden()


def test_a_thumb_finds_the_way_to_a_citation(phone: Page) -> None:
    """The sign stands at the end of the paragraph there; what it opens fits the screen."""
    phone.goto(f"ru/{SLUG}.html")
    phone.locator("#p5 > .permalink").tap()
    menu = phone.locator(MENU)
    expect(menu).to_be_in_viewport(ratio=1)
    menu.locator("a").tap()
    wait_until_seen(phone.locator("#cite-passage"))
    expect(phone.locator(".cite-paragraph input")).to_have_value("5")


# --- copied -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_citation_is_copied_word_for_word(
    lang: Language, desk: Page, cited: Citations
) -> None:
    """Of the article and of the passage, in each style, without a word more."""
    desk.goto(f"{lang}/{SLUG}.html#p11")
    expected = [*references(cited, SLUG, lang), *of_passage(cited, SLUG, lang, 11)]
    buttons = desk.locator(f"{FORMS} button.copy").all()
    assert len(expected) == len(buttons)
    for button, words in zip(buttons, expected, strict=True):
        button.click()
        expect(button).to_have_text(Labels(lang)["copied"])
        assert words == desk.evaluate("navigator.clipboard.readText()")


def test_a_button_says_that_it_has_copied_and_then_its_name_again(desk: Page) -> None:
    """Aloud as well; also if it is pressed twice."""
    desk.clock.install()
    desk.goto(f"ru/{SLUG}.html")
    button = desk.locator(f"{FORMS} button.copy").first
    status = desk.locator("main > [role=status]")
    for _ in range(2):
        button.press("Enter")
        expect(button).to_have_text("Скопировано")
        expect(status).to_have_text("Скопировано")
        desk.clock.run_for(500)
    desk.clock.run_for(4000)
    expect(button).to_have_text("Копировать")
    expect(status).to_have_text("")


# --- for reference managers -------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_data_of_every_article_can_be_downloaded_and_read(
    lang: Language, real_site: Site
) -> None:
    """As BibTeX, RIS and CSL-JSON: one article each, with its title and all its authors."""
    for article in real_site.edition.articles:
        name = f"{lang}/{article.slug}.html"
        links = real_site.pages[name].select(".cite-data a[download]")
        assert ["BibTeX", "RIS", "CSL-JSON"] == [plain(link) for link in links]
        files = [real_site.folder / target(name, str(link["href"])) for link in links]
        bibtex, ris, csl = (file.read_text(encoding="utf-8") for file in files)
        title, first = article.meta.full_title, str(article.meta.pages.first)
        surnames = [author.surname for author in article.meta.authors]
        library = parse_string(bibtex)
        assert [] == library.failed_blocks
        (entry,) = library.entries
        assert title == re.sub(r"[{}]", "", entry["title"])
        assert surnames == [who.split(",")[0] for who in entry["author"].split(" and ")]
        (record,) = rispy.loads(ris)
        assert title == record["title"]
        assert surnames == [who.split(",")[0] for who in record["authors"]]
        (item,) = json.loads(csl)
        assert title == item["title"]
        assert surnames == [who["family"] for who in item["author"]]
        assert first == entry["pages"].split("-")[0] == record["start_page"] == item["page-first"]


def test_a_click_saves_the_data(page: Page) -> None:
    """Each form under the name of the article."""
    page.goto(f"en/{SLUG}.html")
    for form, suffix in (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json")):
        with page.expect_download() as started:
            page.locator(".cite-data a", has_text=form).click()
        assert f"{SLUG}.{suffix}" == started.value.suggested_filename


# --- the article, and without a script --------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_article_says_how_it_is_cited(
    lang: Language, real_site: Site, cited: Citations
) -> None:
    """As the magazine asks, and in each style, in the words of the page."""
    for article in real_site.edition.articles:
        section = one(real_site.pages[f"{lang}/{article.slug}.html"], ".how-to-cite")
        reference = article_reference(article, real_site.edition.issue)
        assert reference == single_spaced(one(section, "#cite + p").get_text())
        forms = one(section, FORMS)
        assert STYLES[lang] == [term.get_text() for term in forms.select("dt")]
        assert references(cited, article.slug, lang) == [
            single_spaced(form.get_text()) for form in forms.select(".citation-form")
        ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_the_citations_are_still_there(
    lang: Language, new_page: NewPage, cited: Citations
) -> None:
    """Of the article in full; of a passage with a gap for the number that the page shows."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{lang}/{SLUG}.html#p2")
    page.click("a[href='#cite'] >> nth=0")
    of_article, of_place = page.locator(FORMS).all()
    expect(of_article).to_be_in_viewport()
    assert references(cited, SLUG, lang) == shown(of_article)
    assert all(LABEL[lang].format("…") in words.lower() for words in shown(of_place))
    expect(page.locator(f"{FORMS} button:visible, {MENU}")).to_have_count(0)
