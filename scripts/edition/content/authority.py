"""The authority file: persons, places and organisations, and where the issue names them.

Every entry has a heading in both languages, the forms that the issue prints, and other
spellings that readers may look for. Forms are sought in every place of the issue as it is read, as
whole words, capitals counting, the longest first, so that "Fenmouth Bay" does not name "Fenmouth".
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edition.content.files import read_text
from edition.content.model import Authority, AuthorityEntry, AuthorityKind, Edition
from edition.content.places import Place, places
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


def _pattern(forms: Mapping[str, object]) -> re.Pattern[str]:
    """Return a pattern for any of the forms; for none of them if there are none."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + ("|".join(map(re.escape, ordered)) or r"(?!)") + r")(?!\w)")
