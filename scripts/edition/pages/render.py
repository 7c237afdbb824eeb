"""Templates to Markdown: the Jinja environment that every page kind uses."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from edition.content.model import LANGUAGES, Edition, Language
from edition.languages import Labels
from edition.languages.scripts import foreign_parts
from edition.markup.guard import literal
from edition.pages import paths
from edition.text.views import read_as
from edition.typography.signs import typographic

CLOSING = "\"'’”»"
"""Quotation marks that may stand between the last stop of a sentence and its end."""


def foreign(text: str, lang: str, page_lang: str) -> Markup:
    """Return text for a page, marked with its language where that differs.

    Args:
        text: Plain text.
        lang: Language of the text.
        page_lang: Language of the page.

    Returns:
        Escaped HTML.
    """
    if lang == page_lang:
        return escape(text)
    return Markup('<span lang="{}">{}</span>').format(lang, text)


def foreign_runs(text: str, page_lang: str) -> Markup:
    """Return text for a page, its runs in other letters than the page's marked with their language.

    For lines that mix both languages, such as a reference to an English article with a
    Russian publisher. The text of articles is marked by ``edition.markup`` instead.

    Args:
        text: Plain text.
        page_lang: Language of the page.

    Returns:
        Escaped HTML.
    """
    mark = Markup('<span lang="{}">{}</span>').format
    return Markup().join(
        mark(lang, part) if lang else escape(part) for lang, part in foreign_parts(text, page_lang)
    )


def caption_text(caption: str) -> str:
    """Return the caption of a table as a reader reads it."""
    return read_as(caption, "caption")


def _lines(text: str) -> Markup:
    """Return text with its line breaks as ``<br>``."""
    return Markup("<br>").join(literal(line) for line in text.splitlines())


def _sentence(text: str, *, begins: bool = True) -> str:
    """Return a remark as a sentence: a capital first, if it begins there, and a full stop last."""
    first = text[:1].upper() if begins else text[:1]
    return f"{first}{text[1:]}{_stop(text)}"


def _stop(text: str) -> str:
    """Return the full stop that a sentence still wants after its last words."""
    return "" if text.rstrip(CLOSING).endswith((".", "?", "!", "…")) else "."


def _written(value: Any) -> Any:  # noqa: ANN401  # whatever a template puts on a page
    """Return a value as a page's Markdown says it; what is Markdown or HTML already stays."""
    return value if hasattr(value, "__html__") else literal(value)


ENVIRONMENT = Environment(
    loader=PackageLoader("edition.pages"),
    autoescape=True,
    finalize=_written,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
ENVIRONMENT.filters["foreign"] = lambda *values: literal(foreign(*values))
ENVIRONMENT.filters["runs"] = lambda *values: literal(foreign_runs(*values))
ENVIRONMENT.filters["plain"] = caption_text
ENVIRONMENT.filters["signs"] = typographic
ENVIRONMENT.filters["lines"] = _lines
ENVIRONMENT.filters["sentence"] = _sentence
ENVIRONMENT.filters["stop"] = _stop
ENVIRONMENT.globals["link"] = paths.link
ENVIRONMENT.globals["labels"] = {lang: Labels(lang) for lang in LANGUAGES}


def render(template: str, edition: Edition, lang: Language, **values: Any) -> str:  # noqa: ANN401
    """Render a template of ``pages/templates``.

    Args:
        template: File name.
        edition: The edition, available as ``edition`` and ``issue``.
        lang: Language of the page, available as ``lang``; labels are in ``label``.
        values: Whatever else the template needs.

    Returns:
        Markdown; what comes from the content is escaped unless marked safe.
    """
    others = [other for other in LANGUAGES if other != lang]
    return ENVIRONMENT.get_template(template).render(
        edition=edition,
        issue=edition.issue,
        lang=lang,
        others=others,
        label=Labels(lang),
        **values,
    )
