"""The last look at a page before it is written: it consists of what pages consist of.

Texts are judged one by one before they come onto a page (:mod:`edition.markup.fragments`), values
are written so that they say nothing but themselves (:mod:`edition.markup.guard`). Here the whole
page is parsed as a browser does it, whatever came in on whatever way, hand-written pages included:
an element, an attribute or an address that no page of an edition has is an error, and so is an
identifier that stands twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from edition.markup.whitelist import SCHEMES

_PREFIXES: Final = ("aria-", "data-")
"""Beginnings of attributes that say something to assistive technology or to our scripts."""
_GLOBAL: Final = frozenset({"class", "dir", "hidden", "id", "lang", "role", "tabindex", "title"})
_SHAPE: Final = frozenset({"cx", "cy", "d", "dx", "dy", "height", "overflow", "r", "viewbox"}) | {
    *("viewBox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2", "focusable", "points")
}
_PLAIN: Final = """
    abbr article b blockquote body br caption cite code dd del dfn div dl dt em figcaption figure
    footer h1 h2 h3 h4 h5 h6 head header hr html i ins kbd main mark nav p pre q s samp search
    section small span strong sub summary sup table tbody tfoot thead title tr u ul var wbr
"""
_DRAWN: Final = "circle g line path polygon polyline rect svg text tspan"
_ELEMENTS: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(_PLAIN.split(), frozenset()),
    **dict.fromkeys(_DRAWN.split(), _SHAPE),
    "a": frozenset({"download", "href", "hreflang", "rel"}),
    "button": frozenset({"popovertarget", "type"}),
    "details": frozenset({"open"}),
    "dialog": frozenset(),
    "img": frozenset({"alt", "height", "loading", "src", "width"}),
    "input": frozenset({"autocapitalize", "autocomplete", "enterkeyhint", "inputmode", "max"})
    | {"min", "placeholder", "spellcheck", "type", "value"},
    "label": frozenset({"for"}),
    "li": frozenset({"value"}),
    "link": frozenset({"as", "crossorigin", "href", "rel", "sizes", "type"}),
    "meta": frozenset({"charset", "content", "http-equiv", "media", "name"}),
    "ol": frozenset({"reversed", "start"}),
    "option": frozenset({"value"}),
    "script": frozenset({"defer", "src", "type"}),
    "select": frozenset(),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
"""What pages consist of; every element may have the attributes that are global besides."""
_ALLOWED: Final = {element: _GLOBAL | more for element, more in _ELEMENTS.items()}
_POPOVER: Final = ("div", "popover")

_SCHEME: Final = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*):")
_CONTROL: Final = re.compile(r"[\x00-\x20\x7f\\]")
_ABSOLUTE_LINKS: Final = frozenset({"canonical"})


class Fault(NamedTuple):
    """What a finished page may not have.

    Attributes:
        what: It, in words.
        identifier: The identifier that stands twice, if that is the fault.
    """

    what: str
    identifier: str = ""


def faults(page: str, inline: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Find what a finished page may not have.

    Args:
        page: The whole HTML page.
        inline: The texts of the scripts and style sheets that it has in itself, if it is a page
            that has some.

    Yields:
        Each fault once.
    """
    root = LexborHTMLParser(page).root
    if root is None:
        return
    nodes = [node for node in root.traverse() if node.is_element_node]
    yield from map(Fault, dict.fromkeys(fault for node in nodes for fault in _of(node, inline)))
    seen = Counter(value for node in nodes if (value := node.attributes.get("id")) is not None)
    twice = (name for name, count in seen.items() if count > 1)
    yield from (Fault(f"the identifier '{name}' twice", name) for name in twice)


def _of(node: LexborNode, inline: frozenset[str]) -> Iterator[str]:
    name = str(node.tag)
    if name in {"script", "style"} and "src" not in node.attributes:
        if node.text() not in inline:
            yield f"a <{name}> in the page itself"
        return
    if name not in _ALLOWED:
        yield f"the element <{name}>"
        return
    for attribute, value in node.attributes.items():
        known = attribute in _ALLOWED[name] or attribute.startswith(_PREFIXES)
        if not known and (name, attribute) != _POPOVER:
            yield f"the attribute '{attribute}' of <{name}>"
        elif attribute in {"href", "src"} and not _leads_well(node, value or ""):
            yield f"the address '{value or '':.60}' of <{name}>"
        elif attribute == "http-equiv" and (value or "").lower() != "content-security-policy":
            yield f"the declaration '{value}' of <meta>"


def _leads_well(node: LexborNode, address: str) -> bool:
    """Tell whether an address leads to the site itself or, of a link, to where links may lead."""
    scheme = _SCHEME.match(address)
    if _CONTROL.search(address):
        return False
    if node.tag == "a":
        return not address.startswith("//") and (
            scheme is None or scheme[0][:-1].lower() in SCHEMES
        )
    if address == "data:,":
        return node.attributes.get("rel") == "icon"
    if node.tag == "link" and node.attributes.get("rel") in _ABSOLUTE_LINKS:
        return scheme is not None and scheme[0].lower() in {"http:", "https:"}
    return scheme is None and not address.startswith("//")
