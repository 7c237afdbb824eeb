"""What the Russian of an edition is a translation of, part by part.

The Russian keeps the beginning of a hash of the English that it was made from. When the
English changes, the hash no longer fits, and the Russian has to be looked at again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from edition.content.model import Article, Bilingual, Issue, Table, TableField
from edition.text.grammar import Place
from edition.text.views import folded, read_as

SIZE = 12
"""Hexadecimal digits that are kept: plenty to notice a change."""

PASSAGE_COLUMN = "passage"


def digest(english: str) -> str:
    """Return the beginning of the SHA-256 of what a reader reads, white space folded."""
    return hashlib.sha256(folded(english).encode()).hexdigest()[:SIZE]


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def article_parts(article: Article) -> Mapping[str, str]:
    """Return the English of the parts of an article that are supplied in Russian."""
    meta = article.meta
    parts = {"title": meta.title}
    if meta.subtitle:
        parts["subtitle"] = meta.subtitle
    parts["running_title"] = meta.running_title
    parts["authors"] = _joined(f"{a.given} {a.surname}, {a.affiliation}" for a in meta.authors)
    parts["abstract"] = meta.abstract.text
    parts["keywords"] = _joined(meta.keywords)
    return parts


def issue_parts(issue: Issue) -> Mapping[str, str]:
    """Return the English of the parts of the masthead and contents that are supplied."""
    return {
        "publisher": issue.publisher.en,
        "place": issue.place.en,
        "notice": issue.notice.en,
        "masthead": _joined(block.en for block in issue.masthead),
        "sections": _joined(section.title.en for section in issue.sections),
    }


def table_parts(table: Table) -> Mapping[str, str]:
    """Return the English of the parts of a table that are supplied in Russian, as read."""
    texts: dict[str, tuple[Bilingual | None, Place]] = {
        "number": (table.number, "plain"),
        "caption": (table.caption, "caption"),
        "legend": (table.legend, "caption"),
        "unit": (table.unit, "plain"),
        "source": (table.source, "foot"),
        "note": (table.note, "foot"),
        "remark": (table.remark, "foot"),
        "shared_remark": (table.shared_remark, "foot"),
    }
    parts = {name: read_as(text.en, place) for name, (text, place) in texts.items() if text}
    if table.chart is not None and (table.chart.title or table.chart.labels):
        title = [table.chart.title] if table.chart.title else []
        parts["chart"] = _joined(text.en for text in (*title, *table.chart.labels.values()))
    parts["columns"] = _joined(_column(field) for field in table.fields)
    cells = [
        read_as(str(cell), "cell")
        for index, field in enumerate(table.fields)
        if not field.numeric and field.name != PASSAGE_COLUMN
        for cell in dict.fromkeys(row[index] for row in table.rows)
        if cell is not None
    ]
    if cells:
        parts["cells"] = _joined(cells)
    return parts


def _column(field: TableField) -> str:
    title = read_as(field.title, "cell")
    return f"{title} ({field.unit.en})" if field.unit else title
