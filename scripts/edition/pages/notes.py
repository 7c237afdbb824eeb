"""All notes and references of the issue, article by article."""

from __future__ import annotations

import re

from markupsafe import Markup

from edition.content.body import EMENDATION, NOTE_MARK, REMARK, blocks
from edition.content.model import Article, Edition, Language
from edition.languages import Labels
from edition.markup.guard import guarded
from edition.pages import paths
from edition.pages.page import Page
from edition.pages.render import render

CROSS_REFERENCE = re.compile(
    r"\[(?P<text>[^\[\]]*)\]\{(?=[^{}]*+\})"
    r"[^{}]*\bto=(?P<kind>note|ref)-(?P<n>[^\s{}]+)[^{}]*\}"
)
ANCHORS = {"note": "fn", "ref": "ref"}


def notes_page(edition: Edition, lang: Language) -> Page:
    """Return the list; each note and reference leads to itself in its article."""
    label = Labels(lang)
    articles = [
        (article, notes, references)
        for article in edition.articles
        for notes, references in [(_notes(article), _references(article))]
        if notes or references
    ]
    return Page(
        path=paths.source_path("notes", lang),
        kind="notes",
        key="notes",
        lang=lang,
        title=label.all_notes,
        description=label.all_notes_note,
        markdown=render("notes.md.jinja", edition, lang, articles=articles),
        source="articles",
    )


def _notes(article: Article) -> list[tuple[str, Markup]]:
    """Return number and text of each note, its paragraphs as one."""
    notes: dict[str, list[str]] = {}
    for block in blocks(article.body):
        if block.kind == "note":
            notes.setdefault(block.label, []).append(block.text)
    return [(label, _listed(" ".join(texts), article)) for label, texts in notes.items()]


def _references(article: Article) -> list[tuple[int, str, Markup]]:
    """Return number, language and text of each reference."""
    return [
        (reference.number, reference.language, _listed(reference.text, article))
        for reference in article.meta.references
    ]


def _listed(markdown: str, article: Article) -> Markup:
    """Return a text for a list outside its article: as read, its references leading there."""
    text = EMENDATION.sub(lambda match: match["reading"], markdown)
    text = NOTE_MARK.sub("", REMARK.sub("", text))

    def linked(match: re.Match[str]) -> str:
        anchor = f"{ANCHORS[match['kind']]}-{match['n']}"
        return f"[{match['text']}]({paths.link(article.slug, anchor)})"

    return Markup(guarded(CROSS_REFERENCE.sub(linked, text)))  # noqa: S704  # without HTML
