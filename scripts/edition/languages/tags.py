"""Tags of languages (BCP 47) and what CLDR adds to them: script, region, direction."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, NamedTuple

from babel import Locale
from babel.core import UnknownLocaleError, get_global

TAG: Final = (
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[A-WYZa-wyz0-9](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
)
"""A tag as RFC 5646 has it: a language, perhaps a script, a region, variants, extensions and what
is of private use. No language has more than three letters, although the RFC leaves room."""
_SCRIPT: Final = 4
"""Letters of the code of a script (ISO 15924)."""
_REGION: Final = re.compile(r"[a-z]{2}|[0-9]{3}")
"""The code of a region (ISO 3166 or UN M.49)."""
_PARTS: Final = 3
"""Parts of a tag that CLDR gives: language, script, region."""
Direction = Literal["ltr", "rtl"]


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
        tag: A tag as BCP 47 has it.
    """
    language, *subtags = tag.lower().split("-")
    script = region = ""
    for subtag in subtags:
        if len(subtag) == 1:  # what follows is an extension
            break
        if len(subtag) == _SCRIPT and subtag.isalpha():
            script = subtag.title()
        elif _REGION.fullmatch(subtag):
            region = subtag.upper()
    known = get_global("likely_subtags")
    likely = (known.get(f"{language}_{region}") or known.get(language, "")).split("_")
    _, likely_script, likely_region = likely if len(likely) == _PARTS else ("", "", "")
    return Tag(language, script or likely_script, region or likely_region)


@cache
def canonical(tag: str) -> str:
    """Return a tag with the capitals that it is usually written with, as ``zh-Hant-TW``.

    Args:
        tag: A tag in any capitals.
    """
    language, *subtags = tag.lower().split("-")
    written = [language]
    for at, subtag in enumerate(subtags):
        if len(subtag) == 1:
            return "-".join((*written, *subtags[at:]))
        is_script = len(subtag) == _SCRIPT and subtag.isalpha()
        is_region = _REGION.fullmatch(subtag) is not None
        written.append(subtag.title() if is_script else subtag.upper() if is_region else subtag)
    return "-".join(written)


@cache
def direction(tag: str) -> Direction:
    """Return in which direction text of a language runs.

    Args:
        tag: A tag as BCP 47 has it; its script tells, as CLDR has the languages written in it.
    """
    language, script, _ = parsed(tag)
    likely = get_global("likely_subtags").get(f"und_{script}", "").split("_")[0]
    own = language if parsed(language).script == script else ""
    for name in filter(None, (likely, own)):
        try:
            order = Locale.parse(name).character_order
        except UnknownLocaleError:
            continue
        return "rtl" if order == "right-to-left" else "ltr"
    return "ltr"
