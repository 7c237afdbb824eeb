"""The edition: everything that the site and the exports are made of."""

from __future__ import annotations

from edition.content.model.article import Article
from edition.content.model.authority import Authority
from edition.content.model.base import Model, Text
from edition.content.model.issue import Council, Issue
from edition.content.model.table import Table


class Word(Model):
    """A correct word that the dictionaries do not have."""

    text: Text
    group: str
    line: int


class Edition(Model):
    """Everything that the site and the exports are made of."""

    issue: Issue
    council: Council
    articles: tuple[Article, ...]
    tables: tuple[Table, ...]
    words: tuple[Word, ...] = ()
    authority: Authority = Authority()

    def article(self, slug: str) -> Article:
        """Return the article with this slug (raises ``KeyError``)."""
        for article in self.articles:
            if article.slug == slug:
                return article
        raise KeyError(slug)

    def table(self, name: str) -> Table:
        """Return the table with this name (raises ``KeyError``)."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)

    def tables_of(self, slug: str) -> tuple[Table, ...]:
        """Return the tables of an article in the order of the descriptor."""
        return tuple(table for table in self.tables if table.article == slug)

    def articles_in(self, section_id: str) -> tuple[Article, ...]:
        """Return the articles of a section in the order of the contents."""
        return tuple(a for a in self.articles if a.meta.section == section_id)
