"""Letters of their own are found by what is typed for them: the index, asked by Pagefind itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.conftest import ServeFolder

from edition.site.search import build_index

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>Towns</title></head><body>
<main data-pagefind-body><h1>Towns</h1><p id="p1">Łódź and Søren, the Straße to Đakovo where œuvre
met Osiér; Þór, Diyarbakır. STRAẞEN</p></main></body></html>"""
FOUND = """async (asked) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(asked);
  return results.length;
}"""


def test_a_word_is_found_in_plain_letters_and_in_its_own(
    chromium: Browser, serve_folder: ServeFolder, tmp_path: Path
) -> None:
    """Alone and in a phrase, whatever its capitals; the beginning of another word is none."""
    (tmp_path / "en.html").write_text(PAGE, encoding="utf-8")
    build_index(tmp_path)
    page = chromium.new_page()
    page.goto(f"{serve_folder(tmp_path)}en.html")
    plain = ["Lodz", "soren", "Strasse", "strassen", "dakovo", "oeuvre", "osier", "thor"]
    own = ["Łódź", "Søren", "Straße", "Đakovo", "Diyarbakır", '"lodz and soren the strasse"']
    assert [] == [word for word in [*plain, *own] if not page.evaluate(FOUND, word)]
    assert 0 == page.evaluate(FOUND, "ossetia")
    page.close()
