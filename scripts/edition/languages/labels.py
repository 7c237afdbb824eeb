"""What the edition itself says, in every language that the engine knows.

A label that is missing is a ``KeyError`` or an ``AttributeError`` where it is asked for, and never
a hole on a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

from edition.languages.language import folder, language

FILE = "labels.yml"

Words = Mapping[str, str]


@cache
def read(code: str) -> Mapping[str, Words]:
    """Return the labels of a language by section: ``pages``, ``text`` and ``styles``.

    Args:
        code: The language.
    """
    text = folder(language(code).code).joinpath(FILE).read_text(encoding="utf-8")
    sections: dict[str, dict[str, str]] = yaml.safe_load(text)
    return sections


class Labels:
    """The labels of the pages in one language, as attributes for templates and as items."""

    def __init__(self, lang: str) -> None:
        """Choose the language."""
        self.lang = lang

    def __getitem__(self, key: str) -> str:
        """Return a label.

        Raises:
            KeyError: If there is no such label.
        """
        return self.language_name if key == "language_name" else read(self.lang)["pages"][key]

    def __getattr__(self, key: str) -> str:
        """Return a label.

        Raises:
            AttributeError: If there is no such label.
        """
        try:
            return self[key]
        except KeyError:
            raise AttributeError(key) from None

    @property
    def language_name(self) -> str:
        """What the language calls itself."""
        return language(self.lang).name


def say(key: str, lang: str, *values: object) -> str:
    """Return words of the markup in one language, with their gaps filled.

    Args:
        key: Which words; such as belong to what stands inside a text.
        lang: The language.
        values: What goes into the gaps.
    """
    return read(lang)["text"][key].format(*values)


def says(key: str, lang: str) -> bool:
    """Tell whether the markup has words for something."""
    return key in read(lang)["text"]


def style_name(style: str, lang: str) -> str:
    """Return what readers call a citation style.

    Args:
        style: Its id.
        lang: The language.
    """
    return read(lang)["styles"][style]
