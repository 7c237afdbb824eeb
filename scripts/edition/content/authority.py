"""The authority file: persons, places and organisations, and where the issue names them.

Every entry has a heading in both languages, the forms that the issue prints, and other
spellings that readers may look for. Forms are sought in every place of the issue as it is read, as
whole words, capitals counting, the longest first, so that "Fenmouth Bay" does not name "Fenmouth".
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edition.content.files import read_text
from edition.content.model import Article, Authority, AuthorityEntry, AuthorityKind, Edition
from edition.content.model.authority import LimitedForm
from edition.content.places import Place, places
from edition.content.sources import Source
from edition.content.yaml_source import read_yaml, validate
from edition.diagnostics import Diagnostic
from edition.text.blocks import read_line
from edition.text.views import emendations, reading_text

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
    if not os.path.lexists(root / PATH):  # a link to nothing is a fault
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


@dataclass(frozen=True)
class Mentions:
    """Every place of an issue that names an entry of its authority file."""

    edition: Edition

    @cached_property
    def found(self) -> Mapping[tuple[AuthorityKind, str], tuple[Place, ...]]:
        """The places that name each entry, by kind and id, in the order of the issue."""
        result: dict[tuple[AuthorityKind, str], dict[Place, None]] = {}
        slugs = ("", *(article.slug for article in self.edition.articles))
        forms = {slug: self._forms(slug) for slug in slugs}
        patterns = {slug: _pattern(forms[slug]) for slug in slugs}
        for place, text in places(self.edition):
            for match in patterns[place.slug].finditer(text):
                for key in forms[place.slug][match[0]]:
                    result.setdefault(key, {})[place] = None
        return {key: tuple(found) for key, found in result.items()}

    @cached_property
    def printed(self) -> frozenset[tuple[str, str]]:
        """Every form that the issue prints, with the article that does, or "" for what is in none.

        Also a form that stands inside a longer one, or in a reading that the edition emends.
        """
        texts: dict[str, list[str]] = {}
        for place, text in places(self.edition):
            texts.setdefault(place.slug, []).append(text)
        for article in self.edition.articles:
            texts.setdefault(article.slug, []).extend(_source_readings(article))
        forms = {form for _, entry in self.edition.authority.all() for form in entry.printed()}
        return frozenset(
            (slug, form)
            for slug, found in texts.items()
            for whole in ["\n".join(found)]
            for form in forms
            if form in whole and _pattern({form: None}).search(whole)
        )

    @cached_property
    def _anywhere(self) -> frozenset[str]:
        return frozenset(form for _, form in self.printed)

    def prints(self, form: str | LimitedForm) -> bool:
        """Tell whether the issue prints a form, where it is to mean its entry."""
        if isinstance(form, str):
            return form in self._anywhere
        return any((slug, form.form) in self.printed for slug in form.only)

    def of(self, kind: AuthorityKind, entry: AuthorityEntry) -> tuple[Place, ...]:
        """Return the places that name one entry, each once."""
        return self.found.get((kind, entry.id), ())

    def _forms(self, slug: str) -> dict[str, list[tuple[AuthorityKind, str]]]:
        """Return what each form means in an article, or outside of all with the slug ""."""
        forms: dict[str, list[tuple[AuthorityKind, str]]] = {}
        for kind, entry in self.edition.authority.all():
            for form in entry.forms:
                if isinstance(form, str):
                    forms.setdefault(form, []).append((kind, entry.id))
                elif slug in form.only:
                    forms.setdefault(form.form, []).append((kind, entry.id))
        return forms


def _source_readings(article: Article) -> Iterator[str]:
    """Yield the texts of an article that the edition emends as the source has them."""
    texts = [block.runs for block in article.text.blocks]
    texts += [read_line(entry.text, "reference").runs for entry in article.meta.references]
    for runs in texts:
        if emendations(runs):
            yield reading_text(runs, "source")


def _pattern(forms: Mapping[str, object]) -> re.Pattern[str]:
    """Return a pattern for any of the forms; for none of them if there are none."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + ("|".join(map(re.escape, ordered)) or r"(?!)") + r")(?!\w)")
