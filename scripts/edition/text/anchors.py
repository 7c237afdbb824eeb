"""The numbers of paragraphs, frozen: what was cited once must be found there for ever.

``articles/anchors.txt`` has a line for each numbered paragraph and list item of an issue, in
reading order: the slug of the article, the anchor, and a digest of what a reader reads there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from edition.text.blocks import Body
from edition.text.views import reading_text

DIGITS: Final = 12
"""Hexadecimal digits of a digest."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A numbered paragraph.

    Attributes:
        slug: Its article.
        anchor: Its identifier on the page, ``p3``.
        digest: A digest of its reading text.
    """

    slug: str
    anchor: str
    digest: str

    def __str__(self) -> str:
        return f"{self.slug} {self.anchor} {self.digest}"


def digest(text: str) -> str:
    """Return the digest of a paragraph.

    Args:
        text: What a reader reads, white space folded.
    """
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:DIGITS]


def anchors(slug: str, body: Body) -> Iterator[Anchor]:
    """Yield the numbered paragraphs of an article in reading order."""
    for block in body.blocks:
        if block.number is not None:
            yield Anchor(slug, block.anchor, digest(reading_text(block.runs)))


def anchors_file(articles: Iterable[tuple[str, Body]]) -> str:
    """Return the file of an issue.

    Args:
        articles: Slug and text of each article, in the order of the issue.
    """
    found = (anchor for slug, body in articles for anchor in anchors(slug, body))
    return "".join(f"{anchor}\n" for anchor in found)


def read_anchors(text: str) -> tuple[Anchor, ...]:
    """Read the file of an issue.

    Args:
        text: Its text.

    Raises:
        ValueError: If a line is not made of three words.
    """
    return tuple(Anchor(*_three(line)) for line in text.splitlines() if line.strip())


def _three(line: str) -> tuple[str, str, str]:
    slug, anchor, value = line.split()
    return slug, anchor, value


def moved(frozen: Iterable[Anchor], now: Iterable[Anchor]) -> Iterator[tuple[Anchor, str]]:
    """Find the paragraphs whose numbers have come to mean something else.

    A paragraph that was only corrected keeps its number and has another digest, which is no
    fault as long as its words do not stand under another number.

    Args:
        frozen: What was cited.
        now: What the texts say now.

    Yields:
        A frozen paragraph and where it is now: another anchor, or "" if it has no number any more.
    """
    now, frozen = tuple(now), tuple(frozen)
    was = set(frozen)
    places = {(anchor.slug, anchor.anchor): anchor.digest for anchor in now}
    by_digest: dict[tuple[str, str], list[str]] = {}
    for anchor in now:
        if anchor in was:
            continue  # it stands where it stood, and has not come from elsewhere
        by_digest.setdefault((anchor.slug, anchor.digest), []).append(anchor.anchor)
    for anchor in frozen:
        here = places.get((anchor.slug, anchor.anchor))
        elsewhere = by_digest.get((anchor.slug, anchor.digest), [])
        if here is None or (here != anchor.digest and elsewhere):
            yield anchor, elsewhere[0] if elsewhere else ""
