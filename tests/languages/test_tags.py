"""Tags of languages: which are well-formed, what they say, and what CLDR adds."""

from __future__ import annotations

import re

import pytest

from edition.languages.tags import TAG, Tag, canonical, direction, parsed
from edition.text.blocks import read_line
from edition.text.runs import Span

WRITTEN = {
    "fr": "fr",
    "PT-br": "pt-BR",
    "sr-latn": "sr-Latn",
    "ru-Latn": "ru-Latn",
    "zh-hant-tw": "zh-Hant-TW",
    "zh-cmn-Hans-CN": "zh-cmn-Hans-CN",
    "es-419": "es-419",
    "DE-1996": "de-1996",
    "sl-Rozaj-Biske": "sl-rozaj-biske",
    "en-GB-u-CA-gregory": "en-GB-u-ca-gregory",
    "en-X-fenmouth": "en-x-fenmouth",
}
"""Well-formed tags as editors may write them, and as they are usually written."""
REFUSED = (
    "f",
    "russian",
    "pt_BR",
    "pt-",
    "-pt",
    "pt--BR",
    "sr-Latin1x9x",
    "en-a",
    "x-fenmouth",
    "é",
)


@pytest.mark.parametrize("tag", WRITTEN)
def test_words_may_have_any_well_formed_tag(tag: str) -> None:
    """In any capitals; the reader gives the usual ones."""
    read = read_line(f"[words]{{lang={tag}}}", "paragraph")
    (span,) = read.runs
    assert isinstance(span, Span)
    assert (WRITTEN[tag], ()) == (span.lang, read.faults)
    assert WRITTEN[tag] == canonical(tag)


@pytest.mark.parametrize("tag", REFUSED)
def test_what_is_no_tag_is_refused(tag: str) -> None:
    """With the fault of wrong attributes."""
    assert re.fullmatch(TAG, tag) is None
    faults = read_line(f"[words]{{lang={tag}}}", "paragraph").faults
    assert ["span-attributes"] == [fault.code for fault in faults]


PARSED = {
    "kk": Tag("kk", "Cyrl", "KZ"),
    "sr-Latn": Tag("sr", "Latn", "RS"),
    "zh-tw": Tag("zh", "Hant", "TW"),
    "es-419": Tag("es", "Latn", "419"),
    "de-1996": Tag("de", "Latn", "DE"),
    "en-a-latn": Tag("en", "Latn", "US"),
    "xx": Tag("xx", "", ""),
}


@pytest.mark.parametrize("tag", PARSED)
def test_a_tag_says_language_script_and_region(tag: str) -> None:
    """What it leaves out, CLDR takes for likely; a variant or an extension is none of them."""
    assert PARSED[tag] == parsed(tag)


def test_the_script_tells_the_direction() -> None:
    """As CLDR has the languages that are written in it."""
    for tag in ("he", "ar", "az-Arab", "yi", "dv", "nqo", "KU-arab"):
        assert "rtl" == direction(tag), tag
    for tag in ("en", "he-Latn", "ar-Latn", "ru", "zh-Hant-TW", "xx"):
        assert "ltr" == direction(tag), tag
