"""Where a line may end and where it may not.

A short Russian word stays with the next, a figure with its unit, initials with the surname, a dash
with the word before it. A space that holds takes the place of one space; a word or a range that
must not be cut at its hyphen or dash is told by its place, to be kept whole by a style sheet: a
no-break hyphen would be another character in what a reader copies or seeks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from edition.markup.signs import NBSP

BACK: Final = "\ue001"
"""Stands for the link from a note back to its mark."""

_RU: Final = frozenset({"ru"})
_ANY: Final = frozenset({"en", "ru"})
_SHORT: Final = "в|во|к|ко|с|со|о|об|у|и|а|я|но|да|на|по|от|до|из|за|не|ни"
_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_LABELS: Final = (
    r"[Pp]{1,2}\.|[Vv]ols?\.|[Nn]os?\.|[Cc]h\.|[Pp]aras?\.|[Pp]ages?|[Tt]ables?|[Dd]iagrams?|"
    r"[Сс]\.|[Тт]\.|[Сс]тр\.|[Гг]л\.|[Рр]ис\.|[Тт]абл\.|[Аа]бз\.|[Тт]аблиц\w*|[Дд]иаграмм\w*|[№§¶]"
)
_UNITS: Final = (
    r"млн|млрд|трлн|тыс\.|гг?\.|вв?\.|долл|руб|тенге|км|кг|%|‰|"
    r"million|billion|trillion|km|kg|per cent|percent"
)
_GLUED: Final[tuple[tuple[frozenset[str], re.Pattern[str]], ...]] = tuple(
    (languages, re.compile(pattern))
    for languages, pattern in (
        (_RU, rf"(?<![\w-])(?i:{_SHORT})(?P<space> )(?=\S)"),
        (_RU, r"(?P<space> )(?=(?:бы|ли|же|б|ж)(?!\w))"),
        (_RU, r"(?<!\w)(?:гг?|ул|пр)\.(?P<space> )(?=[А-ЯЁ])"),
        (_RU, r"(?<!\w)(?:млн|млрд|трлн|тыс\.)(?P<space> )(?=долл|руб|тенге|тонн|чел)"),
        (_RU, r"(?<!\w)[IVX]+(?P<space> )(?=вв?\.)"),
        (_ANY, r"(?<=\S)(?P<space> )(?=[–—](?:\s|$))"),
        (_ANY, rf"(?<!\w)(?:{_LABELS})(?P<space> )(?=[\d\[])"),
        (_ANY, rf"(?<=\d)(?P<space> )(?=(?:{_UNITS})(?!\w))"),
        (_ANY, rf"(?<!\d)\d\d?(?P<space> )(?=(?:{_MONTHS})(?!\w))"),
        (_ANY, rf"(?<!\w)(?:{_MONTHS})(?P<space> )(?=\d\d?(?!\d))"),
        (_ANY, r"(?<!\w)[A-ZА-ЯЁ]\.(?P<space> )(?=[A-ZА-ЯЁ][\w.’'-])"),
        (_ANY, rf"(?P<space> )(?={BACK})"),
    )
)
_WHOLE: Final[tuple[tuple[frozenset[str], re.Pattern[str]], ...]] = (
    (_ANY, re.compile(r"(?<![\w.–-])[\d.]{1,6}–(?:\d{1,4}|\[(?:\d{1,4}|\?)\])(?![\w–-])")),
    (_ANY, re.compile(r"(?<![\w-])[A-ZА-ЯЁ]-[a-zа-яё]{1,12}(?![\w-])")),
    (_RU, re.compile(r"(?<![\w-])(?i:во?|по|из|с|к)-[а-яё]{1,12}(?:-[а-яё]{1,4})?(?![\w-])")),
    (_RU, re.compile(r"(?<![\w-])[а-яё]{1,9}-(?:то|либо|нибудь|ка|таки)(?![\w-])")),
    (_RU, re.compile(r"(?<![\w-])\d{1,4}-(?:й|я|е|х|м|го|му|ми)(?![\w-])")),
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]{20,}")
_PARTS: Final = re.compile(r"(?:[/_]|\.(?=\w))(?!/)(?!$)")


def hold_spaces(text: str, languages: Sequence[str]) -> str:
    """Return a text with the spaces that hold a line together, in the same length.

    Args:
        text: Running text with its typographic signs.
        languages: The language of each character.
    """
    signs = list(text)
    for allowed, pattern in _GLUED:
        for match in pattern.finditer(text):
            at = match.start("space")
            if languages[at] in allowed:
                signs[at] = NBSP
    return "".join(signs)


def wholes(text: str, languages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words and ranges begin and end that no line may cut at their hyphen or dash.

    Args:
        text: Running text with its typographic signs.
        languages: The language of each character.
    """
    for allowed, pattern in _WHOLE:
        for match in pattern.finditer(text):
            if languages[match.start()] in allowed:
                yield match.span()


def seams(text: str) -> Iterator[int]:
    """Yield the places in the long addresses of a text where a line may end.

    Args:
        text: Running text.
    """
    for address in _ADDRESS.finditer(text):
        for part in _PARTS.finditer(address[0]):
            yield address.start() + part.end()
