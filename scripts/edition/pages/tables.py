"""The list of tables and lost diagrams."""

from __future__ import annotations

from edition.content.model import Edition, Language
from edition.languages import Labels
from edition.pages import paths
from edition.pages.page import Page
from edition.pages.render import render


def tables_page(edition: Edition, lang: Language) -> Page:
    """Return the list of tables and diagrams, in the order of the articles."""
    label = Labels(lang)
    order = [article.slug for article in edition.articles]
    tables = sorted(edition.tables, key=lambda table: order.index(table.article))
    return Page(
        path=paths.source_path("tables", lang),
        kind="tables",
        key="tables",
        lang=lang,
        title=label.tables,
        description=f"{label.tables}. {edition.issue.publisher[lang]}.",
        markdown=render(
            "tables.md.jinja",
            edition,
            lang,
            printed=[table for table in tables if table.kind == "table"],
            lost=[table for table in tables if table.kind == "reconstruction"],
        ),
        source="tables/datapackage.json",
    )
