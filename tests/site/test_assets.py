"""The style sheets and scripts of the theme, as pages load them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.plugin import THEME
from edition.site.assets import FOLDER, bundles, held, is_unused


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme that a test may change."""
    return shutil.copytree(THEME, tmp_path / "theme")


def test_a_bundle_is_named_by_what_it_holds(theme: Path) -> None:
    """Another content, another name: a browser may keep what it has for good."""
    before = {bundle.name: bundle.url for bundle in bundles(theme)}
    assert ["edition.css", "edition.js", "head.js"] == sorted(before)
    script = theme / FOLDER / "head" / "10-scheme.js"
    script.write_text(f"{script.read_text('utf-8')}again();\n", encoding="utf-8")
    after = {bundle.name: bundle.url for bundle in bundles(theme)}
    assert ["head.js"] == [name for name in before if before[name] != after[name]]


def test_the_parts_of_a_script_keep_their_names_to_themselves(theme: Path) -> None:
    """Nothing that a script declares is seen by another, and its mistakes are no silent ones."""
    for script in bundles(theme):
        if script.name.endswith(".js"):
            assert script.content.startswith('(() => {\n"use strict";\n')
            assert script.content.endswith("\n})();\n")


def test_what_is_joined_or_held_is_not_published_by_itself() -> None:
    """Only what a page asks for is on the site."""
    parts = ("css/10-tokens.css", "js/10-frame.js", "head/10-scheme.js", "not-found/page.css")
    for part in parts:
        assert (THEME / FOLDER / part).is_file()
        assert is_unused(f"{FOLDER}/{part}")
    assert not is_unused(f"{FOLDER}/search/dialog.js")


def test_what_the_not_found_page_holds_cannot_end_its_element() -> None:
    """No text of it is the end of a style or of a script, or the beginning of a comment."""
    assert ["links.js", "page.css"] == sorted(held(THEME))
    for content in (*held(THEME).values(), *(bundle.content for bundle in bundles(THEME))):
        assert "</" not in content
        assert "<!--" not in content
