"""Quotation marks, apostrophes and dashes of a language, for what the edition says itself.

Files may be written with the signs of a keyboard; a reader sees those of the language. This is
for supplied matter alone (abstracts, remarks, reasons): what is printed stays as printed, sign for
sign.
"""

from __future__ import annotations

import re
from typing import Final

from edition.content.model import Language

QUOTES: Final[dict[Language, tuple[str, str]]] = {"en": ("“", "”"), "ru": ("«", "»")}
DASHES: Final[dict[Language, str]] = {"en": " – ", "ru": "\u00a0— "}
OPENING: Final = re.compile(r'(?<![^\s(\[{<“«—–/-])"(?=\S)')
APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)|(?<=\w)'(?!\w)")
SINGLE: Final = re.compile(r"(?<!\w)'(?=\w)")


def typographic(text: str, lang: Language) -> str:
    """Return a text with the signs of its language.

    Args:
        text: Plain text.
        lang: Language of the text.
    """
    opening, closing = QUOTES[lang]
    text = OPENING.sub(opening, text).replace('"', closing)
    text = SINGLE.sub("‘", APOSTROPHE.sub("’", text))
    return re.sub(r"(?<=\S) -{1,2} (?=\S)", DASHES[lang], text)
