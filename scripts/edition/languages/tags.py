"""Tags of languages (BCP 47) and what CLDR adds to them: script and region."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from babel.core import get_global

_SCRIPT = 4
"""Letters of the code of a script (ISO 15924)."""
_REGION = 2
"""Letters of the code of a region (ISO 3166)."""


class Tag(NamedTuple):
    """A tag in its parts.

    Attributes:
        language: The base language.
        script: The script; the one that CLDR takes for the likely one if the tag names none, or ""
            if it knows the language neither.
        region: The region, likewise.
    """

    language: str
    script: str
    region: str


@cache
def parsed(tag: str) -> Tag:
    """Return a tag in its parts.

    Args:
        tag: A tag as BCP 47 has it: a language, perhaps a script, perhaps a region.
    """
    language, *subtags = tag.split("-")
    likely = get_global("likely_subtags").get(language.lower(), "").split("_")
    script, region = likely[1:3] if len(likely) > _REGION else ("", "")
    for subtag in subtags:
        if len(subtag) == _SCRIPT and subtag.isalpha():
            script = subtag.title()
        elif len(subtag) == _REGION and subtag.isalpha():
            region = subtag.upper()
        elif len(subtag) == 1:  # what follows is an extension
            break
    return Tag(language.lower(), script, region)
