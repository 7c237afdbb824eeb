"""Where in its file a value of the edition stands, looked up only for a finding."""

from __future__ import annotations

from edition.collation.blocks import Origin
from edition.content.sources import Source, Sources
from edition.diagnostics import Location


class Places:
    """Finds lines and columns in the files of an edition.

    Attributes:
        sources: The files, as the loader has read them; without them only the text of
            articles has lines and columns.
    """

    def __init__(self, sources: Sources | None = None) -> None:
        """Bind to the files of an edition."""
        self.sources = sources or {}

    def location(self, origin: Origin, offset: int) -> Location:
        """Return the place of a character.

        Args:
            origin: The value that holds it.
            offset: Its offset in the value.

        Returns:
            Its line and column.
        """
        if not origin.keys:
            return Location(origin.path, origin.line, origin.column + offset)
        source = self.sources.get(origin.path)
        if source is None:
            return Location(origin.path)
        if origin.path.endswith(".csv"):
            return _cell(source, *origin.keys)
        offsets = source.offsets(origin.value, *origin.keys)
        if not offsets:
            return source.key(*origin.keys)
        return source.at(offsets[min(offset, len(offsets) - 1)])


def _cell(source: Source, row: str | int, column: str | int) -> Location:
    """Return the place of a cell, by its row (the header is 0) and column; ragged rows are none."""
    rows = [found for found in source.rows if len(found.spans) == len(source.rows[0].spans)]
    start, _ = rows[int(row)].spans[int(column)]
    return source.at(start)
