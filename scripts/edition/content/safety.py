"""What must not come with a text: raw HTML, attributes that act, links that act.

Advice to editors, with the column of what they wrote. It reads Markdown by patterns, which cannot
know everything that Markdown makes of a line; that nothing foreign comes onto a page is seen to by
:mod:`edition.markup.guard` and :mod:`edition.markup.fragments`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from markdown.extensions.attr_list import get_attrs_and_remainder

from edition.content.codes import RAW_HTML, UNSAFE_ATTRIBUTE, UNSAFE_LINK
from edition.diagnostics import Code

HTML = re.compile(r"<(?!(?:https?|ftp|mailto):[^<>\s]*>)[A-Za-z/!?]")
ATTRIBUTES = re.compile(r"\{(?!~~|>>)(?P<colon>:?)(?P<list>[^{}]*)\}")
AFTER_INLINE = re.compile(r"[\])*_>`]$")
TEXT_CLASSES = ("caps", "run-in")
"""Classes that a text may give."""
LANGUAGE_TAG = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"
"""The shape of a language tag (BCP 47): its language, and what tells it more closely."""
KNOWN_ATTRIBUTES = {".", "lang", "to"}
LANGUAGE_CODE = re.compile(LANGUAGE_TAG)
TARGET = re.compile(r"\]\((?P<target>[^)]*)")
LINK_TITLE = re.compile(r"(?<!\s)\s++[\"'].*$")
LINK_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]]+\]:")
SCHEMES = {"", "http", "https", "ftp", "mailto"}

Fault = tuple[int, Code, str]


def unsafe(text: str) -> Iterator[Fault]:
    """Find what a line of Markdown could smuggle into a page.

    Args:
        text: One line, or any text without line breaks.

    Yields:
        The offset of each fault, its code and a message.
    """
    if found := HTML.search(text):
        yield found.start(), RAW_HTML, f"raw HTML is not allowed: '{text[found.start() :]:.20}'"
    yield from _attributes(text)
    yield from _links(text)


def _attributes(text: str) -> Iterator[Fault]:
    for found in ATTRIBUTES.finditer(text):
        words = found["list"]
        before = text[max(found.start() - 1, 0) : found.start()]
        applies = found["colon"] or AFTER_INLINE.search(before) or "=" in words
        if not applies:
            continue
        for name, value in get_attrs_and_remainder(words)[0]:
            if name not in KNOWN_ATTRIBUTES:
                yield found.start(), UNSAFE_ATTRIBUTE, f"the attribute '{name}' is not allowed"
            elif name == "." and value not in TEXT_CLASSES:
                yield found.start(), UNSAFE_ATTRIBUTE, f"the class '{value}' is not allowed"
            elif name == "lang" and not LANGUAGE_CODE.fullmatch(value):
                yield found.start(), UNSAFE_ATTRIBUTE, f"'{value}' is not a language code"


def _links(text: str) -> Iterator[Fault]:
    if LINK_DEFINITION.match(text):
        message = "a line '[name]: address' would not be shown; link in place"
        yield 0, UNSAFE_LINK, message
    start = 0
    for found in TARGET.finditer(text):
        is_picture = "![" in text[start : found.start()]
        start = found.end()
        target = html.unescape(LINK_TITLE.sub("", found["target"])).strip("< ")
        scheme, colon, _ = re.split(r"[/?#]", target, maxsplit=1)[0].partition(":")
        remote = bool(colon) or target.startswith("//")
        if is_picture and remote:
            yield found.start(), UNSAFE_LINK, f"the picture '{target:.40}' is on another site"
        elif colon and scheme.lower() not in SCHEMES:
            yield found.start(), UNSAFE_LINK, f"the link '{target:.40}' is not allowed"
