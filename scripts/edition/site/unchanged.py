"""Pages that a preview need not make again.

MkDocs can leave out pages whose files have not changed, but cannot tell of generated ones. Here a
page is known by a digest of all that it is made from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from mkdocs.structure.files import File

from edition.content.model import Edition
from edition.pages.page import Page


class Previewed(Protocol):
    """The plugin as a preview sees it."""

    config: dict[str, Any]
    edition: Edition
    pages: Mapping[str, Page]
    shown: Mapping[str, str]
    digests: Mapping[str, str]


class UnchangedFile(File):
    """A generated page that stands already in the folder of the site."""

    def is_modified(self) -> bool:
        """Tell MkDocs to leave the page as it is."""
        return False


def digests(pages: Iterable[Page], edition: Edition, nav: Any) -> Mapping[str, str]:  # noqa: ANN401  # as MkDocs has it
    """Return a digest for each page, by its path.

    Args:
        pages: The pages.
        edition: The edition, whose tables and references the markup takes up.
        nav: The navigation, which is on every page.
    """
    tables = "".join(table.model_dump_json() for table in edition.tables)
    common = f"{nav!r}{edition.issue.model_dump_json()}{tables}"
    meta = {article.slug: article.meta.model_dump_json() for article in edition.articles}
    every = "".join(meta.values())
    result = {}
    for page in pages:
        taken = {"article": meta.get(page.key, ""), "notes": every}.get(page.kind, "")
        text = f"{common}{taken}{page.render()}"
        result[page.path] = hashlib.sha256(text.encode()).hexdigest()
    return result
