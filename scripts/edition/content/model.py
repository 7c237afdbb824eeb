"""The edition as data: an issue, its council, its articles and its tables.

The models are frozen and refuse unknown keys, so that a misspelt key is a finding
and not a silent loss. Field names are the keys of the content files; JSON Schemas can
be generated from these classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal, Protocol, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "ru")

RESERVED: frozenset[str] = frozenset(
    {
        "index",
        "council",
        "tables",
        "authors",
        "names",
        "notes",
        "emendations",
        "about",
        "rules",
        "search",
        "404",
        "issue",
    }
)
"""Names of pages and files that an article's slug must not take."""

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Address = Annotated[str, StringConstraints(pattern=r"^(https?|ftp|mailto):\S+$")]


class Model(BaseModel):
    """Base of all content models: frozen, strict about keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True
    )


class Named(Protocol):
    """Something with an identifier."""

    @property
    def id(self) -> str:
        """The identifier; part of an address."""


NamedT = TypeVar("NamedT", bound=Named)


def unique(items: tuple[NamedT, ...]) -> tuple[NamedT, ...]:
    """Refuse two items with one identifier, which would be one address."""
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            message = f"two entries have the id '{item.id}'"
            raise ValueError(message)
        seen.add(item.id)
    return items


class Bilingual(Model):
    """A text in both languages of the edition."""

    en: Text
    ru: Text

    def __getitem__(self, lang: Language) -> str:
        """Return the text in one language."""
        return self.en if lang == "en" else self.ru


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
TranslationOf = dict[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")], Digest]
"""For each part, what its English text was when the Russian was made: the beginning of
the SHA-256 of it. ``edition check --accept-translations`` writes it."""


class Exemption(Model):
    """A finding that an editor has looked at and lets stand.

    Attributes:
        code: Kind of the finding.
        text: Words of this file that stand at the place of the finding; without them every
            finding of this kind in the file (for tables: in the table) is meant.
        reason: Why it stands.
    """

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]
    text: Text | None = None
    reason: Text


# --- the issue ------------------------------------------------------------------


class Journal(Model):
    """The journal that the issue belongs to."""

    title: Text
    supplied: bool = False
    """Whether the title is the edition's own and not in the source."""
    evidence: Bilingual | None = None
    """What a supplied title rests on."""


class MastheadBlock(Model):
    """One statement of the masthead, with its printed line breaks."""

    id: Slug
    en: Text
    ru: Text

    def __getitem__(self, lang: Language) -> str:
        """Return the block in one language."""
        return self.en if lang == "en" else self.ru


class Section(Model):
    """A section of the contents: as printed and in reading case."""

    id: Slug
    printed: Text
    title: Bilingual


class Issue(Model):
    """The issue: what the masthead and the contents page say."""

    journal: Journal
    publisher: Bilingual
    place: Bilingual
    year: int
    year_origin: Literal["printed", "inferred"]
    number: Text | None = None
    notice: Bilingual
    contents_heading: Text
    masthead: Annotated[tuple[MastheadBlock, ...], AfterValidator(unique)]
    sections: Annotated[tuple[Section, ...], AfterValidator(unique)]
    translation_of: TranslationOf = {}
    exceptions: tuple[Exemption, ...] = ()

    def section(self, section_id: str) -> Section:
        """Return the section with this identifier (raises ``KeyError``)."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


class CouncilEntry(Model):
    """A member as one language's list prints him or her."""

    name: Text
    role: Text


class CouncilMember(Model):
    """A member of the editorial council in both printed lists."""

    id: Slug
    en: CouncilEntry
    ru: CouncilEntry

    def __getitem__(self, lang: Language) -> CouncilEntry:
        """Return the entry of one language's list."""
        return self.en if lang == "en" else self.ru


class CouncilDifference(Model):
    """Where the two printed lists differ in substance."""

    member: Slug
    en: Text
    ru: Text

    def __getitem__(self, lang: Language) -> str:
        """Return the remark in one language."""
        return self.en if lang == "en" else self.ru


class Council(Model):
    """The editorial council, printed in both languages."""

    heading: Bilingual
    members: Annotated[tuple[CouncilMember, ...], AfterValidator(unique)]
    differences: tuple[CouncilDifference, ...] = ()
    exceptions: tuple[Exemption, ...] = ()


