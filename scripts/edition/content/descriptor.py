"""What ``tables/datapackage.json`` may say of a table.

The descriptor follows the Frictionless Data Package standard
(https://datapackage.org); the edition's own properties are ``kind``, ``article``,
``number``, ``caption``, ``unit``, ``source``, ``note`` and the Russian labels.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from pydantic import ConfigDict

from edition.content.model import (
    Bilingual,
    Chart,
    Exemption,
    Model,
    PrintedForm,
    Slug,
    TableField,
    TableKind,
    Text,
    TranslationOf,
)

DESCRIPTOR = "tables/datapackage.json"


class TableSchema(Model):
    """Table Schema of a resource."""

    fields: tuple[TableField, ...]
    primaryKey: tuple[str, ...] = ()  # noqa: N815  # the standard's spelling
    missingValues: tuple[str, ...] = ("",)  # noqa: N815  # the standard's spelling


class TableResource(Model):
    """A tabular data resource with the edition's own properties."""

    name: Slug
    path: Text
    type: str = "table"
    title: Text | None = None
    description: Text | None = None
    format: str = "csv"
    mediatype: str = "text/csv"
    encoding: str = "utf-8"
    kind: TableKind
    article: Slug
    number: Bilingual | None = None
    caption: Bilingual
    legend: Bilingual | None = None
    unit: Bilingual | None = None
    source: Bilingual | None = None
    source_label: Text | None = None
    note: Bilingual | None = None
    note_label: Text | None = None
    shared_with: tuple[Slug, ...] = ()
    shared_remark: Bilingual | None = None
    remark: Bilingual | None = None
    printed: PrintedForm = PrintedForm()
    chart: Chart | None = None
    relations: tuple[Text, ...] = ()
    translation_of: TranslationOf = {}  # noqa: RUF012  # pydantic copies it
    exceptions: tuple[Exemption, ...] = ()
    schema_: TableSchema
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=lambda n: n.rstrip("_"))

    @property
    def csv_path(self) -> str:
        """Path of the CSV file inside the edition's folder."""
        return str(PurePosixPath("tables") / self.path)


class Package(Model):
    """The descriptor itself, whatever its resources are."""

    resources: tuple[dict[str, Any], ...]


def descriptor_schema() -> dict[str, Any]:
    """Return the JSON Schema of the descriptor, for text editors."""

    class Descriptor(Model):
        """Tables of the edition as a Frictionless Data Package."""

        resources: tuple[TableResource, ...]
        model_config = ConfigDict(extra="allow")

    return Descriptor.model_json_schema()
