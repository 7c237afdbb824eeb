"""The Markdown text of an article, read for its structure.

The markup extensions render the text; this module only knows where its paragraphs,
notes, marks and directives stand, so that faults get a line and a column and other
stages can point at a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from edition.content.nesting import emphases, spans, without_marks

NOTE_DEFINITION = re.compile(r"^\[\^([^\]\s]+)\]:[ ]?(.*)$")
NOTE_MARK = re.compile(r"(?<!\\)\[\^([^\[\]\s]+)\](?!:)")
DIRECTIVE = re.compile(r"^::: (table|diagram) (\S+)\s*$")
HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
SEPARATOR = re.compile(r"^\* \* \*$")
LIST_ITEM = re.compile(r"^(?:[-*+]|\d+\.)\s+(.*)$")
CITATION = {
    "brackets": re.compile(r"(?<!\\)\[(\d+)\](?![(\[{:])"),
    "parentheses": re.compile(r"(?<!\\)\((\d{1,3})\)"),
}
LINK_TARGET = re.compile(r"\]\{(?=[^{}]*+\})[^{}]*\bto=(?P<target>[^\s{}]+)[^{}]*\}")

# Each part ends where the next entry begins, so that marks without their other half cost no time.
EMENDATION = re.compile(
    r"\{~~(?P<source>(?:(?!~>|\{~~).)*+)~>(?P<reading>(?:(?!~~\}|\{~~).)*+)~~\}"
    r"(?:\{>>(?P<reason>(?:(?!<<\}|\{>>).)*+)<<\})?"
)
REMARK = re.compile(r"\{>>(?P<remark>(?:(?!<<\}|\{>>).)*+)<<\}")
SPAN = re.compile(r"\[((?:[^\[\]]|\[\^?\w+\])*)\]\{[^{}]*\}")

Kind = Literal["heading", "paragraph", "item", "note", "directive", "separator"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the text.

    Attributes:
        kind: What it is.
        text: Its Markdown, without the list bullet, heading marks or note label.
        line: Line of the file, counted from 1.
        number: Paragraph number within the article for paragraphs and list items.
        label: Number of a note, level of a heading, name of a table or diagram.
    """

    kind: Kind
    text: str
    line: int
    number: int | None = None
    label: str = ""


def blocks(body: str, first_line: int = 1) -> Iterator[Block]:
    """Walk through the blocks of a text in their order.

    Args:
        body: Markdown; one paragraph per line, blank lines between blocks.
        first_line: Line of the file on which the text begins.

    Yields:
        Every non-blank line as a block. Paragraphs and list items are numbered from 1,
        as the site numbers them; a further paragraph of a note belongs to that note.
    """
    number = 0
    note = ""
    for offset, line in enumerate(body.split("\n")):
        if not line.strip():
            continue
        block = _classify(line, offset + first_line, note)
        note = block.label if block.kind == "note" else ""
        if block.kind in {"paragraph", "item"}:
            number += 1
            block = Block(block.kind, block.text, block.line, number)
        yield block


def _classify(line: str, at: int, note: str) -> Block:
    if definition := NOTE_DEFINITION.match(line):
        return Block("note", definition[2], at, label=definition[1])
    if note and line.startswith("    "):
        return Block("note", line.strip(), at, label=note)
    if directive := DIRECTIVE.match(line):
        return Block("directive", line.strip(), at, label=directive[2])
    if SEPARATOR.match(line):
        return Block("separator", line.strip(), at)
    if heading := HEADING.match(line):
        return Block("heading", _without_classes(heading[2]), at, label=str(len(heading[1])))
    item = LIST_ITEM.match(line)
    return Block("item", item[1], at) if item else Block("paragraph", line.strip(), at)


def _without_classes(heading: str) -> str:
    """Return the words of a heading, without the attributes at its end."""
    words = heading.strip()
    if words.endswith("}"):
        at = words.find("{:", words.rfind("}", 0, -1) + 1)
        words = words[:at].rstrip() if at >= 0 else words
    return words


def visible(line: str) -> str:
    """Blank out what readers do not see, and keep every column.

    Of an emendation its correction stays; its source, its reason and remarks go.
    """

    def blank(match: re.Match[str]) -> str:
        start, end = match.span("reading")
        before, after = start - match.start(), match.end() - end
        return " " * before + match["reading"] + " " * after

    line = EMENDATION.sub(blank, line)
    return REMARK.sub(lambda match: " " * len(match[0]), line)


def reading_text(markdown: str) -> str:
    """Reduce inline Markdown to the text that a reader sees.

    Emendations give their correction; remarks, note marks, emphasis and span
    attributes go; whitespace is folded.
    """
    text = EMENDATION.sub(lambda m: m["reading"], markdown)
    text = REMARK.sub("", text)
    text = NOTE_MARK.sub("", text)
    text = without_marks(text, spans(text))
    for _ in range(2):
        text = without_marks(text, emphases(text))
    text = re.sub(r"\\([\\`*_{}\[\]()#+.!<>~^-])", r"\1", text)
    text = re.sub(r"<((?:https?|ftp|mailto):[^<>\s]+)>", r"\1", text)
    return " ".join(text.split())


def note_labels(body: str) -> set[str]:
    """Return the numbers of the notes of a text."""
    return {block.label for block in blocks(body) if block.kind == "note"}
