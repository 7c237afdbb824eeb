"""Y1xx: what opens and closes: brackets and quotation marks."""

from __future__ import annotations

import re

from edition.checks.matches import around, in_texts
from edition.checks.passages import Passage
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule

STRAIGHT, CURLY = re.compile(r"[\"']"), re.compile(r"[“”‘’„]")
RUSSIAN_QUOTES = re.compile(r"[\"“”„]")
ENUMERATED = re.compile(r"(?:^|\s)\(?[a-zа-я\d]{1,3}$")
PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}


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
    "Y118",
    WARNING,
    "Russian that the edition supplies has «…», as Russian print does.",
    "Write «…», and inside them „…“.",
)
def russian_quotes(proof: Proof) -> Findings:
    """Supplied Russian has Russian quotation marks."""
    for passage, match in in_texts(proof, RUSSIAN_QUOTES):
        index = match.start()
        if passage.origin != "supplied" or passage.lang_at(index) != "ru":
            continue
        inside = passage.text.count("«", 0, index) > passage.text.count("»", 0, index)
        if match[0] == '"' or not inside:
            yield Found(passage.at(index), f"{match[0]} in Russian, '{around(passage, match)}'")
