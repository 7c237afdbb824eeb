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
    "cited": {"en": "Back to citation {}", "ru": "Вернуться к отсылке {}"},
    "cited_nth": {
        "en": "Back to citation {1} of reference {0}",
        "ru": "Вернуться к {1}-й отсылке к источнику {0}",
    },
    "to_note": {"en": "{}: note {}", "ru": "{}: примечание {}"},
    "to_ref": {"en": "{}: reference {}", "ru": "{}: источник {}"},
    "same_as": {"en": "Same as reference {}", "ru": "То же, что источник {}"},
    "remark": {"en": "Editor’s remark {}", "ru": "Замечание редактора {}"},
    "emendation": {"en": "Emendation {}", "ru": "Исправление {}"},
    "reconstructed": {
        "en": "Reconstructed from the text by the edition; the picture is lost.",
        "ru": "Восстановлено в цифровом издании по тексту; рисунок утрачен.",
    },
    "lost": {
        "en": "The picture is lost; the text gives none of its values.",
        "ru": "Рисунок утрачен; значения в тексте не названы.",
    },
    "supplied": {"en": "supplied by the edition", "ru": "дополнение цифрового издания"},
    "unit": {"en": "Unit: {}", "ru": "Единица измерения: {}"},
    "csv": {"en": "CSV", "ru": "CSV"},
    "csv_title": {
        "en": "Download the table as CSV: {}",
        "ru": "Скачать таблицу в формате CSV: {}",
    },
    "json": {"en": "JSON", "ru": "JSON"},
    "json_title": {
        "en": "Download the table as JSON: {}",
        "ru": "Скачать таблицу в формате JSON: {}",
    },
    "copy": {"en": "Copy", "ru": "Копировать"},
    "copy_title": {"en": "Copy the table: {}", "ru": "Копировать таблицу: {}"},
    "copied": {"en": "Copied", "ru": "Скопировано"},
    "as_printed": {"en": "Order as printed", "ru": "Порядок печатного издания"},
    "chart": {"en": "Chart", "ru": "График"},
    "chart_bars": {"en": "Chart", "ru": "Диаграмма"},
    "chart_title": {"en": "Chart: {}", "ru": "График: {}"},
    "chart_bars_title": {"en": "Chart: {}", "ru": "Диаграмма: {}"},
    "chart_bars_text": {"en": "Bar chart. {}", "ru": "Полосовая диаграмма. {}"},
    "chart_lines_text": {"en": "Line chart. {}", "ru": "Линейный график. {}"},
    "chart_of_table": {
        "en": "Drawn by the edition from the figures of the table.",
        "ru": "Построено в цифровом издании по данным таблицы.",
    },
    "chart_panel": {"en": "{} (another scale)", "ru": "{} (другая шкала)"},
    "chart_panels": {
        "en": "What is of another order of magnitude has a scale of its own.",
        "ru": "Величины другого порядка показаны отдельно, в своей шкале.",
    },
    "chart_cut": {"en": "The scale begins at {}.", "ru": "Шкала начинается с {}."},
    "chart_reconstructed": {
        "en": "Reconstructed: drawn by the edition from the values that the text gives. "
        "The lost picture may have looked otherwise and shown more.",
        "ru": "Реконструкция: построено в цифровом издании по значениям, названным в тексте. "
        "Утраченный рисунок мог выглядеть иначе и содержать больше.",
    },
    "table_remark": {"en": "Editor’s remark:", "ru": "Замечание редактора."},
    "source": {"en": "Source:", "ru": "Источник:"},
    "note_label": {"en": "Note:", "ru": "Примечание."},
    "paragraph": {"en": "Paragraph {}", "ru": "Абзац {}"},
    "passage": {"en": "Paragraph", "ru": "Абзац"},
    "kind_total": {"en": "in total", "ru": "в сумме"},
    "kind_average": {"en": "on average", "ru": "в среднем"},
    "scope_same question": {
        "en": "Given in the article for the same question; whether the diagram showed it is not "
        "known.",
        "ru": "Приведено в статье по тому же вопросу; было ли это на диаграмме, неизвестно.",
    },
    "gap": {"en": "no value", "ru": "нет данных"},
    "scroll": {"en": "Table, scrolls sideways", "ru": "Таблица с горизонтальной прокруткой"},
}


def say(key: str, lang: Language, *values: object) -> str:
    """Return a word of the markup in one language, with its gaps filled."""
    return WORDS[key][lang].format(*values)
