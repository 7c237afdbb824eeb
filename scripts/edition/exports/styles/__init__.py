"""The citation styles that a reader can choose from, and their files.

The files are written by ``make styles``; ``styles.json`` says where each comes from, under
which licence, and what is changed in it.

*Chicago* is its system of notes: a note is a full reference with the place cited, where
author and date would be a key to a list elsewhere. *GOST R 7.0.5* is the standard's footnote
(подстрочная ссылка) for the same reason. *APA* has no such form: a passage is cited in
brackets in the text, and the reference stands in the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from edition.content.model import Language
from edition.languages import style_name


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style.

    Attributes:
        id: Name of its file without the suffix.
        in_text: Whether the citation of a passage needs the reference beside it; if not, it
            is itself a full reference with the place cited.
        notes_access: Whether the day on which a page was read is a remark of whoever cites, in
            the language of the citing text and in figures (дата обращения: 05.11.2007); if not,
            it is a part of the reference, in the language of the reference.
    """

    id: str
    in_text: bool = False
    notes_access: bool = False

    @property
    def file(self) -> str:
        """Name of its file, in the Citation Style Language."""
        return f"{self.id}.csl"

    def name_in(self, lang: Language) -> str:
        """Return what readers call it."""
        return style_name(self.id, lang)


STYLES: Final = (
    Style("chicago-notes"),
    Style("apa", in_text=True),
    Style("gost-r-7-0-5-2008-notes", notes_access=True),
)
