"""JSON Schemas of the content files, for text editors that complete and check as one types.

They are generated from the models, which are the only description of the files; nothing
of them is committed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from edition.content.descriptor import descriptor_schema
from edition.content.model import Council, FrontMatter, Issue
from edition.diagnostics import EditionError

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Mapping[str, dict[str, Any]]:
    """Return the schema of each kind of content file by the name of its file."""
    made = {
        "article": FrontMatter.model_json_schema(),
        "council": Council.model_json_schema(),
        "issue": Issue.model_json_schema(),
        "tables": descriptor_schema(),
    }
    return {f"{kind}.schema.json": {"$schema": DIALECT, **made[kind]} for kind in made}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema.

    Args:
        folder: Where to; it is made if it is not there.

    Returns:
        The files written.

    Raises:
        EditionError: If the folder cannot be written to.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas().items():
            file = folder / name
            text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
            file.write_text(text, encoding="utf-8", newline="\n")
            written.append(file)
    except OSError as error:
        raise EditionError(f"{error.filename or folder}: {error.strerror}") from None
    return written
