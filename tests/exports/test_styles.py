"""The files of the citation styles and the record of where they come from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.editions import ROOT

from edition.exports.styles import STYLES, Style

FOLDER = ROOT / "scripts" / "edition" / "exports" / "styles"
RECORD = json.loads((FOLDER / "styles.json").read_text(encoding="utf-8"))
CSL = {"csl": "http://purl.org/net/xbiblio/csl"}


def parsed(style: Style) -> ET.Element:
    """Return a style's file, parsed."""
    return ET.parse(FOLDER / style.file).getroot()  # noqa: S314  # the project's own file


def test_every_file_is_recorded_and_no_other() -> None:
    """A style by hand would be lost at the next `make styles`."""
    recorded = sorted(file["file"] for file in RECORD["files"])
    assert recorded == sorted(path.name for path in FOLDER.glob("*.csl"))
    assert recorded == sorted(style.file for style in STYLES)


@pytest.mark.parametrize("file", RECORD["files"], ids=lambda file: file["file"])
def test_every_file_is_as_it_was_derived(file: dict[str, str]) -> None:
    """Nobody has edited it since."""
    content: bytes = (FOLDER / Path(file["file"])).read_bytes()
    assert file["sha256"] == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_every_style_names_its_licence(style: Style) -> None:
    """The one that the record names."""
    rights = parsed(style).find("csl:info/csl:rights", CSL)
    assert rights is not None
    assert RECORD["licence_url"] == rights.get("license")


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_a_style_is_a_note_unless_it_cites_in_the_text(style: Style) -> None:
    """What the page is told of a style is what its file says."""
    assert ("in-text" if style.in_text else "note") == parsed(style).get("class")
