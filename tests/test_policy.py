"""What the pages say that a browser may load and run."""

from __future__ import annotations

import base64
import hashlib

import pytest
from tests.editions import Site
from tests.reading import one

from edition.policy import content_security_policy, self_contained_policy

OPEN = (
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'unsafe-hashes'",
    "'strict-dynamic'",
    "*",
    "http",
    "blob:",
)
"""What no policy of the edition may have among its sources."""


def directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of each directive, as a browser reads a policy (CSP 3, 2.2.1)."""
    parts = [directive.split() for directive in policy.split(";")]
    assert len({name for name, *_ in parts}) == len(parts)
    return {name: sources for name, *sources in parts}


def hash_of(content: str) -> str:
    """Return a text's hash as a policy names it."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def test_a_page_loads_from_its_own_site_and_no_other() -> None:
    """What is not named is forbidden; WebAssembly alone is compiled."""
    assert {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'"],
        "worker-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["default"],
    } == directives(content_security_policy())


@pytest.mark.parametrize("asks", [True, False])
@pytest.mark.parametrize("scripts", [(), ("a()",), ("a()", "'ж'\n")])
def test_a_page_that_holds_everything_names_it_by_its_hash(
    scripts: tuple[str, ...], *, asks: bool
) -> None:
    """And nothing else; it asks the server only if a script of its does."""
    policy = directives(self_contained_policy("a { b: c }\n", *scripts, asks=asks))
    assert {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "script-src": [hash_of(script) for script in scripts] or ["'none'"],
        "style-src": [hash_of("a { b: c }\n")],
        "img-src": ["data:"],
        "connect-src": ["'self'" if asks else "'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["'none'"],
    } == policy


@pytest.mark.parametrize("issue", ["invented_site", "real_site"])
def test_every_page_says_its_policy_first(issue: str, request: pytest.FixtureRequest) -> None:
    """Right after its encoding, before anything that it forbids could stand."""
    site: Site = request.getfixturevalue(issue)
    for name, page in site.pages.items():
        head = page.select("head > *")
        assert {"charset": "utf-8"} == head[0].attrs, name
        assert "Content-Security-Policy" == head[1].get("http-equiv"), name
        assert 1 == len(page.select("[http-equiv]")), name
        policy = str(head[1]["content"])
        if name != "404.html":
            assert content_security_policy() == policy, name
        for sources in directives(policy).values():
            assert not [source for source in sources if source.startswith(OPEN)], name


@pytest.mark.parametrize("issue", ["invented_site", "real_site"])
def test_no_page_holds_a_script_or_a_style(issue: str, request: pytest.FixtureRequest) -> None:
    """In an element or an attribute; but for the not-found page, which names its own by hash."""
    site: Site = request.getfixturevalue(issue)
    for name, page in site.pages.items():
        names = {attribute for element in page.select("*") for attribute in element.attrs}
        assert [] == [attribute for attribute in names if attribute.startswith("on")], name
        assert [] == page.select("[style], [srcdoc], a[href^='javascript:' i], base"), name
        if name != "404.html":
            assert [] == page.select("style, script:not([src])"), name
    last = site.pages["404.html"]
    policy = directives(str(one(last, "[http-equiv]")["content"]))
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        held = [hash_of(str(each.string)) for each in last(element)]
        assert held == policy[directive]
    assert [] == last.select("script[src], link[rel=stylesheet]")
