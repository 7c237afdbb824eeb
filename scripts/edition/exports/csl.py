"""Articles to CSL-JSON items, from which every citation and bibliography file is made.

An item describes the print, in the language that the print is in. What the print does not
say is in square brackets wherever a field takes text, and ``note`` says it in words. An
inferred year is text too (``literal``); it is not given as a number besides, since some
processors then print both. A number that is not known is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypedDict, TypeVar

from edition.content.model import Article, Edition, Issue, Pages
from edition.pages import paths
from edition.text.views import folded

DASH: Final = "–"
UNKNOWN_PAGE: Final = "[?]"
JOINER: Final = "\u2060"
"""A word joiner, which is not seen: after a "<" it keeps a processor from taking a word of the
print for its own markup, as in a title with "<i>" in it. The form has no other way to say so."""
FOLDED: Final = re.compile(r"[ \x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef]+")
"""Spaces, and whatever ends a line or a record for one program or another."""
MARKUP: Final = re.compile(r"<(?=/?(?:i|b|u|sc|su[bp]|em|strong|span)\b)", re.IGNORECASE)
"""Where a processor would see markup."""


class Name(TypedDict):
    """A person's name."""

    family: str
    given: str


Issued = TypedDict("Issued", {"date-parts": list[list[int]], "literal": str}, total=False)

_Required = TypedDict(
    "_Required",
    {
        "id": str,
        "type": str,
        "language": str,
        "author": list[Name],
        "title": str,
        "container-title": str,
        "publisher": str,
        "publisher-place": str,
        "issued": Issued,
        "page": str,
        "page-first": str,
    },
)


class Item(_Required, total=False):
    """A CSL-JSON item, as far as an article of a journal needs it."""

    issue: str
    abstract: str
    note: str
    URL: str


Field = TypeVar("Field")


def in_one_line(text: str) -> str:
    """Return a text as a field takes it: in one line, without control characters."""
    return FOLDED.sub(" ", text).strip(" ")


def literal(text: str) -> str:
    """Return a text in which a processor sees no markup."""
    return MARKUP.sub(f"<{JOINER}", text)


def items(edition: Edition, site: str | None = None) -> tuple[Item, ...]:
    """Return the items of an edition's articles, in the order of the contents.

    Args:
        edition: The edition.
        site: Address of the site, if it has one.
    """
    return tuple(item(article, edition.issue, site) for article in edition.articles)


def item(article: Article, issue: Issue, site: str | None = None) -> Item:
    """Return the item of an article.

    Args:
        article: The article.
        issue: The issue that it stands in.
        site: Address of the site; the item has that of the page in the article's own language.
    """
    meta, journal = article.meta, issue.journal
    made: Item = {
        "id": f"{article.slug}{issue.year}",
        "type": "article-journal",
        "language": meta.language,
        "author": [
            {"family": in_one_line(a.surname), "given": in_one_line(a.given)} for a in meta.authors
        ],
        "title": in_one_line(meta.full_title),
        "container-title": in_one_line(f"[{journal.title}]" if journal.supplied else journal.title),
        "publisher": in_one_line(issue.publisher[meta.language]),
        "publisher-place": in_one_line(issue.place[meta.language]),
        "issued": _issued(issue),
        "page": page_range(meta.pages),
        "page-first": str(meta.pages.first),
    }
    if issue.number is not None:
        made["issue"] = in_one_line(issue.number)
    if meta.abstract.origin == "printed":
        made["abstract"] = in_one_line(folded(meta.abstract.text))
    if remarks := _remarks(article, issue):
        made["note"] = remarks
    if site:
        made["URL"] = paths.absolute(site, paths.page_url(article.slug, meta.language))
    return made


def for_bibtex(made: Item, year: int) -> Item:
    """Return an item as BibTeX has to have it: the year is a number, the dash a hyphen.

    Args:
        made: The item.
        year: The year of the issue.
    """
    plain = made.copy()
    plain["issued"] = {"date-parts": [[year]]}
    plain["page"] = made["page"].replace(DASH, "-")
    return plain


def texts_of(field: Field, change: Callable[[str], str]) -> Field:
    """Return an item, or a part of one, with every text in it changed.

    Args:
        field: The item.
        change: What is done to a text.
    """
    changed: Any = field
    if isinstance(field, str):
        changed = change(field)
    elif isinstance(field, Mapping):
        changed = {key: texts_of(part, change) for key, part in field.items()}
    elif isinstance(field, list | tuple):
        changed = [texts_of(part, change) for part in field]
    result: Field = changed
    return result


def page_range(pages: Pages) -> str:
    """Return the printed pages; the last one, being inferred, in brackets."""
    if pages.last == pages.first:
        return str(pages.first)
    last = UNKNOWN_PAGE if pages.last is None else f"[{pages.last}]"
    return f"{pages.first}{DASH}{last}"


def _issued(issue: Issue) -> Issued:
    """Return the date: an inferred year in brackets."""
    if issue.year_origin == "inferred":
        return {"literal": f"[{issue.year}]"}
    return {"date-parts": [[issue.year]]}


def _remarks(article: Article, issue: Issue) -> str:
    """Return what has to be known of the data, as one phrase; empty if nothing has."""
    pages = article.meta.pages
    last_page = "unknown" if pages.last is None else "inferred"
    remarks = {
        "journal title supplied": issue.journal.supplied,
        "year inferred": issue.year_origin == "inferred",
        f"last page {last_page}": pages.last != pages.first,
        "issue number unknown": issue.number is None,
    }
    phrase = "; ".join(remark for remark, holds in remarks.items() if holds)
    return phrase[:1].upper() + phrase[1:]