# --- articles -------------------------------------------------------------------


class Pages(Model):
    """Printed pages; the last one is inferred and may be unknown."""

    first: Annotated[int, Field(ge=1)]
    last: Annotated[int, Field(ge=1)] | None = None

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
    text: Text


class Reference(Model):
    """An entry of a reference list, verbatim (inline Markdown)."""

    number: Annotated[int, Field(ge=1)]
    text: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]
    url: Address | None = None
    same_as: int | None = None
    """The entry that an "Ibid." or "Ditto" certainly stands for."""


class ArticleInRussian(Model):
    """What the edition supplies in Russian for an article."""

    title: Text
    subtitle: Text | None = None
    running_title: Text
    abstract: Text
    keywords: tuple[Text, ...]
    translation_of: TranslationOf = {}


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
    tolerance: Annotated[Decimal, Field(ge=0)] | None = None


class FrontMatter(Model):
    """The YAML front matter of an article file."""

    title: Text
    subtitle: Text | None = None
    contents_title: Text | None = None
    running_title: Text
    section: Slug
    order: Annotated[int, Field(ge=1)]
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
    figures: tuple[Figure, ...] = ()
    exceptions: tuple[Exemption, ...] = ()

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
    body: str
    body_line: int

    @property
    def path(self) -> str:
        """Path of the article's file inside the edition's folder."""
        return f"articles/{self.slug}.md"


# --- tables ---------------------------------------------------------------------


class TableField(Model):
    """A column of a table.

    Attributes:
        name: Name in the CSV's header.
        type: Frictionless type of the cells.
        title: Head of the column as printed.
        labels: Head of the column in Russian.
        values: Russian for each text that stands in the column.
        unit: Unit of the column's numbers.
    """

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    type: Literal["string", "number", "integer"]
    title: str
    labels: dict[Literal["ru"], str] = {}
    values: dict[Literal["ru"], dict[str, str]] = {}
    unit: Bilingual | None = None
    description: Text | None = None

    @property
    def numeric(self) -> bool:
        """Whether the cells are numbers."""
        return self.type != "string"

    def head(self, lang: Language) -> str:
        """Return the head of the column."""
        return self.labels.get("ru", self.title) if lang == "ru" else self.title

    def value(self, text: str, lang: Language) -> str:
        """Return a text cell in one language."""
        return self.values.get("ru", {}).get(text, text) if lang == "ru" else text


Cell = Decimal | str | None
"""A number keeps the decimals it is printed with; ``None`` is a gap."""


class Chart(Model):
    """How a table is drawn.

    Attributes:
        type: ``bars``: one column, a bar for each row; ``lines``: a line for each row over the
            numeric columns.
        column: The column that bars show.
        only: What a row must say in a column to be shown.
    """

    type: Literal["bars", "lines"]
    column: str | None = None
    only: dict[str, str] = {}

    @model_validator(mode="after")
    def _has_its_column(self) -> Self:
        if (self.type == "bars") != (self.column is not None):
            raise ValueError("bars show one column and name it; lines show all of them")
        return self


class PrintedForm(Model):
    """How the print writes what the data hold as plain numbers."""

    groupChar: str = ""  # noqa: N815  # as in Table Schema
    """What groups the thousands."""


class Table(Model):
    """A printed table, or the values of a lost diagram given by the prose."""

    name: Slug
    kind: Literal["table", "reconstruction"]
    article: Slug
    number: Bilingual | None = None
    """The printed number with its word, e.g. "Table 1."; none where none is printed."""
    caption: Bilingual
    legend: Bilingual | None = None
    """Text printed with a diagram besides its caption."""
    unit: Bilingual | None = None
    source: Bilingual | None = None
    source_label: Text | None = None
    note: Bilingual | None = None
    note_label: Text | None = None
    shared_with: tuple[Slug, ...] = ()
    """Tables of the same article which the printed source and note cover as well."""
    shared_remark: Bilingual | None = None
    remark: Bilingual | None = None
    """What the edition has to say of the table."""
    printed: PrintedForm = PrintedForm()
    key: tuple[str, ...] = ()
    """Names of the columns that head the rows (the schema's ``primaryKey``)."""
    fields: tuple[TableField, ...]
    rows: tuple[tuple[Cell, ...], ...]
    path: str
    chart: Chart | None = None
    """How the table is drawn, if it is."""
    relations: tuple[Text, ...] = ()
    """What holds between columns or rows, e.g. ``[Trade] = [Exports] + [Imports] ± 0.1``."""
    translation_of: TranslationOf = {}
    exceptions: tuple[Exemption, ...] = ()

    @property
    def csv_path(self) -> str:
        """Path of the CSV file inside the edition's folder."""
        return f"tables/{self.path}"

    def texts(self) -> tuple[str, ...]:
        """Return every text of the table that is rendered as Markdown."""
        around = (self.caption, self.legend, self.note, self.source, self.remark)
        spoken = [part[lang] for part in around if part is not None for lang in LANGUAGES]
        heads = [field.head(lang) for field in self.fields for lang in LANGUAGES]
        cells = [cell for row in self.rows for cell in row if isinstance(cell, str)]
        return (*spoken, *heads, *cells)


