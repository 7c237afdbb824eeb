"""Article files to articles: front matter validated, text checked for structure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from edition.content import body as text
from edition.content.codes import (
    BROKEN_EMENDATION,
    DUPLICATE_NOTE,
    HEADING_LEVEL,
    KEYWORD_COUNT,
    MARK_WITHOUT_NOTE,
    MARK_WITHOUT_REFERENCE,
    MISPLACED_DIRECTIVE,
    NO_FRONT_MATTER,
    NOTE_LINK,
    NOTE_WITHOUT_MARK,
    REFERENCE_NUMBERING,
    RESERVED_NAME,
    RUN_TOGETHER,
    SAME_AS,
    WRONG_VALUE,
)
from edition.content.files import read_text
from edition.content.model import DEVICES, RESERVED, Article, FrontMatter
from edition.content.safety import unsafe
from edition.content.sources import Source
from edition.content.text_limits import above_limits
from edition.content.value_faults import APPARATUS
from edition.content.yaml_source import YamlSource, read_yaml, validate
from edition.diagnostics import Code, Diagnostic, Location

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
SLUG = re.compile(r"[a-z][a-z0-9-]{0,79}")
DIRECTIVE_SIGN = re.compile(r"(?:[ \t>*+-]|\d+[.)]|\[\^[^\]\s]*\]:)*(?P<sign>:::)")
"""What Markdown takes for a line of its own: also in a list, a quotation or a note."""
ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s")


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
    start = match.end() + len(content[match.end() :]) - len(content[match.end() :].lstrip())
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
        place = source.location(("references", index, "text"))
        for _, code, message in (*unsafe(reference.text), *_broken_marks(reference.text)):
            yield Diagnostic.of(code, place, message)


def body_faults(article: Article, marked: Iterable[str] | None = ()) -> Iterator[Diagnostic]:
    """Find what is wrong with the structure of an article's text.

    Args:
        article: The article.
        marked: Further texts of the article that may hold note marks: those of its tables;
            ``None`` if some could not be read.

    Yields:
        A diagnostic for each fault, with its line and column.
    """
    yield from _line_faults(article)
    yield from _block_faults(article)
    yield from _note_faults(article, marked)
    yield from _link_faults(article)
    yield from _citation_faults(article)


def _lines(article: Article) -> Iterator[tuple[int, str]]:
    yield from enumerate(article.body.split("\n"), start=article.body_line)


def _at(article: Article, line: int, column: int, code: Code, message: str) -> Diagnostic:
    return Diagnostic.of(code, Location(article.path, line, column + 1), message)


def _line_faults(article: Article) -> Iterator[Diagnostic]:
    for number, line in _lines(article):
        for offset, code, message in unsafe(line):
            yield _at(article, number, offset, code, message)
        if re.match(r"#(?!#)", line):
            message = "a first-level heading stands in the text; the title is in the front matter"
            yield _at(article, number, 0, HEADING_LEVEL, message)
        for offset, code, message in _broken_marks(line):
            yield _at(article, number, offset, code, message)
        if (directive := DIRECTIVE_SIGN.match(line)) and not text.DIRECTIVE.match(line):
            message = f"'{line.strip():.40}' is no line that places a table or diagram"
            yield _at(article, number, directive.start("sign"), MISPLACED_DIRECTIVE, message)


def _broken_marks(line: str) -> Iterator[tuple[int, Code, str]]:
    """Find what is missing of an emendation or remark."""
    rest = text.REMARK.sub("", text.EMENDATION.sub("", line))
    if broken := APPARATUS.search(rest):
        message = f"'{broken[0]}' without its other half"
        yield line.find(broken[0]), BROKEN_EMENDATION, message
    for emendation in text.EMENDATION.finditer(line):
        if not (emendation["reason"] or "").strip():
            message = f"the emendation '{emendation[0]}' gives no reason"
            yield emendation.start(), BROKEN_EMENDATION, message


def _block_faults(article: Article) -> Iterator[Diagnostic]:
    """Find lines that Markdown would take for a part of the block before them."""
    before = ""
    for number, line in _lines(article):
        pattern = ITEM if ITEM.match(before) else text.NOTE_DEFINITION
        if line.strip() and before.strip() and not pattern.match(line):
            message = "no blank line between this line and the one before it"
            yield _at(article, number, 0, RUN_TOGETHER, message)
        before = line


def _note_faults(article: Article, marked: Iterable[str] | None) -> Iterator[Diagnostic]:
    notes: dict[str, int] = {}
    marks = {mark[1] for part in marked or () for mark in text.NOTE_MARK.finditer(part)}
    for number, line in _lines(article):
        if definition := text.NOTE_DEFINITION.match(line):
            label = definition[1]
            if label in notes:
                message = f"note {label} is defined twice (first on line {notes[label]})"
                yield _at(article, number, 0, DUPLICATE_NOTE, message)
            notes.setdefault(label, number)
    for number, line in _lines(article):
        for mark in text.NOTE_MARK.finditer(text.visible(line)):
            marks.add(mark[1])
            if mark[1] not in notes:
                message = f"the mark [^{mark[1]}] has no note"
                yield _at(article, number, mark.start(), MARK_WITHOUT_NOTE, message)
    for label, number in notes.items():
        if label not in marks and marked is not None:
            message = f"note {label} has no mark in the text"
            yield _at(article, number, 0, NOTE_WITHOUT_MARK, message)


def _link_faults(article: Article) -> Iterator[Diagnostic]:
    targets = {f"note-{label}" for label in text.note_labels(article.body)}
    targets |= {f"ref-{reference.number}" for reference in article.meta.references}
    for number, line in _lines(article):
        for link in text.LINK_TARGET.finditer(line):
            target = link["target"].strip("\"'")
            if target not in targets:
                message = f"the target '{target}' is not there"
                yield _at(article, number, link.start(), NOTE_LINK, message)


def _citation_faults(article: Article) -> Iterator[Diagnostic]:
    pattern = text.CITATION.get(article.meta.reference_style)
    if pattern is None:
        return
    numbers = {str(reference.number) for reference in article.meta.references}
    for number, line in _lines(article):
        for mark in pattern.finditer(text.visible(line)):
            if mark[1].lstrip("0") not in numbers:
                message = f"the reference mark {mark[0]} has no entry in the list"
                yield _at(article, number, mark.start(), MARK_WITHOUT_REFERENCE, message)
