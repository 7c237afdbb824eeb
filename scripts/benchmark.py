"""How long the edition's work takes, as ratios to what an editor should have to wait.

Run by ``make bench``; nothing fails by what it prints. A ratio below 1 is within the aim.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from edition.checks.check import check
from edition.collation import collate, read_witness
from edition.content.load import load
from edition.site.build import build_site
from edition.site.preview import Preview

ROOT = Path()
AIMS = {
    "site, from nothing": 10.0,
    "check, first": 5.0,
    "check, again": 2.0,
    "collation": 2.0,
    "preview, saved to new pages": 1.0,
}
"""Seconds."""


def seconds(work: Callable[[], object]) -> float:
    """Return the time that a piece of work takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def saved_to_new_pages(folder: Path) -> float:
    """Return the time of a rebuild after a change of the longest article: the best of three.

    Args:
        folder: An empty folder for the pages.
    """
    edition = folder / "edition"
    for name in ("articles", "tables", "docs"):
        shutil.copytree(ROOT / name, edition / name)
    shutil.copy(ROOT / "mkdocs.yml", edition)
    preview = Preview(edition / "mkdocs.yml", folder / "site", "http://127.0.0.1:8000/")
    preview.build()
    preview.wait()
    article = max((edition / "articles").glob("*.md"), key=lambda file: file.stat().st_size)
    times = []
    for _ in range(3):
        with article.open("a", encoding="utf-8") as text:
            text.write("\nA sentence more.\n")
        times.append(seconds(preview.rebuild))
        preview.wait()
    return min(times)


def measure(folder: Path) -> dict[str, float]:
    """Return the time of each piece of work, in seconds.

    Args:
        folder: An empty folder.
    """
    loaded = load(ROOT)
    edition = loaded.unwrap()
    return {
        "site, from nothing": seconds(lambda: build_site(ROOT / "mkdocs.yml", folder / "built")),
        "check, first": seconds(lambda: check(loaded)),
        "check, again": seconds(lambda: check(loaded)),
        "collation": seconds(lambda: collate(edition, read_witness(ROOT))),
        "preview, saved to new pages": saved_to_new_pages(folder),
    }


def main() -> None:
    """Print a line for each piece of work."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, taken in measure(Path(folder)).items():
            aim = AIMS[name]
            print(f"{name:<30} {taken:7.2f} s   aim {aim:4.1f} s   ratio {taken / aim:.2f}")  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