# --- names ----------------------------------------------------------------------

AuthorityKind = Literal["persons", "places", "organisations"]
AUTHORITY_KINDS: tuple[AuthorityKind, ...] = ("persons", "places", "organisations")


class Heading(Model):
    """The heading of an entry in one language."""

    name: Text


class LimitedForm(Model):
    """A form that means the entry in some articles only."""

    form: Text
    only: Annotated[tuple[Slug, ...], Field(min_length=1)]


class AuthorityEntry(Model):
    """A person, a place or an organisation.

    Attributes:
        id: Identifier; part of an address.
        en: English heading.
        ru: Russian heading.
        description: A short phrase from the issue's own text.
        forms: What the issue prints for it.
        also: Other spellings that readers may look for.
    """

    id: Slug
    en: Heading
    ru: Heading
    description: Bilingual | None = None
    forms: Annotated[tuple[Text | LimitedForm, ...], Field(min_length=1)]
    also: tuple[Text, ...] = ()

    def heading(self, lang: Language) -> str:
        """Return the heading in one language."""
        return self.ru.name if lang == "ru" else self.en.name

    def printed(self) -> tuple[str, ...]:
        """Return every printed form."""
        return tuple(form if isinstance(form, str) else form.form for form in self.forms)

    def variants(self) -> tuple[str, ...]:
        """Return every spelling of the name, printed or not."""
        return tuple(dict.fromkeys((self.en.name, self.ru.name, *self.printed(), *self.also)))


class Authority(Model):
    """The authority file of an issue."""

    persons: Annotated[tuple[AuthorityEntry, ...], AfterValidator(unique)] = ()
    places: Annotated[tuple[AuthorityEntry, ...], AfterValidator(unique)] = ()
    organisations: Annotated[tuple[AuthorityEntry, ...], AfterValidator(unique)] = ()

    def of(self, kind: AuthorityKind) -> tuple[AuthorityEntry, ...]:
        """Return the entries of one kind."""
        entries: dict[AuthorityKind, tuple[AuthorityEntry, ...]] = {
            "persons": self.persons,
            "places": self.places,
            "organisations": self.organisations,
        }
        return entries[kind]

    def all(self) -> Iterator[tuple[AuthorityKind, AuthorityEntry]]:
        """Return every entry with its kind."""
        for kind in AUTHORITY_KINDS:
            for entry in self.of(kind):
                yield kind, entry


# --- the edition ----------------------------------------------------------------


class Word(Model):
    """A correct word that the dictionaries do not have."""

    text: Text
    group: str
    line: int


class Edition(Model):
    """Everything that the site and the exports are made of."""

    issue: Issue
    council: Council
    articles: tuple[Article, ...]
    tables: tuple[Table, ...]
    words: tuple[Word, ...] = ()
    authority: Authority = Authority()

    def article(self, slug: str) -> Article:
        """Return the article with this slug (raises ``KeyError``)."""
        for article in self.articles:
            if article.slug == slug:
                return article
        raise KeyError(slug)

    def table(self, name: str) -> Table:
        """Return the table with this name (raises ``KeyError``)."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)

    def tables_of(self, slug: str) -> tuple[Table, ...]:
        """Return the tables of an article in the order of the descriptor."""
        return tuple(table for table in self.tables if table.article == slug)

    def articles_in(self, section_id: str) -> tuple[Article, ...]:
        """Return the articles of a section in the order of the contents."""
        return tuple(a for a in self.articles if a.meta.section == section_id)
