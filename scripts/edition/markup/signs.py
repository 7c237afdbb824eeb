"""Quotation marks, apostrophes and dashes of a language, where a file has those of a keyboard.

A text is taken as a reader sees it, without its tags, and each character with its language. Every
sign that is set takes the place of exactly one character, so that the places of all others stay.
What is not certain stays straight: a mark without its partner, a prime after a figure, a hyphen
between figures that are neither years nor pages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

NBSP: Final = "\u00a0"
OPAQUE: Final = "\ufffc"
"""Stands for what is no text: a formula of code, a picture, a field."""

Marks = tuple[str, str]

DOUBLE: Final[Mapping[str, Marks]] = {"en": ("“", "”"), "ru": ("«", "»")}
NESTED: Final[Mapping[str, Marks]] = {"en": ("“", "”"), "ru": ("„", "“")}
"""Marks inside marks. The English print sets them alike, and shape is all that is changed here."""

DASHES: Final[Mapping[str, str]] = {"en": "–", "ru": "—"}
STRAIGHT: Final[Mapping[str, str]] = {
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("–—", "-"),
    NBSP: " ",
}
"""What stands in a file for each sign, unless the sign itself does."""

_QUOTES: Final = "\"'“”„«»‘’"
_BEFORE_OPENING: Final = "([{<—–-/"
_AFTER_CLOSING: Final = ".,;:!?…)]}>—–-/([%"
_ELISION: Final = re.compile(r"'(?:\d0s|000|tis|twas|em|til|n)(?!\w)(?!')", re.IGNORECASE)
_SPEECH: Final = re.compile(r"(?:^|[,:][ \u00a0])(?=\"[A-ZА-ЯЁ])")
_SPACED: Final = re.compile(r"(?<=\S)(?P<space>[ \u00a0])-(?=[ \u00a0]\S)")
_YEARS: Final = re.compile(r"(?<![\w/.,№-])(?<!№[ \u00a0])(\d{4})-(\d{4})(?![\w-])")
_PAGES: Final = re.compile(
    r"(?<!\w)(?:[Pp]{1,2}\.|pages?|[Сс]\.|стр\.)[ \u00a0]?\d+(-)\d+(?![\w-])"
)
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2100


def in_plain_text(text: str, lang: str) -> str:
    """Return a text of one language with its signs and no space but those that it had.

    Args:
        text: A whole text: a title, a name, a sentence.
        lang: Its language, ``en`` or ``ru``.
    """
    signs = set_signs(text, [lang] * len(text))
    return "".join(t if s == NBSP else s for s, t in zip(signs, text, strict=True))


def set_signs(text: str, languages: Sequence[str], *, cut: bool = False) -> str:
    """Return a text with the signs of its language.

    Args:
        text: Running text, a block of it: marks that belong together stand in one.
        languages: The language of each character, ``en`` or ``ru``; of any other nothing is set.
        cut: Whether the text is cut out of a longer one, so that a mark may lack its partner.

    Returns:
        The text in the same length.
    """
    signs = list(text)
    pairs, lone = _pairs(text)
    for opening, closing in pairs:
        outer = sum(o < opening and closing < c for o, c in pairs)
        lang = languages[opening]
        marks = (NESTED if outer else DOUBLE).get(lang)
        for at, place in ((opening, 0), (closing, 1)):
            if text[at] == '"' and marks:
                signs[at] = marks[place]
    for at in lone:
        if cut or _begins_speech(text, at):
            _set_lone(text, at, languages[at], signs)
    _set_single(text, languages, pairs, signs, cut=cut)
    _set_dashes(text, languages, signs)
    return "".join(signs)


def _beside(text: str, at: int, step: int) -> str:
    """Return the character next to a mark, other marks passed over; a space at the ends."""
    at += step
    while 0 <= at < len(text) and text[at] in _QUOTES:
        at += step
    return text[at] if 0 <= at < len(text) else " "


def _can_open(text: str, at: int) -> bool:
    before, after = _beside(text, at, -1), _beside(text, at, 1)
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _can_close(text: str, at: int) -> bool:
    before, after = _beside(text, at, -1), _beside(text, at, 1)
    return (after.isspace() or after in _AFTER_CLOSING) and not (
        before.isspace() or before in "([{<"
    )


def _pairs(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs of double marks, straight or not, and the straight ones without partner.

    A straight mark that could be either makes all of them uncertain.
    """
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    lone: list[int] = []
    for match in re.finditer('["“”„«»]', text):
        at, mark = match.start(), match[0]
        if mark == '"':
            opens, closes = _can_open(text, at), _can_close(text, at)
            if opens and closes and _beside(text, at, 1) in ".…":
                closes = False
            if opens and closes:
                return [], []
            if not opens and not closes:
                continue
        else:
            closes = mark in "”»" or (mark == "“" and bool(stack) and text[stack[-1]] == "„")
        if not closes:
            stack.append(at)
        elif stack:
            pairs.append((stack.pop(), at))
        else:
            lone.append(at)
    return pairs, [at for at in (*lone, *stack) if text[at] == '"']


