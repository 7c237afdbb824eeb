"""The search as a reader uses it, and what a page holds that it must find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Locator, Page, expect

from edition.content.model import Language
from edition.languages import Labels

DIALOG: Final = "dialog#search"
QUERY: Final = "#search-query"
STATUS: Final = "#search-status"
GROUP: Final = ".search-page:not(.search-names)"
PASSAGE: Final = f"{GROUP} .search-passages > li > a"
WORD: Final = re.compile(r"\w+")

UNINDEXED: Final = "[data-pagefind-ignore], sup, .note-back, .apparatus-mark, .same-as, .csv"
"""What stands on a page and is no part of what is searched."""

HAS_ANSWERED = """([empty, hints]) => {
  const text = document.querySelector('#search-status').textContent;
  return text !== empty && !hints.includes(text);
}"""

IS_MARKED = """(id) => {
  const element = document.getElementById(id);
  const marks = CSS.highlights.get('search');
  return [...marks ?? []].filter((range) => element.contains(range.startContainer)).map(String);
}"""


@dataclass(frozen=True)
class Passage:
    """A passage that was found.

    Attributes:
        path: The page that it is on, as its address begins.
        place: Its anchor.
        query: The words that its address carries.
        heading: What stands above it in the results.
        excerpt: Its words.
        marks: The words in it that are marked.
    """

    path: str
    place: str
    query: str
    heading: str
    excerpt: str
    marks: tuple[str, ...]


def open_search(page: Page) -> None:
    """Open the search and wait until it can answer."""
    page.keyboard.press("/")
    expect(page.locator(DIALOG)).to_be_visible()


def ask(page: Page, text: str) -> None:
    """Type a query and wait until it has been answered."""
    lang = page.locator("html").get_attribute("lang")
    hints = [
        Labels("ru" if lang == "ru" else "en")[key] for key in ("search_hint", "search_waiting")
    ]
    page.locator(STATUS).evaluate("(status) => { status.textContent = 'no answer'; }")
    page.fill(QUERY, text)
    page.wait_for_function(HAS_ANSWERED, arg=["no answer", hints])


def passages(page: Page, base: str) -> Iterator[Passage]:
    """Yield every passage that has been found, also those that are not shown at first."""
    found = page.locator(PASSAGE).evaluate_all(
        """(links) => links.map((link) => {
          const list = link.closest('ul');
          const heading = list.previousElementSibling;
          const copy = link.cloneNode(true);
          copy.querySelector('.search-place')?.remove();
          return [link.href, heading.matches('h3') ? heading.textContent : '', copy.textContent,
            [...link.querySelectorAll('mark')].map((mark) => mark.textContent)];
        })"""
    )
    for address, heading, excerpt, marks in found:
        assert address.startswith(base), address
        parts = urlsplit(address)
        yield Passage(
            path=address.removeprefix(base).split("?")[0].split("#")[0],
            place=parts.fragment,
            query=parse_qs(parts.query)["q"][0],
            heading=heading,
            excerpt=" ".join(excerpt.split()),
            marks=tuple(marks),
        )


def pages_found(page: Page, base: str) -> set[str]:
    """Return the pages on which something has been found."""
    return {passage.path for passage in passages(page, base)}


def link_to(page: Page, path: str) -> Locator:
    """Return the passage that leads to a path with an anchor."""
    name, anchor = path.split("#")
    links = page.locator(f"{PASSAGE}[href*='/{name}?'][href$='#{anchor}']")
    expect(links).to_have_count(1)
    return links


def marked_words(page: Page, anchor: str) -> list[str]:
    """Return the words that are marked in the place that an anchor names."""
    page.wait_for_function("() => CSS.highlights.has('search')")
    words: list[str] = page.evaluate(IS_MARKED, anchor)
    return words


def fold(text: str) -> str:
    """Return a text without case and accents, as the search compares it."""
    plain = unicodedata.normalize("NFD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def searched_words(page: BeautifulSoup) -> set[str]:
    """Return every word of a page that can be found, folded."""
    body = page.select_one("[data-pagefind-body]")
    if body is None:
        return set()
    copy = BeautifulSoup(str(body), "html.parser")
    for ignored in copy.select(UNINDEXED):
        ignored.decompose()
    return set(WORD.findall(fold(copy.get_text(" "))))


Searched = dict[str, set[str]]
"""The words that can be found on each page."""


def pages_with(searched: Searched, lang: Language, word: str) -> set[str]:
    """Return the pages of a language that hold a word in exactly this form."""
    return {
        name
        for name, words in searched.items()
        if name.startswith(f"{lang}/") and fold(word) in words
    }


def heading_of(page: BeautifulSoup, place: str) -> str:
    """Return the heading under which a place stands, as the results give it."""
    element = page.find(id=place)
    assert isinstance(element, Tag), place
    for before in [element, *element.find_all_previous(id=True)]:
        if before.get("id") == "text":
            return "Text"
        if re.fullmatch("h[2-6]", before.name):
            copy = BeautifulSoup(str(before), "html.parser")
            for ignored in copy.select(UNINDEXED):
                ignored.decompose()
            return " ".join(copy.get_text().split()).rstrip(".:")
    return ""
