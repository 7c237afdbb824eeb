"""Tables to JSON: what the CSV holds, with captions, heads and units in both languages.

A number keeps the decimals that it is printed with, which JSON allows and ``json`` does not write;
so the rows are put together here.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from edition.content.model import LANGUAGES, Bilingual, Cell, Table
from edition.text.views import read_as


def table_json(table: Table) -> str:
    """Return a table as JSON, the same bytes for the same table.

    Args:
        table: The table.
    """
    fields = [
        {
            "name": field.name,
            "type": field.type,
            "title": {lang: field.head(lang) for lang in LANGUAGES},
            **({"unit": _both(field.unit)} if field.unit else {}),
            **({"values": field.values["ru"]} if field.values.get("ru") else {}),
        }
        for field in table.fields
    ]
    parts: dict[str, Any] = {"number": table.number, "caption": table.caption, "unit": table.unit}
    parts |= {"legend": table.legend, "source": table.source, "note": table.note}
    head = {
        "name": table.name,
        "kind": table.kind,
        "article": table.article,
        **{key: _both(part) for key, part in parts.items() if part is not None},
        "fields": fields,
    }
    names = [field.name for field in table.fields]
    rows = ",\n".join(f"  {_row(names, row)}" for row in table.rows)
    text = json.dumps(head, ensure_ascii=False, indent=1)
    return f'{text[:-2]},\n "rows": [\n{rows}\n ]\n}}\n'


def _both(text: Bilingual) -> dict[str, str]:
    return {lang: read_as(text[lang], "foot") for lang in LANGUAGES}


def _row(names: list[str], row: tuple[Cell, ...]) -> str:
    cells = (f"{json.dumps(name)}: {_cell(cell)}" for name, cell in zip(names, row, strict=True))
    return "{" + ", ".join(cells) + "}"


def _cell(cell: Cell) -> str:
    return f"{cell:f}" if isinstance(cell, Decimal) else json.dumps(cell, ensure_ascii=False)
