"""The lines of a body, each looked at for what kind of block it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from edition.text import block_faults as bad
from edition.text.attributes import heading_classes
from edition.text.grammar import DIRECTIVES, LABEL, NAME, PAGE_DIRECTIVES, SEPARATOR
from edition.text.part import Part
from edition.text.runs import BlockKind

NOTE: Final = re.compile(rf"\[\^({LABEL})\]:[ ]*")
DIRECTIVE: Final = re.compile(rf"::: ({'|'.join(DIRECTIVES)}) ({NAME})")
OF_PAGE: Final = re.compile(rf"::: (?:{'|'.join(PAGE_DIRECTIVES)})\b")
ANY_NAME: Final = re.compile(rf"::: (?:{'|'.join(DIRECTIVES)})\b")
ATTRIBUTES: Final = re.compile(r"(?:^|(?<![ ])[ ]+)(\{:[^{}]*\})$")
ITEM: Final = re.compile(r"(-|\d+\.)[ ]+(?=\S)")
RULE: Final = re.compile(r"([-_*])(?:[ ]{0,2}\1){2,}")
UNDERLINE: Final = re.compile(r"=+|-+")
BEGINNINGS: Final = (
    (re.compile(r">"), bad.QUOTATION),
    (re.compile(r"[-+*](?=[ ])|\d+\.(?=[ ])"), bad.LIST_MARKER),
    (re.compile(r":(?=[ ])"), bad.DEFINITION),
    (re.compile(r"```|~~~"), bad.CODE_FENCE),
    (re.compile(r"\[(?!\^)[^\[\]]*\]:"), bad.LINK_DEFINITION),
)
"""What a paragraph may not begin with."""
INSIDE: Final = re.compile(r"#+|>|[-+*](?=[ ])|\d+\.(?=[ ])|:(?=[ ])|:::|```|~~~|\[[^\[\]]*\]:|\s")
"""What an item or a note may not begin with."""
LEVELS: Final = range(2, 7)
LIKENESS: Final = 0.5
"""How alike a misspelt word and the word that may be meant are at least."""
INDENT: Final = "    "
"""What a further paragraph of a note or an item begins with."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        kind: Kind of the block that it is.
        start: Where its block begins.
        end: Where it ends, white space at the end apart.
        text_start: Where the text of its block begins.
        text_end: Where that ends.
        label: As in :class:`edition.text.runs.Block`.
        name: As there.
        level: As there.
        classes: As there.
        goes_on: As there.
    """

    kind: BlockKind
    start: int
    end: int
    text_start: int
    text_end: int
    label: str = ""
    name: str = ""
    level: int = 0
    classes: tuple[str, ...] = ()
    goes_on: bool = False

    @property
    def ordinal(self) -> str:
        """Printed number of an item of a numbered list, or ""."""
        return self.label if self.kind == "item" else ""


def read_line_of_body(part: Part, opened: Line | None) -> Line:
    """Tell what kind of block a line is.

    Args:
        part: The line without white space at its end; its faults grow by what is outside the
            grammar.
        opened: The note or item that a further paragraph would belong to.
    """
    line = part.text
    if match := NOTE.match(line):
        return _inside(part, "note", match.end(), match[1])
    if opened is not None and line.startswith(INDENT):
        is_note = opened.kind == "note"
        further = _inside(part, "note" if is_note else "paragraph", len(INDENT), "")
        return replace(further, label=opened.label if is_note else "", goes_on=True)
    if line[0].isspace():
        start = part.end - len(line.lstrip())
        part.report(bad.INDENTED, part.start, start)
        part = replace(part, start=start)
    return _flush(part, part.text)


def _flush(part: Part, line: str) -> Line:
    """Tell what kind of block a line is that begins without white space and is no note."""
    if line.startswith("#"):
        return _heading(part, line)
    if line.startswith("::"):
        return _directive(part, line)
    if RULE.fullmatch(line):
        if line != SEPARATOR:
            part.report(bad.RULE, part.start, part.end)
        return Line("separator", part.start, part.end, part.start, part.end)
    if match := ITEM.match(line):
        return _inside(part, "item", match.end(), match[1].removeprefix("-"))
    for pattern, wrong in BEGINNINGS:
        if match := pattern.match(line):
            start, end = part.start, part.start + match.end()
            part.faults.append(wrong.at(start, end, match[0], match[0]))
            break
    return Line("paragraph", part.start, part.end, part.start, part.end)


def _inside(part: Part, kind: BlockKind, marker: int, label: str) -> Line:
    """Return a block with a marker before its text, which must not begin like another block."""
    start = part.start + marker
    text = part.source[start : part.end]
    if kind == "note" and not text:
        part.report(bad.NOTE_EMPTY, part.start, part.end)
    elif match := RULE.fullmatch(text) or INSIDE.match(text):
        part.report(bad.BLOCK_INSIDE, start, start + match.end())
    return Line(kind, part.start, part.end, start, part.end, label)


def _heading(part: Part, line: str) -> Line:
    text = line.lstrip("#")
    level = len(line) - len(text)
    has_space = text.startswith(" ")
    text = text.lstrip(" ")
    start = part.end - len(text)
    classes: tuple[str, ...] = ()
    if attributes := ATTRIBUTES.search(text):
        found = heading_classes(attributes[1])
        if found is None:
            part.report(bad.HEADING_ATTRIBUTES, start + attributes.start(1), part.end)
        text, classes = text[: attributes.start()], found or ()
    end = start + len(text)
    if level not in LEVELS:
        part.report(bad.HEADING_LEVEL, part.start, part.start + level, line)
    elif not text:
        part.report(bad.HEADING_EMPTY, part.start, part.end)
    elif not has_space:
        part.report(bad.HEADING_SPACE, part.start, part.start + level, line)
    bare = text.rstrip("#")
    if bare != text and (len(bare) - len(bare.rstrip("\\"))) % 2 == 0:
        part.report(bad.HEADING_END, start + len(bare), end, line)
    return Line("heading", part.start, part.end, start, end, level=level, classes=classes)


def _directive(part: Part, line: str) -> Line:
    start, end = part.start, part.end
    if match := DIRECTIVE.fullmatch(line):
        return Line("directive", start, end, start, end, label=match[1], name=match[2])
    if OF_PAGE.match(line):
        part.report(bad.DIRECTIVE_OF_PAGE, start, end)
    elif ANY_NAME.match(line):
        part.report(bad.DIRECTIVE_NAME, start, end)
    else:
        words = line.lstrip(":").split()
        near = get_close_matches(words[0].lower(), DIRECTIVES, 1, LIKENESS) if words else []
        meant = f"; perhaps '::: {' '.join([*near, *words[1:]])}' is meant" if near else ""
        part.faults.append(bad.DIRECTIVE_UNKNOWN.at(start, end, line, meant))
    return Line("directive", start, end, start, end)
