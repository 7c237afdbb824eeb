"""What Python-Markdown makes of a text, in the same form as what the reader makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdown import Markdown
from tests.rendering import renderer

from edition.content.model import Article, Bilingual, Edition, Reference
from edition.markup.extension import EditionExtension
from edition.text.blocks import Body
from edition.text.grammar import Place, note_anchor
from edition.text.runs import (
    Autolink,
    Block,
    Citation,
    Emendation,
    Emphasis,
    Entity,
    Escape,
    Link,
    NoteMark,
    Remark,
    Run,
    Span,
    Strong,
    Text,
)
from edition.text.views import reading_text

SLUG, TABLE = "brine", "brine-1"
NOTES = "[^1]: One.\n\n[^*]: Two."
LINES = {"caption": "figure .table-title", "foot": "figure p.table-note > span:last-child"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNSEEN = {"permalink", "note-back", "apparatus-mark"}
TARGETS = {"note": "fn", "ref": "ref"}
REFERENCES = 30
CYRILLIC = re.compile("[\u0400-\u04ff]")


class Shown(NamedTuple):
    """A character, or a mark, as a reader sees it.

    Attributes:
        sign: The character, or ``note 3`` or ``remark``.
        italic: Whether it is emphasised.
        bold: Whether it is strongly emphasised.
        lang: Language that is said of it; of letters of the Latin alphabet only.
        target: Where it leads, or "".
    """

    sign: str
    italic: bool = False
    bold: bool = False
    lang: str = ""
    target: str = ""


class ShownBlock(NamedTuple):
    """A block as a reader sees it: kind, anchor, level of a heading, classes, and what it shows."""

    kind: str
    anchor: str
    level: int
    classes: tuple[str, ...]
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What surrounds a character."""

    italic: bool = False
    bold: bool = False
    lang: str = ""
    target: str = ""

    def show(self, text: str) -> Iterator[Shown]:
        for sign in text:
            lang = self.lang if sign.isascii() and sign.isalpha() else ""
            yield Shown(sign, self.italic, self.bold, lang, self.target)


# --- the page -------------------------------------------------------------------


def only(page: BeautifulSoup, selector: str) -> Tag:
    """Return the first element of a kind."""
    found = page.select_one(selector)
    assert found is not None
    return found


class Page:
    """Renders texts as the text of an article that has references 1 to 30.

    Args:
        edition: The invented issue.
        style: How the article marks its references.
    """

    def __init__(self, edition: Edition, style: str) -> None:
        self.edition, self.style = edition, style
        self.markdown: Markdown = renderer(edition)
        self.context = next(
            extension.context
            for extension in self.markdown.registeredExtensions
            if isinstance(extension, EditionExtension)
        )

    def blocks(self, text: str, slug: str = SLUG) -> list[ShownBlock]:
        """Return the blocks that the page shows of a text, its notes last.

        Args:
            text: The text.
            slug: The article whose text it is.
        """
        page = self._page(slug, text, self.style, "Ditto.", REFERENCES)
        return [*self._text(page), *self._notes(page)]

    def line(self, text: str, place: Place) -> tuple[Shown, ...]:
        """Return what the page shows of a text of one line.

        Args:
            text: The text.
            place: ``reference``, ``caption`` or ``foot``.
        """
        if place == "reference":
            page = self._page(SLUG, NOTES, "none", text, 1)
            return self._shown(only(page, ".reference-text"))
        table = self.edition.table(TABLE)
        both = Bilingual(en=text, ru="-")
        name = "caption" if place == "caption" else "note"
        changed = table.model_copy(update={name: both, "remark": None})
        tables = tuple(changed if t.name == TABLE else t for t in self.edition.tables)
        whole = self.edition
        self.edition = whole.model_copy(update={"tables": tables})
        page = self._page(SLUG, f"::: table {TABLE}\n\n{NOTES}", self.style, "Ditto.", REFERENCES)
        self.edition = whole
        shown = only(page, LINES[place])
        return self._shown(shown)

    def _page(self, slug: str, text: str, style: str, reference: str, count: int) -> BeautifulSoup:
        """Return the page of an article that has a text and as many references of one wording."""
        article = self.edition.article(slug)
        references = tuple(
            Reference(number=n, text=reference, language="en") for n in range(1, count + 1)
        )
        changes = {"reference_style": style, "references": references}
        meta = article.meta.model_copy(update=changes)
        changed = Article(slug=slug, meta=meta, body=text, body_line=1)
        articles = tuple(changed if a.slug == slug else a for a in self.edition.articles)
        self.markdown.reset()
        self.context.edition = self.edition.model_copy(update={"articles": articles})
        html = self.markdown.convert(
            f'::: article {slug} en\n\n<div class="article-text" lang="en" markdown="block">\n\n'
            f'{text}\n\n</div>\n\n<section class="notes" lang="en" markdown="block">\n\n'
            f"## Notes\n\n</section>\n\n::: references {slug}\n"
        )
        return BeautifulSoup(html, "html5lib")

    def _text(self, page: BeautifulSoup) -> Iterator[ShownBlock]:
        yield from self._children(only(page, "div.article-text"))

    def _children(self, parent: Tag) -> Iterator[ShownBlock]:
        for child in parent.find_all(recursive=False):
            name = child.name
            if name in HEADINGS:
                classes = tuple(child.get_attribute_list("class")) if "class" in child.attrs else ()
                yield ShownBlock("heading", "", int(name[1]), classes, self._shown(child))
            elif name == "hr":
                yield ShownBlock("separator", "", 0, (), ())
            elif name == "figure":
                yield ShownBlock("directive", str(child["id"]), 0, (), ())
            elif name == "p":
                yield ShownBlock("paragraph", str(child.get("id")), 0, (), self._shown(child))
            elif name in {"ul", "ol"}:
                for item in child.find_all("li", recursive=False):
                    yield from self._item(item)
            elif "run-in-paragraph" in child.get_attribute_list("class"):
                yield from self._children(child)
            else:
                yield ShownBlock(f"<{name}>", "", 0, (), self._shown(child))

    def _item(self, item: Tag) -> Iterator[ShownBlock]:
        if item.find("p", recursive=False) is None:
            yield ShownBlock("item", str(item.get("id")), 0, (), self._shown(item))
            return
        for index, block in enumerate(self._children(item)):
            is_first = index == 0 and block.kind == "paragraph"
            yield block._replace(kind="item") if is_first else block

    def _notes(self, page: BeautifulSoup) -> Iterator[ShownBlock]:
        for note in page.select("section.notes li.note"):
            for child in note.find_all(recursive=False):
                kind = "note" if child.name == "p" else f"<{child.name}>"
                yield ShownBlock(kind, str(note["id"]), 0, (), self._shown(child))

    def _shown(self, block: Tag) -> tuple[Shown, ...]:
        return stripped(self._inside(block, _State()))

    def _inside(self, parent: Tag, state: _State) -> Iterator[Shown]:
        for child in parent.children:
            if isinstance(child, NavigableString):
                yield from state.show(str(child))
            elif isinstance(child, Tag):
                yield from self._element(child, state)

    def _element(self, element: Tag, state: _State) -> Iterator[Shown]:
        classes = set(element.get_attribute_list("class"))
        if classes & UNSEEN:
            return
        if element.name == "sup":
            target = str(element.a["href"]) if element.a else ""
            yield Shown(f"note {element.get_text()}", target=target)
            return
        if "remark" in classes:
            yield Shown("remark")
        state = replace(
            state,
            italic=state.italic or element.name == "em",
            bold=state.bold or element.name == "strong",
        )
        if element.name == "span" and "lang" in element.attrs:
            state = replace(state, lang=str(element["lang"]))
        if element.name == "a" and "href" in element.attrs:
            state = replace(state, target=str(element["href"]))
            if "lang" in element.attrs and "citation" not in classes:
                state = replace(state, lang=str(element["lang"]))
        yield from self._inside(element, state)


