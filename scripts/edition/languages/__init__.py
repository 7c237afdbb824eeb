"""What the engine knows of languages: a folder for each, and nothing of it anywhere else.

``languages/<code>/`` holds ``language.yml`` (letters, signs, breaks, what the check must know),
``labels.yml`` (what the edition itself says) and ``dictionaries/`` (Hunspell's). What CLDR, the
Unicode Consortium's tables, says as this edition wants it comes from there, by Babel: script,
region, months, the signs of numbers, the language's own name for itself. The rest of the package
asks here and knows no language by its code, so that another language is another folder.
"""

from __future__ import annotations

from edition.languages.labels import Labels, say, style_name
from edition.languages.language import LanguageData, known, language, of

__all__ = ["Labels", "LanguageData", "known", "language", "of", "say", "style_name"]
