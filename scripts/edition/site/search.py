"""The search index: Pagefind over the finished site.

Pagefind reads the built pages, keeps the languages apart by ``<html lang>``, stems both
of them and is loaded by a reader only when a search is made. It reads a copy of each page
without what only sets lines: to a search, a space that holds is a space.

Pagefind takes accents off letters, but has no plain letter for those that are letters of their own
(ł, ø, ß). In the copy a word with one of these is followed by the word in plain letters, which
counts as the same word; the script of the search takes it away from what it shows.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from edition.diagnostics import EditionError
from edition.site.workspace import TEMPORARY, working_folder

FOLDER = "pagefind"
IGNORED = "sup, .note-back, .apparatus-mark, .same-as, .csv"
"""Marks inside the text; left in, they would grow together with the words beside them."""
SECONDS: Final = 1200
"""How long Pagefind may take by the clock: it takes a few seconds, and longer on a busy machine."""
UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Interfaces that Pagefind brings along; the theme has its own."""


LINES: Final = re.compile(r'<wbr>|<span class="(?:own|nobr)">([^<]*)</span>')
"""What the pages have for their lines and signs; a word is one again without it."""

PLAIN: Final[Mapping[str, str]] = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ĳ": "ij",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
    "ŧ": "t",
    "ĸ": "k",
}
"""Small Latin letters that are none with an accent, and what is typed for them; the same table
stands in the script of the search (``match.js``)."""
_CAPITALS: Final = {k.upper(): v for k, v in PLAIN.items() if len(k.upper()) == 1 and k != "ı"}
_PLAIN: Final = str.maketrans({**PLAIN, **_CAPITALS, "ẞ": "ss"})
_SPECIAL: Final = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_WORD: Final = re.compile("(?:[^\\W\\d_]|[\\u0300-\\u036f])+")
_TAGS: Final = re.compile(r"(<[^<>]*>)")
ALIAS: Final = "-\u200b"
"""Stands before a word in plain letters: to Pagefind, the joint of a compound."""


def searchable(page: str) -> str:
    """Return a page as it is searched: its words in one piece, its spaces and letters plain.

    Args:
        page: The HTML of the page.
    """
    while (plain := LINES.sub(r"\1", page)) != page:
        page = plain
    page = page.replace("\u00a0", " ")
    if not _SPECIAL.search(page):
        return page
    parts = _TAGS.split(page)
    parts[::2] = (_WORD.sub(_with_alias, text) for text in parts[::2])
    return "".join(parts)


def _with_alias(word: re.Match[str]) -> str:
    plain = word[0].translate(_PLAIN)
    return word[0] if plain == word[0] else f"{word[0]}{ALIAS}{plain.lower()}"


def build_index(site: Path) -> None:
    """Index a built site into ``site/pagefind``.

    Args:
        site: The folder of the site.

    Raises:
        EditionError: If Pagefind is missing or fails.
    """
    with working_folder(Path(tempfile.gettempdir()), TEMPORARY) as folder:
        pages, index = folder / "pages", folder / FOLDER
        for page in site.rglob("*.html"):
            copy = pages / page.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(searchable(page.read_text(encoding="utf-8")), encoding="utf-8")
        _run_pagefind(pages, index)
        for stem in UNUSED:
            for file in index.glob(f"{stem}.*"):
                file.unlink()
        # Pagefind lists the languages in any order; the same content shall give the same bytes.
        entry = index / "pagefind-entry.json"
        content = json.loads(entry.read_text(encoding="utf-8"))
        entry.write_text(json.dumps(content, sort_keys=True), encoding="utf-8")
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        shutil.move(index, site / FOLDER)


def _run_pagefind(pages: Path, index: Path) -> None:
    """Index a folder of pages into another, which nobody takes away meanwhile.

    Raises:
        EditionError: If Pagefind is missing, fails, or does not end.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(pages)]
    command += ["--output-path", str(index), "--exclude-selectors", IGNORED]
    command += ["--keep-index-url", "--quiet"]
    try:
        result = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        raise EditionError(f"Pagefind was ended: it had not ended in {SECONDS} seconds") from None
    if result.returncode != 0:
        reason = " ".join(result.stderr.split())
        raise EditionError(f"Pagefind could not index the site: {reason}")
