"""The index of names: persons, places and organisations, and where the issue names them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from edition.content.authority import Mentions
from edition.content.model import AUTHORITY_KINDS, AuthorityEntry, AuthorityKind, Edition, Language
from edition.content.places import Place, PlaceKind
from edition.languages import Labels
from edition.pages import paths
from edition.pages.page import Page
from edition.pages.render import render
from edition.text.views import read_as

LATIN_END = "\u024f"
SPOKEN: Final[Mapping[PlaceKind, str]] = {
    "paragraph": "place_paragraph",
    "heading": "place_heading_spoken",
}
"""Labels of the places whose names have a sign, as they are read aloud."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a place.

    Attributes:
        address: Where it leads.
        name: What the index calls the place.
        spoken: What it is to the ear where the name has a sign for it, or "".
    """

    address: str
    name: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the index and where the issue names it.

    Attributes:
        anchor: Id on the page.
        entry: The entry of the authority file.
        printed: What the issue calls it, besides the two headings.
        others: Spellings that the edition supplies for those who look for them.
        places: The places, under what they belong to: the authors of an article, the council,
            the masthead.
    """

    anchor: str
    entry: AuthorityEntry
    printed: tuple[str, ...]
    others: tuple[str, ...]
    places: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under one letter."""

    letter: str
    anchor: str
    entries: tuple[Entry, ...]


def anchor(kind: AuthorityKind, entry: AuthorityEntry) -> str:
    """Return the id of an entry on the page."""
    return f"{kind}-{entry.id}"


def names_page(edition: Edition, mentions: Mentions, lang: Language) -> Page:
    """Return the index in the alphabet of one language.

    Args:
        edition: The edition.
        mentions: Where the edition names its entries.
        lang: Language of the page.
    """
    label = Labels(lang)
    sections = [
        (kind, Labels(lang)[kind], _letters(edition, mentions, kind, lang))
        for kind in AUTHORITY_KINDS
        if edition.authority.of(kind)
    ]
    return Page(
        path=paths.source_path("names", lang),
        kind="names",
        key="names",
        lang=lang,
        title=label.names,
        description=label.names_note,
        markdown=render("names.md.jinja", edition, lang, sections=sections),
        source="articles/authority.yml",
    )


def _letters(
    edition: Edition, mentions: Mentions, kind: AuthorityKind, lang: Language
) -> tuple[Letter, ...]:
    ordered = sorted(edition.authority.of(kind), key=lambda entry: sort_key(entry.heading(lang)))
    groups = groupby(ordered, key=lambda entry: sort_key(entry.heading(lang))[:1].upper())
    return tuple(
        Letter(
            letter,
            f"{kind}-letter-{number}",
            tuple(_entry(edition, mentions, kind, entry, lang) for entry in entries),
        )
        for number, (letter, entries) in enumerate(groups, start=1)
    )


def _entry(
    edition: Edition,
    mentions: Mentions,
    kind: AuthorityKind,
    entry: AuthorityEntry,
    lang: Language,
) -> Entry:
    headings = (entry.en.name, entry.ru.name)
    forms = (form for form in entry.forms if mentions.prints(form))
    printed = _unlike(headings, (f if isinstance(f, str) else f.form for f in forms))
    others = _unlike((*headings, *printed), entry.also)
    places = _grouped(edition, mentions.of(kind, entry), lang)
    return Entry(anchor(kind, entry), entry, printed, others, places)


def _unlike(known: Iterable[str], forms: Iterable[str]) -> tuple[str, ...]:
    """Return the forms that are not known yet, each once, whatever its capitals."""
    first = {form.casefold(): form for form in reversed(tuple(forms))}
    for form in known:
        first.pop(form.casefold(), None)
    return tuple(reversed(first.values()))


def _grouped(
    edition: Edition, places: Iterable[Place], lang: Language
) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    return tuple(
        (
            _surnames(edition, owner, lang) or Labels(lang)[owner],
            tuple(place_link(edition, place, lang) for place in found),
        )
        for owner, found in groupby(places, key=lambda place: place.owner)
    )


def _surnames(edition: Edition, owner: str, lang: Language) -> str:
    """Return the surnames of an article's authors, or "" if the owner is no article."""
    authors = [
        a for article in edition.articles if article.slug == owner for a in article.meta.authors
    ]
    return ", ".join(author.ru.surname if lang == "ru" else author.surname for author in authors)


def place_link(edition: Edition, place: Place, lang: Language) -> Link:
    """Return the link to a place from a page of one language.

    Args:
        edition: The edition.
        place: A place of it.
        lang: The language of the page.
    """
    name, spoken = _name(edition, place, lang), ""
    if place.kind in SPOKEN and place.number:
        spoken = Labels(lang)[SPOKEN[place.kind]].format(n=place.number)
    return Link(paths.place(place), name, spoken)


def _name(edition: Edition, place: Place, lang: Language) -> str:
    if place.kind == "table":
        return _table_name(edition, place, lang)
    if place.kind == "council":
        return next(m[lang].name for m in edition.council.members if m.id == place.anchor)
    if place.kind == "masthead":
        blocks = edition.issue.masthead
        return _first_line(next(b[lang] for b in blocks if place.anchor == f"masthead-{b.id}"))
    if place.kind == "paragraph":
        return f"¶ {place.number}"
    if place.kind == "heading" and not place.number:
        return Labels(lang)["heading_place"]
    return Labels(lang)[f"place_{place.kind}"].format(n=place.number)


def _table_name(edition: Edition, place: Place, lang: Language) -> str:
    """Return the number of a table, told apart if another has the same; or else its caption."""
    table = edition.table(place.anchor)
    if table.number is None:
        return f'{Labels(lang)["table"]} "{read_as(table.caption[lang], "caption")}"'
    number = table.number[lang].removesuffix(".")
    alike = [other for other in edition.tables_of(place.slug) if other.number == table.number]
    return f"{number} ({alike.index(table) + 1})" if len(alike) > 1 else number


def _first_line(text: str) -> str:
    """Return how a statement of the masthead begins."""
    first, *more = text.splitlines()
    return f"{first} …" if more and not first.endswith(":") else first.removesuffix(":")


def sort_key(name: str) -> str:
    """Return a name as the alphabet sees it: no signs before it, no case, no accents, ё as е."""
    text = name.casefold().replace("ё", "е")
    plain = "".join(
        unicodedata.normalize("NFD", letter)[0] if letter <= LATIN_END else letter
        for letter in text
        if letter.isalnum() or letter == " "
    )
    return plain.strip()
