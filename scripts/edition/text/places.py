"""Kinds of place at which a text may stand; they decide which constructs it may have."""

from __future__ import annotations

from typing import Final, Literal

Place = Literal[
    "paragraph", "item", "heading", "note", "caption", "foot", "cell", "reference", "plain"
]
"""The first four are blocks of a body, the others texts of one line: ``caption`` is the caption
or legend of a table, ``foot`` its note, source or remark, ``cell`` a cell or the head of a row or
column, ``reference`` an entry of a reference list. ``plain`` is what no page takes for Markdown:
titles, names, keywords, abstracts, the masthead, the council, labels; it may have several lines."""

BODY: Final[tuple[Place, ...]] = ("paragraph", "item", "heading", "note")
TABLE: Final[tuple[Place, ...]] = ("caption", "foot", "cell")
MARKED_UP: Final[tuple[Place, ...]] = (*BODY, *TABLE, "reference")
"""Whatever may hold markup at all."""
