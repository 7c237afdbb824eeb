"""Y1xx: single characters that are invisible, unreadable, rare or misread."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from edition.checks.matches import around, in_files, in_texts
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
REPLACED = re.compile(r"[\ufffd\ue000-\uf8ff]")
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
DIGIT_IN_WORD = re.compile(r"\b(?:[^\W\d_]+[015][^\W\d_]+|[01][a-zа-яё]{3,}|\d+[OoIlОо]\d*)\b")
DATE_WORD = re.compile(r"\d+(?:st|nd|rd|th|s|m|bn|mln)\b")
COMMON = frozenset(" .,;:!?()[]'\"’‘“”«»„–—-/%&$№#@…+=*<>_°×±−§~|^\\{}`\n\t\u00a0")
"""Signs that a text may have; any other one is worth a look."""


@rule(
    "Y101",
    WARNING,
    "A control character is invisible, breaks searches, and does not belong into a text.",
    "Delete it.",
)
def control_characters(proof: Proof) -> Findings:
    """No file has control characters or tabs."""
    for source, match in in_files(proof, CONTROL):
        yield Found(source.at(match.start()), f"{_name(match[0])} in the file")


@rule(
    "Y102",
    WARNING,
    "Direction marks, soft hyphens and zero-width spaces are invisible and break searches.",
    "Delete the mark.",
)
def invisible(proof: Proof) -> Findings:
    """No file has invisible marks."""
    for source, match in in_files(proof, INVISIBLE):
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
                message = f"{_name(match[0])} in '{around(passage, match)}'"
                yield Found(passage.at(match.start()), message)


@rule(
    "Y105",
    WARNING,
    "A character that stands for one that could not be read is a hole in the text.",
    "Look at the print and restore the letter.",
)
def replaced(proof: Proof) -> Findings:
    """No file has replacement or private characters."""
    for source, match in in_files(proof, REPLACED):
        yield Found(source.at(match.start()), f"{_name(match[0])} in the file")


@rule(
    "Y116",
    WARNING,
    "A digit inside a word is a letter misread, or the other way round.",
    "Look at the print and emend it.",
)
def digit_in_word(proof: Proof) -> Findings:
    """No 0, 1 or 5 stands for o, l or s."""
    for passage, match in in_texts(proof, DIGIT_IN_WORD):
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


def _name(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"
