"""The index of names for the search: every spelling of a name, and the places that it leads to.

One small file for both languages, loaded with the search alone. Keys are short, since they
stand in it hundreds of times:

    articles  [slug, English title, Russian title]
    names     a: id on the index page   en, ru: headings   v: spellings, a printed one first
              m: [number of the article, anchor, anchor ...]
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from edition.content.authority import Mentions
from edition.content.model import LANGUAGES, AuthorityEntry, AuthorityKind, Edition
from edition.pages.names import anchor
from edition.pages.typography import typographic


def names_json(edition: Edition) -> str:
    """Return the index of an edition as JSON, the same bytes for the same edition.

    Args:
        edition: The edition.
    """
    mentions = Mentions(edition.authority, edition.articles)
    titles = [
        [
            article.slug,
            *(typographic(article.meta.running_title_in(lang), lang) for lang in LANGUAGES),
        ]
        for article in edition.articles
    ]
    slugs = [article.slug for article in edition.articles]
    names = [_name(kind, entry, mentions, slugs) for kind, entry in edition.authority.all()]
    content = {"articles": titles, "names": names}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _name(
    kind: AuthorityKind, entry: AuthorityEntry, mentions: Mentions, slugs: list[str]
) -> dict[str, Any]:
    places = groupby(mentions.of(kind, entry), key=lambda mention: mention.slug)
    return {
        "a": anchor(kind, entry),
        "en": typographic(entry.en.name, "en"),
        "ru": typographic(entry.ru.name, "ru"),
        "v": list(dict.fromkeys((*entry.printed(), *entry.variants()))),
        "m": [[slugs.index(slug), *(m.anchor for m in found)] for slug, found in places],
    }
