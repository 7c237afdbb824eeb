"""Quotation marks, apostrophes and dashes of a language, where a file has those of a keyboard.

A text is taken as a reader sees it, without its tags, and each character with its language. Every
sign that is set takes the place of exactly one character, so that the places of all others stay.
What is not certain stays straight: a mark without its partner, a prime after a figure, a hyphen
between figures that are neither years nor pages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
_MARKS: Final = re.compile(f"[{_QUOTES}]+")
_SINGLE: Final = re.compile("['‘’]")
_POSSESSIVE: Final = re.compile(r"[sS]' \w")
_YEARS_S: Final = re.compile(r".s(?!\w)")
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
    beside = _Beside(text)
    pairs, lone = _pairs(text, beside)
    for (opening, closing), outer in _with_nesting(pairs):
        lang = languages[opening]
        marks = (NESTED if outer else DOUBLE).get(lang)
        for at, place in ((opening, 0), (closing, 1)):
            if text[at] == '"' and marks:
                signs[at] = marks[place]
    speech = -1 if cut or not lone else _begun_speech(text)
    for at in lone:
        if cut or at == speech:
            _set_lone(text, at, languages[at], signs, opens=beside.can_open(at))
    kinds = {
        match.start(): _kind(text, match.start(), languages[match.start()], beside)
        for match in _SINGLE.finditer(text)
    }
    _set_single(text, kinds, _Regions(pairs), signs, cut=cut)
    _set_dashes(text, languages, signs)
    return "".join(signs)


class _Beside:
    """What stands beside the marks of a text: other marks are passed over, a space at the ends."""

    def __init__(self, text: str) -> None:
        self.before: dict[int, str] = {}
        self.after: dict[int, str] = {}
        for run in _MARKS.finditer(text):
            before = text[run.start() - 1] if run.start() else " "
            after = text[run.end() : run.end() + 1] or " "
            self.before.update(dict.fromkeys(range(*run.span()), before))
            self.after.update(dict.fromkeys(range(*run.span()), after))

    def can_open(self, at: int) -> bool:
        """Tell whether a mark can open what follows."""
        before, after = self.before[at], self.after[at]
        return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()

    def can_close(self, at: int) -> bool:
        """Tell whether a mark can close what precedes."""
        before, after = self.before[at], self.after[at]
        return (after.isspace() or after in _AFTER_CLOSING) and not (
            before.isspace() or before in "([{<"
        )


class _Regions:
    """The stretches of a text that stand in the same double marks."""

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.edges: list[int] = []
        self.inside: list[int] = [-1]
        opened: list[int] = []
        for at, opens in sorted([(o, True) for o, _ in pairs] + [(c, False) for _, c in pairs]):
            if opens:
                opened.append(at)
            else:
                opened.pop()
            self.edges.append(at)
            self.inside.append(opened[-1] if opened else -1)

    def of(self, at: int) -> int:
        """Return the opening mark of the innermost pair around a place, or -1."""
        return self.inside[bisect_left(self.edges, at)]


def _with_nesting(
    pairs: Sequence[tuple[int, int]],
) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield each pair, and whether it stands in another; pairs never cross."""
    ends: list[int] = []
    for opening, closing in sorted(pairs):
        while ends and ends[-1] < opening:
            ends.pop()
        yield (opening, closing), bool(ends)
        ends.append(closing)


def _pairs(text: str, beside: _Beside) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs of double marks, straight or not, and the straight ones without partner.

    A straight mark that could be either makes all of them uncertain.
    """
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    lone: list[int] = []
    for match in re.finditer('["“”„«»]', text):
        at, mark = match.start(), match[0]
        if mark == '"':
            opens, closes = beside.can_open(at), beside.can_close(at)
            if opens and closes and beside.after[at] in ".…":
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


def _begun_speech(text: str) -> int:
    """Return the place of the mark that opens what the next paragraph goes on with, or -1."""
    last = text.rfind('"')
    return last if any(match.end() == last for match in _SPEECH.finditer(text)) else -1


def _set_lone(text: str, at: int, lang: str, signs: list[str], *, opens: bool) -> None:
    """Set a double mark whose partner was cut off; after a figure it may be a sign of inches."""
    if lang in DOUBLE and not text[at - 1 : at].isdigit():
        signs[at] = DOUBLE[lang][not opens]


def _set_single(
    text: str,
    kinds: Mapping[int, str],
    regions: _Regions,
    signs: list[str],
    *,
    cut: bool,
) -> None:
    """Set apostrophes and single marks.

    A closing mark and an apostrophe are one sign; only what opens needs a partner, in the same
    double marks: the next one that need not be a possessive, else the next one.
    """
    for at, kind in kinds.items():
        prime = kind == "closing" and text[at - 1].isdigit()
        if text[at] == "'" and kind in {"apostrophe", "closing"} and not prime:
            signs[at] = "’"
    firm: defaultdict[int, list[int]] = defaultdict(list)
    possessive: defaultdict[int, list[int]] = defaultdict(list)
    for at in reversed(list(kinds)):
        region = regions.of(at)
        if kinds[at] == "closing":
            (possessive if _POSSESSIVE.match(text, at - 1) else firm)[region].append(at)
        elif kinds[at] == "opening":
            later = firm[region] or possessive[region]
            if later:
                signs[later.pop()] = "’"
                signs[at] = "‘" if text[at] == "'" else signs[at]
            elif text[at] == "'" and cut:
                signs[at] = "‘"


def _kind(text: str, at: int, lang: str, beside: _Beside) -> str:
    """Return what a single mark is: an apostrophe, opening, closing, or nothing certain."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalpha() and after.isalpha():
        return "apostrophe" if lang in DOUBLE else ""
    if lang != "en":
        return ""
    opens = beside.can_open(at) and text[at] != "’"
    if _is_years(text, at) or (opens and _ELISION.match(text, at)):
        return "apostrophe"
    if opens:
        return "opening"
    return "closing" if beside.can_close(at) else ""


def _is_years(text: str, at: int) -> bool:
    """Tell whether a mark is the apostrophe of "the 1990's"."""
    return text[at - 1 : at].isdigit() and _YEARS_S.match(text, at) is not None


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
