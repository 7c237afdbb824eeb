"""The authors of the issue, with every printed form of their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.content.model import Article, Author, Edition, Language
from edition.languages import Labels
from edition.pages import paths
from edition.pages.page import Page
from edition.pages.render import render


@dataclass(frozen=True, slots=True)
class Entry:
    """An author and what he or she wrote in the issue.

    Attributes:
        author: The author.
        articles: What the author wrote, in the order of the contents.
        forms: Each printed form of the name that the page does not have as a heading, and the
            label of the place that prints it.
        printed_in_russian: Whether the issue prints the Russian form; else the edition supplies it.
    """

    author: Author
    articles: tuple[Article, ...]
    forms: tuple[tuple[str, str], ...]
    printed_in_russian: bool


def _forms(author: Author, in_council: frozenset[str], lang: Language) -> Iterator[tuple[str, str]]:
    yield author.byline, "byline"
    if lang == "ru" or author.contents != author.name(lang):
        yield author.contents, "contents_form"
    if author.name("ru") in in_council:
        yield author.name("ru"), "council"


def _entries(edition: Edition, lang: Language) -> Iterator[Entry]:
    in_council = frozenset(member.ru.name for member in edition.council.members)
    first: dict[str, Author] = {}
    wrote: dict[str, list[Article]] = {}
    for article in edition.articles:
        for author in article.meta.authors:
            first.setdefault(author.id, author)
            wrote.setdefault(author.id, []).append(article)
    for author in first.values():
        yield Entry(
            author=author,
            articles=tuple(wrote[author.id]),
            forms=tuple(_forms(author, in_council, lang)),
            printed_in_russian=author.name("ru") in in_council,
        )


def _surname(entry: Entry, lang: Language) -> tuple[str, str]:
    form = entry.author.ru if lang == "ru" else entry.author
    return form.surname.casefold(), form.given.casefold()


def authors_page(edition: Edition, lang: Language) -> Page:
    """Return the authors in the alphabetical order of the page's language."""
    label = Labels(lang)
    entries = sorted(_entries(edition, lang), key=lambda entry: _surname(entry, lang))
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
