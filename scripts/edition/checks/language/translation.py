"""L1xx: the Russian that the edition supplies, held against its English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from edition.checks.passages import ADDRESS, CYRILLIC, LATIN
from edition.checks.proof import Proof
from edition.checks.rule import WARNING, Findings, Found, rule
from edition.content.descriptor import DESCRIPTOR
from edition.content.model import Article, Bilingual, Issue, Table
from edition.content.sources import Path, Source
from edition.content.texts import ISSUE
from edition.content.translation import article_parts, digest, issue_parts, table_parts
from edition.text.blocks import read_line
from edition.text.views import language_runs, read_as

NUMBER: Final = re.compile(r"\d+(?:[  \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)*")
THOUSANDS: Final = re.compile(r"'000\b")


def translated(
    proof: Proof,
) -> Iterator[tuple[Source, Path, Mapping[str, str], Mapping[str, str]]]:
    """Yield everything that keeps hashes: file, path of the key, English parts, hashes."""
    edition = proof.edition
    issue = proof.sources[ISSUE]
    yield issue, ("translation_of",), issue_parts(edition.issue), edition.issue.translation_of
    for article in edition.articles:
        hashes = article.meta.ru.translation_of
        yield proof.of(article), ("ru", "translation_of"), article_parts(article), hashes
    for table in edition.tables:
        path = (*proof.resource(table), "translation_of")
        yield proof.sources[DESCRIPTOR], path, table_parts(table), table.translation_of


@rule(
    "L110",
    WARNING,
    "The English has changed since its Russian was made, which may now say something else.",
    "Compare both, then run 'edition check --accept-translations'.",
)
def outdated_translation(proof: Proof) -> Findings:
    """The Russian was made from the English that stands beside it."""
    for source, path, parts, hashes in translated(proof):
        for name, english in parts.items():
            if name in hashes and hashes[name] != digest(english):
                message = f"the English of '{name}' has changed since its Russian was made"
                yield Found(source.key(*path, name), message)


@rule(
    "L111",
    WARNING,
    "Without the hash of its English nobody notices when a translation goes out of date.",
    "Compare both, then run 'edition check --accept-translations'.",
)
def unhashed_translation(proof: Proof) -> Findings:
    """Every translation keeps the hash of its English, and nothing else does."""
    for source, path, parts, hashes in translated(proof):
        missing = [name for name in parts if name not in hashes]
        if missing:
            names = ", ".join(missing)
            yield Found(source.key(*path), f"no hash says what the Russian was made from: {names}")
        for name in hashes:
            if name not in parts:
                yield Found(source.key(*path, name), f"there is no English '{name}' any more")


@rule(
    "L112",
    WARNING,
    "Figures are the same in both languages.",
    "Correct the Russian; the English stays as printed.",
)
def numbers(proof: Proof) -> Findings:
    """A text and its translation have the same figures."""
    for source, path, english, russian in _pairs(proof):
        left, right = (
            _figures(read_as(text, "foot"), lang)
            for text, lang in ((english, "en"), (russian, "ru"))
        )
        left, right = left - right, right - left
        for year in [n for n in right if len(n) == len("2007")]:
            if year[2:] in left:  # Jul-07, июль 2007
                left.subtract([year[2:]])
                right.subtract([year])
        only = [f"{n} in English only" for n in sorted(left.elements())]
        only += [f"{n} in Russian only" for n in sorted(right.elements())]
        if only:
            yield Found(source.key(*path), f"the figures differ: {', '.join(only)}")


def _figures(text: str, lang: str) -> Counter[str]:
    """Count the numbers of a text, each in one form for both languages."""
    found = Counter[str]()
    for match in NUMBER.finditer(THOUSANDS.sub(" ", ADDRESS.sub(" ", text))):
        number = match[0]
        if lang == "ru":
            number = re.sub(r"[\s\u00a0\u202f]", "", number).replace(",", ".")
        else:
            number = re.sub(r",(?=\d{3}(?!\d))", "", number)
        found.update(re.split(r"\s+", number))
    return found


@rule(
    "L113",
    WARNING,
    "A Russian text without a Cyrillic letter has not been translated.",
    "Translate it, or write an exception if it is the same in both languages.",
)
def untranslated(proof: Proof) -> Findings:
    """Every supplied Russian text is in Russian."""
    for source, path, english, russian in _pairs(proof):
        if language_runs(read_line(russian, "foot").runs):
            continue  # a span says what it is
        if len(LATIN.findall(russian)) > 1 and not CYRILLIC.search(russian):
            yield Found(source.key(*path), f"'{russian}' for '{english}' is not Russian")


def _pairs(proof: Proof) -> Iterator[tuple[Source, Path, str, str]]:
    """Yield every supplied Russian text with its English: file, path, English, Russian."""
    yield from _issue_pairs(proof.edition.issue, proof.sources[ISSUE])
    for article in proof.edition.articles:
        yield from _article_pairs(article, proof.of(article))
    for table in proof.edition.tables:
        source = proof.sources[DESCRIPTOR]
        for path, english, russian in _table_pairs(table):
            yield source, (*proof.resource(table), *path), english, russian


def _issue_pairs(issue: Issue, source: Source) -> Iterator[tuple[Source, Path, str, str]]:
    for name in ("publisher", "place", "notice"):
        text: Bilingual = getattr(issue, name)
        yield source, (name, "ru"), text.en, text.ru
    for index, block in enumerate(issue.masthead):
        yield source, ("masthead", index, "ru"), block.en, block.ru
    for index, section in enumerate(issue.sections):
        yield source, ("sections", index, "title", "ru"), section.title.en, section.title.ru


def _article_pairs(article: Article, source: Source) -> Iterator[tuple[Source, Path, str, str]]:
    meta = article.meta
    yield source, ("ru", "title"), meta.title, meta.ru.title
    yield source, ("ru", "subtitle"), meta.subtitle or "", meta.ru.subtitle or ""
    yield source, ("ru", "running_title"), meta.running_title, meta.ru.running_title
    yield source, ("ru", "abstract"), meta.abstract.text, meta.ru.abstract
    for index, author in enumerate(meta.authors):
        path = ("authors", index, "ru", "affiliation")
        yield source, path, author.affiliation, author.ru.affiliation
    for index, (one, other) in enumerate(zip(meta.keywords, meta.ru.keywords, strict=False)):
        yield source, ("ru", "keywords", index), one, other


def _table_pairs(table: Table) -> Iterator[tuple[Path, str, str]]:
    for name, text in {"number": table.number, "unit": table.unit, **table.around()}.items():
        if text is not None:
            yield (name, "ru"), text.en, text.ru
    if table.chart is not None:
        if table.chart.title is not None:
            yield ("chart", "title", "ru"), table.chart.title.en, table.chart.title.ru
        for row, text in table.chart.labels.items():
            yield ("chart", "labels", row, "ru"), text.en, text.ru
    for index, field in enumerate(table.fields):
        path = ("schema", "fields", index)
        yield (*path, "labels", "ru"), field.title, field.labels.get("ru", field.title)
        if field.unit is not None:
            yield (*path, "unit", "ru"), field.unit.en, field.unit.ru
        for cell, value in field.values.get("ru", {}).items():
            yield (*path, "values", "ru", cell), cell, value
