"""What a text of the edition may become on a page: elements, attributes, classes, addresses.

This is the whole list. Whatever else comes out of a text is an error
(:mod:`edition.markup.fragments`), however it got there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from edition.languages.tags import TAG
from edition.markup.headings import PAGE_IDS
from edition.text.grammar import HEADING_CLASSES

SCHEMES: Final = frozenset({"http", "https", "ftp", "mailto"})
"""Schemes that a link may have."""

_EVERY: Final = frozenset({"class", "dir", "id", "lang"})
_LINK: Final = frozenset({"aria-label", "data-number", "href", "role", "title"})
_READING: Final = frozenset({"data-reading", "data-source"})

ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    element: _EVERY | more
    for element, more in {
        **dict.fromkeys(("blockquote", "br", "code", "dd", "div", "dl", "dt", "em"), frozenset()),
        **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "hr", "p", "pre"), frozenset()),
        **dict.fromkeys(("strong", "sub", "sup", "ul"), frozenset()),
        "a": _LINK,
        "img": frozenset({"alt", "src", "title"}),
        "li": frozenset({"data-mark", "value"}),
        "ol": frozenset({"start"}),
        "span": _READING,
    }.items()
}
"""The elements, each with its attributes."""

CLASSES: Final = frozenset(
    {
        *HEADING_CLASSES,
        "apparatus-mark",
        "article-text",
        "citation",
        "cross-reference",
        "emendation",
        "emended",
        "note",
        "note-back",
        "note-list",
        "note-mark",
        "permalink",
        "reference",
        "reference-list",
        "reference-text",
        "remark",
        "run-in-paragraph",
        "same-as",
    }
)
"""Those that a text may give, and those that the markup gives."""

ROLES: Final = frozenset({"doc-backlink", "doc-biblioref", "doc-noteref"})

_RELATIVE: Final = r"(?![/\\]{2})(?![A-Za-z][A-Za-z0-9+.-]*:)[^\\\x00-\x20\x7f]*"
_ABSOLUTE: Final = r"(?:(?:https?|ftp)://|mailto:)[^\\\x00-\x20\x7f]+"
_VALUES: Final[Mapping[str, re.Pattern[str]]] = {
    "class": re.compile(rf"(?:{'|'.join(sorted(CLASSES))})(?: (?:{'|'.join(sorted(CLASSES))}))*"),
    "data-number": re.compile(r"\d+"),
    "dir": re.compile("ltr|rtl"),
    "href": re.compile(rf"{_ABSOLUTE}|{_RELATIVE}", re.IGNORECASE),
    "id": re.compile(rf"(?!(?:{'|'.join(sorted(PAGE_IDS))})\Z)[^\s\"'<>]+"),
    "lang": re.compile(TAG),
    "role": re.compile("|".join(sorted(ROLES))),
    "src": re.compile(_RELATIVE),
    "start": re.compile(r"\d+"),
    "value": re.compile(r"\d+"),
}
"""What an attribute may say; one that is not here is shown or read aloud, and may say anything."""


def is_allowed(element: str, attribute: str, value: str | None) -> bool:
    """Tell whether an element of a text may have an attribute with this value.

    Args:
        element: Its name, in small letters.
        attribute: The attribute's name.
        value: What a browser reads as its value.
    """
    if attribute not in ATTRIBUTES.get(element, ()):
        return False
    pattern = _VALUES.get(attribute)
    return pattern is None or pattern.fullmatch(value or "") is not None
