"""What a text becomes on a page, judged on what it has become."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.editions import INVENTED, ROOT

from edition.content.load import load
from edition.diagnostics import Location
from edition.markup.fragments import forbidden, fragment_faults, judged
from edition.markup.whitelist import ATTRIBUTES, is_allowed

FORBIDDEN = {
    "<script>a</script>": "the element <script>",
    "<p onclick='a'>b</p>": 'the attribute onclick="a" of the element <p>',
    "<p style='a'>b</p>": 'the attribute style="a" of the element <p>',
    "<p id='main'>b</p>": 'the attribute id="main" of the element <p>',
    "<p class='search'>b</p>": 'the attribute class="search" of the element <p>',
    "<a role='button'>b</a>": 'the attribute role="button" of the element <a>',
    "<a href='javascript:a'>b</a>": 'the attribute href="javascript:a" of the element <a>',
    "<a href='&#106;avascript&colon;a'>b</a>": (
        'the attribute href="javascript:a" of the element <a>'
    ),
    "<a href=' javascript:a'>b</a>": 'the attribute href=" javascript:a" of the element <a>',
    "<a href='//b.example'>b</a>": 'the attribute href="//b.example" of the element <a>',
    r"<a href='\\b.example'>b</a>": r'the attribute href="\\b.example" of the element <a>',
    "<a href='http:/a'>b</a>": 'the attribute href="http:/a" of the element <a>',
    "<img src='https://b.example/c.png'>": (
        'the attribute src="https://b.example/c.png" of the element <img>'
    ),
    "<img src='data:image/png,a'>": 'the attribute src="data:image/png,a" of the element <img>',
    "<!-- a -->": "a comment",
    "<svg><a xlink:href='javascript:a'/></svg>": "the element <svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=a>": "the element <math>",
    "<noscript><p title='</noscript><img src=x onerror=a>'>": "the element <noscript>",
    "<table><tr><td>a</td></tr></table>": "the element <table>",
    "<form><input></form>": "the element <form>",
    "<p>a</p></main><p>b</p>": "markup that a browser reads in two ways",
}

ALLOWED = [
    "<p>a <em>b</em> <strong>c</strong> &lt;d&gt; &amp;amp;</p>",
    '<p><a href="https://a.example/b_(c)" title="d">e</a> <a href="gulls.html#p1">f</a></p>',
    '<p><a href="mailto:agnes@tidewater.example">a</a> <a href="?a:b">c</a></p>',
    '<p lang="sr-Latn">a</p><h2 class="caps" id="b">c</h2><hr>',
    '<ul><li>a<ol start="3"><li value="3">b</li></ol></li></ul>',
    '<p><img alt="a" src="../assets/gull.png"></p>',
    "<blockquote><p>a</p></blockquote><dl><dt>b</dt><dd>c</dd></dl><p><code>d</code></p>",
]


@pytest.mark.parametrize("fragment", FORBIDDEN)
def test_what_no_text_may_become_is_named(fragment: str) -> None:
    """The element, attribute or address that is on no list is said."""
    assert FORBIDDEN[fragment] == forbidden(fragment)


@pytest.mark.parametrize("fragment", ALLOWED)
def test_what_texts_become_passes(fragment: str) -> None:
    """The sanitizer has nothing to take out of the edition's own markup."""
    assert "" == forbidden(fragment)


@pytest.mark.parametrize("root", [INVENTED, ROOT], ids=["invented", "real"])
def test_the_issues_bring_nothing_onto_their_pages(root: Path) -> None:
    """Every text passes, and loading says the same with and without the judgement."""
    loaded = load(root)
    assert loaded == judged(loaded)


def test_every_class_and_role_on_the_list_belongs_to_an_element() -> None:
    """The list has no attribute that no element may have."""
    assert [] == [name for name in ATTRIBUTES if not is_allowed(name, "class", "caps")]


def with_change(tmp_path: Path, file: str, old: str, new: str) -> list[tuple[Location, str]]:
    """Return what is found in the invented issue after a change of one of its files."""
    issue = shutil.copytree(INVENTED, tmp_path / "issue")
    text = (issue / file).read_text(encoding="utf-8")
    assert old in text
    (issue / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    loaded = load(issue)
    assert loaded.edition is not None
    found = fragment_faults(loaded.edition, loaded.sources)
    return [(fault.location, fault.message) for fault in found]


PLACES = {
    "paragraph": (
        "articles/brine.md",
        "Nobody asked why",
        "[Nobody](//a/b.html) asked why",
        87,
    ),
    "heading": (
        "articles/brine.md",
        "## What Remains",
        "## What [Remains](//a/b.html)",
        115,
    ),
    "item": ("articles/brine.md", "- a hub.", "- a [hub](//a/b.html).", 103),
    "note": ("articles/brine.md", "The measure is", "The [measure](//a/b.html) is", 125),
    "note goes on": (
        "articles/brine.md",
        "It was asked",
        "[It](//a/b.html) was asked",
        121,
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_the_place_of_a_fault_is_that_of_its_block(name: str, tmp_path: Path) -> None:
    """An editor is led to the line."""
    file, old, new, line = PLACES[name]
    message = (
        'on the page this would become the attribute href="//a/b.html" of the element <a>, '
        "which a text may not bring along"
    )
    assert [(Location(file, line), message)] == with_change(tmp_path, file, old, new)
