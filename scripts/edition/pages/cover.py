"""The cover: masthead and contents by section."""

from __future__ import annotations

from edition.content.model import Edition, Language
from edition.languages import Labels
from edition.pages import paths
from edition.pages.citation import imprint_date, journal_title
from edition.pages.page import Page
from edition.pages.render import render


def cover_page(edition: Edition, lang: Language) -> Page:
    """Return the cover of the issue in one language."""
    issue = edition.issue
    contents = [(section, edition.articles_in(section.id)) for section in issue.sections]
    label = Labels(lang)
    date = imprint_date(issue, lang)
    title = f"{journal_title(issue)}, {issue.place[lang]}, {date}"
    return Page(
        path=paths.source_path(paths.COVER, lang),
        kind="cover",
        key=paths.COVER,
        lang=lang,
        title=title,
        description=f"{label.title_page}. {issue.publisher[lang]}.",
        markdown=render("cover.md.jinja", edition, lang, contents=contents, date=date),
        source="articles/issue.yml",
        meta={"running_title": label.cover},
    )
