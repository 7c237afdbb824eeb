"""What is read aloud, and in which order: all of it, once, with each mark where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Listen
from tests.browser.reader import SLUGS
from tests.browser.spoken import Heard, Script, apart, hear
from tests.editions import Site
from tests.reading import of_source, written

from edition.content.model import LANGUAGES, Article, Language
from edition.languages import Labels, say
from edition.text.runs import Block

pytestmark = pytest.mark.browser

PARAGRAPH: Final = re.compile(r"p\d+")
BACK: Final = {"doc-backlink"}
CITE: Final = tuple(Labels(lang).cite for lang in LANGUAGES)
NARROW, WIDE = 1000, 1440
"""Without and with notes in the margin."""


def said(page: Heard) -> Iterator[tuple[str, str]]:
    """Yield what is said of the text of an article: headings, paragraphs, tables and rules."""
    main = page.only("main")
    inside = {id(part) for figure in main.those("figure") for part in figure.walk()}
    text = [part for part in main.walk() if id(part) not in inside or part.role == "figure"]
    begin = next(at for at, part in enumerate(text) if part.id == "abstract")
    for part in text[begin + 1 :]:
        if part.role in {"doc-endnotes", "doc-bibliography"} or part.name in CITE:
            return
        if PARAGRAPH.fullmatch(part.id):
            yield "paragraph", part.speech(without={"list"})
        elif part.role in {"heading", "separator"}:
            yield part.role, part.speech()
        elif part.role == "figure":
            yield "figure", part.id


def to_be_said(block: Block, script: Script) -> tuple[str, str]:
    """Return what should be said of a block of the source."""
    if block.kind == "directive":
        return "figure", block.name
    if block.kind == "separator":
        return "separator", ""
    words = script.of(written(script.article, block))
    if block.number is None:
        return "heading", words
    return "paragraph", f"{words} ⟨{say('paragraph', script.lang, block.number)}⟩"


def notes_to_be_said(article: Article, script: Script) -> dict[str, str]:
    """Return what should be said of each note, its paragraphs one after the other."""
    notes: dict[str, str] = {}
    for block in article.text.blocks:
        if block.kind == "note":
            before = notes.get(block.label, "")
            notes[block.label] = f"{before} {script.of(written(script.article, block))}".strip()
    return notes


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_of_an_article_is_read_in_its_order(
    lang: Language, slug: str, listen: Listen, real_site: Site
) -> None:
    """Each heading, paragraph, note and reference of the source: once, with its marks in it."""
    article = real_site.edition.article(slug)
    script = Script(article, lang)
    page = listen(f"{lang}/{slug}.html")
    text = [block for block in article.text.blocks if block.kind != "note"]
    assert [to_be_said(block, script) for block in text] == list(said(page))
    notes = [(f"fn-{label}", words) for label, words in notes_to_be_said(article, script).items()]
    assert notes == [(n.id, n.speech(without=BACK)) for n in page.those("doc-endnote")]
    entries = []
    for reference in article.meta.references:
        same = f" {say('same_as', lang, reference.same_as)}" if reference.same_as else ""
        entries.append((f"ref-{reference.number}", script.of(reference.text) + same))
    assert entries == [(r.id, r.speech(without=BACK)) for r in page.those("doc-biblioentry")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_notes_and_references_say_their_numbers(
    lang: Language, listen: Listen, real_site: Site
) -> None:
    """As printed, before their words."""
    for article in real_site.edition.articles:
        page = listen(f"{lang}/{article.slug}.html")
        for role, prefix in (("doc-endnote", "fn-"), ("doc-biblioentry", "ref-")):
            for entry in page.those(role):
                number = f"{entry.id.removeprefix(prefix)}."
                assert number == entry.parts[0].name.strip(), (article.slug, entry.id)
                assert "ListMarker" == entry.parts[0].role


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_parts_of_an_article_come_in_a_sensible_order(
    lang: Language, slug: str, listen: Listen, real_site: Site
) -> None:
    """Title, authors, abstract, text, notes, references, citation, other articles."""
    meta, label = real_site.edition.article(slug).meta, Labels(lang)
    main = listen(f"{lang}/{slug}.html").only("main")
    parts = {
        "doc-abstract": "abstract",
        "doc-endnotes": "notes",
        "doc-bibliography": "references",
        "navigation": label.articles,
    }
    title = main.those("heading")[0]
    order = []
    for part in main.walk():
        if part is title:
            order.append(apart(part.name))
        elif part.role == "link" and "authors.html#" in part.url:
            order.append(part.name)
        elif part.id == "p1":
            order.append("text")
        elif part.role == "region" and part.name in CITE:
            order.append(part.name)
        elif part.role in parts:
            order.append(parts[part.role])
    text = real_site.edition.article(slug).text
    assert [
        apart(of_source(f"{meta.title_in(lang)} {meta.subtitle_in(lang) or ''}")),
        *[author.name(lang) for author in meta.authors],
        "abstract",
        "text",
        *["notes"] * any(block.kind == "note" for block in text.blocks),
        *["references"] * bool(meta.references),
        label.cite,
        label.articles,
    ] == order


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", ["mullerson", "abisheva", "assanbayev", "sadovskaya"])
def test_notes_in_the_margin_are_for_the_eye_alone(
    lang: Language, slug: str, listener: Page
) -> None:
    """On a wide screen each note is still read once; the text is the same as on a narrow one."""
    listener.set_viewport_size({"width": NARROW, "height": 800})
    listener.goto(f"{lang}/{slug}.html")
    main = hear(listener).only("main").speech()
    listener.set_viewport_size({"width": WIDE, "height": 800})
    expect(listener.locator(".margin-note").first).to_be_visible()
    page = hear(listener)
    assert main == page.only("main").speech()
    everything = page.speech()
    notes = [note.speech(without=BACK) for note in page.those("doc-endnote")]
    assert len(notes) == listener.locator(".margin-note").count()
    long = {words: sum(note.count(words) for note in notes) for words in notes if len(words) > 40}
    assert long
    assert long == {words: everything.count(words) for words in long}
