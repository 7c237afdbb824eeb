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


def test_comments_go_and_what_looks_like_one_stays(theme: Path) -> None:
    """In a string, in a pattern, behind code; an indented one goes as any other does."""
    script = """// One.
const a = "/* no comment", b = '// nor this', c = /[/*]"/; // stays
  /* Two
     lines. */
const d = `https://x`; /* stays */
"""
    sheet = """/* One. */
a::before { content: "/* no comment"; }
  /* Two
lines. */
b { background: url(//x/*y); } /* stays */
i { color: red }
"""
    for folder, name in (("head", "99.js"), ("css", "99.css")):
        text = script if name.endswith("js") else sheet
        (theme / FOLDER / folder / name).write_text(text, encoding="utf-8")
    made = {bundle.name: bundle.content for bundle in bundles(theme)}
    kept = [line for line in script.split("\n") if line.startswith("const")]
    assert made["head.js"].endswith("\n".join([*kept, "})();\n"]))
    kept = [line for line in sheet.split("\n") if "{" in line]
    assert made["edition.css"].endswith("\n".join(["", *kept, ""]))


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
