"""Every emendation and remark of the edition, article by article."""

from __future__ import annotations

from edition.content.apparatus import apparatus, count_apparatus
from edition.content.model import Edition, Language
from edition.languages import Labels
from edition.pages import paths
from edition.pages.page import Page
from edition.pages.render import render


def emendations_page(edition: Edition, lang: Language) -> Page:
    """Return the list, with links to the places; reasons and remarks are in English."""
    label = Labels(lang)
    emendations, remarks = count_apparatus(edition)
    return Page(
        path=paths.source_path("emendations", lang),
        kind="emendations",
        key="emendations",
        lang=lang,
        title=label.emendations,
        description=label.apparatus_note,
        markdown=render(
            "emendations.md.jinja",
            edition,
            lang,
            articles=[(article, apparatus(article)) for article in edition.articles],
            emendations=emendations,
            remarks=remarks,
        ),
        source="articles",
    )
