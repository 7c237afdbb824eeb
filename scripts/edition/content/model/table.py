"""Tables, and the values of lost diagrams."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from edition.content.model.base import (
    DEVICES,
    Bilingual,
    Exemption,
    Label,
    Language,
    Model,
    Slug,
    Text,
    TranslationOf,
    few_formulas,
)


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
    title: Label
    labels: dict[Literal["ru"], Label] = Field(default_factory=dict)
    values: dict[Literal["ru"], dict[str, Label]] = Field(default_factory=dict)
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
        order: Of bars: as printed, or the longest first.
        title: What is shown and in which unit, where the table's caption does not say it well.
        labels: What to call a row whose printed head is an abbreviation.
    """

    type: Literal["bars", "lines"]
    column: str | None = None
    only: dict[str, str] = Field(default_factory=dict)
    order: Literal["printed", "size"] = "printed"
    title: Bilingual | None = None
    labels: dict[str, Bilingual] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_its_column(self) -> Self:
        if (self.type == "bars") != (self.column is not None):
            raise ValueError("bars show one column and name it; lines show all of them")
        return self


class PrintedForm(Model):
    """How the print writes what the data hold as plain numbers."""

    groupChar: Annotated[str, StringConstraints(max_length=1, strip_whitespace=False)] = ""  # noqa: N815  # as in Table Schema
    """What groups the thousands."""


CSV_NAME: Final = r"^[a-z0-9][a-z0-9_-]{0,99}\.csv$"


def _csv_name(path: str) -> str:
    if re.fullmatch(CSV_NAME, path) is None:
        raise ValueError("a name of small letters, digits, '-' and '_' that ends in '.csv'")
    if path.removesuffix(".csv") in DEVICES:
        raise ValueError(f"'{path}' is the name of a device on Windows")
    return path


TAKEN: Final = re.compile(
    r"(?:p|(?:cite|entry|fn|fnref|mark|note|ref)-)\d[\d-]*"
    r"|abstract|apparatus|cite|cite-passage|notes|references|text|title"
)
"""Names of other things on the page of an article, to which addresses lead."""


def _free(name: str) -> str:
    if TAKEN.fullmatch(name) or name in DEVICES:
        raise ValueError(f"'{name}' is the name of something else; use the article's name and '-1'")
    return name


CsvName = Annotated[str, AfterValidator(_csv_name), Field(json_schema_extra={"pattern": CSV_NAME})]
"""Name of a file in ``tables/`` that is the same in every file system and in every address."""


class TableDescription(Model):
    """What the descriptor says of a table in the edition's own words."""

    name: Annotated[Slug, AfterValidator(_free)]
    path: CsvName
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
    """What the edition says of that under each of these."""
    remark: Bilingual | None = None
    """What the edition has to say of the table."""
    printed: PrintedForm = PrintedForm()
    chart: Chart | None = None
    """How the table is drawn, if it is."""
    relations: Annotated[tuple[Text, ...], AfterValidator(few_formulas)] = ()
    """What holds between columns or rows, e.g. ``[Trade] = [Exports] + [Imports] ± 0.1``."""
    translation_of: TranslationOf = Field(default_factory=dict)
    exceptions: tuple[Exemption, ...] = ()

    @property
    def csv_path(self) -> str:
        """Path of the CSV file inside the edition's folder, in its plain form."""
        return str(PurePosixPath("tables") / self.path)

    def around(self) -> dict[str, Bilingual]:
        """Return what stands around the table and is rendered as Markdown, by its key."""
        names = ("caption", "legend", "note", "source", "shared_remark", "remark")
        texts: dict[str, Bilingual | None] = {name: getattr(self, name) for name in names}
        return {name: text for name, text in texts.items() if text is not None}


class Table(TableDescription):
    """A printed table, or the values of a lost diagram given by the prose."""

    key: tuple[str, ...] = ()
    """Names of the columns that head the rows (the schema's ``primaryKey``)."""
    fields: tuple[TableField, ...]
    rows: tuple[tuple[Cell, ...], ...]
