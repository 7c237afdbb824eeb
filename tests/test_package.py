"""The package as a whole: what it must not know, and what it must say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.editions import ROOT

from edition.content.model import Edition
from edition.diagnostics import CODES

PACKAGE = ROOT / "scripts" / "edition"
WORD_LISTS = {".dic", ".aff"}
"""Dictionaries hold every word of a language, among them names of places."""

COMMON = ("KazISS", "Kazakh", "Kazakhstan", "Almaty", "Central Asia's Affairs")


def sources() -> Iterator[tuple[str, str]]:
    """Yield every text file of the package, word lists apart."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in WORD_LISTS:
            try:
                yield str(path.relative_to(PACKAGE)), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def names_of(edition: Edition) -> set[str]:
    """Return the names by which an issue could be recognised."""
    issue = edition.issue
    names = {*COMMON, issue.journal.title, issue.publisher.en, issue.publisher.ru, issue.place.ru}
    names |= {article.slug for article in edition.articles}
    names |= {table.name for table in edition.tables}
    names |= {author.surname for article in edition.articles for author in article.meta.authors}
    names |= {member.en.name.split()[-1] for member in edition.council.members}
    return names


def test_nothing_in_the_package_names_the_real_issue(real_edition: Edition) -> None:
    """Another issue's folder builds with the same code: the code has never heard of this one."""
    pattern = re.compile(
        r"\b(" + "|".join(map(re.escape, sorted(names_of(real_edition)))) + r")\b", re.IGNORECASE
    )
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for name, text in sources()
        for match in pattern.finditer(text)
    ]
    assert [] == found


def test_the_real_names_would_be_found(real_edition: Edition) -> None:
    """The names that the test above looks for are those of the real issue."""
    assert {"mullerson", "sadovskaya-1", "Yeginaliyev", "Krumm"} <= names_of(real_edition)


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_every_kind_of_finding_says_why_and_what_to_do(code: object) -> None:
    """Reason and hint are sentences; the id is a letter and three digits."""
    code_id, reason, hint = (str(getattr(code, name)) for name in ("id", "reason", "hint"))
    assert re.fullmatch(r"[A-Z]\d{3}", code_id)
    for sentence in (reason, hint):
        assert re.fullmatch(r"['A-Z].*[.?]", sentence), sentence
        assert sentence == " ".join(sentence.split())


def test_only_the_loader_reads_content_files() -> None:
    """Nothing downstream of ``content`` opens a file of the edition."""
    reading = re.compile(r"\.read_text\(|\.read_bytes\(|\bopen\(")
    readers = {
        name
        for name, text in sources()
        if name.endswith(".py") and name.startswith(("markup/", "pages/")) and reading.search(text)
    }
    assert set() == readers
