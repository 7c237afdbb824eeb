"""Notes, references and remarks at their marks: slip, margin, foot of the page."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import NewPage
from tests.browser.reader import SLIP, SLUGS, note_text, settle, text, wait_until_seen

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

ARTICLE = "mullerson.html"
MARKS = "a.note-mark"
NARROW = {"width": 1000, "height": 800}
"""Too narrow for notes in the margin."""
WIDE = {"width": 1440, "height": 800}


@pytest.fixture
def desk(new_page: NewPage) -> Page:
    """A page without a margin for notes."""
    return new_page(viewport=NARROW)


def target_of(mark: Locator) -> Locator:
    """Return what a mark stands for."""
    anchor = str(mark.get_attribute("href")).removeprefix("#")
    return mark.page.locator(f"[id='{anchor}']")


def focus_with_keys(mark: Locator) -> None:
    """Bring the focus to a mark as a reader with a keyboard does."""
    mark.evaluate("(mark) => mark.focus({ focusVisible: true })")


PARTED = """() => [...document.querySelectorAll('.note-mark, .apparatus-mark')].filter((mark) => {
  if (!mark.checkVisibility() || mark.closest('.margin-notes')) return false;
  const texts = document.createTreeWalker(mark.closest('.page'), NodeFilter.SHOW_TEXT);
  const nearest = (step) => {
    texts.currentNode = step === 'nextNode' ? mark.lastChild ?? mark : mark;
    while (texts[step]()) {
      const { data, parentElement } = texts.currentNode;
      if (data && parentElement.checkVisibility()) return texts.currentNode;
    }
  };
  const box = (text, at) => {
    const range = new Range();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return [...range.getClientRects()].pop();
  };
  const [own] = mark.getClientRects();
  const before = nearest('previousNode');
  const after = nearest('nextNode');
  const word = box(before, before.data.trimEnd().length - 1);
  const begins = word.bottom <= own.top || word.left >= own.right;
  // A bracket or a dash that opens something may begin a line, and so may a word.
  if (!/^[.,;:!?)\\]”’»]/.test(after.data)) return begins;
  const sign = box(after, 0);
  return begins || sign.top >= own.bottom || sign.right <= own.left;
}).map((mark) => mark.id || mark.parentElement.id)"""
"""The marks that begin a line or are parted from the sign after them."""


# --- the slip ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_note_is_shown_where_the_pointer_rests(lang: Language, desk: Page) -> None:
    """With the very words of the note, on the screen, until the pointer goes elsewhere."""
    desk.goto(f"{lang}/{ARTICLE}")
    mark = desk.locator(MARKS).nth(2)
    mark.hover()
    slip = desk.locator(SLIP)
    expect(slip).to_be_visible()
    assert note_text(target_of(mark)) == text(slip)
    expect(mark).to_have_attribute("aria-describedby", "note-slip")
    wait_until_seen(slip)
    desk.mouse.move(5, 5)
    expect(slip).to_be_hidden()
    expect(mark).not_to_have_attribute("aria-describedby", re.compile("."))


def test_a_note_stays_while_the_pointer_is_on_it(desk: Page) -> None:
    """So that it can be read with a magnifier, and its links be followed (WCAG 1.4.13)."""
    desk.goto(f"en/{ARTICLE}")
    mark = desk.locator(MARKS).nth(2)
    mark.hover()
    slip = desk.locator(SLIP)
    expect(slip).to_be_visible()
    slip.hover()
    desk.wait_for_timeout(600)
    expect(slip).to_be_visible()


@pytest.mark.parametrize(
    "path", ["en/mullerson.html", "ru/mullerson.html", "en/abisheva.html", "ru/assanbayev.html"]
)
def test_every_note_is_shown_at_each_of_its_marks(path: str, desk: Page) -> None:
    """With the focus on the mark, word for word, in the note's language."""
    desk.goto(path)
    slip = desk.locator(SLIP)
    marks = desk.locator(MARKS).all()
    assert marks
    for mark in marks:
        focus_with_keys(mark)
        expect(slip).to_be_visible()
        assert note_text(target_of(mark)) == text(slip)
        assert slip.get_attribute("lang") == target_of(mark).evaluate(
            "(n) => n.closest('[lang]').lang"
        )
        assert 0 == slip.locator("[id], .note-back").count()
        assert slip.evaluate(
            "(s) => { const r = s.getBoundingClientRect();"
            "return r.left >= 0 && r.right <= innerWidth && r.top >= 0; }"
        )


