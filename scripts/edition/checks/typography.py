"""Y1xx: signs and spaces.

The text stays as printed; most of these rules only tell what the print or its
transcription has. What the edition itself supplies is held to the usual typography.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from edition.checks.passages import Passage
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.sources import Source

INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
REPLACED = re.compile(r"[\ufffd\ue000-\uf8ff]")
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
DOUBLED = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
BEFORE_STOP = re.compile(r"(?<=\w) +(?=[,;:.!?](?:\s|$))")
AFTER_STOP = re.compile(
    r"(?<=[^\W\d_]{2})[,;:](?=[^\W\d_])"
    r"|(?<=[a-zа-яё]{2})\.(?=[A-ZА-ЯЁ][a-zа-яё])"
    r"|//(?=\w)"
)
REPEATED = re.compile(r"([,;:])\s?[,;:.]|(?<!\.)(?<!cit)(?<!bid)\.\.(?!\.)|([!?])\2")
DIGIT_HYPHEN = re.compile(r"(?<![\w-])\d+(?:[.,]\d+)?%?-\$?\d+(?:[.,]\d+)?(?![\w-])")
SPACED_HYPHEN = re.compile(r"(?<=\S) -{1,3} (?=\S)")
LOOSE_HYPHEN = re.compile(r"(?<=\w)- (?=\w)|(?<=\w) -(?=\w)")
DOTS = re.compile(r"\.{3}|…")
DIGIT_IN_WORD = re.compile(r"\b(?:[^\W\d_]+[015][^\W\d_]+|[01][a-zа-яё]{3,}|\d+[OoIlОо]\d*)\b")
DATE_WORD = re.compile(r"\d+(?:st|nd|rd|th|s|m|bn|mln)\b")
STRAIGHT, CURLY = re.compile(r"[\"']"), re.compile(r"[“”‘’„]")
WORD_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)|['’](?=\d0s)")
RUSSIAN_QUOTES = re.compile(r"[\"“”„]")
ENUMERATED = re.compile(r"(?:^|\s)\(?[a-zа-я\d]{1,3}$")
PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
COMMON = frozenset(" .,;:!?()[]'\"’‘“”«»„–—-/%&$№#@…+=*<>_°×±−§~|^\\{}`\n\t\u00a0")
"""Signs that a text may have; any other one is worth a look."""


def _everywhere(proof: Proof, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield every match of a pattern in what is read, except in addresses and remarked places."""
    for passage in proof.passages:
        for match in pattern.finditer(passage.text):
            if not passage.is_address(match.start()) and not passage.is_remarked(*match.span()):
                yield passage, match


def _around(passage: Passage, match: re.Match[str], width: int = 12) -> str:
    """Return a few characters around a match, cut at words where that is possible."""
    start, end = max(match.start() - width, 0), match.end() + width
    before, after = passage.text[start : match.start()], passage.text[match.end() : end]
    if start and " " in before:
        before = before.split(" ", 1)[1]
    if end < len(passage.text) and " " in after:
        after = after.rsplit(" ", 1)[0]
    return f"{before}{match[0]}{after}"


