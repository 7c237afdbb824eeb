"""All notes and references of the issue, article by article."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from edition.content.model import Article, Edition, Language
from edition.languages import Labels
from edition.markup.guard import guarded
from edition.pages import paths
from edition.pages.page import Page
from edition.pages.render import render
from edition.text.blocks import read_line
from edition.text.grammar import note_anchor, target_anchor
from edition.text.runs import Emendation, NoteMark, Remark, Run, Span
from edition.text.views import blocks_of, rewritten


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


def _notes(article: Article) -> list[tuple[str, str, Markup]]:
    """Return label, anchor and text of each note, its paragraphs as one."""
    notes: dict[str, list[str]] = {}
    for note in blocks_of(article.text, "note"):
        text = _listed(article, article.body, note.runs, note.text_start, note.text_end)
        notes.setdefault(note.label, []).append(text)
    return [(n, note_anchor(n), _markup(" ".join(texts))) for n, texts in notes.items()]


def _references(article: Article) -> list[tuple[int, str, Markup]]:
    """Return number, language and text of each reference."""
    return [
        (ref.number, ref.language, _markup(_listed(article, ref.text, runs, 0, len(ref.text))))
        for ref in article.meta.references
        for runs in [read_line(ref.text, "reference").runs]
    ]


def _listed(article: Article, source: str, runs: Sequence[Run], start: int, end: int) -> str:
    """Return a text for a list outside its article: as read, its references leading there."""

    def listed(run: Run) -> str | None:
        if isinstance(run, Emendation):
            return run.reading_text
        if isinstance(run, Remark | NoteMark):
            return ""
        if isinstance(run, Span) and run.to is not None:
            words = rewritten(source, run.runs, run.start + 1, run.runs[-1].end, listed)
            return f"[{words}]({paths.link(article.slug, target_anchor(run.to))})"
        return None

    return rewritten(source, runs, start, end, listed)


def _markup(text: str) -> Markup:
    return Markup(guarded(text))  # noqa: S704  # Markdown without HTML
