"""Scripts: which letters are of which, and what language a word in other letters is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from babel import Locale

from edition.languages.language import every, of
from edition.languages.tags import parsed

_RUN: Final = r"[{0}]+(?:[{1}]*[{0}]+)*"
_BETWEEN: Final = r"\s\d%.,:;?!–—«»„“()/№'’\[\]-"
"""What may stand between the words of a run on a page: signs that belong to no script."""
_IN_TEXT: Final = r"\s\u00A0\d.,:;–—«»„“()/№\-"
"""The same in the text of an article, which has marks of its own in brackets."""

CLASSES: Final[Mapping[str, str]] = {
    data.script: "".join(
        dict.fromkeys(d.alphabet.letters for d in every() if d.script == data.script)
    )
    for data in every()
}
"""The letters of each script that a known language has, as in a character class."""
LETTERS: Final[Mapping[str, re.Pattern[str]]] = {
    script: re.compile(f"[{letters}]") for script, letters in CLASSES.items()
}
"""A letter of each script."""
ASSUMED: Final[Mapping[str, str]] = {d.script: d.code for d in every() if d.alphabet.assumed}
"""Which language words in a script are taken for, where nothing says it."""
CERTAIN: Final = tuple(data.script for data in every() if data.alphabet.certain)
"""The scripts that tell the language of words in the text of an article."""
RUNS: Final[Mapping[str, re.Pattern[str]]] = {
    script: re.compile(_RUN.format(letters, _BETWEEN)) for script, letters in CLASSES.items()
}
"""Words in one script that stand together on a page."""
RUNS_IN_TEXT: Final[Mapping[str, re.Pattern[str]]] = {
    script: re.compile(_RUN.format(CLASSES[script], _IN_TEXT)) for script in CERTAIN
}
"""The same in the text of an article, for the scripts that tell the language there."""
CAPITALS: Final = "".join(data.alphabet.capitals for data in every())
"""The capital letters of all known languages, as in a character class."""
SMALL: Final = "".join(data.alphabet.small for data in every())
"""The small letters of all known languages, as in a character class."""


def script_of(tag: str) -> str:
    """Return the script that text of a language is in: what its tag says, or CLDR's likely one."""
    return parsed(tag).script


def script_name(script: str) -> str:
    """Return the English name of a script."""
    return str(Locale("en").scripts.get(script, script))


def scripts_in(text: str) -> frozenset[str]:
    """Return the scripts whose letters a text has, of those that a known language is written in."""
    return frozenset(script for script, letter in LETTERS.items() if letter.search(text))


def foreign_parts(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Cut a text of a page at the words in other letters than those of its language.

    Args:
        text: Plain text.
        lang: Its language.

    Yields:
        Every part with the language that its letters tell, or "" for what is in the text's own.
    """
    own = script_of(lang)
    runs = [
        (run.start(), run.end(), ASSUMED[script])
        for script, pattern in RUNS.items()
        if script != own
        for run in pattern.finditer(text)
    ]
    end = 0
    for start, stop, language in sorted(runs):
        yield "", text[end:start]
        yield language, text[start:stop]
        end = stop
    yield "", text[end:]


def foreign_runs_in_text(text: str, lang: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the words of an article's text whose letters tell that they are in another language.

    Args:
        text: Plain text.
        lang: The language that the text is said to be in.

    Yields:
        The language and the place of the words.
    """
    base, own, _ = parsed(lang)
    for script, pattern in RUNS_IN_TEXT.items():
        if ASSUMED[script] != base and script != own:
            yield from ((ASSUMED[script], run) for run in pattern.finditer(text))


def language_of_word(word: str, lang: str) -> str:
    """Return the language of a word in a text of a language.

    Args:
        word: A word.
        lang: The language of the text that it stands in.

    Returns:
        The language; another one if the word begins with a letter of another script than the text's
        and the engine knows the language of the text.
    """
    own = script_of(lang)
    if of(lang) is None or own not in LETTERS or LETTERS[own].match(word):
        return lang
    begun = (script for script, letter in LETTERS.items() if letter.match(word))
    return next((ASSUMED[script] for script in begun if script in ASSUMED), lang)
