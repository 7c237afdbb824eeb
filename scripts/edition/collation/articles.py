"""An article to what it prints: its text in sequence, its notes and abstract as floats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from edition.collation.blocks import Block, Fragment, Kind, Part
from edition.collation.front import article_values
from edition.content.model import Article
from edition.content.sources import Sources
from edition.diagnostics import Location
from edition.text.diplomatic import NOTE_MARK, Diplomatic, Undone, diplomatic, superscript
from edition.text.runs import Block as TextBlock
from edition.text.runs import BlockKind
from edition.text.views import blocks_of

CAPITALS: Final = "capitals"
KINDS: Final[dict[BlockKind, Kind]] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "item": "item",
    "separator": "separator",
}


@dataclass(frozen=True, slots=True)
class InText:
    """The text of an article as the origin of what stands in it."""

    article: Article

    def location(self, offset: int, sources: Sources) -> Location:  # noqa: ARG002
        """Return the place of a character, for which no file is needed."""
        return self.article.at(offset)


def article_part(article: Article) -> Part:
    """Return head, text and references of an article, in the sequence of the print."""
    blocks = [*_head(article), *_text(article), *_references(article)]
    return Part(article.meta.running_title, tuple(blocks))


def article_floats(article: Article) -> Iterator[Part]:
    """Return the printed abstract and the notes of an article.

    Args:
        article: The article.

    Yields:
        The abstract, if the article prints one, and each note with all its paragraphs.
    """
    abstract = article.meta.abstract
    if abstract.origin == "printed":
        value = article_values(article, "abstract", "text", text=abstract.text)
        yield Part(f"Abstract ({article.slug})", (Block("abstract", (value.plain(),)),))
    notes: dict[str, list[Block]] = {}
    for block in blocks_of(article.text, "note"):
        notes.setdefault(block.label, []).append(_note(article, block))
    for label, blocks in notes.items():
        yield Part(f"Note {label} ({article.slug})", tuple(blocks), superscript(label))


def _head(article: Article) -> Iterator[Block]:
    meta = article.meta
    yield Block("title", (article_values(article, "title", text=meta.title).plain(),))
    if meta.subtitle is not None:
        subtitle = article_values(article, "subtitle", text=meta.subtitle)
        yield Block("title", (subtitle.plain(),))
    for index, author in enumerate(meta.authors):
        byline = article_values(article, "authors", index, "byline", text=author.byline)
        place = article_values(article, "authors", index, "affiliation", text=author.affiliation)
        yield Block("byline", (byline.plain(),))
        yield Block("affiliation", (place.plain(),))


def _references(article: Article) -> Iterator[Block]:
    meta = article.meta
    if meta.references_heading is not None:
        heading = article_values(article, "references_heading", text=meta.references_heading)
        yield Block("heading", (heading.plain(),))
    for index, reference in enumerate(meta.references):
        number = article_values(
            article, "references", index, "number", text=f"{reference.number}. "
        )
        entry = article_values(article, "references", index, "text", text=reference.text)
        fragments = (number.plain(), entry.marked_up("reference"))
        yield Block("reference", fragments, reference.language)


def _text(article: Article) -> Iterator[Block]:
    run_in: tuple[Fragment, ...] = ()
    for block in article.text.blocks:
        kind = KINDS.get(block.kind)
        if kind is None:
            continue
        fragments = (*run_in, *_fragments(article, block))
        run_in = ()
        if "run-in" in block.classes:
            run_in = (*fragments, Fragment.added(" ", fragments[-1].origin, block.text_end))
        else:
            yield Block(kind, fragments)
    if run_in:
        yield Block("heading", run_in[:-1])


def _fragments(article: Article, block: TextBlock) -> Iterator[Fragment]:
    origin = InText(article)
    written = article.body[block.start : block.text_end]
    if block.kind == "separator":
        yield Fragment.plain(written, origin, block.start)
        return
    if block.kind == "item":
        bullet = written[: block.text_start - block.start]
        yield Fragment.plain(bullet, origin, block.start)
    form = diplomatic(block.runs)
    yield Fragment.of(capitals(form) if "caps" in block.classes else form, origin)


def _note(article: Article, block: TextBlock) -> Block:
    words = Fragment.of(diplomatic(block.runs), InText(article))
    if block.goes_on:
        return Block("note", (words,))
    printed = superscript(block.label) + " " * block.label[-1].isalpha()  # else one word with it
    label = Fragment.added(printed, words.origin, block.start + len("[^"), NOTE_MARK)
    return Block("note", (label, words))


def capitals(form: Diplomatic) -> Diplomatic:
    """Return a form in capitals, as the witness has the headings of class ``caps``."""
    characters: list[str] = []
    offsets: list[int] = []
    undone = list(form.undone)
    for character, offset in zip(form.text, form.offsets, strict=True):
        upper = character.upper()
        if upper != character:
            undone.append(Undone(len(characters), len(characters) + len(upper), CAPITALS))
        characters.extend(upper)
        offsets.extend([offset] * len(upper))
    return Diplomatic("".join(characters), tuple(offsets), tuple(undone))
