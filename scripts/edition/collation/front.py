"""Masthead, contents and editorial council to parts, as the print has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edition.collation.blocks import Block, Fragment, Key, Part, Value
from edition.content.model import LANGUAGES, Article, Council, Edition, Language

ISSUE: Final = "articles/issue.yml"
COUNCIL: Final = "articles/council.yml"


def front_parts(edition: Edition) -> Iterator[Part]:
    """Return what the print has before the articles.

    Args:
        edition: The edition.

    Yields:
        The heading of the contents, the masthead, the contents and the council in each
        language: each a part of its own, for the print may set them in any order.
    """
    issue = edition.issue
    heading = Value(ISSUE, ("contents_heading",), issue.contents_heading)
    yield Part("Contents heading", (Block("line", (heading.plain(),)),))
    masthead = (
        Value(ISSUE, ("masthead", index, "en"), block.en)
        for index, block in enumerate(issue.masthead)
    )
    yield Part("Masthead", tuple(Block("line", (value.plain(),)) for value in masthead))
    yield Part("Contents", tuple(_contents(edition)))
    for lang in LANGUAGES:
        yield Part(f"Council ({lang})", tuple(_council(edition.council, lang)))


def article_values(article: Article, *keys: Key, text: str) -> Value:
    """Return a value of an article's front matter."""
    return Value(article.path, keys, text)


def _contents(edition: Edition) -> Iterator[Block]:
    for index, section in enumerate(edition.issue.sections):
        yield Block(
            "line", (Value(ISSUE, ("sections", index, "printed"), section.printed).plain(),)
        )
        for article in edition.articles_in(section.id):
            yield Block("line", tuple(_contents_authors(article)))
            yield Block("line", tuple(_contents_title(article)))


def _contents_authors(article: Article) -> Iterator[Fragment]:
    for index, author in enumerate(article.meta.authors):
        value = article_values(article, "authors", index, "contents", text=author.contents)
        if index:
            yield value.beside(", ")
        yield value.plain()


def _contents_title(article: Article) -> Iterator[Fragment]:
    meta = article.meta
    if meta.contents_title is not None:
        yield article_values(article, "contents_title", text=meta.contents_title).plain()
    else:
        yield article_values(article, "title", text=meta.title).plain()
        if meta.subtitle is not None:
            subtitle = article_values(article, "subtitle", text=meta.subtitle)
            yield subtitle.beside(" ")
            yield subtitle.plain()
    page = article_values(article, "pages", "first", text=str(meta.pages.first))
    yield page.beside(" ")
    yield page.plain()


def _council(council: Council, lang: Language) -> Iterator[Block]:
    heading = Value(COUNCIL, ("heading", lang), council.heading[lang])
    yield Block("heading", (heading.plain(),), lang)
    for index, member in enumerate(council.members):
        place: tuple[Key, ...] = ("members", index, lang)
        name = Value(COUNCIL, (*place, "name"), member[lang].name)
        role = Value(COUNCIL, (*place, "role"), member[lang].role)
        yield Block("member", (name.plain(),), lang)
        yield Block("office", (role.plain(),), lang)
