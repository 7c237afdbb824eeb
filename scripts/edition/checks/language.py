"""L1xx: words, letters and the two languages of the edition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from edition.checks.lexicon import AMERICAN, BRITISH, RUSSIAN, Lexicon, Variety
from edition.checks.passages import ADDRESS, CYRILLIC, ISSUE, LATIN, WORD, Passage
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.body import reading_text
from edition.content.model import Article, Bilingual, Issue, Table
from edition.content.sources import Source
from edition.content.tables import DESCRIPTOR
from edition.content.translation import article_parts, digest, issue_parts, table_parts
from edition.content.words import WORDS
from edition.diagnostics import Location

DOUBLED: Final = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)
DOUBLES: Final = frozenset({"that", "had", "so", "very", "no", "да"})
"""Words that may rightly stand twice."""
ABBREVIATION: Final = 3
"""Letters of a word that may be an abbreviation."""
GUESSES: Final = 20
"""Words for which a guess is made; guessing is slow, and nobody reads hundreds."""
NUMBER: Final = re.compile(r"\d+(?:[  \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)*")
SCRIPTS: Final = {"Latn": LATIN, "Cyrl": CYRILLIC}
CYRILLIC_LANGUAGES: Final = frozenset({"ru", "kk", "ky", "uk", "be", "bg", "mn", "tg"})
TWINS: Final = frozenset("aceopxyABCEHKMOPTXасеорхуАВСЕНКМОРТХ")
"""Letters that look alike in both alphabets."""
THOUSANDS: Final = re.compile(r"'000\b")
SPAN_LANGUAGE: Final = re.compile(
    r"\[(?P<inner>[^\[\]]*)\]\{[^}]*\blang=[\"']?(?P<tag>[\w-]+)[^}]*\}"
)


def _varieties(lang: str) -> tuple[Variety, ...]:
    """Return the dictionaries of a language; none for one that has no dictionary here."""
    if lang.startswith("en"):
        return (BRITISH, AMERICAN)
    return (RUSSIAN,) if lang == "ru" else ()


def _unknown(
    proof: Proof, language: str
) -> Iterator[tuple[Passage, re.Match[str], tuple[Variety, ...]]]:
    for passage in proof.passages:
        for match, lang in passage.words:
            varieties = _varieties(lang)
            if not lang.startswith(language) or not varieties:
                continue
            short = len(match[0]) == 1 or _is_abbreviation(passage, match)
            mixed = LATIN.search(match[0]) and CYRILLIC.search(match[0])  # L104
            if short or mixed or proof.lexicon.knows(match[0], *varieties):
                continue
            if not passage.is_remarked(*match.span()):
                yield passage, match, varieties


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
    used = {proof.lexicon.lists(match[0]) for p in proof.passages for match, _ in p.words}
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


# --- translation ----------------------------------------------------------------


def translated(
    proof: Proof,
) -> Iterator[tuple[Source, tuple[str | int, ...], Mapping[str, str], Mapping[str, str]]]:
    """Yield everything that keeps hashes: file, path of the key, English parts, hashes."""
    edition = proof.edition
    issue = proof.sources[ISSUE]
    yield issue, ("translation_of",), issue_parts(edition.issue), edition.issue.translation_of
    for article in edition.articles:
        path = ("ru", "translation_of")
        yield proof.of(article), path, article_parts(article), article.meta.ru.translation_of
    descriptor = proof.sources.get(DESCRIPTOR)
    for table in edition.tables:
        if descriptor is not None:
            path_ = proof.resource(table)
            yield descriptor, (*path_, "translation_of"), table_parts(table), table.translation_of


@rule(
    "L110",
    WARNING,
    "The English has changed since its Russian was made, which may now say something else.",
    "Compare both, then run 'edition check --accept-translations'.",
)
def outdated_translation(proof: Proof) -> Findings:
    """The Russian was made from the English that stands beside it."""
    for source, path, parts, hashes in translated(proof):
        for name, english in parts.items():
            if name in hashes and hashes[name] != digest(english):
                message = f"the English of '{name}' has changed since its Russian was made"
                yield Found(source.key(*path, name), message)


@rule(
    "L111",
    WARNING,
    "Without the hash of its English nobody notices when a translation goes out of date.",
    "Compare both, then run 'edition check --accept-translations'.",
)
def unhashed_translation(proof: Proof) -> Findings:
    """Every translation keeps the hash of its English, and nothing else does."""
    for source, path, parts, hashes in translated(proof):
        missing = [name for name in parts if name not in hashes]
        if missing:
            names = ", ".join(missing)
            yield Found(source.key(*path), f"no hash says what the Russian was made from: {names}")
        for name in hashes:
            if name not in parts:
                yield Found(source.key(*path, name), f"there is no English '{name}' any more")


@rule(
    "L112",
    WARNING,
    "Figures are the same in both languages.",
    "Correct the Russian; the English stays as printed.",
)
def numbers(proof: Proof) -> Findings:
    """A text and its translation have the same figures."""
    for source, path, english, russian in _pairs(proof):
        left, right = (
            _figures(reading_text(text), lang) for text, lang in ((english, "en"), (russian, "ru"))
        )
        left, right = left - right, right - left
        for year in [n for n in right if len(n) == len("2007")]:
            if year[2:] in left:  # Jul-07, июль 2007
                left.subtract([year[2:]])
                right.subtract([year])
        only = [f"{n} in English only" for n in sorted(left.elements())]
        only += [f"{n} in Russian only" for n in sorted(right.elements())]
        if only:
            yield Found(source.key(*path), f"the figures differ: {', '.join(only)}")


def _figures(text: str, lang: str) -> Counter[str]:
    """Count the numbers of a text, each in one form for both languages."""
    found = Counter[str]()
    for match in NUMBER.finditer(THOUSANDS.sub(" ", ADDRESS.sub(" ", text))):
        number = match[0]
        if lang == "ru":
            number = re.sub(r"[\s\u00a0\u202f]", "", number).replace(",", ".")
        else:
            number = re.sub(r",(?=\d{3}(?!\d))", "", number)
        found.update(re.split(r"\s+", number))
    return found


def _pairs(proof: Proof) -> Iterator[tuple[Source, tuple[str | int, ...], str, str]]:
    """Yield every supplied Russian text with its English: file, path, English, Russian."""
    yield from _issue_pairs(proof.edition.issue, proof.sources[ISSUE])
    for article in proof.edition.articles:
        yield from _article_pairs(article, proof.of(article))
    for table in proof.edition.tables:
        source = proof.sources[DESCRIPTOR]
        for path, english, russian in _table_pairs(table):
            yield source, (*proof.resource(table), *path), english, russian


def _issue_pairs(
    issue: Issue, source: Source
) -> Iterator[tuple[Source, tuple[str | int, ...], str, str]]:
    for name in ("publisher", "place", "notice"):
        text: Bilingual = getattr(issue, name)
        yield source, (name, "ru"), text.en, text.ru
    for index, block in enumerate(issue.masthead):
        yield source, ("masthead", index, "ru"), block.en, block.ru
    for index, section in enumerate(issue.sections):
        yield source, ("sections", index, "title", "ru"), section.title.en, section.title.ru


def _article_pairs(
    article: Article, source: Source
) -> Iterator[tuple[Source, tuple[str | int, ...], str, str]]:
    meta = article.meta
    yield source, ("ru", "title"), meta.title, meta.ru.title
    yield source, ("ru", "subtitle"), meta.subtitle or "", meta.ru.subtitle or ""
    yield source, ("ru", "running_title"), meta.running_title, meta.ru.running_title
    yield source, ("ru", "abstract"), meta.abstract.text, meta.ru.abstract
    for index, author in enumerate(meta.authors):
        path = ("authors", index, "ru", "affiliation")
        yield source, path, author.affiliation, author.ru.affiliation
    for index, (one, other) in enumerate(zip(meta.keywords, meta.ru.keywords, strict=False)):
        yield source, ("ru", "keywords", index), one, other


def _table_pairs(table: Table) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for name in ("number", "caption", "legend", "unit", "source", "note", "remark"):
        text: Bilingual | None = getattr(table, name)
        if text is not None:
            yield (name, "ru"), text.en, text.ru
    if table.chart is not None:
        if table.chart.title is not None:
            yield ("chart", "title", "ru"), table.chart.title.en, table.chart.title.ru
        for row, text in table.chart.labels.items():
            yield ("chart", "labels", row, "ru"), text.en, text.ru
    for index, field in enumerate(table.fields):
        path = ("schema", "fields", index)
        yield (*path, "labels", "ru"), field.title, field.labels.get("ru", field.title)
        if field.unit is not None:
            yield (*path, "unit", "ru"), field.unit.en, field.unit.ru
        for cell, value in field.values.get("ru", {}).items():
            yield (*path, "values", "ru", cell), cell, value


@rule(
    "L113",
    WARNING,
    "A Russian text without a Cyrillic letter has not been translated.",
    "Translate it, or write an exception if it is the same in both languages.",
)
def untranslated(proof: Proof) -> Findings:
    """Every supplied Russian text is in Russian."""
    for source, path, english, russian in _pairs(proof):
        if "lang=" in russian:
            continue  # a span says what it is
        if len(LATIN.findall(russian)) > 1 and not CYRILLIC.search(russian):
            yield Found(source.key(*path), f"'{russian}' for '{english}' is not Russian")


@rule(
    "L114",
    WARNING,
    "A word in Latin letters that is marked as Russian is read aloud with the wrong voice.",
    "Write 'ru-Latn' for Russian in Latin letters, or correct the language.",
)
def script_of_span(proof: Proof) -> Findings:
    """The letters of a span are those of its language."""
    for source, match in _spans(proof):
        language, _, script = match["tag"].partition("-")
        expected = CYRILLIC if language in CYRILLIC_LANGUAGES else LATIN
        expected = SCRIPTS.get(script, expected)
        inner = match["inner"]
        if re.search(r"[^\W\d_]", inner) and not expected.search(inner):
            message = f"'{inner}' is not written in the letters of '{match['tag']}'"
            yield Found(source.at(match.start()), message)


def _spans(proof: Proof) -> Iterator[tuple[Source, re.Match[str]]]:
    for path in sorted(proof.sources):
        source = proof.sources[path]
        for match in SPAN_LANGUAGE.finditer(source.text):
            yield source, match
