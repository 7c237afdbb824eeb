"""Nothing takes the square of the time for a longer text: patterns, and what reads a text.

This is the one test that a clock can fail. It measures the time of the processor, on a text and
on one four times as long; eight times as long is too much, and what is short is right in any case.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.attacks import AT_MOST, SIZES, attacks, growth
from tests.package_patterns import Used, patterns
from tests.rendering import renderer

from edition.content.apparatus import apparatus
from edition.content.codes import RAW_HTML, UNSAFE_ATTRIBUTE, UNSAFE_LINK
from edition.content.markup_faults import CODES_OF_KINDS
from edition.content.model import Article, Edition
from edition.site.faces import Faces
from edition.site.search import searchable
from edition.text.blocks import Body, read_body
from edition.text.diplomatic import diplomatic
from edition.text.views import reading_text
from edition.typography.breaks import hold_spaces, seams, wholes
from edition.typography.signs import set_signs
from edition.typography.typesetting import typeset

MADE_WHERE_USED = {
    "edition.checks.emendations:f'(?<!\\\\w){re.escape(source)}(?!\\\\w)'": r"(?<!\w)aaab(?!\w)",
    "edition.checks.exceptions:words": r"a\s+b\s+c",
    "edition.checks.names.persons:wrong": r"[\u0400-\u04ff]+|[A-Za-z]+",
    "edition.exports.citations:f'({one})(\\\\s){PARAGRAPH}'": r"(pp?\.|\u00b6)(\s)\ufdd0",
    'edition.site.clashes:f"""#{re.escape(identifier)}(?![\\\\w.-])|id=[\\\\"\']?'
    '{re.escape(identifier)}\\\\b"""': r"#salt(?![\w.-])|id=[\"']?salt\b",
    "edition.languages.data:text": r"(?<!\w)(?:p\.|pp\.)(?P<space> )(?=[\d\[])",
    "edition.content.text_limits:f'[*_]{{{most.nesting + 1},}}'": r"[*_]{21,}",
    "edition.site.workspace:re.escape(prefix) + RANDOM": r"edition-[a-z0-9_]{8}",
    "edition.content.authority:'(?<!\\\\w)(?:' + ('|'.join(map(re.escape, ordered)) or '(?!)') + "
    "')(?!\\\\w)'": r"(?<!\w)(?:New Fenmouth|Fenmouth Bay|Fenmouth)(?!\w)",
}
"""An example of each pattern that is put together where it is used."""

WORST = (
    " *a",
    " **a",
    "*a* ",
    "***",
    "[[a]{x} ",
    "[a",
    "[",
    "]{x}",
    "]",
    "![",
    "[a](",
    "[a][",
    "[a]: b ",
    "`a ",
    "`` a` ",
    "<",
    "<a ",
    "<!--",
    "&",
    "&a",
    "\\",
    "(1) ",
    "[1] ",
    "[^1] ",
    "[^",
    "{~~",
    "{~~a~>",
    "{~~a~>b~~}{>>",
    "{~~a~>b~~}{>>r<<} ",
    "{~~a~>b~~}{>>r<<}",
    "{>>",
    "{>>r<<} ",
    "[*Ibid.*]{to=note-1} ",
    "]{to=a ",
    "{: ",
    "{: .a }",
    '"a ',
    ' "a"',
    '"',
    "'",
    " 'a",
    " 'a' ",
    "s' ",
    "'a'b ",
    "“a”",
    "“",
    "«",
    "a-",
    "1-",
    " - ",
    "А. Б. ",
    "A.-",
    "1990's ",
    "http://a.b/",
    "a ",
    "a",
    "\u00a0",
    " ",
    "Б",
    "Б a ",
    "_a ",
    "~",
    "^a",
    "$",
    "# ",
    "* ",
    "1. ",
    ": a ",
    "| ",
    "> ",
    "::: table ",
)
"""What a line may repeat."""

LINES = (
    "a\n\n",
    "* a\n",
    "* a\n\n",
    "1. a\n\n",
    "> a\n",
    "## a\n\n",
    "[^1]: a\n\n",
    "a[^1]\n\n",
    "a\n: b\n\n",
    "    a\n\n",
    "* * *\n\n",
    "{~~a~>b~~}{>>r<<} \n\n",
    "[1] (1) *Ibid.*\n\n",
    "::: table x\n\n",
    "\n",
)
"""What a text may repeat."""

EXAMPLE: tuple[Used, ...] = tuple(
    {(used.pattern or used.name, used.methods): used for used in patterns()}.values()
)


