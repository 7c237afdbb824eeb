"""What all models share: languages, kinds of text, bilingual texts, exceptions."""

from __future__ import annotations

import re
from collections.abc import Sized
from typing import Annotated, Final, Literal, Protocol, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from edition.content.limits import limits

Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "ru")
DEFAULT_LANGUAGE: Language = LANGUAGES[0]
"""The language of what has none: the page that offers all, an address that leads nowhere."""

RESERVED: frozenset[str] = frozenset(
    {
        "index",
        "council",
        "tables",
        "authors",
        "names",
        "notes",
        "emendations",
        "about",
        "rules",
        "search",
        "404",
        "issue",
    }
)
"""Names of pages and files that an article's slug must not take."""

DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""Names that Windows gives to no file, whatever its suffix."""

WHITE_SPACE: Final = re.compile(r"[\t-\r\x1c-\x20\x85\u2028\u2029]+")
"""White space that breaks lines or that no one can tell from one space; no special spaces."""


def one_line(text: str) -> str:
    """Fold the white space of a text, so that it is one line.

    Titles, names, captions and labels go into records of one line each, where a second line would
    begin another field.
    """
    return WHITE_SPACE.sub(" ", text).strip(" ")


def _seen(text: str) -> str:
    if not any(sign.isprintable() and not sign.isspace() for sign in text):
        raise ValueError("nothing of the text can be seen")
    return text


Lines = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), AfterValidator(_seen)]
"""A text that may have several lines or paragraphs."""

Text = Annotated[Lines, AfterValidator(one_line)]
"""A text of one line; line breaks of the file are spaces."""

Label = Annotated[str, AfterValidator(one_line)]
"""A text of one line that may be empty."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=80)]

Count = Annotated[int, Field(ge=1, le=1_000_000, strict=True)]
"""A number of things, or of one of them: a page, an entry, a place in an order."""

Address = Annotated[str, StringConstraints(pattern=r"^(https?|ftp|mailto):\S+$")]


class Model(BaseModel):
    """Base of all content models: frozen, strict about keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True
    )


class Named(Protocol):
    """Something with an identifier."""

    @property
    def id(self) -> str:
        """The identifier; part of an address."""


NamedT = TypeVar("NamedT", bound=Named)


def unique(items: tuple[NamedT, ...]) -> tuple[NamedT, ...]:
    """Refuse two items with one identifier, which would be one address."""
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            message = f"two entries have the id '{item.id}'"
            raise ValueError(message)
        seen.add(item.id)
    return items


class Bilingual(Model):
    """A text in both languages of the edition."""

    en: Text
    ru: Text

    def __getitem__(self, lang: Language) -> str:
        """Return the text in one language."""
        return self.en if lang == "en" else self.ru


FewT = TypeVar("FewT", bound=Sized)


def few_formulas(formulas: FewT) -> FewT:
    """Refuse more formulas than can be computed in good time."""
    most = limits().formulas
    if len(formulas) > most:
        raise ValueError(f"more than {most} of them (the limit 'formulas')")
    return formulas


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
TranslationOf = dict[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")], Digest]
"""For each part, what its English text was when the Russian was made: the beginning of
the SHA-256 of it. ``edition check --accept-translations`` writes it."""


class Exemption(Model):
    """A finding that an editor has looked at and lets stand.

    Attributes:
        code: Kind of the finding.
        text: Words of this file that stand at the place of the finding; without them every
            finding of this kind in the file (for tables: in the table) is meant.
        reason: Why it stands.
    """

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]
    text: Text | None = None
    reason: Text
