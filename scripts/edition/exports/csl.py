"""Articles to CSL-JSON items, from which every citation and bibliography file is made.

An item describes the print, in the language that the print is in. What the print does not
say is in square brackets wherever a field takes text, and ``note`` says it in words. An
inferred year is text too (``literal``); it is not given as a number besides, since some
processors then print both. A number that is not known is left out.
"""

from __future__ import annotations

from typing import Final, TypedDict

from edition.content.body import reading_text
from edition.content.model import Article, Edition, Issue, Pages

DASH: Final = "–"
UNKNOWN_PAGE: Final = "[?]"


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


def items(edition: Edition) -> tuple[Item, ...]:
    """Return the items of an edition's articles, in the order of the contents."""
    return tuple(item(article, edition.issue) for article in edition.articles)


def item(article: Article, issue: Issue) -> Item:
    """Return the item of an article.

    Args:
        article: The article.
        issue: The issue that it stands in.
    """
    meta, journal = article.meta, issue.journal
    made: Item = {
        "id": f"{article.slug}{issue.year}",
        "type": "article-journal",
        "language": meta.language,
        "author": [{"family": a.surname, "given": a.given} for a in meta.authors],
        "title": meta.full_title,
        "container-title": f"[{journal.title}]" if journal.supplied else journal.title,
        "publisher": issue.publisher[meta.language],
        "publisher-place": issue.place[meta.language],
        "issued": _issued(issue),
        "page": page_range(meta.pages),
        "page-first": str(meta.pages.first),
    }
    if issue.number is not None:
        made["issue"] = issue.number
    if meta.abstract.origin == "printed":
        made["abstract"] = reading_text(meta.abstract.text)
    if remarks := _remarks(article, issue):
        made["note"] = remarks
    return made


def for_bibtex(made: Item, year: int) -> Item:
    """Return an item as BibTeX has to have it.

    The year is a number, the dash a hyphen, and the title, which pandoc would otherwise put
    into English title case, is protected as it was printed.

    Args:
        made: The item.
        year: The year of the issue.
    """
    plain = made.copy()
    plain["issued"] = {"date-parts": [[year]]}
    plain["page"] = made["page"].replace(DASH, "-")
    plain["title"] = f'<span class="nocase">{made["title"]}</span>'
    return plain


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
