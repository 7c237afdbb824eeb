"""An article: authors, abstract, references and text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from edition.content.model.base import (
    Address,
    Count,
    Exemption,
    Language,
    Lines,
    Model,
    Slug,
    Text,
    TranslationOf,
    few_formulas,
    unique,
)
from edition.diagnostics import Location
from edition.text.blocks import Body, read_body


class Pages(Model):
    """Printed pages; the last one is inferred and may be unknown."""

    first: Count
    last: Count | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            message = f"last page {self.last} comes before first page {self.first}"
            raise ValueError(message)
        return self

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}–"
        return f"{self.first}" if self.last == self.first else f"{self.first}–{self.last}"


class AuthorInRussian(Model):
    """An author's name and affiliation in Russian, supplied by the edition."""

    given: Text
    surname: Text
    affiliation: Text


class Author(Model):
    """An author of an article, in every printed form of the name."""

    id: Slug
    given: Text
    surname: Text
    byline: Text
    contents: Text
    affiliation: Text
    ru: AuthorInRussian

    def name(self, lang: Language) -> str:
        """Return the display form of the name in one language."""
        form = self.ru if lang == "ru" else self
        return f"{form.given} {form.surname}"

    def affiliation_in(self, lang: Language) -> str:
        """Return the affiliation: as printed in English, supplied in Russian."""
        return self.ru.affiliation if lang == "ru" else self.affiliation


class Abstract(Model):
    """An abstract and where it comes from."""

    origin: Literal["printed", "supplied"]
    text: Lines


class Reference(Model):
    """An entry of a reference list, verbatim (inline Markdown)."""

    number: Count
    text: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]
    url: Address | None = None
    same_as: Count | None = None
    """The entry that an "Ibid." or "Ditto" certainly stands for."""


class ArticleInRussian(Model):
    """What the edition supplies in Russian for an article."""

    title: Text
    subtitle: Text | None = None
    running_title: Text
    abstract: Lines
    keywords: tuple[Text, ...]
    translation_of: TranslationOf = Field(default_factory=dict)


def _plain(value: object) -> object:
    """Refuse a number that is written with a power of ten or is none."""
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,28}(\.[0-9]{1,28})?", str(value)):
        raise ValueError("a number is written plainly, like 0.05")
    return str(value)


class Figure(Model):
    """A figure of the prose that another figure of the edition bears out.

    Attributes:
        passage: Words of one paragraph that hold the figure.
        figure: The figure as printed in the passage; its first one by default.
        equals: What it should come to, e.g. ``sum(wells-1[Depth])``.
        tolerance: How far both may differ; half of the last printed digit by default.
    """

    passage: Text
    figure: Text | None = None
    equals: Text
    tolerance: Annotated[Decimal, Field(ge=0), BeforeValidator(_plain)] | None = None


class FrontMatter(Model):
    """The YAML front matter of an article file."""

    title: Text
    subtitle: Text | None = None
    contents_title: Text | None = None
    running_title: Text
    section: Slug
    order: Count
    language: Language
    spelling: Literal["american", "british", "mixed"] | None = None
    """Which English spelling the article is printed in."""
    pages: Pages
    authors: Annotated[tuple[Author, ...], Field(min_length=1), AfterValidator(unique)]
    abstract: Abstract
    keywords: Annotated[tuple[Text, ...], Field(min_length=1)]
    reference_style: Literal["brackets", "parentheses", "none"]
    references_heading: Text | None = None
    references: tuple[Reference, ...] = ()
    ru: ArticleInRussian
    figures: Annotated[tuple[Figure, ...], AfterValidator(few_formulas)] = ()
    exceptions: tuple[Exemption, ...] = ()

    @property
    def full_title(self) -> str:
        """The printed title with its subtitle."""
        if self.subtitle is None:
            return self.title
        ends = self.title.endswith(("?", "!", ":"))
        joint = " " if ends or self.subtitle.startswith("(") else ": "
        return f"{self.title}{joint}{self.subtitle}"

    def title_in(self, lang: Language) -> str:
        """Return the title: printed in English, supplied in Russian."""
        return self.ru.title if lang == "ru" else self.title

    def subtitle_in(self, lang: Language) -> str | None:
        """Return the subtitle, if the article has one."""
        return self.ru.subtitle if lang == "ru" else self.subtitle

    def running_title_in(self, lang: Language) -> str:
        """Return the short title supplied by the edition."""
        return self.ru.running_title if lang == "ru" else self.running_title

    def abstract_in(self, lang: Language) -> Abstract:
        """Return the abstract; the Russian one is always supplied."""
        if lang == "ru":
            return Abstract(origin="supplied", text=self.ru.abstract)
        return self.abstract

    def keywords_in(self, lang: Language) -> tuple[str, ...]:
        """Return the keywords supplied by the edition."""
        return self.ru.keywords if lang == "ru" else self.keywords


class Article(Model):
    """An article: its front matter and its text as Markdown.

    Attributes:
        slug: Name of the file without its suffix; part of every address.
        meta: The front matter.
        body: The Markdown text after the front matter.
        body_line: Line of the file on which the body begins, counted from 1.
    """

    slug: Slug
    meta: FrontMatter
    body: Annotated[str, StringConstraints(strip_whitespace=False)]
    body_line: int

    @property
    def path(self) -> str:
        """Path of the article's file inside the edition's folder."""
        return f"articles/{self.slug}.md"

    @property
    def text(self) -> Body:
        """The text, read once: its blocks, what they are made of, and its faults."""
        return read_body(self.body)

    def at(self, offset: int) -> Location:
        """Return the place in the file of a character of the text, as its blocks count them."""
        line, column = self.text.line_and_column(offset)
        return Location(self.path, self.body_line + line - 1, column)
