"""Article files to articles: front matter validated, text checked for structure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edition.content import body as text
from edition.content.codes import (
    BROKEN_EMENDATION,
    DUPLICATE_NOTE,
    HEADING_LEVEL,
    KEYWORD_COUNT,
    MARK_WITHOUT_NOTE,
    MARK_WITHOUT_REFERENCE,
    NO_FRONT_MATTER,
    NOTE_LINK,
    NOTE_WITHOUT_MARK,
    RAW_HTML,
    REFERENCE_NUMBERING,
    SAME_AS,
    WRONG_VALUE,
)
from edition.content.files import read_text
from edition.content.model import Article, FrontMatter, Table
from edition.content.yaml_source import YamlSource, read_yaml, validate
from edition.diagnostics import Code, Diagnostic, Location

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


def load_article(root: Path, path: str, diagnostics: list[Diagnostic]) -> Article | None:
    """Read one article.

    Args:
        root: The edition's folder.
        path: Path of the article's file inside it.
        diagnostics: Grows by every fault of the front matter.

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
    meta = None if source.data is None else validate(source, FrontMatter)
    if source.data is None and not source.diagnostics:
        message = "the front matter is empty"
        source.diagnostics.append(Diagnostic.of(NO_FRONT_MATTER, Location(path), message))
    if meta is not None:
        source.diagnostics.extend(_front_matter_faults(source, meta))
    diagnostics.extend(source.diagnostics)
    slug = Path(path).stem
    if not re.fullmatch(r"[a-z][a-z0-9-]*", slug):
        message = f"the file name '{slug}' is not a slug (small letters, digits, hyphens)"
        diagnostics.append(Diagnostic.of(WRONG_VALUE, Location(path), message))
        return None
    if meta is None:
        return None
    body_line = content[: match.end()].count("\n") + 1
    return Article(slug=slug, meta=meta, body=content[match.end() :], body_line=body_line)


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


def body_faults(article: Article, tables: tuple[Table, ...] = ()) -> Iterator[Diagnostic]:
    """Find what is wrong with the structure of an article's text.

    Args:
        article: The article.
        tables: Its tables, whose captions and notes may hold marks as well.

    Yields:
        A diagnostic for each fault, with its line and column.
    """
    yield from _line_faults(article)
    yield from _note_faults(article, tables)
    yield from _citation_faults(article)


def _lines(article: Article) -> Iterator[tuple[int, str]]:
    yield from enumerate(article.body.split("\n"), start=article.body_line)


def _at(article: Article, line: int, column: int, code: Code, message: str) -> Diagnostic:
    return Diagnostic.of(code, Location(article.path, line, column + 1), message)


def _line_faults(article: Article) -> Iterator[Diagnostic]:
    for number, line in _lines(article):
        if html := text.RAW_HTML.search(line):
            found = line[html.start() :][:20]
            message = f"raw HTML is not allowed: '{found}'"
            yield _at(article, number, html.start(), RAW_HTML, message)
        if re.match(r"#\s", line):
            message = "a first-level heading stands in the text; the title is in the front matter"
            yield _at(article, number, 0, HEADING_LEVEL, message)
        rest = text.REMARK.sub("", text.EMENDATION.sub("", line))
        if broken := re.search(r"\{~~|~~\}|\{>>|<<\}", rest):
            column = line.find(broken[0])
            message = f"'{broken[0]}' without its other half"
            yield _at(article, number, column, BROKEN_EMENDATION, message)
        for emendation in text.EMENDATION.finditer(line):
            if not (emendation["reason"] or "").strip():
                message = f"the emendation '{emendation[0]}' gives no reason"
                yield _at(article, number, emendation.start(), BROKEN_EMENDATION, message)


def _note_faults(article: Article, tables: tuple[Table, ...]) -> Iterator[Diagnostic]:
    notes: dict[str, int] = {}
    marks: set[str] = set()
    links: list[tuple[int, re.Match[str]]] = []
    for number, line in _lines(article):
        if definition := text.NOTE_DEFINITION.match(line):
            label = definition[1]
            if label in notes:
                message = f"note {label} is defined twice (first on line {notes[label]})"
                yield _at(article, number, 0, DUPLICATE_NOTE, message)
            notes.setdefault(label, number)
        links += [(number, link) for link in text.LINK_TARGET.finditer(line)]
    for number, line in _lines(article):
        for mark in text.NOTE_MARK.finditer(line):
            marks.add(mark[1])
            if mark[1] not in notes:
                message = f"the mark [^{mark[1]}] has no note"
                yield _at(article, number, mark.start(), MARK_WITHOUT_NOTE, message)
    for table in tables:
        for part in (table.caption, table.legend, table.note, table.source):
            marks.update(m[1] for m in text.NOTE_MARK.finditer(part.en if part else ""))
    for label, number in notes.items():
        if label not in marks:
            message = f"note {label} has no mark in the text"
            yield _at(article, number, 0, NOTE_WITHOUT_MARK, message)
    references = {str(reference.number) for reference in article.meta.references}
    for number, link in links:
        if link[2] not in (notes if link[1] == "note" else references):
            message = f"the target '{link[1]}-{link[2]}' is not there"
            yield _at(article, number, link.start(), NOTE_LINK, message)


def _citation_faults(article: Article) -> Iterator[Diagnostic]:
    pattern = text.CITATION.get(article.meta.reference_style)
    if pattern is None:
        return
    numbers = {reference.number for reference in article.meta.references}
    for number, line in _lines(article):
        for mark in pattern.finditer(line):
            if int(mark[1]) not in numbers:
                message = f"the reference mark {mark[0]} has no entry in the list"
                yield _at(article, number, mark.start(), MARK_WITHOUT_REFERENCE, message)
