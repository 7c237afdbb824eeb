"""The texts that the content came from, with the place of everything in them.

A model says *what* an edition holds; its source says *where* each thing stands, so that
a check can point at the very character without reading a file again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from edition.content.csv_cells import CsvRow, readable_rows
from edition.diagnostics import Location

Path = tuple[str | int, ...]
Sources = Mapping[str, "Source"]
"""Every content file by its path inside the edition's folder."""

ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([ntr]))")
"""An escape of YAML and JSON that does not end with the character that it stands for."""
WHITE_SPACE = {"n": "\n", "t": "\t", "r": "\r"}
LOOK_AHEAD = 12
"""How far apart a value and its written form can get: a few quotes, escapes and signs."""


def _unescaped(escape: re.Match[str]) -> str:
    """Return what an escape stands for."""
    return chr(int(escape[1], 16)) if escape[1] else WHITE_SPACE[escape[2]]


@dataclass(frozen=True)
class Source:
    """One content file.

    Attributes:
        path: Path inside the edition's folder, with forward slashes.
        text: The whole text, with line feeds for line ends.
        places: Line and column of each YAML key or item, by its path.
        spans: Where each YAML value begins and ends in the text, by its path.
        scalars: Each single YAML value without its quotation marks, by its path.
        raw: The bytes of the file, if readers can download it.
    """

    path: str
    text: str
    places: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    spans: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    scalars: Mapping[Path, str] = field(default_factory=dict)
    raw: bytes = b""

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Offset of the beginning of every line."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def ends(self) -> Mapping[tuple[int, int], int]:
        """Where the longest value that begins at a line and column ends."""
        found: dict[tuple[int, int], int] = {}
        for path, place in self.places.items():
            found[place] = max(found.get(place, 0), self.spans[path][1])
        return found

    @cached_property
    def rows(self) -> Sequence[CsvRow]:
        """Rows of a CSV file with the places of their cells, the header included."""
        return readable_rows(self.text)

    def cells(self, columns: int) -> Sequence[Sequence[tuple[int, int]]]:
        """Return where the cells of each row of a CSV file begin and end, without the header.

        Args:
            columns: How many cells a row has; others are no rows of the table.
        """
        return [row.spans for row in self.rows[1:] if len(row.cells) == columns]

    @cached_property
    def resources(self) -> Mapping[str, int]:
        """Position of each table in the descriptor by its name; the first of two of one name."""
        found: dict[str, int] = {}
        index = 0
        while self.has("resources", index):
            found.setdefault(self.scalars.get(("resources", index, "name"), ""), index)
            index += 1
        return found

    def at(self, offset: int) -> Location:
        """Return the place of a character, counted from 0."""
        line = bisect_right(self._starts, offset)
        return Location(self.path, line, offset - self._starts[line - 1] + 1)

    def offset(self, location: Location) -> int:
        """Return the character at a place; the last one if the place is past the end."""
        line = min(location.line, len(self._starts))
        return min(self._starts[line - 1] + location.column - 1, len(self.text))

    def key(self, *path: str | int) -> Location:
        """Return the place of a key or item, or of its nearest ancestor that is there."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Location(self.path, line, column)

    def has(self, *path: str | int) -> bool:
        """Tell whether the file has a value at this path."""
        return path in self.spans

    def written(self, *path: str | int) -> str:
        """Return a value as it is written in the file, with its quotation marks."""
        start, end = self.spans[path]
        return self.text[start:end]

    def offsets(self, value: str, *path: str | int) -> tuple[int, ...]:
        """Return where each character of a YAML value stands in the file.

        Args:
            value: The value, as the model has it.
            path: Its path in the YAML.

        Returns:
            One offset for every character; folded lines and escapes are seen through.
        """
        start, end = self.spans.get(path, (0, 0))
        found: list[int] = []
        here = start
        for character in value:
            where = self._next(character, here, end)
            if where is None:
                found.append(min(here, max(end - 1, start)))
                continue
            found.append(where)
            escape = ESCAPE.match(self.text, where, end)
            is_escaped = escape is not None and _unescaped(escape) == character
            here = escape.end() if escape and is_escaped else where + 1
        return tuple(found)

    def _next(self, character: str, here: int, end: int) -> int | None:
        """Return where a character of a value stands next, if it is near."""
        seen = 0
        while here < end and seen < LOOK_AHEAD:
            written = self.text[here]
            if written == character or (character.isspace() and written.isspace()):
                return here
            escape = ESCAPE.match(self.text, here, end)
            if escape and _unescaped(escape) == character:
                return here
            seen += not written.isspace()
            here += 1
        return None
