"""The runs of a text with their places, and what is outside the grammar in them."""

from __future__ import annotations

import pytest

from edition.text.blocks import read_body, read_line
from edition.text.runs import (
    Autolink,
    Citation,
    Emendation,
    Emphasis,
    Entity,
    Escape,
    Link,
    NoteMark,
    Remark,
    Run,
    Span,
    Strong,
    Text,
)

RUNS: dict[str, tuple[Run, ...]] = {
    "plain": (Text(0, 5, "plain"),),
    "*a*": (Emphasis(0, 3, (Text(1, 2, "a"),)),),
    "**a**": (Strong(0, 5, (Text(2, 3, "a"),)),),
    "***a***": (Strong(0, 7, (Emphasis(2, 5, (Text(3, 4, "a"),)),)),),
    "[a]{lang=fr}": (Span(0, 12, (Text(1, 2, "a"),), "fr", None),),
    '[a]{to="note-3"}': (Span(0, 16, (Text(1, 2, "a"),), None, "note-3"),),
    "[a]{lang=la to=ref-1}": (Span(0, 21, (Text(1, 2, "a"),), "la", "ref-1"),),
    "[a](#p3)": (Link(0, 8, (Text(1, 2, "a"),), "#p3", 4),),
    "<https://a.example>": (Autolink(0, 19, "https://a.example", 1),),
    "<mailto:a@b.example>": (Autolink(0, 20, "mailto:a@b.example", 8),),
    "a[^3]": (Text(0, 1, "a"), NoteMark(1, 5, "3")),
    "a[^3]: b": (Text(0, 1, "a"), NoteMark(1, 5, "3"), Text(5, 8, ": b")),
    "[12]": (Citation(0, 4, 12, "brackets", "[12]"),),
    "(1)[^2]": (Citation(0, 3, 1, "parentheses", "(1)"), NoteMark(3, 7, "2")),
    "a [12]: b": (Text(0, 9, "a [12]: b"),),
    f"[{'1' * 5000}]": (Text(0, 5002, f"[{'1' * 5000}]"),),
    "(1804)": (Text(0, 6, "(1804)"),),
    "[a [b] c]": (Text(0, 9, "[a [b] c]"),),
    r"\*a": (Escape(0, 2, "*"), Text(2, 3, "a")),
    "&lt;": (Entity(0, 4, "<"),),
    "a < b & c": (Text(0, 9, "a < b & c"),),
    "{~~*a~>b~~}{>> c <<}": (
        Emendation(0, 20, (Text(3, 5, "*a"),), (Text(7, 8, "b"),), "*a", 3, "b", 7, "c", 15),
    ),
    "a{>> b <<}": (Text(0, 1, "a"), Remark(1, 10, "b", 5)),
    "5 * 4 _ 3": (Text(0, 9, "5 * 4 _ 3"),),
}


@pytest.mark.parametrize("text", RUNS)
def test_a_text_is_read_as_runs_with_their_places(text: str) -> None:
    """Each construct, and what only looks like one."""
    line = read_line(text, "paragraph")
    assert RUNS[text] == line.runs
    assert () == line.faults


FAULTS = {
    "R&D &notanentity; x": ["entity"],
    "&#1234567890; &#x41; x&#": ["entity", "entity", "entity"],
    "_bardak_": ["underscore", "underscore"],
    "__usta__ and file_name_x": ["underscore", "underscore"],
    "See [the well[^4]](https://a.example).": ["link-inside"],
    "[*Ibid.*[^4]]{to=note-1}": ["link-inside"],
    "[a {~~b~>c~~}{>>d<<}](https://a.example)": ["link-inside"],
    "[<https://a.example>](https://a.example)": ["link-inside"],
    "[a [b](#p1) c](#p2)": ["link-inside"],
    "[a [b]{lang=fr} c]{lang=la}": ["span-inside"],
    "[a [b c] d]{lang=la}": ["span-inside"],
    "[a]{.hidden}": ["span-attributes"],
    "[a]{lang=French}": ["span-attributes"],
    "[a]{to=page-3}": ["span-attributes"],
    "[a]{lang=fr lang=la}": ["span-attributes"],
    "[a]{}": ["span-attributes"],
    "[]{lang=fr}": ["span-empty"],
    "[a](page 3)": ["link-address"],
    "[a](https://a.example 't')": ["link-address"],
    "[a](javascript:alert)": ["link-address"],
    "[a](//a.example)": ["link-address"],
    "[a](//a.example/b.html)": ["link-address"],
    "[a](/b.html)": ["link-address"],
    "[a](https://a.example/b(1))": ["link-address"],
    "<https://a.example/b_(1)>": ["link-address"],
    "<https://a.example b>": ["raw-html"],
    "<a@b.example>": ["raw-html"],
    "a <b": ["raw-html"],
    "<!-- a -->": ["raw-html"],
    "a{>>see <b><<}": ["raw-html", "remark-markup"],
    "![a](https://a.example/b.png)": ["image"],
    "[a][b]": ["reference-link"],
    "[1][2]": ["reference-link"],
    "[a": ["bracket"],
    "a]": ["bracket"],
    "a}": ["brace"],
    "*a*{lang=fr}": ["brace", "brace"],
    "`a`": ["inline-code", "inline-code"],
    r"a\$": ["unknown-escape"],
    r"\: a": ["unknown-escape"],
    "*a": ["emphasis-open"],
    "2*3*4": ["emphasis-open", "emphasis-open"],
    "un*real*": ["emphasis-open", "emphasis-open"],
    "*a**": ["emphasis-nested", "emphasis-open"],
    "*a *b* c*": ["emphasis-nested", "emphasis-open"],
    "**a *b***": ["emphasis-nested", "emphasis-open", "emphasis-open"],
    "****a****": ["emphasis-length", "emphasis-length"],
    "{~~a~>b": ["emendation-open"],
    "a~~}": ["emendation-open"],
    "a<<}": ["emendation-open"],
    r"\{~~a~>b~~}{>>c<<}": ["emendation-open"],
    "{~~a~>b~~}": ["emendation-reason"],
    "{~~a~>b~~}{>> <<}": ["emendation-reason"],
    "{~~a~>b{>>c<<}~~}{>>d<<}": ["emendation-inside", "emendation-open"],
    "a{>>b {~~c<<}": ["emendation-inside"],
    "a{>> <<}": ["remark-empty"],
    "a{>>*b*<<}": ["remark-markup"],
    "a[^]": ["note-label"],
    "a[^b c]": ["note-label"],
    "a\u2028b": ["control-character"],
    "a\x02b": ["control-character"],
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_outside_the_grammar_is_a_fault(text: str) -> None:
    """Each is named, and nothing else is found with it."""
    assert FAULTS[text] == sorted(fault.code for fault in read_body(text).faults)


def test_the_first_asterisks_without_their_other_half_are_named() -> None:
    """A fault stands at the very sign."""
    (fault,) = read_body("One *two three.").faults
    assert (4, 5) == (fault.start, fault.end)
    assert fault.message.startswith("'*' has no other half: ")
