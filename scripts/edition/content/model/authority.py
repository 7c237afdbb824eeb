"""The authority file: persons, places and organisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag

from edition.content.model.base import Bilingual, Language, Model, Slug, Text, unique

AuthorityKind = Literal["persons", "places", "organisations"]
AUTHORITY_KINDS: tuple[AuthorityKind, ...] = ("persons", "places", "organisations")


class Heading(Model):
    """The heading of an entry in one language."""

    name: Text


class LimitedForm(Model):
    """A form that means the entry in some articles only."""

    form: Text
    only: Annotated[tuple[Slug, ...], Field(min_length=1)]


def _kind(form: object) -> str:
    return "limited" if isinstance(form, dict | LimitedForm) else "form"


Form = Annotated[
    Annotated[Text, Tag("form")] | Annotated[LimitedForm, Tag("limited")], Discriminator(_kind)
]
"""A printed form, in every article or in some of them."""


class AuthorityEntry(Model):
    """A person, a place or an organisation.

    Attributes:
        id: Identifier; part of an address.
        en: English heading.
        ru: Russian heading.
        description: A short phrase from the issue's own text.
        forms: What the issue prints for it.
        also: Other spellings that readers may look for.
    """

    id: Slug
    en: Heading
    ru: Heading
    description: Bilingual | None = None
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]
    also: tuple[Text, ...] = ()

    def heading(self, lang: Language) -> str:
        """Return the heading in one language."""
        return self.ru.name if lang == "ru" else self.en.name

    def printed(self) -> tuple[str, ...]:
        """Return every printed form."""
        return tuple(form if isinstance(form, str) else form.form for form in self.forms)

    def variants(self) -> tuple[str, ...]:
        """Return every spelling of the name, printed or not."""
        return tuple(dict.fromkeys((self.en.name, self.ru.name, *self.printed(), *self.also)))


class Authority(Model):
    """The authority file of an issue."""

    persons: Annotated[tuple[AuthorityEntry, ...], AfterValidator(unique)] = ()
    places: Annotated[tuple[AuthorityEntry, ...], AfterValidator(unique)] = ()
    organisations: Annotated[tuple[AuthorityEntry, ...], AfterValidator(unique)] = ()

    def of(self, kind: AuthorityKind) -> tuple[AuthorityEntry, ...]:
        """Return the entries of one kind."""
        entries: dict[AuthorityKind, tuple[AuthorityEntry, ...]] = {
            "persons": self.persons,
            "places": self.places,
            "organisations": self.organisations,
        }
        return entries[kind]

    def all(self) -> Iterator[tuple[AuthorityKind, AuthorityEntry]]:
        """Return every entry with its kind."""
        for kind in AUTHORITY_KINDS:
            for entry in self.of(kind):
                yield kind, entry
