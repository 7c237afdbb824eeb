"""The edition's folder to an :class:`Edition`, with every fault collected.

This is the only place where content files are read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from edition.content.articles import load_article
from edition.content.authority import load_authority
from edition.content.codes import FILE_MISSING
from edition.content.files import read_text
from edition.content.frozen import frozen_faults, load_anchors
from edition.content.mark_faults import mark_faults
from edition.content.markup_faults import body_markup_faults, markup_faults
from edition.content.model import Article, Council, Edition, Issue, Model
from edition.content.relations import authority_faults, own_tables, relation_faults
from edition.content.sources import Source, Sources
from edition.content.tables import load_tables
from edition.content.texts import texts_of
from edition.content.value_faults import value_faults
from edition.content.words import load_words
from edition.content.yaml_source import read_yaml, validate
from edition.diagnostics import ContentError, Diagnostic, Location, Severity

ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True)
class Loaded:
    """What loading gives.

    Attributes:
        edition: The edition, or ``None`` if a file that everything needs is unusable.
        diagnostics: Every fault found, sorted by place.
        sources: Every content file by its path, with the places of what it says.
    """

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Sources = field(default_factory=dict)

    def unwrap(self) -> Edition:
        """Return the edition.

        Raises:
            ContentError: If there is a fault of severity *error*.
        """
        errors = any(d.severity >= Severity.ERROR for d in self.diagnostics)
        if self.edition is None or errors:
            raise ContentError(self.diagnostics)
        return self.edition


def load(root: Path) -> Loaded:
    """Read the content of an edition.

    Args:
        root: The folder that holds ``articles/`` and ``tables/``.

    Returns:
        The edition and what is wrong with it; nothing is raised for bad content.
    """
    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    issue = _load_model(root, "articles/issue.yml", Issue, diagnostics, sources)
    council = _load_model(root, "articles/council.yml", Council, diagnostics, sources)
    tables = load_tables(root, diagnostics, sources)
    article_paths = _article_paths(root)
    articles = _load_articles(root, article_paths, diagnostics, sources)
    words = load_words(root, diagnostics, sources)
    authority = load_authority(root, diagnostics, sources)
    article_slugs = {Path(path).stem for path in article_paths}
    broken = article_slugs - {a.slug for a in articles}
    usable = [table for table in tables if table.article not in broken]
    diagnostics.extend(relation_faults(issue, council, articles, usable, sources))
    frozen = load_anchors(root, diagnostics, sources)
    diagnostics.extend(frozen_faults(frozen, articles, article_slugs))
    diagnostics.extend(authority_faults(authority, article_slugs, sources))
    diagnostics.extend(value_faults(sources))
    parts = (issue, council, authority, *articles, *tables)
    texts = texts_of((part for part in parts if part is not None), sources)
    diagnostics.extend(markup_faults(texts))
    for article in articles:
        own, complete = own_tables(article, tables)
        diagnostics.extend(body_markup_faults(article))
        complete = complete and not article.text.faults
        diagnostics.extend(mark_faults(article, own, sources, complete=complete))
    edition = None
    if issue is not None and council is not None:
        edition = Edition(
            issue=issue,
            council=council,
            articles=tuple(articles),
            tables=tables,
            words=words,
            authority=authority,
        )
    return Loaded(edition, tuple(sorted(set(diagnostics))), sources)


def _load_model(
    root: Path,
    path: str,
    model: type[ModelT],
    diagnostics: list[Diagnostic],
    sources: dict[str, Source],
) -> ModelT | None:
    content = read_text(root, path, diagnostics)
    if content is None:
        return None
    source = read_yaml(content, path)
    sources[path] = source.source(content)
    data = {} if source.data is None else source.data
    result = validate(source, model, data) if not source.diagnostics else None
    diagnostics.extend(source.diagnostics)
    return result


def _article_paths(root: Path) -> list[str]:
    return [f"articles/{file.name}" for file in sorted((root / "articles").glob("*.md"))]


def _load_articles(
    root: Path, paths: list[str], diagnostics: list[Diagnostic], sources: dict[str, Source]
) -> list[Article]:
    if not paths:
        message = "the folder holds no article"
        diagnostics.append(Diagnostic.of(FILE_MISSING, Location("articles"), message))
    loaded = [load_article(root, path, diagnostics, sources) for path in paths]
    articles = [article for article in loaded if article is not None]
    return sorted(articles, key=lambda article: (article.meta.order, article.slug))
