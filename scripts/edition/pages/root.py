"""The root page: a choice of language, and nothing remembered."""

from __future__ import annotations

from edition.content.model import DEFAULT_LANGUAGE, Edition
from edition.languages import Labels
from edition.pages import paths
from edition.pages.citation import imprint_date, journal_title, year
from edition.pages.page import Page
from edition.pages.render import render


def root_page(edition: Edition) -> Page:
    """Return the page that offers both languages."""
    issue, label = edition.issue, Labels(DEFAULT_LANGUAGE)
    place = issue.place[DEFAULT_LANGUAGE]
    return Page(
        path=paths.ROOT,
        kind="root",
        key="root",
        lang=DEFAULT_LANGUAGE,
        title=f"{journal_title(issue)}, {place}, {imprint_date(issue, DEFAULT_LANGUAGE)}",
        description=f"{label.title_page}. {issue.publisher[DEFAULT_LANGUAGE]}.",
        markdown=render(
            "root.md.jinja",
            edition,
            DEFAULT_LANGUAGE,
            heading=journal_title(issue),
            year=year(issue),
        ),
        source="articles/issue.yml",
    )
