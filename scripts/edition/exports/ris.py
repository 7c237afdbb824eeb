"""CSL-JSON items to RIS, the form that reference managers exchange."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import rispy  # type: ignore[import-untyped]

from edition.exports.csl import DASH, UNKNOWN_PAGE, Item

FIELDS: Final = {
    "id": "id",
    "title": "title",
    "container-title": "secondary_title",
    "issue": "number",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "language": "language",
    "abstract": "abstract",
}
"""Fields of an item that pass as they are, and their names in rispy."""

Record = dict[str, str | list[str]]


class Writer(rispy.RisWriter):  # type: ignore[misc]
    """Writes the records without a number before each, which the format does not know."""

    def set_header(self, count: int) -> str:  # noqa: ARG002  # the base's signature
        """Return no header."""
        return ""


def ris(items: Iterable[Item], year: int) -> str:
    """Return the articles of an issue as RIS.

    Args:
        items: The articles.
        year: The year of the issue, which the format has as a number only.
    """
    text: str = rispy.dumps([_record(item, year) for item in items], implementation=Writer)
    return text


def _record(item: Item, year: int) -> Record:
    first, _, last = item["page"].partition(DASH)
    record: Record = {
        "type_of_reference": "JOUR",
        "authors": [f"{name['family']}, {name['given']}" for name in item["author"]],
        "year": str(year),
        "start_page": first,
    }
    if last != UNKNOWN_PAGE:
        record["end_page"] = last or first
    if "note" in item:
        record["notes"] = [item["note"]]
    if "URL" in item:
        record["urls"] = [item["URL"]]
    record |= {name: str(item[key]) for key, name in FIELDS.items() if key in item}  # type: ignore[literal-required]
    return record
