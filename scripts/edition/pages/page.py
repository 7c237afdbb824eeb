"""A page: plain Markdown and the metadata that a site engine needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from edition.content.model import Language

PageKind = Literal[
    "root",
    "cover",
    "council",
    "article",
    "tables",
    "authors",
    "names",
    "notes",
    "emendations",
    "rules",
    "about",
]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the edition in one language.

    Attributes:
        path: Path of the Markdown file in the page tree.
        kind: Page kind.
        key: Name that the page has in both languages.
        lang: Language of the page.
        title: Plain title for ``<title>`` and navigation.
        description: One or two sentences for search engines, plain text.
        markdown: The text, without front matter.
        source: Content file that an editor would change.
        meta: Further metadata for templates; plain data.
    """

    path: str
    kind: PageKind
    key: str
    lang: Language
    title: str
    description: str
    markdown: str
    source: str
    meta: dict[str, Any] = field(default_factory=dict)

    def render(self) -> str:
        """Return the file: YAML front matter and Markdown."""
        head = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "key": self.key,
            "lang": self.lang,
            **self.meta,
        }
        front = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{front}---\n\n{in_language(self.markdown, self.lang)}"


def in_language(markdown: str, lang: Language) -> str:
    """Return a page's text with the line that tells the markup its language.

    An article's page says so itself, with the article that it shows.
    """
    text = markdown.strip()
    if text.startswith("::: article "):
        return f"{text}\n"
    return f"::: language {lang}\n\n{text}\n"
