"""The index of names: persons, places and organisations, and where the issue names them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from edition.content.authority import Mention, Mentions
from edition.content.model import (
    AUTHORITY_KINDS,
    Article,
    AuthorityEntry,
    AuthorityKind,
    Edition,
    Language,
)
from edition.pages import paths
from edition.pages.labels import LABELS, Labels
from edition.pages.page import Page
from edition.pages.render import render

LATIN_END = "\u024f"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the index and its mentions, article by article.

    Attributes:
        anchor: Id on the page.
        entry: The entry of the authority file.
        variants: Spellings besides the two headings.
        mentions: Every article that names it, with the places.
    """

    anchor: str
    entry: AuthorityEntry
    variants: tuple[str, ...]
    mentions: tuple[tuple[Article, tuple[Mention, ...]], ...]


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
        (kind, LABELS[kind][lang], _letters(edition, mentions, kind, lang))
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
            tuple(_entry(edition, mentions, kind, entry) for entry in entries),
        )
        for number, (letter, entries) in enumerate(groups, start=1)
    )


def _entry(
    edition: Edition, mentions: Mentions, kind: AuthorityKind, entry: AuthorityEntry
) -> Entry:
    forms = {form.casefold(): form for form in reversed(entry.variants())}
    for heading in (entry.en.name, entry.ru.name):
        forms.pop(heading.casefold(), None)
    variants = tuple(reversed(forms.values()))
    return Entry(
        anchor(kind, entry), entry, variants, _by_article(edition, mentions.of(kind, entry))
    )


def _by_article(
    edition: Edition, mentions: Iterable[Mention]
) -> tuple[tuple[Article, tuple[Mention, ...]], ...]:
    groups = groupby(mentions, key=lambda mention: mention.slug)
    return tuple((edition.article(slug), tuple(places)) for slug, places in groups)


def sort_key(name: str) -> str:
    """Return a name as the alphabet sees it: no signs before it, no case, no accents, ё as е."""
    text = name.casefold().replace("ё", "е")
    plain = "".join(
        unicodedata.normalize("NFD", letter)[0] if letter <= LATIN_END else letter
        for letter in text
        if letter.isalnum() or letter == " "
    )
    return plain.strip()
