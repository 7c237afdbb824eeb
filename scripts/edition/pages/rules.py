"""What the edition is checked for: the catalogue of rules, generated from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from edition.content.model import Edition, Language
from edition.diagnostics import Code, Severity
from edition.languages import Labels
from edition.pages import paths
from edition.pages.page import Page
from edition.pages.render import render

SEVERITIES = tuple(str(severity) for severity in Severity)


def rules_page(edition: Edition, codes: Iterable[Code], lang: Language) -> Page:
    """Return the catalogue in one language.

    Args:
        edition: The edition.
        codes: Every kind of finding, in any order; reasons and hints are in English.
        lang: Language of the page.
    """
    label = Labels(lang)
    return Page(
        path=paths.source_path("rules", lang),
        kind="rules",
        key="rules",
        lang=lang,
        title=label.rules,
        description=label.rules_note,
        markdown=render(
            "rules.md.jinja",
            edition,
            lang,
            families=_families(codes, lang),
            severities={name: Labels(lang)[f"severity_{name}"] for name in SEVERITIES},
        ),
        source="articles",
    )


def _families(codes: Iterable[Code], lang: Language) -> Sequence[tuple[str, str, Sequence[Code]]]:
    """Return letter, name and codes of each family, sorted by code."""
    ordered = sorted(codes, key=lambda code: code.id)
    return [
        (letter, Labels(lang)[f"rules_{letter.lower()}"], tuple(members))
        for letter, members in groupby(ordered, key=lambda code: code.id[0])
    ]
