"""The reading text and the text as in the source: what was emended can be seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.reader import SLIP, SLUGS, text
from tests.reading import OF_KEYBOARD, written

from edition.content.model import Article, Edition, Language
from edition.text.patterns import EMENDATION
from edition.text.views import read_as

pytestmark = pytest.mark.browser

PARTS = """(without) => {
  const texts = [];
  const add = (kind, element) => {
    const copy = element.cloneNode(true);
    const others = 'sup, .note-back, :is(ul, ol) :is(ul, ol)';
    for (const part of copy.querySelectorAll(others)) part.remove();
    for (const part of copy.querySelectorAll(without)) part.replaceWith('*');
    texts.push([kind, copy.textContent.replace(/[ \\n]+/g, ' ').trim()]);
  };
  const all = (kind, selector, fits = () => true) => {
    for (const part of document.querySelectorAll(selector)) if (fits(part)) add(kind, part);
  };
  all('text', '.article-text :is(h2, h3, h4, h5, h6, [id^=p])',
    (part) => !part.closest('figure') && (/^H/.test(part.tagName) || /^p\\d+$/.test(part.id)));
  all('note', 'li.note p');
  all('reference', '.reference-text');
  all('caption', '.article-text figure[lang=en] .table-title');
  return texts;
}"""
NOTHING = "nothing"
SWITCH = ".source-view button"


def of_file(markdown: str) -> str:
    """Return the words of a Markdown text as the source has them."""
    source = EMENDATION.sub(lambda match: match["source"], markdown)
    return read_as(source, "paragraph")


def in_file(edition: Edition, article: Article, lang: Language) -> list[list[str]]:
    """Return kind and words of every text of an article, as its files have them."""
    found = article.text.blocks
    text = [block for block in found if block.number is not None or block.kind == "heading"]
    captions = [table.caption.en for table in edition.tables_of(article.slug) if lang == "en"]
    return [
        *(["text", of_file(written(article, block))] for block in text),
        *(["note", of_file(written(article, b))] for b in found if b.kind == "note"),
        *(["reference", of_file(reference.text)] for reference in article.meta.references),
        *(["caption", of_file(caption)] for caption in captions),
    ]


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


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("slug", SLUGS)
def test_text_as_in_the_source_is_that_of_the_file(
    slug: str, lang: Language, real_edition: Edition, page: Page
) -> None:
    """Sign for sign, on either page; a sign that is typographic in the file stays so."""
    page.goto(f"{lang}/{slug}.html")
    reading = page.evaluate(PARTS, NOTHING)
    page.locator(SWITCH).click()
    source = page.evaluate(PARTS, NOTHING)
    assert in_file(real_edition, real_edition.article(slug), lang) == source
    page.locator(SWITCH).click()
    assert reading == page.evaluate(PARTS, NOTHING)


@pytest.mark.parametrize("slug", SLUGS)
def test_reading_differs_from_the_source_in_signs_and_emendations_alone(
    slug: str, page: Page
) -> None:
    """No letter, no figure and no other sign is another one."""
    page.goto(f"en/{slug}.html")
    reading = page.evaluate(PARTS, ".emended")
    page.locator(SWITCH).click()
    source = page.evaluate(PARTS, ".emended")
    assert reading != source
    assert [[kind, words.translate(OF_KEYBOARD)] for kind, words in reading] == [
        [kind, words.translate(OF_KEYBOARD)] for kind, words in source
    ]


def test_switch_turns_signs_and_leaves_those_of_the_file(page: Page) -> None:
    """The straight ones come back; what is printed curly stays, in text, notes and margin."""
    page.goto("en/mullerson.html")
    word = page.locator("p", has_text="so-called 2005").first
    own = page.locator(".article-text .own").first
    sign = own.inner_text()
    assert "‘tulip revolution’" in word.inner_text()
    page.locator(SWITCH).click()
    assert "'tulip revolution'" in word.inner_text()
    assert sign == own.inner_text()
    assert "’" not in page.locator(".margin-note").first.inner_text()
    page.locator(SWITCH).click()
    assert "‘tulip revolution’" in word.inner_text()


def test_the_way_back_stands_beside_the_last_word_of_its_note(page: Page) -> None:
    """However narrow the page is."""
    page.goto("en/mullerson.html")
    for width in range(320, 480, 10):
        page.set_viewport_size({"width": width, "height": 800})
        alone = page.locator("li.note").evaluate_all(
            """(notes) => notes.filter((note) => {
              const back = note.querySelector('.note-back');
              const range = document.createRange();
              range.setStart(back.parentNode, 0);
              range.setEndBefore(back);
              const words = [...range.getClientRects()].filter(({ width }) => width > 6).at(-1);
              return back.getBoundingClientRect().top > words.bottom - 4;
            }).map((note) => note.id)"""
        )
        assert [] == alone, width