def _name(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"


def _in_files(proof: Proof, pattern: re.Pattern[str]) -> Iterator[tuple[Source, re.Match[str]]]:
    for path in sorted(proof.sources):
        source = proof.sources[path]
        for match in pattern.finditer(source.text):
            yield source, match


@rule(
    "Y101",
    WARNING,
    "A control character is invisible, breaks searches, and does not belong into a text.",
    "Delete it.",
)
def control_characters(proof: Proof) -> Findings:
    """No file has control characters or tabs."""
    for source, match in _in_files(proof, re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")):
        yield Found(source.at(match.start()), f"{_name(match[0])} in the file")


@rule(
    "Y102",
    WARNING,
    "Direction marks, soft hyphens and zero-width spaces are invisible and break searches.",
    "Delete the mark.",
)
def invisible(proof: Proof) -> Findings:
    """No file has invisible marks."""
    for source, match in _in_files(proof, INVISIBLE):
        yield Found(source.at(match.start()), f"{_name(match[0])} in the file")


@rule(
    "Y103",
    WARNING,
    "A letter built of a base and an accent looks like the composed one and is not found as it.",
    "Save the file in Unicode's normal form C.",
)
def normal_form(proof: Proof) -> Findings:
    """Every file is in normal form C."""
    for path in sorted(proof.sources):
        source = proof.sources[path]
        if unicodedata.is_normalized("NFC", source.text):
            continue
        for match in re.finditer(r"\S+", source.text):
            if not unicodedata.is_normalized("NFC", match[0]):
                composed = unicodedata.normalize("NFC", match[0])
                yield Found(source.at(match.start()), f"'{composed}' is not in normal form C")


@rule(
    "Y104",
    INFO,
    "No-break and other special spaces look like plain ones and are not found as them.",
    "Nothing to do if the space is meant.",
)
def special_spaces(proof: Proof) -> Findings:
    """No printed text has special spaces."""
    for passage in proof.passages:
        if passage.origin == "printed":
            for match in SPACES.finditer(passage.text):
                message = f"{_name(match[0])} in '{_around(passage, match)}'"
                yield Found(passage.at(match.start()), message)


@rule(
    "Y105",
    WARNING,
    "A character that stands for one that could not be read is a hole in the text.",
    "Look at the print and restore the letter.",
)
def replaced(proof: Proof) -> Findings:
    """No file has replacement or private characters."""
    for source, match in _in_files(proof, REPLACED):
        yield Found(source.at(match.start()), f"{_name(match[0])} in the file")


@rule(
    "Y106",
    INFO,
    "Two spaces between words are a habit of typists and of transcription.",
    "Make one of them, as print does.",
)
def doubled_space(proof: Proof) -> Findings:
    """No two spaces stand side by side."""
    for passage in proof.passages:
        for match in DOUBLED.finditer(passage.text):
            start, end = passage.offset(match.start()), passage.offset(match.end())
            if "\n" not in passage.source.text[start:end] and passage.source.path.endswith(".md"):
                yield Found(passage.at(match.start()), f"two spaces in '{_around(passage, match)}'")


@rule(
    "Y107",
    INFO,
    "A space before a comma or stop is a slip of the print or of the transcription.",
    "Nothing to do if it is printed.",
)
def space_before(proof: Proof) -> Findings:
    """No space stands before a stop."""
    for passage, match in _everywhere(proof, BEFORE_STOP):
        if passage.offset(match.end()) - passage.offset(match.start()) > len(match[0]):
            continue  # a note mark stands between
        message = f"a space before a stop, '{_around(passage, match)}'"
        yield Found(passage.at(match.start()), message)


@rule(
    "Y108",
    INFO,
    "A missing space after a comma or stop is a slip of the print or of the transcription.",
    "Nothing to do if it is printed.",
)
def space_after(proof: Proof) -> Findings:
    """A space stands after a stop."""
    for passage, match in _everywhere(proof, AFTER_STOP):
        before, after = passage.text[: match.start()], passage.text[match.start() :]
        near = before.split(" ")[-1] + after.split(" ")[0]
        if "@" not in near and "www" not in near and "://" not in near:
            message = f"no space after '{match[0]}' in '{_around(passage, match)}'"
            yield Found(passage.at(match.start()), message)


@rule(
    "Y109",
    INFO,
    "A bracket without its other half may have lost it in the transcription.",
    "Look at the print; otherwise it stays as printed.",
)
def brackets(proof: Proof) -> Findings:
    """Brackets and paired quotation marks are closed."""
    for passage in proof.passages:
        if passage.kind == "cell":
            continue
        for index in _unpaired(passage.text):
            sign = passage.text[index]
            enumerated = sign == ")" and ENUMERATED.search(passage.text[:index])
            if not enumerated and not passage.is_remarked(index, index + 1):
                yield Found(passage.at(index), f"'{sign}' has no other half")


def _unpaired(text: str) -> list[int]:
    """Return where brackets stand that have no other half."""
    opened: list[int] = []
    alone: list[int] = []
    for index, sign in enumerate(text):
        if sign in PAIRS:
            opened.append(index)
        elif sign in PAIRS.values():
            if opened and PAIRS[text[opened[-1]]] == sign:
                opened.pop()
            else:
                alone.append(index)
    return sorted([*alone, *opened])


@rule(
    "Y110",
    INFO,
    "An odd number of straight quotation marks means that one is missing or one too many.",
    "Look at the print; otherwise it stays as printed.",
)
def quotation_marks(proof: Proof) -> Findings:
    """Straight quotation marks come in pairs."""
    for passage in proof.passages:
        marks = [index for index, sign in enumerate(passage.text) if sign == '"']
        if len(marks) % 2 and not any(passage.is_remarked(i, i + 1) for i in marks):
            message = f"{len(marks)} straight quotation mark{'s' if len(marks) > 1 else ''}"
            yield Found(passage.at(marks[-1]), f"{message}; one has no other half")


@rule(
    "Y111",
    INFO,
    "An article with straight and curly marks was typed in two ways, or joined from two texts.",
    "Nothing to do; the marks stay as printed.",
)
def mixed_marks(proof: Proof) -> Findings:
    """An article has straight or curly marks, not both."""
    for article in proof.edition.articles:
        straight: list[tuple[Passage, int]] = []
        curly: list[tuple[Passage, int]] = []
        for passage in proof.passages_of(article, "paragraph", "item", "note"):
            straight += [(passage, m.start()) for m in STRAIGHT.finditer(passage.text)]
            curly += [(passage, m.start()) for m in CURLY.finditer(passage.text)]
        if straight and curly:
            fewer = min(straight, curly, key=len)
            message = f"{len(straight)} straight marks and {len(curly)} curly ones in the article"
            yield Found(fewer[0][0].at(fewer[0][1]), f"{message}; the first of the fewer is here")


@rule(
    "Y112",
    INFO,
    "A hyphen stands between figures where careful print has a dash.",
    "Nothing to do; the sign stays as printed.",
)
def figure_hyphen(proof: Proof) -> Findings:
    """Figures are joined by a dash."""
    for passage, match in _everywhere(proof, DIGIT_HYPHEN):
        if passage.origin == "printed":
            yield Found(passage.at(match.start()), f"a hyphen between figures, '{match[0]}'")


@rule(
    "Y113",
    INFO,
    "A hyphen between spaces stands for a dash.",
    "Nothing to do; the sign stays as printed.",
)
def spaced_hyphen(proof: Proof) -> Findings:
    """A dash is not written as a hyphen."""
    for passage, match in _everywhere(proof, SPACED_HYPHEN):
        if passage.origin == "printed":
            message = f"a hyphen for a dash, '{_around(passage, match)}'"
            yield Found(passage.at(match.start() + 1), message)


@rule(
    "Y114",
    INFO,
    "A hyphen with a space on one side is a dash that lost a space, or a word cut at a line end.",
    "Look at the print; otherwise it stays as printed.",
)
def loose_hyphen(proof: Proof) -> Findings:
    """A hyphen has spaces on both sides or on none."""
    for passage, match in _everywhere(proof, LOOSE_HYPHEN):
        if passage.origin == "printed":
            message = f"a hyphen with one space, '{_around(passage, match)}'"
            yield Found(passage.at(match.start()), message)


@rule(
    "Y115",
    INFO,
    "Two stops side by side are a slip of the print or of the transcription.",
    "Look at the print; otherwise they stay as printed.",
)
def repeated_stop(proof: Proof) -> Findings:
    """No stop is doubled."""
    for passage, match in _everywhere(proof, REPEATED):
        message = f"'{match[0]}' in '{_around(passage, match)}'"
        yield Found(passage.at(match.start()), message)


@rule(
    "Y116",
    WARNING,
    "A digit inside a word is a letter misread, or the other way round.",
    "Look at the print and emend it.",
)
def digit_in_word(proof: Proof) -> Findings:
    """No 0, 1 or 5 stands for o, l or s."""
    for passage, match in _everywhere(proof, DIGIT_IN_WORD):
        if not DATE_WORD.fullmatch(match[0]) and proof.lexicon.lists(match[0]) is None:
            yield Found(passage.at(match.start()), f"'{match[0]}' mixes letters and digits")


@rule(
    "Y117",
    INFO,
    "A sign that stands nowhere else in the issue may be a misreading.",
    "Look at the print; otherwise it stays as printed.",
)
def rare_sign(proof: Proof) -> Findings:
    """No unusual sign stands in the text only once."""
    found = [
        (passage, index)
        for passage in proof.passages
        for index, sign in enumerate(passage.text)
        if not sign.isalnum() and sign not in COMMON and not REPLACED.match(sign)
    ]
    counted = Counter(passage.text[index] for passage, index in found)
    for passage, index in found:
        sign = passage.text[index]
        if counted[sign] == 1 and unicodedata.category(sign) not in {"Mn", "Cf", "Cc"}:
            yield Found(passage.at(index), f"{_name(sign)} stands nowhere else")


@rule(
    "Y118",
    WARNING,
    "Russian that the edition supplies has «…», as Russian print does.",
    "Write «…», and inside them „…“.",
)
def russian_quotes(proof: Proof) -> Findings:
    """Supplied Russian has Russian quotation marks."""
    for passage, match in _everywhere(proof, RUSSIAN_QUOTES):
        index = match.start()
        if passage.origin != "supplied" or passage.lang_at(index) != "ru":
            continue
        inside = passage.text.count("«", 0, index) > passage.text.count("»", 0, index)
        if match[0] == '"' or not inside:
            yield Found(passage.at(index), f"{match[0]} in Russian, '{_around(passage, match)}'")


@rule(
    "Y119",
    WARNING,
    "What the edition supplies has dashes where they belong.",
    "Write a dash between words and, without spaces, between figures.",
)
def supplied_dash(proof: Proof) -> Findings:
    """Supplied Russian has no hyphen for a dash."""
    for pattern in (SPACED_HYPHEN, DIGIT_HYPHEN):
        for passage, match in _everywhere(proof, pattern):
            if passage.origin == "supplied" and passage.lang == "ru":
                message = f"a hyphen for a dash, '{_around(passage, match)}'"
                yield Found(passage.at(match.start()), message)


@rule(
    "Y120",
    INFO,
    "An article with three dots and with the one sign for them was typed in two ways.",
    "Nothing to do; they stay as printed.",
)
def mixed_dots(proof: Proof) -> Findings:
    """An article writes its dots in one way."""
    for article in proof.edition.articles:
        found = [
            (passage, match)
            for passage in proof.passages_of(article, "paragraph", "item", "note")
            for match in DOTS.finditer(passage.text)
        ]
        if len({match[0] for _, match in found}) > 1:
            first = found[0][1][0]
            passage, match = next((p, m) for p, m in found if m[0] != first)
            yield Found(passage.at(match.start()), f"'{match[0]}' here, '{first}' before")
