"""The index of names for the search: every spelling of a name, and the places that it leads to.

One small file for both languages, loaded with the search alone. Keys are short, since they stand
in it hundreds of times:

    groups    [slug of the article or "", English title, Russian title]
    names     a: id on the index page   en, ru: headings   v: spellings, a printed one first
              m: [number of the group, place, place ...]

A place is the anchor of what is numbered in an article, or of any other place its address and
what it is called: ["council.html#morrow", "Tobias Morrow", "Тобиас Морроу"].
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from edition.content.authority import Mentions
from edition.content.model import LANGUAGES, AuthorityEntry, AuthorityKind, Edition
from edition.content.places import Place
from edition.languages import Labels
from edition.pages.names import anchor, place_link
from edition.typography.signs import typographic


def names_json(edition: Edition) -> str:
    """Return the index of an edition as JSON, the same bytes for the same edition.

    Args:
        edition: The edition.
    """
    mentions = Mentions(edition)
    groups = _groups(edition)
    numbers = {owner: number for number, owner in enumerate(groups)}
    names = [
        _name(edition, kind, entry, mentions, numbers) for kind, entry in edition.authority.all()
    ]
    content = {"groups": list(groups.values()), "names": names}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _groups(edition: Edition) -> dict[str, list[str]]:
    """Return what places belong to, by their owners."""
    articles = {
        article.slug: [
            article.slug,
            *(typographic(article.meta.running_title_in(lang), lang) for lang in LANGUAGES),
        ]
        for article in edition.articles
    }
    others = {
        kind: ["", *(Labels(lang)[kind] for lang in LANGUAGES)] for kind in ("council", "masthead")
    }
    return articles | others


def _name(
    edition: Edition,
    kind: AuthorityKind,
    entry: AuthorityEntry,
    mentions: Mentions,
    numbers: dict[str, int],
) -> dict[str, Any]:
    places = groupby(mentions.of(kind, entry), key=lambda place: place.owner)
    return {
        "a": anchor(kind, entry),
        "en": typographic(entry.en.name, "en"),
        "ru": typographic(entry.ru.name, "ru"),
        "v": list(dict.fromkeys((*entry.printed(), *entry.variants()))),
        "m": [
            [numbers[owner], *dict.fromkeys(_place(edition, place) for place in found)]
            for owner, found in places
        ],
    }


def _place(edition: Edition, place: Place) -> str | tuple[str, ...]:
    if place.numbered:
        return place.anchor
    links = {lang: place_link(edition, place, lang) for lang in LANGUAGES}
    names = (typographic(link.name, lang) for lang, link in links.items())
    return (links["en"].address, *names)
