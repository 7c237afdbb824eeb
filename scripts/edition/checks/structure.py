"""S1xx: headings, paragraphs, lists and what transcription leaves behind in them."""

from __future__ import annotations

import re
from itertools import pairwise

from edition.checks.lexicon import AMERICAN, BRITISH
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.frozen import ANCHORS
from edition.content.texts import ISSUE
from edition.diagnostics import Location
from edition.text.views import blocks_of, reading_text

ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]*$")
CUT_WORD = re.compile(r"\b([^\W\d_]{2,})-\s([^\W\d_]{2,})\b")
STRAY = re.compile(r"\*+|[|~^]")


@rule(
    "S101",
    WARNING,
    "A heading that skips a level leaves a hole in the outline that screen readers announce.",
    "Use the next deeper level; the first headings of an article are '##'.",
)
def heading_levels(proof: Proof) -> Findings:
    """Headings go down one level at a time."""
    for article in proof.edition.articles:
        level = 1
        for block in article.text.blocks:
            if block.kind == "heading":
                if block.level > level + 1:
                    message = f"a heading of level {block.level} follows level {level}"
                    yield Found(article.at(block.start), message)
                level = block.level


@rule(
    "S102",
    WARNING,
    "A heading with nothing under it is a leftover or has lost its text.",
    "Restore the text, or join the heading with the next one.",
)
def empty_heading(proof: Proof) -> Findings:
    """Something stands under every heading."""
    for article in proof.edition.articles:
        blocks = [block for block in article.text.blocks if block.kind != "note"]
        for block, after in pairwise([*blocks, None]):
            if block is None or block.kind != "heading":
                continue
            deeper = after is not None and after.kind == "heading" and after.level > block.level
            if after is None or (after.kind == "heading" and not deeper):
                message = f"nothing stands under the heading '{reading_text(block.runs)}'"
                yield Found(article.at(block.start), message)


@rule(
    "S103",
    WARNING,
    "A run-in heading runs into the paragraph after it and needs one.",
    "Take '.run-in' off, or put the paragraph right after the heading.",
)
def run_in(proof: Proof) -> Findings:
    """A run-in heading has a paragraph to run into, or a deeper heading."""
    for article in proof.edition.articles:
        for block, after in pairwise([*article.text.blocks, None]):
            if block is None or "run-in" not in block.classes:
                continue
            if after is None or after.kind not in {"paragraph", "heading"}:
                message = f"no paragraph follows the run-in heading '{reading_text(block.runs)}'"
                yield Found(article.at(block.start), message)


@rule(
    "S104",
    WARNING,
    "A paragraph that begins with a small letter may be the second half of another one.",
    "Look at the print: rejoin the paragraph with the one before it if a column or page cut it.",
)
def small_beginning(proof: Proof) -> Findings:
    """A paragraph begins with a capital letter."""
    for article in proof.edition.articles:
        for passage in proof.passages_of(article, "paragraph"):
            letter = re.match(r"[\W\d_]*([^\W\d_])", passage.text)
            if letter and letter[1].islower() and not re.match(r"\W*\d", passage.text):
                words = " ".join(passage.text.split()[:4])
                yield Found(passage.at(0), f"a paragraph begins with '{words}'")


@rule(
    "S105",
    INFO,
    "A paragraph without a stop at its end may have lost its second half.",
    "Look at the print: restore or rejoin what is missing; otherwise it stays as printed.",
)
def open_ending(proof: Proof) -> Findings:
    """A paragraph ends with a stop."""
    for article in proof.edition.articles:
        for passage in proof.passages_of(article, "paragraph"):
            text = passage.text.rstrip()
            if text and not ENDED.search(text):
                words = " ".join(text.split()[-4:])
                yield Found(passage.at(len(text) - 1), f"a paragraph ends with '{words}'")


@rule(
    "S108",
    WARNING,
    "Marks like | or ~ are left over from the transcription and would show in the text.",
    "Delete the mark; one that is printed needs an exception.",
)
def stray_marks(proof: Proof) -> Findings:
    """No Markdown is left over when the text is read."""
    for article in proof.edition.articles:
        for passage in proof.passages_of(article):
            for stray in STRAY.finditer(passage.text):
                start = passage.offset(stray.start())
                escaped = passage.source.text[start - 1 : start] == "\\"
                if not escaped and not passage.is_address(stray.start()):
                    yield Found(passage.at(stray.start()), f"'{stray[0]}' is left over in the text")


@rule(
    "S109",
    WARNING,
    "A word cut by an end-of-line hyphen has not been rejoined.",
    "Rejoin it; if the hyphen and the space are the author's, write an exception.",
)
def cut_word(proof: Proof) -> Findings:
    """No word is cut by a hyphen and a space."""
    for passage in proof.passages:
        if passage.origin != "printed" or not passage.lang.startswith("en"):
            continue
        for cut in CUT_WORD.finditer(passage.text):
            joined = cut[1] + cut[2]
            halves = [proof.lexicon.knows(half, AMERICAN, BRITISH) for half in cut.groups()]
            if proof.lexicon.knows(joined, AMERICAN, BRITISH) and not all(halves):
                yield Found(passage.at(cut.start()), f"'{cut[0]}' is '{joined}', cut at a line end")


@rule(
    "S110",
    WARNING,
    "Two headings of one name in an article cannot be told apart in its table of contents.",
    "Look at the print; a heading may have been repeated at the top of a page.",
)
def same_heading(proof: Proof) -> Findings:
    """No heading stands twice."""
    for article in proof.edition.articles:
        seen: dict[str, int] = {}
        for block in blocks_of(article.text, "heading"):
            name, place = reading_text(block.runs), article.at(block.start)
            if name.casefold() in seen:
                line = seen[name.casefold()]
                yield Found(place, f"the heading '{name}' stands on line {line} as well")
            seen.setdefault(name.casefold(), place.line)


@rule(
    "S111",
    WARNING,
    "A separator parts two things and does nothing at the beginning, at the end, or twice.",
    "Take it out, or restore what stood beside it.",
)
def idle_separator(proof: Proof) -> Findings:
    """A separator stands between two texts."""
    for article in proof.edition.articles:
        blocks = [block for block in article.text.blocks if block.kind != "note"]
        around = [None, *blocks, None]
        for before, block, after in zip(around, blocks, around[2:], strict=False):
            if block.kind != "separator":
                continue
            if before is None or after is None or "separator" in {before.kind, after.kind}:
                yield Found(article.at(block.start), "the separator parts nothing")


@rule(
    "S112",
    WARNING,
    "A paragraph that stands twice was transcribed twice, or one replaced another.",
    "Look at the print and take the second one out if it is not there.",
)
def same_paragraph(proof: Proof) -> Findings:
    """No paragraph stands twice."""
    for article in proof.edition.articles:
        seen: dict[str, int] = {}
        for block in blocks_of(article.text, "paragraph", "item"):
            text, place = reading_text(block.runs), article.at(block.start)
            if text in seen:
                yield Found(place, f"the paragraph stands on line {seen[text]} as well")
            seen.setdefault(text, place.line)


@rule(
    "S113",
    INFO,
    "A reader who cites a paragraph cites its number, and nothing keeps it from moving.",
    "Run 'edition check --accept-anchors' when the texts are as they should be.",
)
def unfrozen(proof: Proof) -> Findings:
    """The numbers of the paragraphs are frozen."""
    if proof.complete and ANCHORS not in proof.sources:
        yield Found(Location(ISSUE), f"there is no {ANCHORS} that freezes the paragraphs")
