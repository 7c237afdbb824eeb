"""The last look at a page before it is written."""

from __future__ import annotations

import pytest
from tests.editions import Site

from edition.plugin import THEME
from edition.site import assets
from edition.site.finished import faults

FAULTS = {
    "<script>a</script>": ["a <script> in the page itself"],
    "<style>a</style>": ["a <style> in the page itself"],
    "<script src='https://b.example/c.js'></script>": [
        "the address 'https://b.example/c.js' of <script>"
    ],
    "<script src='//b.example/c.js'></script>": ["the address '//b.example/c.js' of <script>"],
    "<script src='data:text/javascript,a'></script>": [
        "the address 'data:text/javascript,a' of <script>"
    ],
    "<link rel='stylesheet' href='https://b.example/'>": [
        "the address 'https://b.example/' of <link>"
    ],
    "<img src='https://b.example/c.png'>": ["the address 'https://b.example/c.png' of <img>"],
    "<img srcset='a.png 2x'>": ["the attribute 'srcset' of <img>"],
    "<iframe src='a'></iframe>": ["the element <iframe>"],
    "<object data='a'></object>": ["the element <object>"],
    "<form action='a'></form>": ["the element <form>"],
    "<base href='a'>": ["the element <base>"],
    "<p onclick='a'>b</p>": ["the attribute 'onclick' of <p>"],
    "<p style='a'>b</p>": ["the attribute 'style' of <p>"],
    "<a href='javascript:a'>b</a>": ["the address 'javascript:a' of <a>"],
    "<a href='JavaScript&colon;a'>b</a>": ["the address 'JavaScript:a' of <a>"],
    "<a href=' javascript:a'>b</a>": ["the address ' javascript:a' of <a>"],
    "<a href='//b.example'>c</a>": ["the address '//b.example' of <a>"],
    r"<a href='/\b.example'>c</a>": [r"the address '/\b.example' of <a>"],
    "<a href='a' target='b'>c</a>": ["the attribute 'target' of <a>"],
    "<a href='a' ping='b'>c</a>": ["the attribute 'ping' of <a>"],
    "<meta http-equiv='refresh' content='0;url=a'>": ["the declaration 'refresh' of <meta>"],
    "<svg><a xlink:href='javascript:a'></a></svg>": ["the attribute 'xlink:href' of <a>"],
    "<svg><foreignObject></foreignObject></svg>": ["the element <foreignObject>"],
    "<svg><animate attributeName='href'></animate></svg>": ["the element <animate>"],
    "<math></math>": ["the element <math>"],
    "<p id='a'>b</p><p id='a'>c</p>": ["the identifier 'a' twice"],
    "<my-element></my-element>": ["the element <my-element>"],
}


def page(body: str) -> str:
    """Return a page with a body."""
    return f'<!doctype html><html lang="en"><head><title>a</title></head><body>{body}</body></html>'


@pytest.mark.parametrize("body", FAULTS)
def test_what_no_page_has_is_named(body: str) -> None:
    """The element, attribute or address is said."""
    assert FAULTS[body] == [fault.what for fault in faults(page(body))]


@pytest.mark.parametrize("site", ["invented_site", "real_site"])
def test_the_pages_of_the_issues_consist_of_what_pages_consist_of(
    site: str, request: pytest.FixtureRequest
) -> None:
    """Every page of both sites passes, the not-found page with what it holds."""
    built: Site = request.getfixturevalue(site)
    head = next(part for part in assets.bundles(THEME) if part.name == "head.js")
    held = frozenset({*assets.held(THEME).values(), head.content})
    found = {
        path.name: [fault.what for fault in faults(path.read_text(encoding="utf-8"), held)]
        for path in built.folder.rglob("*.html")
    }
    assert {} == {name: what for name, what in found.items() if what}