@pytest.mark.parametrize(
    "path", ["en/karami.html", "ru/karami.html", "en/sultanov.html", "en/yeginaliyev.html"]
)
def test_every_reference_is_shown_at_each_of_its_marks(path: str, desk: Page) -> None:
    """The entry of the list, in the language that it has there."""
    desk.goto(path)
    slip = desk.locator(SLIP)
    marks = desk.locator("a.citation").all()
    assert marks
    for mark in marks:
        focus_with_keys(mark)
        expect(slip).to_be_visible()
        assert note_text(target_of(mark)) == text(slip)


def test_a_reference_is_shown_where_the_pointer_rests(desk: Page) -> None:
    """As a note is; a click follows the mark to the list."""
    desk.goto("en/karami.html")
    mark = desk.locator("a.citation").first
    mark.hover()
    expect(desk.locator(SLIP)).to_be_visible()
    assert note_text(target_of(mark)) == text(desk.locator(SLIP))
    mark.click()
    expect(desk).to_have_url(re.compile(r"#ref-\d+$"))
    expect(desk.locator(SLIP)).to_be_hidden()
    wait_until_seen(target_of(mark))


def test_a_remark_of_the_editors_is_shown_at_its_ring(desk: Page) -> None:
    """What it says, without the lemma that the reader has before the eyes."""
    desk.goto("en/karami.html")
    slip = desk.locator(SLIP)
    for mark in desk.locator("a.apparatus-mark").all()[:8]:
        focus_with_keys(mark)
        expect(slip).to_be_visible()
        assert text(target_of(mark).locator(".saying")) == text(slip)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_note_is_shown_when_its_mark_is_tapped(lang: Language, phone: Page) -> None:
    """The first tap shows it, the second goes to it; a tap elsewhere puts it away."""
    phone.goto(f"{lang}/{ARTICLE}")
    mark = phone.locator(MARKS).nth(2)
    slip = phone.locator(SLIP)
    mark.tap()
    expect(slip).to_be_visible()
    assert note_text(target_of(mark)) == text(slip)
    assert phone.evaluate("location.hash") == ""
    assert phone.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    box = slip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    phone.locator("h1").tap()
    expect(slip).to_be_hidden()
    mark.tap()
    expect(slip).to_be_visible()
    mark.tap()
    expect(slip).to_be_hidden()
    expect(phone).to_have_url(re.compile(r"#fn-3$"))
    wait_until_seen(phone.locator("#fn-3"))


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_escape_puts_a_note_away(how: str, desk: Page) -> None:
    """Without moving the focus or the page, and the note can be shown again."""
    desk.goto(f"en/{ARTICLE}")
    mark, slip = desk.locator(MARKS).nth(2), desk.locator(SLIP)
    mark.scroll_into_view_if_needed()
    if how == "hover":
        mark.hover()
    else:
        focus_with_keys(mark)
    expect(slip).to_be_visible()
    before = desk.evaluate("scrollY")
    desk.keyboard.press("Escape")
    expect(slip).to_be_hidden()
    assert before == desk.evaluate("scrollY")
    if how == "focus":
        expect(mark).to_be_focused()


def test_a_note_goes_when_the_focus_goes_on(desk: Page) -> None:
    """And the next one comes with its mark."""
    desk.goto(f"en/{ARTICLE}")
    slip = desk.locator(SLIP)
    focus_with_keys(desk.locator(MARKS).first)
    expect(slip).to_be_visible()
    desk.keyboard.press("Tab")
    current = desk.locator(":focus")
    if current.get_attribute("class") not in {"note-mark", "apparatus-mark", "cross-reference"}:
        expect(slip).to_be_hidden()
    focus_with_keys(desk.locator(MARKS).nth(1))
    expect(slip).to_be_visible()
    assert note_text(desk.locator("#fn-2")) == text(slip)


def test_a_long_note_can_be_scrolled_with_the_keyboard(new_page: NewPage) -> None:
    """The slip is a stop of the tabulator then, and only then."""
    page = new_page(viewport={"width": 500, "height": 260})
    page.goto(f"en/{ARTICLE}")
    slip = page.locator(SLIP)
    seen = set()
    for mark in page.locator(MARKS).all():
        focus_with_keys(mark)
        expect(slip).to_be_visible()
        longer = slip.evaluate("(s) => s.scrollHeight > s.clientHeight")
        assert longer == (slip.get_attribute("tabindex") == "0")
        seen.add(longer)
    assert {True, False} == seen


