"""The authority file: persons, places and organisations, and where the issue names them.

Every entry has a heading in both languages, the forms that the issue prints, and other
spellings that readers may look for. Forms are sought in the reading text as whole words, capitals
counting, the longest first, so that "Fenmouth Bay" is not a mention of "Fenmouth".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from edition.content.body import blocks, reading_text
from edition.content.files import read_text
from edition.content.model import (
    Article,
    Authority,
    AuthorityEntry,
    AuthorityKind,
)
from edition.content.sources import Source
from edition.content.yaml_source import read_yaml, validate
from edition.diagnostics import Diagnostic

PATH = "articles/authority.yml"


def load_authority(
    root: Path, diagnostics: list[Diagnostic], sources: dict[str, Source]
) -> Authority:
    """Read the authority file; an edition without one has no index.

    Args:
        root: The edition's folder.
        diagnostics: Grows by every fault of the file.
        sources: Grows by the file.

    Returns:
        The authority file, empty if there is none or it cannot be used.
    """
    if not (root / PATH).exists():
        return Authority()
    content = read_text(root, PATH, diagnostics)
    if content is None:
        return Authority()
    source = read_yaml(content, PATH)
    sources[PATH] = source.source(content)
    data = {} if source.data is None else source.data
    result = validate(source, Authority, data) if not source.diagnostics else None
    diagnostics.extend(source.diagnostics)
    return result or Authority()


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place where an article names an entry.

    Attributes:
        order: Place of the article in the contents.
        slug: The article.
        position: Place of the element in reading order.
        anchor: Id of the element on the article's page.
        number: Its printed or paragraph number.
        kind: What the element is.
    """

    order: int
    slug: str
    position: int
    anchor: str
    number: str
    kind: Literal["paragraph", "note", "reference"]


@dataclass(frozen=True)
class Mentions:
    """Every mention of every entry in a row of articles."""

    authority: Authority
    articles: tuple[Article, ...]

    @cached_property
    def found(self) -> Mapping[tuple[AuthorityKind, str], tuple[Mention, ...]]:
        """The mentions of each entry, by kind and id."""
        result: dict[tuple[AuthorityKind, str], set[Mention]] = {}
        for article in self.articles:
            forms = self._forms(article.slug)
            if not forms:
                continue
            pattern = _pattern(forms)
            for mention, text in _texts(article):
                for match in pattern.finditer(text):
                    for key in forms[match[0]]:
                        result.setdefault(key, set()).add(mention)
        return {key: tuple(sorted(mentions)) for key, mentions in result.items()}

    def of(self, kind: AuthorityKind, entry: AuthorityEntry) -> tuple[Mention, ...]:
        """Return the mentions of one entry in reading order."""
        return self.found.get((kind, entry.id), ())

    def _forms(self, slug: str) -> dict[str, list[tuple[AuthorityKind, str]]]:
        forms: dict[str, list[tuple[AuthorityKind, str]]] = {}
        for kind, entry in self.authority.all():
            for form in entry.forms:
                if isinstance(form, str):
                    forms.setdefault(form, []).append((kind, entry.id))
                elif slug in form.only:
                    forms.setdefault(form.form, []).append((kind, entry.id))
        return forms


def _pattern(forms: Mapping[str, object]) -> re.Pattern[str]:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")


def _texts(article: Article) -> Iterator[tuple[Mention, str]]:
    order = article.meta.order
    position = 0
    for position, block in enumerate(blocks(article.body)):
        if block.number is not None:
            where = (f"p{block.number}", str(block.number), "paragraph")
        elif block.kind == "note":
            where = (f"fn-{block.label}", block.label, "note")
        else:
            continue
        yield Mention(order, article.slug, position, *where), reading_text(block.text)  # type: ignore[arg-type]
    for reference in article.meta.references:
        number = str(reference.number)
        place = position + reference.number
        mention = Mention(order, article.slug, place, f"ref-{number}", number, "reference")
        yield mention, reading_text(reference.text)
