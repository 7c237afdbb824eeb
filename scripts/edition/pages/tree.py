"""Every page of the edition, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Iterable

from edition.content.model import LANGUAGES, Edition
from edition.diagnostics import Code
from edition.pages.article import article_page
from edition.pages.authors import authors_page
from edition.pages.council import council_page
from edition.pages.cover import cover_page
from edition.pages.page import Page
from edition.pages.root import root_page
from edition.pages.rules import rules_page
from edition.pages.tables import tables_page


def page_tree(edition: Edition, rules: Iterable[Code] = ()) -> tuple[Page, ...]:
    """Return every generated page, the root first, then language by language.

    Args:
        edition: The edition.
        rules: Every kind of finding, for the catalogue; without them there is no catalogue.
    """
    codes = tuple(rules)
    pages = [root_page(edition)]
    for lang in LANGUAGES:
        pages.append(cover_page(edition, lang))
        pages.append(council_page(edition, lang))
        pages.extend(article_page(edition, article, lang) for article in edition.articles)
        pages.append(tables_page(edition, lang))
        pages.append(authors_page(edition, lang))
        if codes:
            pages.append(rules_page(edition, codes, lang))
    return tuple(pages)
