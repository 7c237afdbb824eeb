"""What ``tables/datapackage.json`` may say of a table.

The descriptor follows the Frictionless Data Package standard
(https://datapackage.org); the edition's own properties are ``kind``, ``article``,
``number``, ``caption``, ``unit``, ``source``, ``note`` and the Russian labels.
"""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict

from edition.content.model import Model, TableDescription, TableField, Text

DESCRIPTOR = "tables/datapackage.json"


class TableSchema(Model):
    """Table Schema of a resource."""

    fields: tuple[TableField, ...]
    primaryKey: tuple[str, ...] = ()  # noqa: N815  # the standard's spelling
    missingValues: tuple[str, ...] = ("",)  # noqa: N815  # the standard's spelling


class TableResource(TableDescription):
    """A tabular data resource with the edition's own properties."""

    type: str = "table"
    title: Text | None = None
    description: Text | None = None
    format: str = "csv"
    mediatype: str = "text/csv"
    encoding: str = "utf-8"
    schema_: TableSchema
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=lambda n: n.rstrip("_"))


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
