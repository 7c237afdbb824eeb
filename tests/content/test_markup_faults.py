"""What stands in a text and is outside the grammar, as lines for an editor."""

from __future__ import annotations

import pytest

from edition.content.markup_faults import CODES_OF_KINDS, body_markup_faults
from edition.content.model import Article, Edition
from edition.text.faults import KINDS

REFUSED = {
    "a <script>alert(1)</script>": ["S001"],
    "a <b>c</b>": ["S001"],
    "<!-- hidden -->": ["S001"],
    "</div>": ["S001"],
    "<?php ?>": ["S001"],
    "<http:x onclick=alert(1)>": ["S001"],
    "<javascript:alert(1)>": ["S001"],
    "[a]{onclick=alert(1)}": ["S003"],
    "*a*{onclick=alert(1)}": ["S009", "S009"],
    "*a*{ hidden }": ["S009", "S009"],
    "## a {: style='display:none' }": ["S003"],
    "[a]{lang=nonsense}": ["S003"],
    "## a {: #main }": ["S003"],
    "## a {: .search }": ["S003"],
    "[a]{.caps onfocus=alert(1) tabindex=1}": ["S003"],
    "[a](javascript:alert(1))": ["S004"],
    "[a](JavaScript:alert(1))": ["S004"],
    "[a](java\tscript:alert(1))": ["S004"],
    "[a](<javascript:alert(1)>)": ["S004"],
    "[a](&#106;avascript:alert(1))": ["S004"],
    "[a](data:text/html,b)": ["S004"],
    "[a](vbscript:b)": ["S004"],
    "![a](https://elsewhere.example/a.png)": ["S004"],
    "![a [b]](//elsewhere.example/a.png)": ["S004"],
    "[name]: javascript:alert(1)": ["S004"],
    "[name]: https://tidewater.example": ["S004"],
}
"""What acts, with the codes of what an editor is told."""

ALLOWED = [
    "a < b and c > d, 5 <6",
    "at <https://tidewater.example/a?b=c> or <mailto:agnes@tidewater.example>",
    "[bardak]{lang=ru-Latn} and [*Ibid.*]{to=note-6} and [a]{lang=pt}",
    "## A heading {: .caps }",
    "{~~a=b~>c~~}{>>misread: d=e<<} and {>>sic: f=g<<}",
    "a set \\{x, y\\} and \\{z\\}",
    "[a](https://tidewater.example/b_(c)) and [b](gulls.html#p1)",
    "[^1]: A note: with a colon",
    "[1] and [2]: no entry, but no definition either",
    "AT&T &lt;script&gt;",
]


def said(edition: Edition, text: str) -> list[tuple[int, int, str]]:
    """Return line, column and code of what is wrong with the text of an article."""
    article = Article.model_validate(
        {"slug": "a", "meta": edition.articles[0].meta, "body": text, "body_line": 7}
    )
    return [
        (fault.location.line, fault.location.column, fault.code)
        for fault in body_markup_faults(article)
    ]


@pytest.mark.parametrize("text", REFUSED)
def test_what_acts_is_refused(text: str, invented_edition: Edition) -> None:
    """Each thing that acts has its fault."""
    assert REFUSED[text] == [code for _, _, code in said(invented_edition, text)]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_scholars_write_is_allowed(text: str, invented_edition: Edition) -> None:
    """The markup of the edition, and signs that only look like HTML, pass."""
    assert [] == said(invented_edition, text)


def test_a_fault_has_its_line_and_column(invented_edition: Edition) -> None:
    """Those of the file, also behind letters of several bytes."""
    text = "Шесть чаек.\n\nЧайка <i>стоит.\n\n> Чайка."
    assert [(9, 7, "S001"), (11, 1, "S009")] == said(invented_edition, text)


def test_of_what_comes_in_pairs_the_first_is_said(invented_edition: Edition) -> None:
    """Both edges of a word, or both tags of an element, are one fault to an editor."""
    assert [(7, 1, "S009")] == said(invented_edition, "_one_ and __two__")
    assert [(7, 1, "S001"), (9, 1, "S001")] == said(invented_edition, "<b>a</b>\n\n<b>a</b>")


def test_a_cause_comes_before_what_follows_from_it(invented_edition: Edition) -> None:
    """What stands inside of a fault is said when that is mended."""
    assert [(7, 4, "S004")] == said(invented_edition, "[a](&#106;avascript:alert)")
    assert [(8, 1, "S005")] == said(invented_edition, "One.\nTwo _three_.")


def test_every_code_that_is_told_is_of_a_kind() -> None:
    """No kind is named that the reader does not have."""
    assert set(CODES_OF_KINDS) <= set(KINDS)