# --- the reader -----------------------------------------------------------------


def shown_blocks(body: Body, style: str) -> list[ShownBlock]:
    """Return the blocks that the reader has of a text, its notes last."""
    notes = [block for block in body.blocks if block.kind == "note"]
    text = [block for block in body.blocks if block.kind != "note"]
    return [_shown_block(block, style) for block in (*text, *notes)]


def shown_line(runs: Iterable[Run], style: str) -> tuple[Shown, ...]:
    """Return what the reader has of a text of one line."""
    return stripped(_runs(runs, _State(), style))


def _shown_block(block: Block, style: str) -> ShownBlock:
    shown = stripped(_runs(block.runs, _State(), style))
    return ShownBlock(block.kind, block.anchor, block.level, block.classes, shown)


def _runs(runs: Iterable[Run], state: _State, style: str) -> Iterator[Shown]:
    for run in runs:
        match run:
            case Text():
                yield from state.show(run.text)
            case Escape() | Entity():
                yield from state.show(run.character)
            case Citation():
                known = run.style == style and 1 <= run.number <= REFERENCES
                there = replace(state, target=f"#ref-{run.number}") if known else state
                yield from there.show(run.text)
            case NoteMark():
                yield Shown(f"note {run.label}", target=f"#{note_anchor(run.label)}")
            case Remark():
                yield Shown("remark")
            case Autolink():
                yield from replace(state, target=run.target).show(run.text)
            case _:
                yield from _held(run, state, style)


def _held(
    run: Emphasis | Strong | Link | Span | Emendation, state: _State, style: str
) -> Iterator[Shown]:
    if isinstance(run, Emendation):
        yield from _runs(run.reading, state, style)
        return
    if isinstance(run, Emphasis):
        state = replace(state, italic=True)
    elif isinstance(run, Strong):
        state = replace(state, bold=True)
    elif isinstance(run, Link):
        state = replace(state, target=run.target)
    else:
        state = _spanned(run, state)
    yield from _runs(run.runs, state, style)


def _spanned(run: Span, state: _State) -> _State:
    if run.lang is not None:
        state = replace(state, lang=run.lang)
    if run.to is not None:
        if run.lang is None and CYRILLIC.search(reading_text(run.runs)):
            state = replace(state, lang="ru")  # the page says so of all of its words
        kind, _, number = run.to.partition("-")
        state = replace(state, target=f"#{TARGETS[kind]}-{number}")
    return state


def stripped(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """Return what is shown without white space at its ends and in plain spaces."""
    found = [item._replace(sign=re.sub(r"\s", " ", item.sign)) for item in shown]
    while found and found[0].sign == " ":
        found.pop(0)
    while found and found[-1].sign == " ":
        found.pop()
    return tuple(found)
