"""Characters that no content file may have: those that act and cannot be seen.

A control character ends a record or moves a cursor; a direction mark turns the letters after it
round; a private character means whatever a program makes of it, this one included; half of a
character can be written to no file. They may stand in a file or be made by an escape of YAML or
JSON, or by a character reference of HTML, which Markdown lets through. What is unusual and harmless
(soft hyphens, joiners, special spaces) is for the check.
"""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from edition.content.codes import FORBIDDEN_CHARACTER
from edition.content.sources import Source
from edition.diagnostics import Diagnostic

KINDS: Final[Mapping[str, str]] = {
    "a control character": r"\x00-\x08\x0b-\x1f\x7f-\x9f",
    "a line or paragraph separator": r"\u2028\u2029",
    "a direction mark": r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "an invisible character": r"\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb",
    "a private character": r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "half of a character": r"\ud800-\udfff",
    "no character": r"\ufdd0-\ufdef"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17)),
    "a tag character": r"\U000e0000-\U000e007f",
}
"""What each is, with the characters in the notation of regular expressions."""

FORBIDDEN: Final = re.compile(f"[{''.join(KINDS.values())}]")
REFERENCE: Final = re.compile(
    r"&(?:#0*(?P<decimal>[0-9]{1,9});?|#[xX]0*(?P<hexadecimal>[0-9a-fA-F]{1,8});?"
    r"|[A-Za-z][A-Za-z0-9]{1,40};)"
)
"""A character reference, as a browser reads it (HTML Living Standard, 13.5)."""
_KIND: Final = {kind: re.compile(f"[{characters}]") for kind, characters in KINDS.items()}


def described(character: str) -> str:
    """Return a forbidden character in words, e.g. ``U+202E (a direction mark)``."""
    kind = next((kind for kind, pattern in _KIND.items() if pattern.match(character)), "")
    name = unicodedata.name(character, kind).lower()
    return f"U+{ord(character):04X} ({name})"


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Find what a text may not have.

    Args:
        text: Any text.

    Yields:
        The offset of the first character of each kind, and a message.
    """
    seen: set[str] = set()
    for found in FORBIDDEN.finditer(text):
        if found[0] not in seen:
            seen.add(found[0])
            yield found.start(), f"the character {described(found[0])} is not allowed"
    for found in REFERENCE.finditer(text):
        for character in FORBIDDEN.findall(_meant(found)):
            if found[0] not in seen:
                seen.add(found[0])
                message = f"'{found[0]}' makes the character {described(character)}"
                yield found.start(), f"{message}, which is not allowed"


def _meant(reference: re.Match[str]) -> str:
    """Return the character that a reference makes; NUL for one that there is not."""
    decimal, hexadecimal = reference["decimal"], reference["hexadecimal"]
    if decimal or hexadecimal:
        number = int(decimal or hexadecimal, 10 if decimal else 16)
        return chr(number) if number <= sys.maxunicode else "\0"
    return html.unescape(reference[0])


def character_faults(source: Source) -> Iterator[Diagnostic]:
    """Find what a file may not have, wherever it stands in it.

    Args:
        source: The file.

    Yields:
        A diagnostic for the first of each such character.
    """
    for offset, message in forbidden(source.text):
        yield Diagnostic.of(FORBIDDEN_CHARACTER, source.at(offset), message)
