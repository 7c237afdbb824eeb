"""What must not come with a text."""

from __future__ import annotations

import pytest

from edition.content.safety import unsafe

REFUSED = {
    "a <script>alert(1)</script>": ["S001"],
    "a <b>c</b>": ["S001"],
    "<!-- hidden -->": ["S001"],
    "</div>": ["S001"],
    "<?php ?>": ["S001"],
    "<http:x onclick=alert(1)>": ["S001"],
    "<javascript:alert(1)>": ["S001"],
    "[a]{onclick=alert(1)}": ["S003"],
    "*a*{onclick=alert(1)}": ["S003"],
    "*a*{ hidden }": ["S003"],
    "## a {: style='display:none' }": ["S003"],
    "[a]{lang=nonsense}": ["S003"],
    "## a {: #main }": ["S003"],
    "## a {: .search }": ["S003"],
    "[a]{.caps onfocus=alert(1) tabindex=1}": ["S003", "S003"],
    "[a](javascript:alert(1))": ["S004"],
    "[a](JavaScript:alert(1))": ["S004"],
    "[a](java\tscript:alert(1))": ["S004"],
    "[a](<javascript:alert(1)>)": ["S001", "S004"],
    "[a](&#106;avascript:alert(1))": ["S004"],
    "[a](data:text/html,b)": ["S004"],
    "[a](vbscript:b)": ["S004"],
    "![a](https://elsewhere.example/a.png)": ["S004"],
    "![a [b]](//elsewhere.example/a.png)": ["S004"],
    "[name]: javascript:alert(1)": ["S004"],
    "[name]: https://tidewater.example": ["S004"],
}

ALLOWED = [
    "a < b and c > d, 5 <6",
    "at <https://tidewater.example/a?b=c> or <mailto:agnes@tidewater.example>",
    "[bardak]{lang=ru-Latn} and [*Ibid.*]{to=note-6} and [a]{lang=pt-BR}",
    "## A heading {: .caps }",
    "{~~a=b~>c~~}{>>misread: d=e<<} and {>>sic: f=g<<}",
    "a set {x, y} and {z}",
    '[a](https://tidewater.example/b_(c)) and [b](gulls.md#p1 "Title: of it")',
    "[a](gulls.md?x=1:2)",
    "![a](../assets/gull.png)",
    "[^1]: A note: with a colon",
    "[1] and [2]: no entry, but no definition either",
    "AT&T; &lt;script&gt;",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_acts_is_refused(text: str) -> None:
    """Each thing that acts has its fault."""
    assert REFUSED[text] == [code.id for _, code, _ in unsafe(text)]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_scholars_write_is_allowed(text: str) -> None:
    """The markup of the edition, and signs that only look like HTML, pass."""
    assert [] == list(unsafe(text))


def test_a_fault_has_its_offset_and_says_what_was_found() -> None:
    """The place is that of the thing that acts."""
    found = [(offset, code.id, message) for offset, code, message in unsafe("ab <i>c</i>")]
    assert [(3, "S001", "raw HTML is not allowed: '<i>c</i>'")] == found