def _begins_speech(text: str, at: int) -> bool:
    """Tell whether a mark opens what the next paragraph goes on with."""
    return any(match.end() == at for match in _SPEECH.finditer(text)) and '"' not in text[at + 1 :]


def _set_lone(text: str, at: int, lang: str, signs: list[str]) -> None:
    """Set a double mark whose partner was cut off; after a figure it may be a sign of inches."""
    if lang in DOUBLE and not text[at - 1 : at].isdigit():
        signs[at] = DOUBLE[lang][not _can_open(text, at)]


def _set_single(
    text: str,
    languages: Sequence[str],
    pairs: Sequence[tuple[int, int]],
    signs: list[str],
    *,
    cut: bool,
) -> None:
    """Set apostrophes and single marks.

    A closing mark and an apostrophe are one sign; only what opens needs a partner, in the same
    double marks.
    """
    places = [match.start() for match in re.finditer("['‘’]", text)]
    kinds = {at: _kind(text, at, languages[at]) for at in places}
    for at, kind in kinds.items():
        prime = kind == "closing" and text[at - 1].isdigit()
        if text[at] == "'" and kind in {"apostrophe", "closing"} and not prime:
            signs[at] = "’"
    closing = [at for at in places if kinds[at] == "closing"]
    for at in reversed(places):
        if kinds[at] != "opening":
            continue
        partner = _partner(text, at, closing, pairs)
        if partner is not None:
            closing.remove(partner)
            signs[partner] = "’"
        if text[at] == "'" and (cut or partner is not None):
            signs[at] = "‘"


def _kind(text: str, at: int, lang: str) -> str:
    """Return what a single mark is: an apostrophe, opening, closing, or nothing certain."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalpha() and after.isalpha():
        return "apostrophe" if lang in DOUBLE else ""
    if lang != "en":
        return ""
    opens = _can_open(text, at) and text[at] != "’"
    if _is_years(text, at) or (opens and _ELISION.match(text, at)):
        return "apostrophe"
    if opens:
        return "opening"
    return "closing" if _can_close(text, at) else ""


def _is_years(text: str, at: int) -> bool:
    """Tell whether a mark is the apostrophe of "the 1990's"."""
    return text[at - 1 : at].isdigit() and re.match(r".s(?!\w)", text[at:]) is not None


def _partner(
    text: str, opening: int, closing: Sequence[int], pairs: Sequence[tuple[int, int]]
) -> int | None:
    """Return the mark that closes an opening one: the first that need not be a possessive."""

    def around(at: int) -> list[tuple[int, int]]:
        return [(o, c) for o, c in pairs if o < at < c]

    inside = around(opening)
    later = [at for at in closing[bisect_left(closing, opening) :] if around(at) == inside]
    firm = [at for at in later if not re.match(r"[sS]' \w", text[at - 1 : at + 3])]
    return next(iter(firm or later), None)


def _set_dashes(text: str, languages: Sequence[str], signs: list[str]) -> None:
    """Set spaced hyphens as dashes, and dashes into the ranges that are years or pages."""
    for match in _SPACED.finditer(text):
        at = match.end() - 1
        sums = text[match.start() - 1].isdigit() and text[at + 2].isdigit()
        if languages[at] in DASHES and not sums:
            signs[at - 1 : at + 1] = NBSP, DASHES[languages[at]]
    for match in _YEARS.finditer(text):
        first, last = int(match[1]), int(match[2])
        if _FIRST_YEAR <= first < last < _LAST_YEAR:
            signs[match.end(1)] = "–"
    for match in _PAGES.finditer(text):
        signs[match.start(1)] = "–"
