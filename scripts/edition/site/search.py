"""The search index: Pagefind over the finished site.

Pagefind reads the built pages, keeps the languages apart by ``<html lang>``, stems both
of them and is loaded by a reader only when a search is made.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from edition.diagnostics import EditionError

FOLDER = "pagefind"


def build_index(site: Path) -> None:
    """Index a built site into ``site/pagefind``.

    Args:
        site: The folder of the site.

    Raises:
        EditionError: If Pagefind is missing or fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site)]
    command += ["--output-subdir", FOLDER, "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode != 0:
        message = f"Pagefind could not index the site: {result.stderr.strip()}"
        raise EditionError(message)
