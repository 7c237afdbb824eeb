"""The measured accuracy, for the page about the edition.

A hand-written page has the line ``::: accuracy`` where the sentence goes; the figures are those
of ``edition collate`` at the time of the build, so that the page cannot claim what is not so.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from edition.collation import Witness, collate, read_witness
from edition.collation.permitted import Account
from edition.collation.witness import WITNESS
from edition.content.apparatus import count_apparatus
from edition.content.model import Edition, Language
from edition.markup.numerals import format_number

LINE: Final = "::: accuracy"

SENTENCES: Final[Mapping[Language, str]] = {
    "en": (
        "When this site was built, the edition was compared with the transcription word by word. "
        "Of the {characters} characters of the transcription, {accounted} are accounted for: "
        "{same} stand in the text as they stand there, {moved} stand in notes, tables and "
        "captions that were put in their places, and the rest are line ends undone, recorded "
        "emendations, and marks of the transcription or of the page, by a short list of kinds. "
        "Unexplained differences, in either direction: {unexplained}. The edition records "
        "{emendations} emendations and {remarks} remarks; there is a "
        "[list of them all](emendations.md)."
    ),
    "ru": (
        "При сборке этого сайта текст издания пословно сверен с расшифровкой. Из {characters} "
        "знаков расшифровки учтено {accounted}: {same} стоят в тексте так же, как в ней, "
        "{moved}\u00a0— в примечаниях, таблицах и подписях, возвращенных на свои места; "
        "остальное\u00a0— устраненные разрывы строк, отмеченные исправления и знаки расшифровки "
        "или печатной страницы из короткого перечня видов. Необъясненных расхождений в обе "
        "стороны: {unexplained}. Исправлений в издании: {emendations}, замечаний: {remarks}; все "
        "они собраны в [списке](emendations.md)."
    ),
}
NOT_MEASURED: Final[Mapping[Language, str]] = {
    "en": "The figures of the comparison are measured when the site is built.",
    "ru": "Показатели сверки вычисляются при сборке сайта.",
}


def kept_witness(root: Path) -> Witness | None:
    """Return the witness that an edition keeps, if it keeps one.

    Raises:
        EditionError: If it cannot be read.
    """
    return read_witness(root) if os.path.lexists(root / WITNESS) else None


def with_accuracy(markdown: str, edition: Edition, witness: Witness | None, lang: Language) -> str:
    """Put the sentence into a page that asks for it.

    Args:
        markdown: The page.
        edition: The edition.
        witness: What to compare it with; a preview does without, for the sake of speed.
        lang: Language of the page.

    Returns:
        The page; unchanged if it does not ask.
    """
    if LINE not in markdown.split("\n"):
        return markdown
    text = _sentence(edition, witness, lang) if witness else NOT_MEASURED[lang]
    return "\n".join(text if line == LINE else line for line in markdown.split("\n"))


def _sentence(edition: Edition, witness: Witness, lang: Language) -> str:
    collation = collate(edition, witness)
    accounts = collation.accounts
    emendations, remarks = count_apparatus(edition)
    figures = {
        "characters": collation.characters,
        "accounted": collation.characters - accounts[Account.UNEXPLAINED],
        "same": accounts[Account.SAME],
        "moved": accounts[Account.MOVED],
        "unexplained": len(collation.findings),
        "emendations": emendations,
        "remarks": remarks,
    }
    written = {name: format_number(Decimal(figure), lang) for name, figure in figures.items()}
    return SENTENCES[lang].format(**written)
