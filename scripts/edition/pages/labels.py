"""What the pages say themselves, in both languages.

A label missing in one language is a ``KeyError`` at import, not a hole on a page.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final

import yaml

from edition.content.model import LANGUAGES, Language


def _read() -> dict[str, dict[Language, str]]:
    text = files("edition.pages").joinpath("labels.yml").read_text(encoding="utf-8")
    labels: dict[str, dict[Language, str]] = yaml.safe_load(text)
    for key, forms in labels.items():
        if set(forms) != set(LANGUAGES):
            message = f"the label '{key}' is not in both languages"
            raise KeyError(message)
    return labels


LABELS: Final = _read()


class Labels:
    """The labels of one language, as attributes for templates."""

    def __init__(self, lang: Language) -> None:
        """Choose the language."""
        self.lang = lang

    def __getattr__(self, key: str) -> str:
        """Return a label.

        Raises:
            AttributeError: If there is no such label.
        """
        try:
            return LABELS[key][self.lang]
        except KeyError:
            raise AttributeError(key) from None
