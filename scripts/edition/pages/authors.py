"""The authors of the issue, with every printed form of their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.content.model import Article, Author, Edition, Language
from edition.pages import paths
from edition.pages.labels import Labels
from edition.pages.page import Page
from edition.pages.render import render


@dataclass(frozen=True, slots=True)
class Entry:
    """An author and what he or she wrote in the issue."""

    author: Author
    articles: tuple[Article, ...]


def _entries(edition: Edition) -> Iterator[Entry]:
    first: dict[str, Author] = {}
    wrote: dict[str, list[Article]] = {}
    for article in edition.articles:
        for author in article.meta.authors:
            first.setdefault(author.id, author)
            wrote.setdefault(author.id, []).append(article)
    for author in first.values():
        yield Entry(author, tuple(wrote[author.id]))


def _surname(entry: Entry, lang: Language) -> tuple[str, str]:
    form = entry.author.ru if lang == "ru" else entry.author
    return form.surname.casefold(), form.given.casefold()


def authors_page(edition: Edition, lang: Language) -> Page:
    """Return the authors in the alphabetical order of the page's language."""
    label = Labels(lang)
    entries = sorted(_entries(edition), key=lambda entry: _surname(entry, lang))
    names = ", ".join(entry.author.name(lang) for entry in entries)
    return Page(
        path=paths.source_path("authors", lang),
        kind="authors",
        key="authors",
        lang=lang,
        title=label.authors,
        description=f"{label.authors}: {names}.",
        markdown=render("authors.md.jinja", edition, lang, entries=entries),
        source="articles",
    )
