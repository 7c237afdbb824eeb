"""How large a text may be, and how deep what it nests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from edition.content.articles import load_article
from edition.content.limits import Limits, limited
from edition.content.text_limits import text_faults
from edition.diagnostics import Diagnostic


def said(root: Path, body: str) -> list[str]:
    """Give an article another text and say what is found, without the path of the file."""
    file = root / "articles" / "ferries.md"
    front = file.read_text(encoding="utf-8").split("---\n")[1]
    file.write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    first = front.count("\n") + 2
    diagnostics: list[Diagnostic] = []
    load_article(root, "articles/ferries.md", diagnostics)
    return [f"{d.location.line - first}:{d.location.column} {d.message}" for d in diagnostics]


DEEP = {
    "- " * 2000 + "x": "1:4001 more than 20 lists or quotations inside each other",
    "> " * 2000 + "x": "1:4001 more than 20 lists or quotations inside each other",
    ">" * 2000 + "x": "1:2001 more than 20 lists or quotations inside each other",
    "1. " * 30 + "x": "1:91 more than 20 lists or quotations inside each other",
    "\n".join(f"{'    ' * n}- x" for n in range(40)): (
        "22:87 more than 20 lists or quotations inside each other"
    ),
    "a\n\n" + "\t" * 30 + "x": "3:31 more than 20 lists or quotations inside each other",
    "a " + "[" * 5000: "1:23 more than 20 brackets inside each other",
    "a " + "[a](b " * 30: "1:123 more than 20 brackets inside each other",
    "*a **b " * 3000: "1:71 more than 20 emphases inside each other",
    "a\n\nb " + "*" * 400 + "x": "3:3 more than 20 stars in a row",
}


@pytest.mark.parametrize("body", DEEP, ids=lambda body: repr(body)[:12])
def test_what_nests_too_deep_is_one_fault_at_its_place(issue: Path, body: str) -> None:
    """Before anything is made of it that would take the depth of the text for its own."""
    assert [f"{DEEP[body]} (the limit 'nesting')"] == said(issue, body)


LONG = {
    "article_blocks": ("a\n\nb\n\nc\n\nd", "7:1 more than 3 blocks in one article"),
    "article_notes": (
        "a[^1][^2][^3][^4]\n\n[^1]: a\n[^2]: b\n[^3]: c\n[^4]: d",
        "6:1 more than 3 notes in one article",
    ),
    "word_length": ("a\n\nb cdef", "3:3 more than 3 characters without white space"),
}


@pytest.mark.parametrize("limit", LONG)
def test_what_is_too_long_is_one_fault_at_its_place(issue: Path, limit: str) -> None:
    """It names the limit, by which an editor can raise it; under the usual one nothing is said."""
    body, fault = LONG[limit]
    with limited(replace(Limits(), **{limit: 3})):
        found = said(issue, body)
    own = [line for line in found if "(the limit" in line]
    assert [f"{fault} (the limit '{limit}')"] == own
    assert [] == said(issue, body)


def test_a_paragraph_that_is_too_long_is_told_where_it_passes_the_limit(issue: Path) -> None:
    """One paragraph is one line."""
    fault = "3:50001 more than 50000 characters in one paragraph (the limit 'text_length')"
    assert [fault] == said(issue, "a\n\n" + "ab " * 20_000)


def test_brackets_beside_each_other_do_not_nest() -> None:
    """A text of many marks and remarks has no depth, nor have brackets that only close."""
    assert [] == list(text_faults("word[^1] (so) {>>sic: x<<} " * 300))
    assert [] == list(text_faults("1) " * 300))


def test_emphases_beside_each_other_do_not_nest() -> None:
    """A paragraph may have as many as it likes, and stars that stand alone."""
    assert [] == list(text_faults("a *b* (*c*), **d**, *e *f* g* 2 * 3 " * 300))
