"""Accept what a person has looked at: write hashes of texts as they are now.

Of translations only the hashes of the English that the Russian now stands for are written; every
other character of a file stays as it is. Of paragraphs the numbers are frozen with their digests.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from edition.checks.language.translation import translated
from edition.checks.proof import Proof
from edition.content.codes import MOVED_ANCHOR
from edition.content.files import replace_text
from edition.content.frozen import ANCHORS
from edition.content.load import Loaded
from edition.content.sources import Path as Key
from edition.content.sources import Source
from edition.content.translation import digest
from edition.text.anchors import anchors_file


class Change(NamedTuple):
    """A part of a file that is replaced."""

    start: int
    end: int
    text: str


def accept_translations(root: Path, loaded: Loaded) -> list[str]:
    """Write the hash of every English text whose Russian is accepted.

    Args:
        root: The edition's folder.
        loaded: What was loaded from it.

    Returns:
        The files that were changed, by their path inside the folder.

    Raises:
        ContentError: If the content has errors; nothing is written then.
        OSError: If a file cannot be written; it is as it was then.
    """
    edition = loaded.unwrap()
    changes: dict[str, list[Change]] = defaultdict(list)
    for source, path, parts, hashes in translated(Proof(edition, loaded.sources)):
        wanted = {name: digest(english) for name, english in parts.items()}
        if wanted != dict(hashes):
            write = _in_json if source.path.endswith(".json") else _in_yaml
            changes[source.path].append(write(source, path, wanted))
    for path_, made in changes.items():
        text = loaded.sources[path_].text
        for change in sorted(made, reverse=True):
            text = text[: change.start] + change.text + text[change.end :]
        replace_text(root / path_, text)
    return sorted(changes)


def accept_anchors(root: Path, loaded: Loaded) -> bool:
    """Freeze the numbers of the paragraphs as they are now.

    Args:
        root: The edition's folder.
        loaded: What was loaded from it.

    Returns:
        Whether the file was changed.

    Raises:
        ContentError: If the content has errors, numbers that move apart; nothing is written then.
        OSError: If the file cannot be written; it is as it was then.
    """
    left = tuple(found for found in loaded.diagnostics if found.code != MOVED_ANCHOR.id)
    edition = replace(loaded, diagnostics=left).unwrap()
    wanted = anchors_file((article.slug, article.text) for article in edition.articles)
    if ANCHORS in loaded.sources and loaded.sources[ANCHORS].text == wanted:
        return False
    file = root / ANCHORS
    file.touch()
    replace_text(file, wanted)
    return True


def _in_yaml(source: Source, path: Key, wanted: Mapping[str, str]) -> Change:
    """Replace the block of hashes, or add one at the end of the mapping that holds it."""
    indent = "  " * (len(path) - 1)
    lines = [f'{indent}  {name}: "{value}"' for name, value in wanted.items()]
    text = "\n".join([f"{indent}{path[-1]}:", *lines, ""])
    if source.has(*path):
        start = source.offset(source.key(*path)) - len(indent)
        return Change(start, _line_end(source, _last(source, path)), text)
    end = _line_end(source, _last(source, path[:-1]))
    return Change(end, end, text)


def _last(source: Source, path: Key) -> int:
    """Return where the last value under a path ends, without the space after it."""
    inner = [span for key, span in source.spans.items() if key[: len(path)] == path]
    start, end = max(inner)  # what begins last is the last value, without what follows it
    return start + len(source.text[start:end].rstrip())


def _line_end(source: Source, offset: int) -> int:
    """Return where the next line begins."""
    end = source.text.find("\n", offset)
    return len(source.text) if end < 0 else end + 1


def _in_json(source: Source, path: Key, wanted: Mapping[str, str]) -> Change:
    """Replace the object of hashes, or add one before the schema of the table."""
    schema = source.key(*path[:-1], "schema")
    indent = " " * (schema.column - 1)
    written = json.dumps(dict(wanted), ensure_ascii=False, indent=1).replace("\n", "\n" + indent)
    if source.has(*path):
        return Change(*source.spans[path], written)
    here = source.offset(schema)
    return Change(here, here, f'"{path[-1]}": {written},\n{indent}')