def repeated(piece: str) -> Callable[[int], str]:
    """Return a text that repeats a piece, as a function of its length."""
    return lambda size: piece * (size // len(piece))


@pytest.mark.parametrize("used", EXAMPLE, ids=lambda used: used.name)
def test_a_pattern_grows_with_its_text(used: Used) -> None:
    """On texts made from its own parts, and on what the texts of an edition may repeat."""
    if used.pattern is None:
        assert used.name in MADE_WHERE_USED, "give an example of the pattern"
        example = re.compile(MADE_WHERE_USED[used.name])
        used = Used(used.name, example, used.methods)
    assert used.pattern is not None
    for text in (*attacks(used.pattern.pattern, used.pattern.flags), *map(repeated, WORST)):
        assert growth(used.run, text) <= AT_MOST, text(40)


def test_every_example_is_of_a_pattern() -> None:
    """One that is no longer there goes."""
    assert set(MADE_WHERE_USED) == {used.name for used in EXAMPLE if used.pattern is None}


NESTING = {"1. "}
"""Each opens a list inside the one before, which Python ends before a clock can tell anything."""


@pytest.mark.parametrize("piece", [piece for piece in (*WORST, *LINES) if piece not in NESTING])
def test_a_page_is_made_in_time(piece: str) -> None:
    """Whatever its text repeats: Markdown's own grammar, and what the edition adds to it."""
    text = repeated(piece)
    acting = {RAW_HTML, UNSAFE_ATTRIBUTE, UNSAFE_LINK}
    refused = any(CODES_OF_KINDS.get(f.code) in acting for f in read_body(text(100)).faults)
    sizes = () if refused else SIZES[:-1]  # what the loader refuses comes on no page
    assert growth(lambda text: renderer().convert(text), text, sizes) <= AT_MOST


def _read(text: str) -> Body:
    """Read a text although it was read before."""
    read_body.cache_clear()
    return read_body(text)


def _english(text: str) -> list[str]:
    return ["en"] * len(text)


WORK: dict[str, Callable[[str], object]] = {
    "read_body": _read,
    "reading_text": lambda text: [reading_text(block.runs) for block in _read(text).blocks],
    "diplomatic": lambda text: [diplomatic(block.runs) for block in _read(text).blocks],
    "set_signs": lambda text: set_signs(text, _english(text)),
    "set_signs, cut": lambda text: set_signs(text, _english(text), cut=True),
    "hold_spaces": lambda text: hold_spaces(text, ["ru"] * len(text)),
    "wholes": lambda text: list(wholes(text, ["ru"] * len(text))),
    "seams": lambda text: list(seams(text)),
    "typeset": lambda text: typeset(f'<p lang="en" data-printed>{text.replace("<", "&lt;")}</p>'),
}


@pytest.mark.parametrize("name", WORK)
def test_reading_a_text_grows_with_it(name: str) -> None:
    """Whatever it repeats."""
    for piece in WORST:
        assert growth(WORK[name], repeated(piece)) <= AT_MOST, piece


TAGS = (
    "<b>",
    "</i>",
    '<span class="nobr">a-b</span>',
    '<b title="a">',
    "<p>a</p>",
    "<sup>1</sup> ",
    '<q>a</q> "b" ',
    "a–1 ",
    "</b>",
    "<br>",
)


@pytest.mark.parametrize("piece", TAGS)
def test_a_page_is_set_in_time(piece: str) -> None:
    """Elements that are not closed, or never opened, as well."""
    faces = Faces((), "em { font-style: italic }")
    for ends in ("", "</i>"):

        def page(size: int, ends: str = ends) -> str:
            half = piece * (size // len(piece) // 2)
            return f'<html lang="en"><body>{half}{ends * (size // 8)}</body></html>'

        assert growth(typeset, page) <= AT_MOST
        assert growth(searchable, page) <= AT_MOST
        assert growth(lambda text: faces.preloaded(text, "a.html"), page) <= AT_MOST


@pytest.mark.parametrize("piece", [*WORST, *LINES])
def test_the_apparatus_grows_with_a_text(invented_edition: Edition, piece: str) -> None:
    """However many entries stand in a line."""
    meta = invented_edition.article("gulls").meta

    def work(text: str) -> object:
        read_body.cache_clear()
        return apparatus(Article(slug="gulls", meta=meta, body=text, body_line=1))

    assert growth(work, repeated(piece)) <= AT_MOST
