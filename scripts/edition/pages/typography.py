"""The signs of a language in what leaves the content as plain text: titles, names, references.

The texts of pages are set where a page is whole (``edition.site.typesetting``), by the same rules.
"""

from __future__ import annotations

from edition.content.model import Language
from edition.markup.signs import in_plain_text


def typographic(text: str, lang: Language) -> str:
    """Return a text with the quotation marks, apostrophes and dashes of its language.

    Args:
        text: Plain text.
        lang: Language of the text.
    """
    return in_plain_text(text, lang)
