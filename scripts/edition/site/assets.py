"""The theme's style sheets and scripts: many small files to write, one of each to load.

The parts are joined in the order of their names, comments and indentation are dropped, and
the name of the result carries a hash of it, so that a browser may keep it for good.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = "assets/edition"
PARTS: Final = {"edition.css": "css", "edition.js": "js"}
UNUSED: Final = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
    *(f"{FOLDER}/{folder}/" for folder in PARTS.values()),
)
"""Folders of the theme that no page loads from: Material's own, and the parts of the bundles."""

COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)|^(?<!\s\n)\s*+//[^\n]*$", re.DOTALL | re.MULTILINE)


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


def _bundle(folder: Path, name: str) -> Bundle:
    parts = [part.read_text(encoding="utf-8") for part in sorted(folder.iterdir())]
    lines = (line.strip() for line in COMMENT.sub("", "\n".join(parts)).splitlines())
    content = "\n".join(line for line in lines if line) + "\n"
    digest = hashlib.sha256(content.encode()).hexdigest()[:10]
    stem, _, suffix = name.partition(".")
    return Bundle(name, f"{FOLDER}/{stem}.{digest}.{suffix}", content)


def is_unused(path: str) -> bool:
    """Tell whether a file of the theme is one that no page loads."""
    return path.startswith(UNUSED)
