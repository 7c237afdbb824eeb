"""L1xx: words, held against the dictionaries and the edition's word list.

The word list itself is held against the texts and the dictionaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from edition.checks.lexicon import AMERICAN, BRITISH, RUSSIAN, Lexicon, Variety
from edition.checks.passages import CYRILLIC, FORM, LATIN, WORD, Passage
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.texts import AUTHORITY
from edition.content.words import WORDS
from edition.diagnostics import Location

DOUBLED: Final = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)
DOUBLES: Final = frozenset({"that", "had", "so", "very", "no", "да"})
"""Words that may rightly stand twice."""
ABBREVIATION: Final = 3
"""Letters of a word that may be an abbreviation."""
GUESSES: Final = 20
"""Words for which a guess is made; guessing is slow, and nobody reads hundreds."""


def _varieties(lang: str) -> tuple[Variety, ...]:
    """Return the dictionaries of a language; none for one that has no dictionary here."""
    if lang.startswith("en"):
        return (BRITISH, AMERICAN)
    return (RUSSIAN,) if lang == "ru" else ()


def _judged(proof: Proof) -> Iterator[Passage]:
    """Yield the texts whose words dictionaries can judge."""
    return (passage for passage in proof.passages if passage.kind != FORM)


def _unknown(
    proof: Proof, language: str
) -> Iterator[tuple[Passage, re.Match[str], tuple[Variety, ...]]]:
    printed = _words_of_forms(proof)
    for passage in _judged(proof):
        known = printed if passage.source.path == AUTHORITY else frozenset()
        for match, lang in passage.words:
            varieties = _varieties(lang)
            if not lang.startswith(language) or not varieties:
                continue
            short = len(match[0]) == 1 or _is_abbreviation(passage, match)
            mixed = LATIN.search(match[0]) and CYRILLIC.search(match[0])  # L104
            if short or mixed or match[0] in known or proof.lexicon.knows(match[0], *varieties):
                continue
            if not passage.is_remarked(*match.span()):
                yield passage, match, varieties


def _words_of_forms(proof: Proof) -> frozenset[str]:
    """Return the words of the names that the issue prints: a heading may repeat them (A111)."""
    entries = (entry for _, entry in proof.edition.authority.all())
    return frozenset(
        word for entry in entries for form in entry.printed() for word in WORD.findall(form)
    )


def _is_abbreviation(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a word is a short one with a stop, as 'Ed.' or 'pp.'."""
    return len(match[0]) <= ABBREVIATION and passage.text.startswith(".", match.end())


def _found(proof: Proof, language: str, where: str) -> Findings:
    guessed: set[str] = set()
    for passage, match, varieties in _unknown(proof, language):
        word = match[0]
        message = f"'{word}' is {where}"
        if len(guessed) < GUESSES or word in guessed:
            guessed.add(word)
            suggestions = Lexicon.suggest(word, varieties[0])
            if suggestions:
                message += f"; perhaps '{suggestions[0]}'"
        yield Found(passage.at(match.start()), message)


@rule(
    "L101",
    WARNING,
    "No English dictionary has the word: it may be misread, misprinted, a name or a term.",
    "Emend it, remark on it, or add it to articles/words.txt if it is a correct word.",
)
def unknown_english(proof: Proof) -> Findings:
    """Every English word is in a dictionary or in the word list."""
    yield from _found(proof, "en", "in no English dictionary")


@rule(
    "L102",
    WARNING,
    "No Russian dictionary has the word: it may be misspelt, a name or a term.",
    "Correct it, or add it to articles/words.txt if it is a correct word.",
)
def unknown_russian(proof: Proof) -> Findings:
    """Every Russian word is in the dictionary or in the word list."""
    yield from _found(proof, "ru", "not in the Russian dictionary")


@rule(
    "L103",
    INFO,
    "A word in the other English spelling than that of its article.",
    "Nothing to do; the spelling stays as printed.",
)
def other_spelling(proof: Proof) -> Findings:
    """An article keeps to its American or British spelling."""
    own: dict[str | None, tuple[Variety, Variety]] = {
        "american": (AMERICAN, BRITISH),
        "british": (BRITISH, AMERICAN),
    }
    names = {AMERICAN: "American", BRITISH: "British"}
    for article in proof.edition.articles:
        if article.meta.spelling not in own:
            continue
        expected, other = own[article.meta.spelling]
        for passage in proof.passages_of(article):
            for match, lang in passage.words:
                word = match[0]
                if lang != "en" or proof.lexicon.lists(word) or word[0].isupper():
                    continue
                if proof.lexicon.knows(word, other) and not proof.lexicon.knows(word, expected):
                    yield Found(passage.at(match.start()), f"'{word}' is {names[other]} spelling")


@rule(
    "L106",
    WARNING,
    "A word that stands twice in a row is a slip of the print or of the transcription.",
    "Look at the print; emend it, or remark on it if it is printed.",
)
def doubled_word(proof: Proof) -> Findings:
    """No word stands twice in a row."""
    for passage in proof.passages:
        for match in DOUBLED.finditer(passage.text):
            if match[1].casefold() in DOUBLES or passage.is_remarked(*match.span()):
                continue
            if len(match[1]) > 1:
                yield Found(passage.at(match.start()), f"'{match[0]}'")


@rule(
    "L107",
    WARNING,
    "An entry of the word list that no text uses may hide a misreading one day.",
    "Take it out of articles/words.txt.",
    whole=True,
)
def unused_word(proof: Proof) -> Findings:
    """Every entry of the word list is used."""
    used = {proof.lexicon.lists(match[0]) for p in _judged(proof) for match, _ in p.words}
    for entry in proof.edition.words:
        if entry.text not in used:
            yield Found(Location(WORDS, entry.line), f"'{entry.text}' stands in no text")


@rule(
    "L108",
    WARNING,
    "A word list in order shows at a glance what it holds and merges without conflicts.",
    "Sort the words inside their group, each once, one to a line.",
)
def word_order(proof: Proof) -> Findings:
    """The word list is sorted inside its groups and has no word twice."""
    seen: dict[str, int] = {}
    last: Mapping[str, str] = {}
    for entry in proof.edition.words:
        place = Location(WORDS, entry.line)
        if not WORD.fullmatch(entry.text):
            yield Found(place, f"'{entry.text}' is not one word")
        if entry.text in seen:
            yield Found(place, f"'{entry.text}' stands on line {seen[entry.text]} as well")
        seen.setdefault(entry.text, entry.line)
        before = last.get(entry.group)
        if before is not None and entry.text.casefold() < before.casefold():
            yield Found(place, f"'{entry.text}' stands after '{before}'")
        last = {entry.group: entry.text}


@rule(
    "L109",
    INFO,
    "A dictionary has the word, so the word list need not.",
    "Take it out of articles/words.txt.",
)
def needless_word(proof: Proof) -> Findings:
    """The word list has only words that no dictionary has."""
    for entry in proof.edition.words:
        varieties = _varieties("ru" if CYRILLIC.search(entry.text) else "en")
        if any(proof.lexicon.spells(entry.text, variety) for variety in varieties):
            yield Found(Location(WORDS, entry.line), f"a dictionary has '{entry.text}'")
