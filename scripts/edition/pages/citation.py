"""The reference that every page carries, as the magazine asks."""

from __future__ import annotations

from collections import Counter

from edition.content.model import Article, Edition, Issue, Language
from edition.languages import Labels
from edition.typography.signs import typographic


def journal_title(issue: Issue) -> str:
    """Return the journal's title, in square brackets if the edition supplies it."""
    title = typographic(issue.journal.title, "en")
    return f"[{title}]" if issue.journal.supplied else title


def year(issue: Issue) -> str:
    """Return the year, in square brackets if it is inferred."""
    return f"[{issue.year}]" if issue.year_origin == "inferred" else str(issue.year)


def imprint_date(issue: Issue, lang: Language) -> str:
    """Return the year and, if the issue bears one, the number."""
    if issue.number is None:
        return year(issue)
    return f"{year(issue)}, {Labels(lang).number} {issue.number}"


def page_range(article: Article, lang: Language) -> str:
    """Return the printed pages with their label; an inferred last page in brackets."""
    label, pages = Labels(lang), article.meta.pages
    if pages.last is None:
        return f"{label.pages} {pages.first}–[?]"
    if pages.last == pages.first:
        return f"{label.page} {pages.first}"
    return f"{label.pages} {pages.first}–[{pages.last}]"


def issue_reference(issue: Issue, language: Language) -> str:
    """Return the reference to the issue, plain text.

    Args:
        issue: The issue.
        language: Language of the print, not of the page: a reference describes what it is to.
    """
    imprint = f"{issue.place[language]}, {imprint_date(issue, language)}"
    return f"{journal_title(issue)}. {issue.publisher[language]}. {imprint}"


def article_reference(article: Article, issue: Issue) -> str:
    """Return the reference to an article in the language that it is printed in.

    Args:
        article: The article.
        issue: The issue that it stands in.
    """
    language = article.meta.language
    authors = ", ".join(author.name(language) for author in article.meta.authors)
    title = article.meta.full_title
    stop = "" if title.endswith(("?", "!")) else "."
    pages = page_range(article, language)
    return f"{authors}. {title}{stop} {issue_reference(issue, language)}, {pages}."


def language_of_print(edition: Edition) -> Language:
    """Return the language that the issue is in: that of most of its articles."""
    counted = Counter(article.meta.language for article in edition.articles)
    return counted.most_common(1)[0][0]
