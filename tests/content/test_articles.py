"""Article files to articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.content.articles import load_article
from edition.content.mark_faults import mark_faults
from edition.content.markup_faults import body_markup_faults
from edition.content.model import Article
from edition.content.sources import Source
from edition.diagnostics import Diagnostic


def load(root: Path, name: str = "ferries") -> tuple[Article | None, list[str]]:
    """Load an article and say what was found."""
    diagnostics: list[Diagnostic] = []
    article = load_article(root, f"articles/{name}.md", diagnostics)
    return article, [str(diagnostic) for diagnostic in diagnostics]


def with_body(root: Path, body: str) -> Article:
    """Return the article without notes and references, with another text."""
    file = root / "articles" / "ferries.md"
    front = file.read_text(encoding="utf-8").split("---\n")[1]
    file.write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    article, said = load(root)
    assert [] == said
    assert article is not None
    return article


def faults(article: Article, *, complete: bool = True) -> list[str]:
    """Return what is wrong with a text, without the path of the file."""
    sources = {article.path: Source(article.path, "\n" * (article.body_line - 1) + article.body)}
    found = [
        *body_markup_faults(article),
        *mark_faults(article, (), sources, complete=complete),
    ]
    return [str(diagnostic).removeprefix("articles/ferries.md:") for diagnostic in found]


@pytest.mark.parametrize("blank", ["", "\n", "\n\n\n"])
def test_the_body_keeps_its_line_in_the_file(issue: Path, blank: str) -> None:
    """Blank lines before the text do not shift the places of its faults."""
    article = with_body(issue, f"{blank}The <i>only</i> paragraph.\n")
    lines = (issue / "articles" / "ferries.md").read_text(encoding="utf-8").split("\n")
    assert "The <i>only</i> paragraph." == lines[article.body_line - 1]
    line = lines.index("The <i>only</i> paragraph.") + 1
    said = [fault.split(" ")[:3] for fault in faults(article)]
    assert [[f"{line}:5", "S001", "error"]] == said


def test_line_ends_of_another_system_do_not_matter(issue: Path) -> None:
    """A file with carriage returns is the same article."""
    before, _ = load(issue)
    file = issue / "articles" / "ferries.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    after, said = load(issue)
    assert [] == said
    assert before == after


def test_the_slug_is_the_name_of_the_file(issue: Path) -> None:
    """It is part of every address."""
    article, _ = load(issue, "gulls")
    assert article is not None
    assert ("gulls", "articles/gulls.md") == (article.slug, article.path)


def test_several_faults_of_one_front_matter_are_all_said(issue: Path) -> None:
    """An editor mends them in one go."""
    file = issue / "articles" / "ferries.md"
    text = file.read_text(encoding="utf-8")
    text = text.replace("order: 3", "ordre: 3").replace("first: 11", "first: none")
    file.write_text(text, encoding="utf-8")
    article, said = load(issue)
    assert None is article
    assert ["M001", "M002", "M003"] == sorted(line.split()[1] for line in said)


BLOCKS = {
    "One.\n\nTwo.": [],
    "- a\n- b\n\nTwo.": [],
    "- a\n- b\n  - c\n\nTwo.": ["3:1 S005"],
    "1. a\n2. b": [],
    "[^1]: a\n[^2]: b\n\nx[^1] y[^2]": [],
    "One.\nTwo.": ["2:1 S005"],
    "One.\n- a": ["2:1 S005"],
    "- a\nTwo.": ["2:1 S005"],
    "## A\nTwo.": ["2:1 S005"],
    "1) a\n2) b": ["2:1 S005"],
    "x[^1]\n\n[^1]: a\nlazily continued": ["4:1 S005"],
}


@pytest.mark.parametrize("body", BLOCKS)
def test_blocks_are_kept_apart_by_blank_lines(issue: Path, body: str) -> None:
    """Where Markdown would join two lines, the numbers of paragraphs would be wrong."""
    article = with_body(issue, body)
    start = article.body_line - 1
    expected = [
        f"{int(where.split(':')[0]) + start}:{where.split(':')[1]}" for where in BLOCKS[body]
    ]
    assert expected == [" ".join(fault.split()[:2]) for fault in faults(article)]


def test_without_its_tables_an_article_is_not_blamed(issue: Path) -> None:
    """If a table could not be read, a note without a mark may have it there."""
    article = with_body(issue, "One.\n\n[^1]: A note.\n")
    assert ["N003"] == [fault.split()[1] for fault in faults(article)]
    assert [] == faults(article, complete=False)


def test_what_readers_do_not_see_has_no_marks(issue: Path) -> None:
    """A mark in the source's reading or in a remark leads nobody to a note."""
    article = with_body(issue, "{~~a[^1]~>a~~}{>>see 2<<}\n\n[^1]: A note.\n")
    assert ["N003"] == [fault.split()[1] for fault in faults(article)]


def test_citations_are_only_those_of_the_style(issue: Path) -> None:
    """An article without references may have numbers in brackets and parentheses."""
    assert [] == faults(with_body(issue, "Of (1) and [2], the second.\n"))
