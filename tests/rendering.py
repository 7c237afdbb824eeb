"""Markdown to HTML as the site does it, for the tests of the markup."""

from __future__ import annotations

from bs4 import BeautifulSoup
from markdown import Markdown

from edition.content.model import Article, Edition, Language
from edition.markup import EditionExtension

EXTENSIONS = ("attr_list", "md_in_html", "def_list", "sane_lists", "toc")
"""Those of ``mkdocs.yml``."""


def renderer(edition: Edition | None = None) -> Markdown:
    """Return a Markdown instance with the edition's extension."""
    return Markdown(extensions=[*EXTENSIONS, EditionExtension(edition)])


def render(text: str, edition: Edition | None = None) -> str:
    """Return the HTML of a text."""
    return renderer(edition).convert(text)


def page(text: str, edition: Edition | None = None) -> BeautifulSoup:
    """Return the parsed HTML of a text."""
    return BeautifulSoup(render(text, edition), "html.parser")


def with_article(edition: Edition, slug: str, body: str, lang: Language = "en") -> BeautifulSoup:
    """Return the page of an article with another text, notes and references included."""
    article = edition.article(slug)
    changed = Article(slug=slug, meta=article.meta, body=body, body_line=1)
    articles = tuple(changed if a.slug == slug else a for a in edition.articles)
    changed_edition = edition.model_copy(update={"articles": articles})
    text = f"""\
::: article {slug} {lang}

<div class="article-text" lang="en" markdown="block">

{body}

</div>

<section class="notes" lang="en" markdown="block">

## Notes

</section>

::: references {slug}
"""
    return page(text, changed_edition)
