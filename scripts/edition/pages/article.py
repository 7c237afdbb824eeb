"""An article's page: head, abstract, text, notes and references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from edition.content.apparatus import apparatus
from edition.content.model import Article, Edition, Language
from edition.languages import Labels, language
from edition.markup.guard import guarded
from edition.pages import paths
from edition.pages.citation import article_reference, page_range
from edition.pages.page import Page
from edition.pages.render import render
from edition.text.blocks import read_line
from edition.text.views import emendations, folded, note_labels, paragraph_count, reading_text
from edition.typography.signs import typographic

if TYPE_CHECKING:
    from edition.exports.citations import Citation  # which makes its addresses by this package

NUMBER_MARK = Markup('<span class="paragraph-number">…</span>')
"""Where the number of a paragraph goes in the citation of a passage."""
PRINTED_MARK = Markup(' data-printed=""')
"""Attribute of what can be shown as in the source."""
WORDS_PER_MINUTE = 220
"""How fast a scholarly text is read, roughly."""


def article_page(
    edition: Edition, article: Article, lang: Language, citations: Sequence[Citation] = ()
) -> Page:
    """Return the page of one article in one language.

    Until an article has a text in the language of the page, the page shows its title,
    authors, abstract and keywords in that language and then the printed text, saying so.

    Args:
        edition: The edition.
        article: The article.
        lang: Language of the page.
        citations: The article in citation styles, in the language of the page.
    """
    meta = article.meta
    section = edition.issue.section(meta.section)
    index = edition.articles.index(article)
    values: dict[str, Any] = {
        "article": article,
        "meta": meta,
        "section": section,
        "page_range": page_range(article, lang),
        "abstract": meta.abstract_in(lang),
        "has_notes": bool(note_labels(article.text)),
        "references_heading": _references_heading(article, lang),
        "apparatus": apparatus(article),
        "text": Markup(guarded(article.body.strip())),  # noqa: S704  # Markdown without HTML
        "previous": edition.articles[index - 1] if index else None,
        "next": edition.articles[index + 1] if index + 1 < len(edition.articles) else None,
        "reference": article_reference(article, edition.issue),
        "citations": citations,
        "number_mark": NUMBER_MARK,
        "quotation_marks": language(meta.language).signs.double,
        "printed": PRINTED_MARK,
        "differs": _differs(edition, article, lang),
        "downloads": _downloads(article, lang),
        "paragraphs": paragraph_count(article.text),
        "minutes": max(1, round(len(article.body.split()) / WORDS_PER_MINUTE)),
    }
    title = f"{meta.title_in(lang)} {meta.subtitle_in(lang) or ''}".strip()
    return Page(
        path=paths.source_path(article.slug, lang),
        kind="article",
        key=article.slug,
        lang=lang,
        title=title,
        description=folded(meta.abstract_in(lang).text),
        markdown=render("article.md.jinja", edition, lang, **values),
        source=article.path,
        meta={
            "running_title": meta.running_title_in(lang),
            "authors": [author.name(lang) for author in meta.authors],
            "section": section.title[lang],
        },
    )


def _differs(edition: Edition, article: Article, lang: Language) -> bool:
    """Tell whether what is printed on a page has a reading or a sign that the source has not."""
    meta = article.meta
    tables = edition.tables_of(article.slug) if lang == meta.language else ()
    texts = [read_line(text or "", "plain").runs for text in (meta.title, meta.subtitle)]
    texts += [block.runs for block in article.text.blocks]
    texts += [read_line(reference.text, "reference").runs for reference in meta.references]
    texts += [read_line(table.caption[meta.language], "caption").runs for table in tables]
    rows = [row for table in tables if table.kind == "table" for row in table.rows]
    texts += [read_line(c, "cell").runs for row in rows for c in row if isinstance(c, str)]
    return any(
        emendations(runs) or typographic(read, meta.language) != read
        for runs in texts
        for read in [reading_text(runs)]
    )


def _downloads(article: Article, lang: Language) -> list[tuple[str, str]]:
    """Return name and address of the article's data in each form for reference managers."""
    here = paths.page_url(article.slug, lang)
    return [
        (name, paths.relative(paths.citation_data(article.slug, suffix), here))
        for name, suffix in (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json"))
    ]


def _references_heading(article: Article, lang: Language) -> str:
    """Return the printed heading of the list in reading case, or the page's own word."""
    printed = article.meta.references_heading
    if printed and lang == article.meta.language:
        return printed.capitalize()
    return Labels(lang).references
