"""The few words that the markup itself says, in both languages.

Labels of pages are in ``edition.pages.labels``; these belong to what stands inside the
text and must not depend on pages.
"""

from __future__ import annotations

from typing import Final

from edition.content.model import Language

WORDS: Final[dict[str, dict[Language, str]]] = {
    "note": {"en": "Note {}", "ru": "Примечание {}"},
    "notes": {"en": "Notes", "ru": "Примечания"},
    "back": {"en": "Back to the mark of note {}", "ru": "Вернуться к знаку примечания {}"},
    "back_nth": {
        "en": "Back to mark {1} of note {0}",
        "ru": "Вернуться к {1}-му знаку примечания {0}",
    },
    "reference": {"en": "Reference {}", "ru": "Источник {}"},
    "references": {"en": "References", "ru": "Литература"},
    "cited": {"en": "Back to citation {}", "ru": "Вернуться к ссылке {}"},
    "same_as": {"en": "Same as reference {}", "ru": "То же, что источник {}"},
    "source_reads": {"en": "the source reads “{}”", "ru": "в источнике: «{}»"},
    "remark": {"en": "Editor’s remark", "ru": "Замечание редактора"},
    "emendation": {"en": "Emendation", "ru": "Исправление"},
    "reconstructed": {
        "en": "Reconstructed from the text by the edition; the picture is lost.",
        "ru": "Восстановлено в цифровом издании по тексту; рисунок утрачен.",
    },
    "supplied": {"en": "supplied by the edition", "ru": "дополнение цифрового издания"},
    "unit": {"en": "Unit: {}", "ru": "Единица измерения: {}"},
    "csv": {"en": "CSV", "ru": "CSV"},
    "csv_title": {
        "en": "Download the table as CSV: {}",
        "ru": "Скачать таблицу в формате CSV: {}",
    },
    "source": {"en": "Source:", "ru": "Источник:"},
    "note_label": {"en": "Note:", "ru": "Примечание:"},
    "shared": {
        "en": "Printed once, with {}",
        "ru": "Напечатано один раз, см. {}",
    },
    "paragraph": {"en": "Paragraph {}", "ru": "Абзац {}"},
    "passage": {"en": "Where the text says it", "ru": "Место в тексте"},
    "gap": {"en": "no value", "ru": "нет данных"},
    "scroll": {"en": "Table, scrolls sideways", "ru": "Таблица с горизонтальной прокруткой"},
}


def say(key: str, lang: Language, *values: object) -> str:
    """Return a word of the markup in one language, with its gaps filled."""
    return WORDS[key][lang].format(*values)
