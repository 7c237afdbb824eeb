"""The reader gives what the older readers of the same markup give, on every text there is.

These tests compare it with them and go away together with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from tests.text.texts import one_line_texts

from edition.content import body as old
from edition.content.apparatus import apparatus
from edition.content.model import Edition
from edition.content.paragraphs import Paragraphs
from edition.pages import notes as notes_page
from edition.pages import paths
from edition.text import views
from edition.text.blocks import Body, read_body, read_line
from edition.text.runs import Block, Emendation, NoteMark, Remark, Run, Span


@pytest.fixture(params=["invented_edition", "real_edition"])
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each of the two issues."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Edition)
    return found


def bodies(edition: Edition) -> Iterator[tuple[str, Body]]:
    """Yield slug and read body of each article."""
    for article in edition.articles:
        yield article.slug, read_body(article.body)


def pieces(edition: Edition) -> Iterator[tuple[str, tuple[Run, ...], int]]:
    """Yield every inline text of an issue: as written, its runs, and where it begins."""
    for _, body in bodies(edition):
        for block in body.blocks:
            yield body.source[block.text_start : block.text_end], block.runs, block.text_start
    for place, text in one_line_texts(edition):
        yield text, read_line(text, place).runs, 0


def as_old(body: Body, block: Block) -> old.Block:
    """Return a block in the form of the older reader."""
    text = body.source[block.text_start : block.text_end]
    line, _ = body.line_and_column(block.start)
    label = {"note": block.label, "directive": block.name, "heading": str(block.level)}
    return old.Block(block.kind, text, line, block.number, label.get(block.kind, ""))


def leads_home(slug: str, source: str) -> Callable[[Run], str | None]:
    """Return what the list of notes makes of the runs of an article's notes."""

    def rewrite(run: Run) -> str | None:
        if isinstance(run, Emendation):
            return run.reading_text
        if isinstance(run, Remark | NoteMark):
            return ""
        if isinstance(run, Span) and run.to is not None:
            kind, _, number = run.to.partition("-")
            words = source[run.start + 1 : run.runs[-1].end]
            return f"[{words}]({paths.link(slug, f'{notes_page.ANCHORS[kind]}-{number}')})"
        return None

    return rewrite


def test_no_text_of_an_issue_has_a_fault(edition: Edition) -> None:
    """What is edited already is inside the grammar."""
    for _, body in bodies(edition):
        assert () == body.faults
    for place, text in one_line_texts(edition):
        assert () == read_line(text, place).faults


def test_blocks_are_those_of_the_older_reader(edition: Edition) -> None:
    """Kind, text, line, number and label of every block."""
    for article in edition.articles:
        body = read_body(article.body)
        assert list(old.blocks(article.body)) == [as_old(body, block) for block in body.blocks]
        assert old.note_labels(article.body) == views.note_labels(body)


def test_the_reading_text_is_that_of_the_older_reader(edition: Edition) -> None:
    """What a reader sees of every text."""
    for written, runs, _ in pieces(edition):
        if runs:
            assert old.reading_text(written) == views.reading_text(runs)


def test_what_is_hidden_is_what_the_older_reader_hides(edition: Edition) -> None:
    """Emendations and remarks are blanked, and every column stays."""
    for _, body in bodies(edition):
        for block in body.blocks:
            line = body.source[block.start : block.end]
            shown = views.blanked(body.source, block.runs, block.start, block.end)
            assert old.visible(line) == shown


def test_citations_are_those_of_the_older_reader(edition: Edition) -> None:
    """Marks of references stand where they stood, in the style of the article."""
    for article in edition.articles:
        style = article.meta.reference_style
        pattern = old.CITATION.get(style, re.compile("(?!)"))
        expected = [m.start() for m in pattern.finditer(old.visible(article.body))]
        found = [views.citations(block.runs, style) for block in read_body(article.body).blocks]
        assert expected == [mark.start for marks in found for mark in marks]


def test_entries_of_the_apparatus_are_those_of_the_older_reader(edition: Edition) -> None:
    """Every emendation and remark of a body, with the words that it is about."""
    for article in edition.articles:
        blocks = read_body(article.body).blocks
        notes = [block for block in blocks if block.kind == "note"]
        texts = [block.runs for block in blocks if block.kind != "note"]
        texts += [block.runs for block in notes]
        texts += [read_line(r.text, "reference").runs for r in article.meta.references]
        found = [entry for runs in texts for entry in views.apparatus(runs)]
        assert [(e.kind, e.lemma, e.source) for e in apparatus(article)] == [
            ("remark" if isinstance(e.run, Remark) else "emendation", e.lemma, e.source)
            for e in found
        ]
        assert all(
            new.text.endswith(known.text)
            for known, new in zip(apparatus(article), found, strict=True)
        )


def test_passages_are_found_where_the_older_reader_finds_them(edition: Edition) -> None:
    """A passage that a table or figure quotes has the number that it had."""
    for article in edition.articles:
        body = read_body(article.body)
        quoted = [figure.passage for figure in article.meta.figures]
        for table in edition.tables:
            if table.article == article.slug:
                quoted += [cell for row in table.rows for cell in row if isinstance(cell, str)]
        quoted += [views.reading_text(block.runs)[5:60] for block in body.blocks if block.runs]
        for passage in filter(None, quoted):
            found = views.find_passage(body, passage)
            assert Paragraphs(body).find(passage) == found


def test_the_list_of_notes_is_that_of_its_page(edition: Edition) -> None:
    """Notes and references as Markdown, without marks, their cross-references leading home."""
    for article in edition.articles:
        body = read_body(article.body)
        notes: dict[str, list[str]] = {}
        for block in views.blocks_of(body, "note"):
            text = views.rewritten(
                body.source,
                block.runs,
                block.text_start,
                block.text_end,
                leads_home(article.slug, body.source),
            )
            notes.setdefault(block.label, []).append(text)
        assert [(label, str(text)) for label, text in notes_page._notes(article)] == [  # noqa: SLF001
            (label, " ".join(texts)) for label, texts in notes.items()
        ]
