"""Article files to articles: front matter validated, text within its limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edition.content.codes import (
    KEYWORD_COUNT,
    NO_FRONT_MATTER,
    REFERENCE_NUMBERING,
    RESERVED_NAME,
    SAME_AS,
    WRONG_VALUE,
)
from edition.content.files import read_text
from edition.content.model import DEVICES, RESERVED, Article, FrontMatter
from edition.content.sources import Source
from edition.content.text_limits import above_limits
from edition.content.yaml_source import YamlSource, read_yaml, validate
from edition.diagnostics import Diagnostic, Location

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
BLANK_LINES = re.compile(r"(?:[^\S\n]*+\n)*+")
SLUG = re.compile(r"[a-z][a-z0-9-]{0,79}")


def load_article(
    root: Path,
    path: str,
    diagnostics: list[Diagnostic],
    sources: dict[str, Source] | None = None,
) -> Article | None:
    """Read one article.

    Args:
        root: The edition's folder.
        path: Path of the article's file inside it.
        diagnostics: Grows by every fault of the front matter.
        sources: Grows by the file, with the places of its front matter.

    Returns:
        The article, or ``None`` if its front matter cannot be used.
    """
    content = read_text(root, path, diagnostics)
    if content is None:
        return None
    match = FRONT_MATTER.match(content)
    if match is None:
        message = "the file does not begin with front matter between '---' lines"
        diagnostics.append(Diagnostic.of(NO_FRONT_MATTER, Location(path), message))
        return None
    source = read_yaml(match[1], path, first_line=2)
    if sources is not None:
        sources[path] = source.source(content, match.start(1))
    meta = None if source.data is None else validate(source, FrontMatter)
    if source.data is None and not source.diagnostics:
        message = "the front matter is empty"
        source.diagnostics.append(Diagnostic.of(NO_FRONT_MATTER, Location(path), message))
    if meta is not None:
        source.diagnostics.extend(_front_matter_faults(source, meta))
    diagnostics.extend(source.diagnostics)
    slug = Path(path).stem
    if not SLUG.fullmatch(slug):
        message = f"the file name '{slug:.80}' is not a slug (small letters, digits, hyphens)"
        diagnostics.append(Diagnostic.of(WRONG_VALUE, Location(path), message))
        return None
    diagnostics.extend(_name_faults(path, slug))
    if meta is None:
        return None
    blank = BLANK_LINES.match(content, match.end())
    start = blank.end() if blank else match.end()
    body_line = content[:start].count("\n") + 1
    article = Article(slug=slug, meta=meta, body=content[start:], body_line=body_line)
    fault = above_limits(article)
    if fault is not None:
        diagnostics.append(fault)
    return article if fault is None else None


def _name_faults(path: str, slug: str) -> Iterator[Diagnostic]:
    if slug in RESERVED:
        message = f"'{slug}' is the name of another page of the edition"
        yield Diagnostic.of(RESERVED_NAME, Location(path), message)
    if slug in DEVICES:
        message = f"'{slug}' is the name of a device on Windows"
        yield Diagnostic.of(RESERVED_NAME, Location(path), message)


def _front_matter_faults(source: YamlSource, meta: FrontMatter) -> Iterator[Diagnostic]:
    if len(meta.keywords) != len(meta.ru.keywords):
        message = f"{len(meta.keywords)} English keywords, {len(meta.ru.keywords)} Russian ones"
        yield Diagnostic.of(KEYWORD_COUNT, source.location(("ru", "keywords")), message)
    for index, reference in enumerate(meta.references):
        place = source.location(("references", index, "number"))
        if reference.number != index + 1:
            message = f"entry {index + 1} of the list has the number {reference.number}"
            yield Diagnostic.of(REFERENCE_NUMBERING, place, message)
        if reference.same_as is not None and not 0 < reference.same_as < reference.number:
            message = f"entry {reference.number} is the same as entry {reference.same_as}"
            place = source.location(("references", index, "same_as"))
            yield Diagnostic.of(SAME_AS, place, f"{message}, which does not come before it")
