"""What the rules look at: an edition together with the places of what it says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from edition.checks.lexicon import Lexicon
from edition.checks.passages import Passage, passages
from edition.checks.tables.lines import Tables
from edition.content.descriptor import DESCRIPTOR
from edition.content.model import Article, Edition, Table
from edition.content.sources import Path, Source, Sources
from edition.diagnostics import Location

Spans = Sequence[Sequence[tuple[int, int]]]
"""Where each cell of each row begins and ends."""


class Prose(NamedTuple):
    """The paragraphs of an article in one piece, in which words are sought.

    Attributes:
        text: Their texts, a line each.
        starts: Where each begins.
        passages: The paragraphs.
    """

    text: str
    starts: Sequence[int]
    passages: Sequence[Passage]


@dataclass(frozen=True)
class Proof:
    """An edition as it lies on the editor's desk.

    Attributes:
        edition: The edition.
        sources: The files that it was loaded from.
        complete: Whether every file could be loaded.
    """

    edition: Edition
    sources: Sources
    complete: bool = True
    _rows: dict[tuple[str, int], Spans] = field(default_factory=dict, repr=False)
    _prose: dict[str, Prose] = field(default_factory=dict, repr=False)

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """Every text of the edition."""
        return tuple(passages(self.edition, self.sources))

    @cached_property
    def tables(self) -> Tables:
        """The tables by their names, as formulas ask for them."""
        return Tables({table.name: table for table in self.edition.tables})

    @cached_property
    def lexicon(self) -> Lexicon:
        """The dictionaries with the edition's own word list."""
        return Lexicon(word.text for word in self.edition.words)

    def of(self, article: Article) -> Source:
        """Return the file of an article."""
        return self.sources[article.path]

    def passages_of(self, article: Article, *kinds: str) -> Iterator[Passage]:
        """Yield the passages of an article's own file, in their order."""
        for passage in self._by_path.get(article.path, ()):
            if not kinds or passage.kind in kinds:
                yield passage

    @cached_property
    def _by_path(self) -> Mapping[str, Sequence[Passage]]:
        """The passages of each file."""
        found: dict[str, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.source.path, []).append(passage)
        return found

    def resource(self, table: Table) -> Path:
        """Return the path of a table in the descriptor."""
        return ("resources", self.sources[DESCRIPTOR].resources[table.name])

    def descriptor(self, table: Table, *path: str | int) -> Location:
        """Return the place of a table's key in the descriptor."""
        return self.sources[DESCRIPTOR].key(*self.resource(table), *path)

    def cell(self, table: Table, row: int, column: int) -> Location:
        """Return the place of a table's cell; both are counted from 0, without the header."""
        source = self.sources[table.csv_path]
        start, _ = self._spans(table)[row][column]
        return source.at(start)

    def _spans(self, table: Table) -> Spans:
        """Return where the cells of a table stand, looked up once."""
        key = (table.csv_path, len(table.fields))
        if key not in self._rows:
            self._rows[key] = self.sources[table.csv_path].cells(len(table.fields))
        return self._rows[key]

    def find(self, article: Article, words: str) -> Location | None:
        """Return where an article's paragraphs say something, as a reader reads it."""
        prose = self._prose.get(article.path)
        if prose is None:
            own = tuple(self.passages_of(article, "paragraph", "item"))
            starts = accumulate((len(passage.text) + 1 for passage in own), initial=0)
            text = "\n".join(passage.text for passage in own)
            prose = self._prose[article.path] = Prose(text, tuple(starts), own)
        index = prose.text.find(" ".join(words.split()))
        if index < 0:
            return None
        number = bisect_right(prose.starts, index) - 1
        return prose.passages[number].at(index - prose.starts[number])
