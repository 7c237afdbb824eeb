"""How large an input may be, so that none can take all memory or all time.

Each limit is far above what an issue of a journal needs; an editor who needs more sets it in
``mkdocs.yml``::

    plugins:
      - edition:
          limits:
            file_bytes: 100000000

The limits in force are asked for with :func:`limits`. A command sets them once, with
:func:`limited`, for everything that it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields

from edition.diagnostics import escaped

# The fields stand in alphabetical order, each with its documentation below it.


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits, one field each; the defaults hold where ``mkdocs.yml`` says nothing."""

    article_blocks: int = 20_000
    """Headings, paragraphs, items and notes of one article."""

    article_notes: int = 5_000
    """Notes of one article."""

    chart_bars: int = 500
    """Bars of one chart."""

    chart_lines: int = 60
    """Lines of one chart."""

    file_bytes: int = 50_000_000
    """Size of one file that is read: content, a hand-written page, an asset, ``mkdocs.yml``."""

    formula_length: int = 2_000
    """Characters of a relation between figures."""

    formulas: int = 1_000
    """Relations of one table, and figures of one article that are tied to tables."""

    list_entries: int = 20_000
    """Entries of one list or mapping in a YAML or JSON file."""

    nesting: int = 20
    """How deep lists, quotations and brackets of a text, and values of a YAML file, may nest."""

    number_digits: int = 28
    """Digits of a number in a table: as many as sums are exact with."""

    pandoc_seconds: int = 300
    """Processor time of one run of pandoc."""

    table_cells: int = 1_000_000
    """Cells of all tables together."""

    table_columns: int = 200
    """Columns of one table."""

    table_rows: int = 50_000
    """Rows of one table."""

    text_length: int = 50_000
    """Characters of one paragraph, one cell or one value of a YAML file."""

    word_length: int = 2_000
    """Characters of one word or address, without white space."""

    yaml_values: int = 500_000
    """Values of one YAML or JSON file, those that an alias repeats counted each time."""

    @classmethod
    def of(cls, values: Mapping[object, object]) -> Limits:
        """Make limits from settings.

        Args:
            values: Names of limits with whole numbers above zero.

        Raises:
            ValueError: If a name is not known or a value is no such number; fit for a user's eyes.
        """
        known = {field.name for field in fields(cls)}
        given: dict[str, int] = {}
        for name, value in values.items():
            if not isinstance(name, str) or name not in known:
                raise ValueError(
                    f"there is no limit '{escaped(str(name)):.40}', but {', '.join(sorted(known))}"
                )
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise ValueError(f"the limit '{name}' is a whole number above zero")
            given[name] = value
        return cls(**given)


_IN_FORCE: ContextVar[Limits] = ContextVar("limits", default=Limits())  # noqa: B039  # frozen


def limits() -> Limits:
    """Return the limits in force."""
    return _IN_FORCE.get()


@contextmanager
def limited(to: Limits) -> Iterator[None]:
    """Put limits in force for what is done meanwhile, in this thread.

    Args:
        to: The limits.
    """
    token = _IN_FORCE.set(to)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
