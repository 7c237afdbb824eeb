"""What a reader does on a page and sees there: the words in which the browser tests are written."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from playwright.sync_api import Locator, Page
from tests.editions import ROOT

from edition.content.model import Language

SLUGS: Final = sorted(path.stem for path in Path(ROOT, "articles").glob("*.md"))
"""Names of the articles' pages."""

KINDS: Final = {
    "cover": "index",
    "council": "council",
    "article": "mullerson",
    "tables": "tables",
    "notes": "notes",
    "names": "names",
    "authors": "authors",
    "about": "about",
    "emendations": "emendations",
    "rules": "rules",
}
"""Every kind of page that has a language, and the name of a page of this kind."""

NAMES: Final = sorted({*KINDS.values(), *SLUGS})
"""Names of all pages that have a language; a test sees to it that none is missing."""

TRIES: Final = 5
FOREIGN: Final = 0.02
"""Share of signs that a page may take from faces of the machine: those that ours do not have."""

HEADER: Final = ".site-header"
SLIP: Final = "#note-slip"

KEYBOARD = str.maketrans("‘’“”„«»–—", '\'\'"""""--')

TEXT = "(element) => element.textContent.replace(/\\s+/g, ' ').trim()"

TEXT_OF_NOTE = """(element) => {
  const copy = element.cloneNode(true);
  for (const back of copy.querySelectorAll('.note-back')) back.remove();
  return copy.textContent.replace(/\\s+/g, ' ').trim();
}"""

IS_SEEN = """(element) => {
  const { top, bottom, height } = element.getBoundingClientRect();
  const { position } = getComputedStyle(document.querySelector('.site-header'));
  const edge = position === 'sticky' ? document.querySelector('.site-header').offsetHeight : 0;
  // What is taller than the screen is seen if it begins on it.
  const begins = height > innerHeight - edge && top < innerHeight / 2;
  return top >= edge - 1 && (bottom <= innerHeight + 1 || begins);
}"""


def other(lang: Language) -> Language:
    """Return the other language."""
    return "ru" if lang == "en" else "en"


def text(element: Locator) -> str:
    """Return the words of an element with single spaces, whether they are seen or not."""
    words: str = element.evaluate(TEXT)
    return words


def note_text(note: Locator) -> str:
    """Return the words of a note or a reference without its ways back."""
    words: str = note.evaluate(TEXT_OF_NOTE)
    return words


@cache
def typed(words: str) -> str:
    """Return words of a page with the signs and single spaces of the files that it is made of."""
    return " ".join(words.translate(KEYBOARD).split())


def wait_until_seen(element: Locator) -> None:
    """Wait until the whole of an element is on the screen, under no header."""
    element.page.wait_for_function(IS_SEEN, arg=element.element_handle())


def settle(page: Page) -> None:
    """Wait until the faces that the text needs are there and the page has been drawn."""
    page.evaluate("document.body.getBoundingClientRect()")
    page.evaluate(
        "document.fonts.ready.then(() => new Promise("
        "(done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )


def visit_with_faces(page: Page, path: str) -> None:
    """Open a page as a reader sees it who has been here before: in the faces of the edition.

    The faces are optional: where a busy machine brings them late, the page stands in those of the
    machine until it is opened again.
    """
    page.goto(path)
    settle(page)
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    for _ in range(TRIES):
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        places = {"nodeId": root, "selector": "main h1, main p, main th"}
        fonts = [
            font
            for node in session.send("DOM.querySelectorAll", places)["nodeIds"]
            for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        ]
        foreign = sum(font["glyphCount"] for font in fonts if not font["isCustomFont"])
        if foreign <= FOREIGN * sum(font["glyphCount"] for font in fonts):
            break
        page.reload()
        settle(page)
    session.detach()