# --- marks in the line ------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SLUGS)
def test_a_mark_stays_on_the_line_of_its_word(lang: Language, name: str, new_page: NewPage) -> None:
    """Whatever sign stands before it, and with the sign after it."""
    page = new_page()
    page.goto(f"{lang}/{name}.html")
    for width in (320, 390, 768):
        page.set_viewport_size({"width": width, "height": 800})
        settle(page)
        assert [] == page.evaluate(PARTED), width


# --- the way there and back -------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "path"), [("en", ARTICLE), ("ru", "abisheva.html")])
def test_a_mark_leads_to_its_note_and_the_note_back(
    lang: Language, path: str, desk: Page, base: str
) -> None:
    """By click and by key."""
    desk.goto(f"{lang}/{path}")
    for number in ("1", "5"):
        desk.locator(f"#fnref-{number} a").click()
        expect(desk).to_have_url(f"{base}{lang}/{path}#fn-{number}")
        note = desk.locator(f"#fn-{number}")
        wait_until_seen(note)
        note.locator(".note-back").first.click()
        expect(desk).to_have_url(f"{base}{lang}/{path}#fnref-{number}")
        wait_until_seen(desk.locator(f"#fnref-{number}"))
    mark = desk.locator("#fnref-7 a")
    focus_with_keys(mark)
    desk.keyboard.press("Enter")
    wait_until_seen(desk.locator("#fn-7"))
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.getElementById('fn-7').contains(document.activeElement)")


def test_a_reference_leads_back_to_each_of_its_marks(desk: Page) -> None:
    """As many ways back as there are marks, each to its own."""
    desk.goto("en/karami.html")
    for mark in desk.locator("a.citation").all():
        anchor = mark.get_attribute("id")
        back = target_of(mark).locator(f".note-back[href='#{anchor}']")
        expect(back).to_have_count(1)
    last = desk.locator("a.citation").last
    anchor = str(last.get_attribute("id"))
    desk.locator(f".note-back[href='#{anchor}']").click()
    wait_until_seen(last)


# --- the margin -------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_wide_screen_notes_stand_beside_their_marks(lang: Language, new_page: NewPage) -> None:
    """Each once, beside no other note, over no text; the foot stays complete."""
    page = new_page(viewport=WIDE)
    page.goto(f"{lang}/{ARTICLE}")
    copies = page.locator(".margin-note")
    expect(copies.first).to_be_visible()
    notes = page.locator("li.note")
    assert notes.count() == copies.count()
    expect(page.locator(".margin-notes")).to_have_attribute("aria-hidden", "true")
    for note, copy in zip(notes.all(), copies.all(), strict=True):
        assert note_text(note) == text(copy.locator(".margin-text"))
    boxes: list[list[float]] = copies.evaluate_all(
        "(all) => all.map((c) => c.getBoundingClientRect()).map((r) => [r.top, r.bottom, r.left])"
    )
    assert [] == [b for a, b in pairwise(boxes) if b[0] < a[1]]
    edge = page.locator("main").evaluate("(main) => main.getBoundingClientRect().right")
    assert all(left >= edge for _, _, left in boxes)
    first = page.locator("#fnref-1").evaluate("(mark) => mark.getBoundingClientRect().top")
    assert abs(boxes[0][0] - first) < 40


def test_a_note_beside_its_mark_needs_no_slip(new_page: NewPage) -> None:
    """It is set off while its mark is pointed at."""
    page = new_page(viewport=WIDE)
    page.goto(f"en/{ARTICLE}")
    mark = page.locator(MARKS).first
    expect(page.locator(".margin-note").first).to_be_visible()
    mark.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 300)")
    mark.hover()
    expect(page.locator(".margin-note.meant")).to_have_count(1)
    expect(mark).to_have_attribute("aria-describedby", "fn-1")
    expect(page.locator(SLIP)).to_be_hidden()


def test_notes_in_the_margin_are_no_stops_of_the_tabulator(new_page: NewPage) -> None:
    """They are copies for the eye."""
    page = new_page(viewport=WIDE)
    page.goto(f"en/{ARTICLE}")
    expect(page.locator(".margin-note").first).to_be_visible()
    links = page.locator(".margin-notes a")
    assert {"-1"} == set(links.evaluate_all("(all) => all.map((a) => a.getAttribute('tabindex'))"))
