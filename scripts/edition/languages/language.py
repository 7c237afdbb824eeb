"""The registry: which languages the engine knows, and what it knows of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml
from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from edition.languages.data import Alphabet, Breaks, Reading, Signs
from edition.languages.tags import parsed

FILE = "language.yml"
"""What makes a folder that of a language."""


@dataclass(frozen=True)
class LanguageData:
    """What the engine knows of a language.

    Attributes:
        code: The tag of the language and the name of its folder.
        alphabet: Its letters.
        signs: Its quotation marks and dashes.
        breaks: Where its lines must not end.
        reading: What the check must know of it.
    """

    code: str
    alphabet: Alphabet
    signs: Signs
    breaks: Breaks
    reading: Reading

    @cached_property
    def locale(self) -> Locale:
        """What CLDR says of the language."""
        return Locale.parse(self.code, sep="-")

    @property
    def script(self) -> str:
        """The script that it is written in (ISO 15924)."""
        return parsed(self.code).script

    @property
    def tag(self) -> str:
        """Its tag with the region that CLDR takes for the likely one."""
        return f"{self.code}-{parsed(self.code).region}"

    @property
    def name(self) -> str:
        """What it calls itself, as the first word of an entry."""
        name = self.locale.get_language_name(self.code) or self.code
        return name[:1].upper() + name[1:]

    @property
    def english_name(self) -> str:
        """What it is called in English, as findings are."""
        return self.locale.english_name or self.code

    @property
    def months(self) -> tuple[str, ...]:
        """Its months as they stand beside a day."""
        return tuple(self.locale.months["format"]["wide"].values())

    @property
    def decimal(self) -> str:
        """The sign before decimals."""
        return get_decimal_symbol(self.locale)

    @property
    def group(self) -> str:
        """The sign between groups of figures."""
        return get_group_symbol(self.locale)

    @property
    def percent(self) -> str:
        """The percent sign as it follows a number, with its space."""
        return str(self.locale.percent_formats[None].suffix[0])


@cache
def known() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder, in their order."""
    folders = files("edition.languages").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and f.joinpath(FILE).is_file()))


def folder(code: str) -> Traversable:
    """Return the folder of a language."""
    return files("edition.languages").joinpath(code)


@cache
def language(code: str) -> LanguageData:
    """Return what the engine knows of a language that it knows.

    Args:
        code: One of :func:`known`.

    Raises:
        KeyError: If there is no folder of this name.
    """
    if code not in known():
        raise KeyError(code)
    data = yaml.safe_load(folder(code).joinpath(FILE).read_text(encoding="utf-8"))
    return LanguageData(
        code,
        Alphabet.model_validate(data["alphabet"]),
        Signs.model_validate(data["signs"]),
        Breaks.model_validate(data["breaks"]),
        Reading.model_validate(data["reading"]),
    )


@cache
def of(tag: str) -> LanguageData | None:
    """Return what the engine knows of the language of a tag; nothing if it has no folder.

    Args:
        tag: A tag as BCP 47 has it; its base language counts, in whatever script or region.
    """
    code = parsed(tag).language
    return language(code) if code in known() else None


@cache
def every() -> tuple[LanguageData, ...]:
    """Return what the engine knows of every language."""
    return tuple(map(language, known()))
