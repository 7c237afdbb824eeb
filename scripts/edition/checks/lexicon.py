"""The dictionaries: Hunspell's for both Englishes and Russian, and the edition's word list.

The dictionaries are read once in a process; asking them is cheap.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import Final, Literal, Protocol, cast

Variety = Literal["en-US", "en-GB", "ru"]
AMERICAN: Final[Variety] = "en-US"
BRITISH: Final[Variety] = "en-GB"
RUSSIAN: Final[Variety] = "ru"

POSSESSIVES: Final = ("'s", "’s", "'", "’")
SUGGESTIONS: Final = 3


class _Speller(Protocol):
    """What is used of the Hunspell binding, which has no types of its own."""

    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> Iterable[str]: ...


@cache
def _speller(variety: Variety) -> _Speller:
    from hunspell import Hunspell  # noqa: PLC0415  # only a check needs it

    with as_file(files("edition.checks") / "dictionaries") as folder:
        return cast("_Speller", Hunspell(variety, hunspell_data_dir=str(folder)))


@cache
def _spells(variety: Variety, word: str) -> bool:
    return bool(_speller(variety).spell(word))


@cache
def _suggests(variety: Variety, word: str) -> tuple[str, ...]:
    return tuple(_speller(variety).suggest(word))[:SUGGESTIONS]


class Lexicon:
    """What counts as a word.

    Args:
        words: The edition's own words.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        """Remember the words."""
        self.words = frozenset(words)
        self._capitals = frozenset(word.upper() for word in self.words)
        self._known: dict[tuple[str, tuple[Variety, ...]], bool] = {}

    def spells(self, word: str, variety: Variety) -> bool:
        """Tell whether a dictionary has a word, whatever the edition's list says."""
        return _spells(variety, word.replace("’", "'"))

    def lists(self, word: str) -> str | None:
        """Return the entry of the edition's list that a word is a form of."""
        for form in _forms(word):
            if form in self.words:
                return form
            lowered = form[:1].lower() + form[1:]
            if lowered in self.words:
                return lowered
            if form.isupper() and form in self._capitals:
                return next(entry for entry in self.words if entry.upper() == form)
        return None

    def knows(self, word: str, *varieties: Variety) -> bool:
        """Tell whether a word is in the edition's list or in one of the dictionaries."""
        key = (word, varieties)
        if key not in self._known:
            listed = self.lists(word) is not None
            forms = _forms(word)
            self._known[key] = listed or any(self.spells(f, v) for f in forms for v in varieties)
        return self._known[key]

    @staticmethod
    def suggest(word: str, variety: Variety) -> tuple[str, ...]:
        """Return a few words that may have been meant."""
        return _suggests(variety, word)


def _forms(word: str) -> Iterable[str]:
    """Yield a word as it stands and without the sign of the possessive."""
    yield word
    for ending in POSSESSIVES:
        if word.endswith(ending) and len(word) > len(ending):
            yield word[: -len(ending)]
