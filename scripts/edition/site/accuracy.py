"""The measured accuracy, for the page about the edition.

A hand-written page has the line ``::: accuracy`` where the sentence goes; the figures are those
of ``edition collate`` at the time of the build, so that the page cannot claim what is not so.
"""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from typing import Final

from edition.collation import Witness, collate, read_witness
from edition.collation.permitted import Account
from edition.collation.witness import WITNESS
from edition.content.apparatus import count_apparatus
from edition.content.model import Edition, Language
from edition.languages import Labels
from edition.languages.numbers import format_number

LINE: Final = "::: accuracy"


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
    text = _sentence(edition, witness, lang) if witness else Labels(lang).accuracy_not_measured
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
    return Labels(lang).accuracy.format(**written)
