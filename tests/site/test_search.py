"""The search index; what it finds is tested in a browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from edition.diagnostics import EditionError
from edition.site.search import FOLDER, build_index, searchable


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
