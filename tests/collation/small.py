"""A tiny edition and its witness, made anew for each test out of a text and a transcription."""

from __future__ import annotations

from typing import Any

from edition.collation import Collation, Witness, collate
from edition.content.model import Article, Council, Edition, FrontMatter, Issue, Table

FRONT = """\
CONTENTS

THE SOCIETY
OF HARBOURS

BIRDS

Agnes Quill
A Study
of Gulls 3

COUNCIL

- Agnes Quill** - Editor

СОВЕТ

- Агнес Квилл** - редактор

A Study of Gulls

AGNES QUILL,

Editor of tides
"""
"""What the witness has before the text of the only article."""

BODY_LINE = 20
"""Line of the article's file on which its text begins."""


def both(text: str) -> dict[str, str]:
    """Return a text in two languages, which are the same here."""
    return {"en": text, "ru": text}


def issue() -> Issue:
    """Return an issue with one section."""
    return Issue.model_validate(
        {
            "journal": {"title": "Tides"},
            "publisher": both("Society"),
            "place": both("Fenmouth"),
            "year": 1931,
            "year_origin": "printed",
            "notice": both("Quote us."),
            "contents_heading": "CONTENTS",
            "masthead": [{"id": "society", **both("THE SOCIETY\nOF HARBOURS")}],
            "sections": [{"id": "birds", "printed": "BIRDS", "title": both("Birds")}],
        }
    )


def council() -> Council:
    """Return a council of one."""
    member = {
        "id": "quill",
        "en": {"name": "Agnes Quill", "role": "Editor"},
        "ru": {"name": "Агнес Квилл", "role": "редактор"},
    }
    heading = {"en": "COUNCIL", "ru": "СОВЕТ"}
    return Council.model_validate({"heading": heading, "members": [member]})


def article(body: str, **meta: Any) -> Article:  # noqa: ANN401  # whatever front matter holds
    """Return an article with a text, and front matter to go with it."""
    author = {
        "id": "quill",
        "given": "Agnes",
        "surname": "Quill",
        "byline": "AGNES QUILL",
        "contents": "Agnes Quill",
        "affiliation": "Editor of tides",
        "ru": {"given": "Агнес", "surname": "Квилл", "affiliation": "редактор"},
    }
    supplied = {"title": "Ч", "running_title": "Ч", "abstract": "Ч", "keywords": ["ч"]}
    front = {
        "title": "A Study of Gulls",
        "running_title": "Gulls",
        "section": "birds",
        "order": 1,
        "language": "en",
        "pages": {"first": 3},
        "authors": [author],
        "abstract": {"origin": "supplied", "text": "On gulls."},
        "keywords": ["gulls"],
        "reference_style": "none",
        "ru": supplied,
    }
    return Article(
        slug="gulls",
        meta=FrontMatter.model_validate(front | meta),
        body=body,
        body_line=BODY_LINE,
    )


def table(**parts: Any) -> Table:  # noqa: ANN401  # as above
    """Return a table of two columns."""
    given = {
        "name": "gulls-1",
        "kind": "table",
        "article": "gulls",
        "caption": both("Gulls by pier"),
        "printed": {"groupChar": ","},
        "fields": [
            {"name": "pier", "type": "string", "title": "Pier"},
            {"name": "gulls", "type": "integer", "title": "Gulls"},
        ],
        "rows": [["North", 1200], ["South", None]],
        "path": "gulls-1.csv",
    }
    return Table.model_validate(given | parts)


def edition(body: str, *tables: Table, **meta: Any) -> Edition:  # noqa: ANN401  # as above
    """Return an edition of one article."""
    return Edition(
        issue=issue(), council=council(), articles=(article(body, **meta),), tables=tables
    )


def compared(body: str, text: str, *tables: Table, **meta: Any) -> Collation:  # noqa: ANN401
    """Collate an article's text with a transcription of it."""
    return collate(edition(body, *tables, **meta), Witness(f"{FRONT}\n{text}"))


def found(body: str, text: str, *tables: Table, **meta: Any) -> list[str]:  # noqa: ANN401
    """Return what a collation finds: line of the article's text, code and message.

    The first line of the text is line 1 here.
    """
    collation = compared(body, text, *tables, **meta)
    return [
        f"{finding.edition.line - BODY_LINE + 1} {finding.code.id} {finding.message}"
        for finding in collation.findings
    ]
