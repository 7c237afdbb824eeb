"""The search index; what it finds is tested in a browser."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from edition.diagnostics import EditionError
from edition.plugin import THEME
from edition.site.search import ALIAS, FOLDER, PLAIN, build_index, searchable


def test_pages_are_indexed_by_language(tmp_path: Path) -> None:
    """``<html lang>`` says which."""
    for lang, text in (("en", "gulls"), ("ru", "чайки")):
        page = f'<html lang="{lang}"><body><p id="p1">{text}</p></body></html>'
        (tmp_path / f"{lang}.html").write_text(page, encoding="utf-8")
    build_index(tmp_path)
    entry = json.loads((tmp_path / FOLDER / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert {"en": 1, "ru": 1} == {lang: i["page_count"] for lang, i in entry["languages"].items()}


def test_a_failure_of_the_indexer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In its own words."""

    def fail(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, stdout="", stderr="no gulls\n")

    monkeypatch.setattr("edition.site.search.subprocess.run", fail)
    with pytest.raises(EditionError, match=r"^Pagefind could not index the site: no gulls$"):
        build_index(tmp_path)


def test_what_sets_lines_is_not_searched() -> None:
    """A word is in one piece, and a space that holds is a space."""
    page = '<p>к\u00a0<span class="nobr">1990<span class="own">–</span>1995</span>, a/<wbr>b</p>'
    assert "<p>к 1990–1995, a/b</p>" == searchable(page)
    assert '<p><span lang="en">a</span></p>' == searchable('<p><span lang="en">a</span></p>')


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Łódź", "lódź"),
        ("Søren", "soren"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Æsir", "aesir"),
        ("Ło\u0301dź", "lo\u0301dź"),
        ("Diyarbakır", "diyarbakir"),
    ],
)
def test_a_word_with_a_letter_of_its_own_is_found_in_plain_letters(word: str, plain: str) -> None:
    """Pagefind takes off accents alone; tags stay, and words of other letters."""
    page = f'<p id="{word}" title="{word}">Osiér, {word}, <em>{word}</em>-соль I.</p>'
    both = f"{word}{ALIAS}{plain}"
    expected = f'<p id="{word}" title="{word}">Osiér, {both}, <em>{both}</em>-соль I.</p>'
    assert expected == searchable(page)


def test_the_script_of_the_search_has_the_same_letters() -> None:
    """What is added to the index is what a query is asked as."""
    script = (THEME / "assets" / "edition" / "search" / "match.js").read_text(encoding="utf-8")
    table = script.partition("const LETTERS = {")[2].partition("}")[0]
    assert dict(PLAIN) == dict(re.findall(r'(\w): "(\w+)"', table))
