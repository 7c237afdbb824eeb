"""What templates are filled with says itself and nothing else."""

from __future__ import annotations

import html

import pytest
from tests.rendering import render, renderer

from edition.markup.guard import guarded, literal, plainly

TEXTS = {
    "<img src=x onerror=alert(1)>": "<img src=x onerror=alert(1)>",
    "a <\x02img src=x> b": "a <\N{REPLACEMENT CHARACTER}img src=x> b",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "</div>": "</div>",
    "<!-- a -->": "<!-- a -->",
    "<?php a ?>": "<?php a ?>",
    "<http:/onclick=alert(1)>": "<http:/onclick=alert(1)>",
    '<http://a.example/"onclick="b>': '<http://a.example/"onclick="b>',
    "<javascript:alert(1)>": "<javascript:alert(1)>",
    r"a \<b> c": "a <b> c",
    r"a \{b} c": "a {b} c",
    '*a*{: onclick="//{" }': 'a{: onclick="//{" }',
    "*a*{hidden}": "a{hidden}",
    "*a*{#main}": "a{#main}",
    "*a*{.search}": "a{.search}",
    "*a*{.caps onclick=b}": "a{.caps onclick=b}",
    "[TOC]": "[TOC]",
    "[a]: javascript:alert(1)": "[a]: javascript:alert(1)",
    "[a][a] and [a]": "[a][a] and [a]",
    "a < b > c & d": "a < b > c & d",
    "`a < {b}`": "a < {b}",
    "a &# b &#65 c &#x; d &#65; e": "a &# b &#65 c &#x; d A e",
}
"""A text and what a reader sees of it."""


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_brings_no_markup_of_its_own(text: str) -> None:
    """What is not the edition's markup is shown as it is written."""
    page = render(guarded(text))
    assert TEXTS[text] == shown(page)
    assert [] == [tag for tag in ("<img", "<script", "</div", "<!--", "<?php") if tag in page]


def shown(page: str) -> str:
    """Return what a reader sees of a paragraph."""
    for tag in ("p", "em", "code"):
        page = page.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    return html.unescape(page)


LISTS = {
    "## A {: .caps }": '<h2 class="caps" id="a">A</h2>',
    "*a*{lang=pt-BR}": '<p><em lang="pt-BR">a</em></p>',
    "[a]{lang='ru-Latn'}": '<p><span lang="ru-Latn">a</span></p>',
    "<https://a.example/b?c=d>": '<p><a href="https://a.example/b?c=d">https://a.example/b?c=d</a></p>',
}


@pytest.mark.parametrize("text", LISTS)
def test_a_text_keeps_the_markup_that_it_may_have(text: str) -> None:
    """Allowed attributes and addresses in angle brackets work."""
    assert LISTS[text] == render(guarded(text))


PLACES = ["- {}", "> {}", "1. a\n\n    {}", "a[^1]\n\n[^1]: {}", "a\n:   {}"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ["x", "", "^x"])
def test_a_link_definition_is_a_text_like_any_other_wherever_it_stands(
    place: str, name: str
) -> None:
    """None acts at a distance."""
    text = f"[{name}]: javascript:alert(1)"
    page = render(guarded(f"{place.format(text)}\n\n[a][{name}] and [{name}]\n"))
    assert "href" not in page.replace('href="#', "")


VALUES = [
    "[a](javascript:b)",
    "![a](https://b.example/c.png)",
    "<b>c</b>",
    "*a* _b_ `c` ~d~ ^e^ $f$",
    "a {: onclick=b }",
    "a {#b}",
    "C#",
    "[^1] [1] (1)",
    "a\n::: table brine-1",
    "a\n\n## b",
    "{~~a~>b~~}{>>c<<}",
    "[TOC]",
    "\\",
    "a & b &amp; &lt;",
    'it\'s "a"',
    "https://a.example",
]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_says_just_itself_in_a_heading_and_in_html(value: str) -> None:
    """Neither Markdown nor HTML finds anything in a title or a name."""
    md = renderer()
    written = literal(value)
    page = md.convert(f'# {written} {{: .page-title }}\n\n<p title="{written}">{written}</p>')
    lines = html.unescape(page).split("\n", value.count("\n") + 1)
    heading = "\n".join(lines[: value.count("\n") + 1])
    assert heading.startswith('<h1 class="page-title"')
    assert heading.endswith(f">{value}</h1>")
    assert f'<p title="{value}">{value}</p>' == lines[-1]
    assert 1 == page.count("<h1")
    names = [html.unescape(token["name"]) for token in md.toc_tokens]  # type: ignore[attr-defined]
    assert [" ".join(value.split())] == names


def test_another_engine_gets_the_signs_of_any_markdown() -> None:
    """What is written for it holds none of our signs."""
    assert r"a &lt; b and \{c}" == plainly(guarded("a < b and {c}"))
