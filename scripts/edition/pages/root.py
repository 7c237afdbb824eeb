"""The root page: a choice of language, and nothing remembered."""

from __future__ import annotations

from edition.content.model import Edition
from edition.pages import paths
from edition.pages.citation import imprint_date, journal_title, year
from edition.pages.labels import Labels
from edition.pages.page import Page
from edition.pages.render import render


def root_page(edition: Edition) -> Page:
    """Return the page that offers both languages."""
    issue = edition.issue
    return Page(
        path=paths.ROOT,
        kind="root",
        key="root",
        lang="en",
        title=f"{journal_title(issue)}, {issue.place.en}, {imprint_date(issue, 'en')}",
        description=f"{Labels('en').title_page}. {issue.publisher.en}.",
        markdown=render(
            "root.md.jinja", edition, "en", heading=journal_title(issue), year=year(issue)
        ),
        source="articles/issue.yml",
    )
