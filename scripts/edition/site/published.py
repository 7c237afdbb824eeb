"""Facts that every page publishes about what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.content.model import LANGUAGES, Article, Edition, Language
from edition.pages import paths
from edition.pages.citation import (
    article_reference,
    issue_reference,
    journal_title,
    language_of_print,
    year,
)

if TYPE_CHECKING:
    from mkdocs.structure.files import File


@dataclass(frozen=True)
class Published:
    """The edition as the templates see it."""

    edition: Edition

    def journal(self) -> str:
        """Return the journal's title as the edition gives it."""
        return journal_title(self.edition.issue)

    def year(self) -> str:
        """Return the year of the issue as the edition gives it."""
        return year(self.edition.issue)

    def article(self, key: str) -> Article | None:
        """Return the article of a page, if the page shows one."""
        return next((a for a in self.edition.articles if a.slug == key), None)

    def reference(self, key: str) -> str:
        """Return the reference that the page carries, as the magazine asks."""
        article = self.article(key)
        if article is not None:
            return article_reference(article, self.edition.issue)
        return issue_reference(self.edition.issue, language_of_print(self.edition)) + "."


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address of the sitemap and the same page in every language."""

    url: str
    alternates: tuple[tuple[Language, str], ...]


def sitemap(files: Iterable[File], site_url: str | None) -> tuple[SitemapEntry, ...]:
    """Return the sitemap's entries, sorted; none if the site has no address.

    Args:
        files: The Markdown files of the site.
        site_url: Address of the site, with or without its final slash.
    """
    if not site_url:
        return ()
    base = paths.absolute(site_url, "")
    entries = []
    for file in sorted(files, key=lambda file: file.src_uri):
        key, lang = paths.key_of(file.src_uri)
        pair: tuple[tuple[Language, str], ...] = ()
        if lang is not None:
            pair = tuple(
                (other, paths.absolute(site_url, paths.page_url(key, other))) for other in LANGUAGES
            )
        entries.append(SitemapEntry(base + file.url, pair))
    return tuple(entries)
