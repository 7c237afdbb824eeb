"""Every page of the edition, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from edition.content.authority import Mentions
from edition.content.model import LANGUAGES, Edition
from edition.diagnostics import Code
from edition.pages.article import article_page
from edition.pages.authors import authors_page
from edition.pages.council import council_page
from edition.pages.cover import cover_page
from edition.pages.emendations import emendations_page
from edition.pages.names import names_page
from edition.pages.notes import notes_page
from edition.pages.page import Page
from edition.pages.root import root_page
from edition.pages.rules import rules_page
from edition.pages.tables import tables_page

if TYPE_CHECKING:
    from edition.exports.citations import Citations  # which makes its addresses by this package


def page_tree(
    edition: Edition, rules: Iterable[Code] = (), citations: Citations | None = None
) -> tuple[Page, ...]:
    """Return every generated page, the root first, then language by language.

    Args:
        edition: The edition.
        rules: Every kind of finding, for the catalogue; without them there is no catalogue.
        citations: The articles in citation styles; without them there is the plain reference.
    """
    codes = tuple(rules)
    named = any(edition.authority.all())
    mentions = Mentions(edition) if named else None
    pages = [root_page(edition)]
    for lang in LANGUAGES:
        pages.append(cover_page(edition, lang))
        pages.append(council_page(edition, lang))
        for article in edition.articles:
            forms = citations.of(article.slug, lang) if citations else ()
            pages.append(article_page(edition, article, lang, forms))
        pages.append(tables_page(edition, lang))
        pages.append(authors_page(edition, lang))
        if mentions is not None:
            pages.append(names_page(edition, mentions, lang))
        pages.append(notes_page(edition, lang))
        pages.append(emendations_page(edition, lang))
        if codes:
            pages.append(rules_page(edition, codes, lang))
    return tuple(pages)
