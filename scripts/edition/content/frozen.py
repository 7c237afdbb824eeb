"""The frozen numbers of paragraphs, ``articles/anchors.txt``, held against the texts.

A number that a reader has cited means the same paragraph for ever. A paragraph that was corrected
keeps its number, and new ones may follow the last; whatever else moves a number is an error.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from edition.content.codes import MOVED_ANCHOR, WRONG_VALUE
from edition.content.files import read_text
from edition.content.model import Article
from edition.content.sources import Source
from edition.diagnostics import Diagnostic, Location
from edition.text.anchors import Anchor, anchors, moved, read_anchors

ANCHORS: Final = "articles/anchors.txt"


def load_anchors(
    root: Path, diagnostics: list[Diagnostic], sources: dict[str, Source]
) -> tuple[Anchor, ...]:
    """Read the frozen numbers; an issue that nobody has cited yet has none.

    Args:
        root: The edition's folder.
        diagnostics: Grows by what makes a line of the file unusable.
        sources: Grows by the file.

    Returns:
        The numbers in the order of the file.
    """
    if not os.path.lexists(root / ANCHORS):  # a link to nothing is a fault
        return ()
    text = read_text(root, ANCHORS, diagnostics)
    if text is None:
        return ()
    sources[ANCHORS] = Source(ANCHORS, text)
    found: list[Anchor] = []
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            found.extend(read_anchors(line))
        except ValueError:
            message = "the line is not an article, an anchor and a digest, with spaces between"
            diagnostics.append(Diagnostic.of(WRONG_VALUE, Location(ANCHORS, number), message))
    return tuple(found)


def frozen_faults(
    frozen: Sequence[Anchor], articles: Sequence[Article], slugs: Collection[str]
) -> Iterator[Diagnostic]:
    """Find the paragraphs whose numbers would come to mean something else.

    Args:
        frozen: What was cited.
        articles: The articles that could be read; one with a fault in its text is passed over.
        slugs: Names of the files of articles, also of those with faults.

    Yields:
        A diagnostic for each paragraph that moves otherwise than the one before it.
    """
    for slug in dict.fromkeys(anchor.slug for anchor in frozen):
        if slug not in slugs and len(articles) == len(slugs):  # else a file has a wrong name
            line = 1 + next(i for i, anchor in enumerate(frozen) if anchor.slug == slug)
            message = f"there is no article '{slug}' any more, and readers cite its paragraphs"
            yield Diagnostic.of(MOVED_ANCHOR, Location(ANCHORS, line), message)
    for article in articles:
        if not article.text.faults:
            own = [anchor for anchor in frozen if anchor.slug == article.slug]
            yield from _moved(article, own)


def _moved(article: Article, frozen: Sequence[Anchor]) -> Iterator[Diagnostic]:
    blocks = {block.anchor: block for block in article.text.blocks if block.number is not None}
    before: int | None = None
    for anchor, new in moved(frozen, anchors(article.slug, article.text)):
        old = anchor.anchor.removeprefix("p")
        if not new:
            last = article.text.blocks[-1].start if article.text.blocks else 0
            message = f"paragraph {old} would be gone; readers cite it"
            yield Diagnostic.of(MOVED_ANCHOR, article.at(last), message)
            return
        by = (blocks[new].number or 0) - int(old) if old.isdecimal() else None
        if by is None or by != before:
            message = f"paragraph {old} would become {new.removeprefix('p')}; readers cite it"
            yield Diagnostic.of(MOVED_ANCHOR, article.at(blocks[new].start), message)
        before = by
