"""Attributes in braces: of words in brackets, and of a heading."""

from __future__ import annotations

import re
from typing import Final

from edition.languages.tags import TAG, canonical
from edition.text.grammar import HEADING_CLASSES, LABEL, TARGETS

ONE: Final = re.compile(r"(lang|to)=(?:\"([^\"]*)\"|'([^']*)'|([^\"'\s]+))")
LANGUAGE: Final = re.compile(TAG)
TARGET: Final = re.compile(rf"(?:{'|'.join(TARGETS)})-{LABEL}")
HEADING: Final = re.compile(r"\{:[ ]*(\.[\w-]+(?:[ ]+\.[\w-]+)*)[ ]*\}")


def span_attributes(written: str) -> tuple[str | None, str | None] | None:
    """Return language and target that the attributes of words in brackets give.

    Args:
        written: What stands between the braces.

    Returns:
        Both, one of which may be ``None``; or ``None`` if anything else stands there.
    """
    found: dict[str, str] = {}
    for word in written.split(" "):
        match = ONE.fullmatch(word)
        if match is None or match[1] in found:
            return None
        found[match[1]] = match[2] or match[3] or match[4] or ""
    lang, to = found.get("lang"), found.get("to")
    if lang is not None:
        if not LANGUAGE.fullmatch(lang):
            return None
        lang = canonical(lang)
    if to is not None and not TARGET.fullmatch(to):
        return None
    return lang, to


def heading_classes(written: str) -> tuple[str, ...] | None:
    """Return the classes that the attributes of a heading give, or ``None`` if they are wrong."""
    match = HEADING.fullmatch(written)
    if match is None:
        return None
    classes = tuple(name[1:] for name in match[1].split())
    known = all(name in HEADING_CLASSES for name in classes)
    return classes if known and len(set(classes)) == len(classes) else None
