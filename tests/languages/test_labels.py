"""What the edition itself says, in every language that it knows."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.editions import ROOT

from edition.exports.styles import STYLES
from edition.languages import Labels, known, language, say, style_name
from edition.languages.labels import read
from edition.languages.scripts import LETTERS, scripts_in

PACKAGE = ROOT / "scripts" / "edition"
ANYWHERE = {"CSV", "JSON", "Sic", "APA", "№"}
"""What is written alike in every language."""
MADE = ("kind_", "scope_", "to_")
"""How labels of the markup begin whose keys are put together where they are used."""


def labels(code: str) -> Iterator[tuple[str, str]]:
    """Yield section and key of each label of a language, and the label."""
    for section, words in read(code).items():
        for key, text in words.items():
            yield f"{section}.{key}", text


def gaps(text: str) -> Counter[str]:
    """Count the gaps of a label by their names; those without are counted together."""
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("code", known())
def test_every_language_has_every_label(code: str) -> None:
    """No hole in any, no label that another has not, in one order; and no blank."""
    first = known()[0]
    assert [key for key, _ in labels(first)] == [key for key, _ in labels(code)]
    assert [] == [key for key, text in labels(code) if not text.strip()]


@pytest.mark.parametrize("code", known())
def test_gaps_of_a_label_are_the_same_in_every_language(code: str) -> None:
    """What is filled in is filled in everywhere, in whatever order."""
    first = {key: gaps(text) for key, text in labels(known()[0])}
    own = {key: gaps(text) for key, text in labels(code)}
    numbered = {key: sum(found.values()) for key, found in own.items() if key.startswith("text.")}
    assert numbered == {key: sum(first[key].values()) for key in numbered}
    named = [key for key in own if key not in numbered]
    assert [] == [key for key in named if own[key] != first[key]]


@pytest.mark.parametrize("code", known())
def test_every_label_is_in_the_letters_of_its_language(code: str) -> None:
    """A label that was forgotten in translation would be in the letters of another."""
    own = language(code).script
    assert [] == [
        key
        for key, text in labels(code)
        if text not in ANYWHERE and (found := scripts_in(_words(text))) and own not in found
    ]


def test_no_label_of_a_language_has_letters_that_it_has_not() -> None:
    """Latin letters may stand in any text, in names of programs and styles; no others may."""
    for code in known():
        foreign = set(LETTERS) - {language(code).script, language("en").script}
        assert [] == [key for key, text in labels(code) if scripts_in(_words(text)) & foreign]


def _words(text: str) -> str:
    """Return a label without its gaps and the targets of its links."""
    return re.sub(r"\{\w*\}|\]\([^)]*\)", "", text)


def test_words_of_the_markup_have_their_gaps_filled() -> None:
    """Both numbers are said, in the order that the language wants."""
    for code in known():
        assert ["2", "3"] == sorted(re.findall(r"\d", say("back_nth", code, 3, 2)))


def test_every_citation_style_has_a_name() -> None:
    """And nothing else has."""
    for code in known():
        assert {style.id for style in STYLES} == set(read(code)["styles"])
        assert all(style_name(style.id, code) for style in STYLES)


def test_a_language_calls_itself_by_its_own_name() -> None:
    """As CLDR has it, with a capital: it is an entry in a list."""
    assert ["English", "Русский"] == [Labels(code).language_name for code in ("en", "ru")]


def test_a_label_that_is_not_there_is_an_error() -> None:
    """A misspelt label fails the build instead of leaving a hole."""
    with pytest.raises(AttributeError, match="nonsense"):
        _ = Labels("en").nonsense
    with pytest.raises(KeyError, match="nonsense"):
        _ = Labels("en")["nonsense"]
    with pytest.raises(KeyError, match="xx"):
        _ = Labels("xx")["about"]


def test_every_label_is_used() -> None:
    """A label that nothing says is only work for translators."""
    texts = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in {".py", ".jinja", ".html", ".js"}
    )
    used = set(re.findall(r"[\w-]+", texts))
    pages = re.findall(r"\[f\"(\w+)\{|label\[\"(\w+)\" ~", texts)
    families = (*("".join(family) for family in pages), *MADE)
    keys = [key for section in ("pages", "text") for key in read("en")[section]]
    assert [] == [
        key
        for key in keys
        if key.removesuffix("_title") not in used
        and key not in used
        and not key.startswith(families)
    ]
