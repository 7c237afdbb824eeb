"""The editorial council: each language as printed."""

from __future__ import annotations

from edition.content.model import Edition, Language
from edition.languages import Labels
from edition.pages import paths
from edition.pages.page import Page
from edition.pages.render import render


def council_page(edition: Edition, lang: Language) -> Page:
    """Return the council as the list of one language prints it."""
    label = Labels(lang)
    names = ", ".join(member[lang].name for member in edition.council.members)
    return Page(
        path=paths.source_path("council", lang),
        kind="council",
        key="council",
        lang=lang,
        title=label.council,
        description=f"{label.council}: {names}.",
        markdown=render("council.md.jinja", edition, lang),
        source="articles/council.yml",
    )
