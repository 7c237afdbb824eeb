"""Faults of values wherever they stand."""

from __future__ import annotations

import unicodedata

from edition.content.characters import FORBIDDEN, described
from edition.content.sources import Source
from edition.content.value_faults import value_faults
from edition.content.yaml_source import read_yaml

HARMLESS = "\t\n\u00a0\u00ad\u034f\u200c\u200d\u2011\u202f\ufe0f\ufffd№°\U0001f54a"


def said(text: str, path: str = "x.yml") -> list[str]:
    """Return what is wrong with a YAML file."""
    source = read_yaml(text, path).source(text)
    return [str(fault) for fault in value_faults({path: source})]


def test_special_signs_that_a_text_may_need_are_allowed() -> None:
    """Spaces and hyphens that do not break, joiners, soft hyphens, signs outside of letters."""
    assert None is FORBIDDEN.search(HARMLESS)


def test_whatever_turns_ends_or_hides_a_text_is_forbidden() -> None:
    """Every control, direction, separator, private and unassigned-for-ever character."""
    bidirectional = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    wanted = {
        character
        for character in map(chr, range(0x110000))
        if unicodedata.category(character) in {"Cc", "Cs", "Co", "Zl", "Zp"}
        or unicodedata.bidirectional(character) in bidirectional
        or ord(character) & 0xFFFE == 0xFFFE
        or 0xFDD0 <= ord(character) <= 0xFDEF
        or character in "\u200b\u200e\u200f\u061c\u2060\ufeff\U000e0001\U000e007f"
    } - {"\t", "\n"}
    assert [] == [described(sign) for sign in sorted(wanted) if not FORBIDDEN.match(sign)]


def test_each_forbidden_character_is_told_once_in_a_file() -> None:
    """A file full of them is one line long."""
    faults = value_faults({"x.csv": Source("x.csv", "a\n" + "b\x1b\u202e" * 900)})
    assert [
        "x.csv:2:2 F009 error the character U+001B (a control character) is not allowed",
        "x.csv:2:3 F009 error the character U+202E (right-to-left override) is not allowed",
    ] == [str(fault) for fault in faults]
