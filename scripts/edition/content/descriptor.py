"""What ``tables/datapackage.json`` may say of a table.

The descriptor follows the Frictionless Data Package standard
(https://datapackage.org); the edition's own properties are ``kind``, ``article``,
``number``, ``caption``, ``unit``, ``source``, ``note`` and the Russian labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from edition.content.limits import limits
from edition.content.model import Model, TableDescription, TableField, Text

DESCRIPTOR = "tables/datapackage.json"


class TableSchema(Model):
    """Table Schema of a resource."""

    fields: Annotated[tuple[TableField, ...], Field(min_length=1)]
    primaryKey: tuple[str, ...] = ()  # noqa: N815  # the standard's spelling
    missingValues: tuple[Literal[""], ...] = ("",)  # noqa: N815  # the standard's spelling
    """What a gap is written as: an empty cell, and nothing else."""

    @model_validator(mode="after")
    def _names_its_columns(self) -> Self:
        most = limits().table_columns
        if len(self.fields) > most:
            raise ValueError(f"more than {most} columns (the limit 'table_columns')")
        names = [field.name for field in self.fields]
        if twice := _repeated(names):
            raise ValueError(f"two columns have the name '{twice}'")
        if twice := _repeated(self.primaryKey):
            raise ValueError(f"the primary key names '{twice}' twice")
        for name in self.primaryKey:
            if name not in names:
                raise ValueError(f"the primary key names '{name:.80}', which is no column")
        return self


def _repeated(names: Sequence[str]) -> str | None:
    """Return the first name that stands twice."""
    return next((name for name, count in Counter(names).items() if count > 1), None)


class TableResource(TableDescription):
    """A tabular data resource with the edition's own properties."""

    type: Literal["table"] = "table"
    title: Text | None = None
    description: Text | None = None
    format: Literal["csv"] = "csv"
    mediatype: Literal["text/csv"] = "text/csv"
    encoding: Literal["utf-8"] = "utf-8"
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
