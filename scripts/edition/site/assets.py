"""The theme's style sheets and scripts: many small files to write, one of each to load.

The parts are joined in the order of their names, lines of comments and indentation are dropped, and
the name of the result carries a hash of it, so that a browser may keep it for good. The parts of a
script share their names with each other, and with no other script.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = "assets/edition"
PARTS: Final = {"edition.css": "css", "edition.js": "js", "head.js": "head"}
HELD: Final = "not-found"
"""Folder of what the not-found page holds instead of loading it."""
UNUSED: Final = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
    *(f"{FOLDER}/{folder}/" for folder in (*PARTS.values(), HELD)),
)
"""Folders of the theme that no page loads from: Material's own, and the parts of the bundles."""

_BLOCK: Final = r"^[ \t]*+/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)"
COMMENTS: Final = {
    ".css": re.compile(_BLOCK, re.MULTILINE),
    ".js": re.compile(rf"{_BLOCK}|^[ \t]*+//[^\n]*$", re.MULTILINE),
}
"""Comments that begin a line. No text of a style sheet or script goes over the end of a line (the
linters see to that), so nothing else begins a line so."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A style sheet or script that pages load."""

    name: str
    url: str
    content: str


def bundles(theme: Path) -> tuple[Bundle, ...]:
    """Return the bundles of a theme folder.

    Args:
        theme: The folder that holds ``assets/edition``.
    """
    return tuple(_bundle(theme / FOLDER / folder, name) for name, folder in PARTS.items())


def held(theme: Path) -> dict[str, str]:
    """Return the style sheet and the script that the not-found page holds, by their names."""
    return {part.name: _joined([part]) for part in sorted((theme / FOLDER / HELD).iterdir())}


def _bundle(folder: Path, name: str) -> Bundle:
    content = _joined(sorted(folder.iterdir()))
    digest = hashlib.sha256(content.encode()).hexdigest()[:10]
    stem, _, suffix = name.partition(".")
    return Bundle(name, f"{FOLDER}/{stem}.{digest}.{suffix}", content)


def _joined(parts: Sequence[Path]) -> str:
    text = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    comments = COMMENTS[parts[0].suffix]
    lines = (line.strip() for line in comments.sub("", text).splitlines())
    content = "\n".join(line for line in lines if line) + "\n"
    if parts[0].suffix == ".js":
        return f'(() => {{\n"use strict";\n{content}}})();\n'
    return content


def is_unused(path: str) -> bool:
    """Tell whether a file of the theme is one that no page loads."""
    return path.startswith(UNUSED)
