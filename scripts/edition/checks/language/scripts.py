"""L1xx: Latin and Cyrillic letters, each where its language has it."""

from __future__ import annotations

import re
from typing import Final

from edition.checks.matches import in_files
from edition.checks.passages import CYRILLIC, LATIN, WORD
from edition.checks.proof import Proof
from edition.checks.rule import WARNING, Findings, Found, rule

SCRIPTS: Final = {"Latn": LATIN, "Cyrl": CYRILLIC}
CYRILLIC_LANGUAGES: Final = frozenset({"ru", "kk", "ky", "uk", "be", "bg", "mn", "tg"})
TWINS: Final = frozenset("aceopxyABCEHKMOPTXасеорхуАВСЕНКМОРТХ")
"""Letters that look alike in both alphabets."""
SPAN_LANGUAGE: Final = re.compile(
    r"\[(?P<inner>[^\[\]]*)\]\{(?=[^{}]*+\})[^{}]*\blang=[\"']?(?P<tag>[\w-]+)[^{}]*\}"
)


@rule(
    "L104",
    WARNING,
    "A letter of the other alphabet looks right and is never found by a search.",
    "Type the word again in one alphabet.",
)
def mixed_script(proof: Proof) -> Findings:
    """No word mixes Latin and Cyrillic letters."""
    for passage in proof.passages:
        for match in WORD.finditer(passage.text):
            if LATIN.search(match[0]) and CYRILLIC.search(match[0]):
                foreign = CYRILLIC if len(LATIN.findall(match[0])) > len(match[0]) / 2 else LATIN
                letters = ", ".join(sorted(set(foreign.findall(match[0]))))
                script = "Cyrillic" if foreign is CYRILLIC else "Latin"
                message = f"'{match[0]}' has {script} letters in it: {letters}"
                yield Found(passage.at(match.start()), message)


@rule(
    "L105",
    WARNING,
    "A letter of the other alphabet that stands alone among words looks right and is not found.",
    "Type the letter again; a letter that is meant gets a span, [с]{lang=ru}.",
)
def lone_letter(proof: Proof) -> Findings:
    """No single letter is of the other alphabet."""
    for passage in proof.passages:
        tokens = list(WORD.finditer(passage.text))
        for before, match, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if match[0] not in TWINS or passage.reading.languages[match.start()]:
                continue
            pattern = CYRILLIC if CYRILLIC.match(match[0]) else LATIN
            if not pattern.match(before[0]) and not pattern.match(after[0]):
                script = "Cyrillic" if pattern is CYRILLIC else "Latin"
                yield Found(passage.at(match.start()), f"'{match[0]}' is a {script} letter here")


@rule(
    "L114",
    WARNING,
    "A word in Latin letters that is marked as Russian is read aloud with the wrong voice.",
    "Write 'ru-Latn' for Russian in Latin letters, or correct the language.",
)
def script_of_span(proof: Proof) -> Findings:
    """The letters of a span are those of its language."""
    for source, match in in_files(proof, SPAN_LANGUAGE):
        language, _, script = match["tag"].partition("-")
        expected = CYRILLIC if language in CYRILLIC_LANGUAGES else LATIN
        expected = SCRIPTS.get(script, expected)
        inner = match["inner"]
        if re.search(r"[^\W\d_]", inner) and not expected.search(inner):
            message = f"'{inner}' is not written in the letters of '{match['tag']}'"
            yield Found(source.at(match.start()), message)
