"""The search index: Pagefind over the finished site.

Pagefind reads the built pages, keeps the languages apart by ``<html lang>``, stems both
of them and is loaded by a reader only when a search is made.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from edition.diagnostics import EditionError

FOLDER = "pagefind"
IGNORED = "sup, .note-back, .apparatus-mark, .same-as, .csv"
"""Marks inside the text; left in, they would grow together with the words beside them."""
UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Interfaces that Pagefind brings along; the theme has its own."""


def build_index(site: Path) -> None:
    """Index a built site into ``site/pagefind``.

    Args:
        site: The folder of the site.

    Raises:
        EditionError: If Pagefind is missing or fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site)]
    command += ["--output-subdir", FOLDER, "--exclude-selectors", IGNORED]
    command += ["--keep-index-url", "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode != 0:
        message = f"Pagefind could not index the site: {result.stderr.strip()}"
        raise EditionError(message)
    for stem in UNUSED:
        for file in (site / FOLDER).glob(f"{stem}.*"):
            file.unlink()
    # Pagefind lists the languages in any order; the same content shall give the same bytes.
    entry = site / FOLDER / "pagefind-entry.json"
    content = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps(content, sort_keys=True), encoding="utf-8")
