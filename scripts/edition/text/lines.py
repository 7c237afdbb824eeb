"""The lines of a body, each looked at for what kind of block it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from edition.text import block_faults as bad
from edition.text.attributes import heading_classes
from edition.text.faults import Fault
from edition.text.grammar import DIRECTIVES, PAGE_DIRECTIVES
from edition.text.runs import BlockKind
from edition.text.scan import LABEL

NOTE: Final = re.compile(rf"\[\^({LABEL})\]:[ ]*")
DIRECTIVE: Final = re.compile(rf"::: ({'|'.join(DIRECTIVES)}) ([a-z0-9-]+)")
OF_PAGE: Final = re.compile(rf"::: (?:{'|'.join(PAGE_DIRECTIVES)})\b")
ANY_NAME: Final = re.compile(rf"::: (?:{'|'.join(DIRECTIVES)})\b")
HEADING: Final = re.compile(r"(#+)([ ]*)")
ATTRIBUTES: Final = re.compile(r"(?:^|[ ]+)(\{:[^{}]*\})$")
ITEM: Final = re.compile(r"(-|\d+\.)[ ]+(?=\S)")
RULE: Final = re.compile(r"(?:(?:-[- ]*){3,}|(?:_[_ ]*){3,}|(?:\*[* ]*){3,})")
UNDERLINE: Final = re.compile(r"=+|-+")
BEGINNINGS: Final = (
    (re.compile(r">"), bad.QUOTATION),
    (re.compile(r"[-+*](?=[ ])"), bad.LIST_MARKER),
    (re.compile(r":(?=[ ])"), bad.DEFINITION),
    (re.compile(r"```|~~~"), bad.CODE_FENCE),
    (re.compile(r"\[(?!\^)[^\[\]]*\]:"), bad.LINK_DEFINITION),
)
"""What a paragraph may not begin with."""
INSIDE: Final = re.compile(
    r"#+|>|[-+*](?=[ ])|\d+\.(?=[ ])|:(?=[ ])|:::|```|~~~|\[[^\[\]]*\]:|\s"
)
"""What an item or a note may not begin with."""
LEVELS: Final = range(2, 7)
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


def read_line_of_body(
    source: str, start: int, end: int, opened: Line | None, faults: list[Fault]
) -> Line:
    """Tell what kind of block a line is.

    Args:
        source: The text.
        start: Where the line begins.
        end: Where it ends, white space at the end apart.
        opened: The note or item that a further paragraph would belong to.
        faults: Grows by what is outside the grammar.
    """
    line = source[start:end]
    if match := NOTE.match(line):
        return _inside(source, "note", start, start + match.end(), end, match[1], faults)
    if opened is not None and line.startswith(INDENT):
        kind: BlockKind = "note" if opened.kind == "note" else "paragraph"
        label = opened.label if opened.kind == "note" else ""
        further = _inside(source, kind, start, start + len(INDENT), end, label, faults)
        return replace(further, goes_on=True)
    if line[0].isspace():
        faults.append(bad.INDENTED.at(start, start + len(line) - len(line.lstrip())))
        start, line = end - len(line.lstrip()), line.lstrip()
    if line.startswith("#"):
        return _heading(line, start, end, faults)
    if line.startswith("::"):
        return _directive(line, start, end, faults)
    if RULE.fullmatch(line):
        if line != "* * *":
            faults.append(bad.RULE.at(start, end, line))
        return Line("separator", start, end, start, end)
    if match := ITEM.match(line):
        label = match[1] if match[1] != "-" else ""
        return _inside(source, "item", start, start + match.end(), end, label, faults)
    for pattern, wrong in BEGINNINGS:
        if match := pattern.match(line):
            faults.append(wrong.at(start, start + match.end(), match[0], match[0]))
            break
    return Line("paragraph", start, end, start, end)


def _inside(
    source: str,
    kind: BlockKind,
    start: int,
    text_start: int,
    end: int,
    label: str,
    faults: list[Fault],
) -> Line:
    """Return an item or note, whose text must not begin like another block."""
    text = source[text_start:end]
    if kind == "note" and not text:
        faults.append(bad.NOTE_EMPTY.at(start, end, source[start:end]))
    elif match := RULE.fullmatch(text) or INSIDE.match(text):
        faults.append(bad.BLOCK_INSIDE.at(text_start, text_start + match.end(), match[0]))
    return Line(kind, start, end, text_start, end, label)


def _heading(line: str, start: int, end: int, faults: list[Fault]) -> Line:
    match = HEADING.match(line)
    marks, space = match.groups() if match else ("#", "")
    text_start = start + len(marks) + len(space)
    text, classes = line[len(marks) + len(space) :], ()
    if attributes := ATTRIBUTES.search(text):
        found = heading_classes(attributes[1])
        if found is None:
            at = text_start + attributes.start(1)
            faults.append(bad.HEADING_ATTRIBUTES.at(at, end, attributes[1]))
        text, classes = text[: attributes.start()], found or ()
    if len(marks) not in LEVELS:
        faults.append(bad.HEADING_LEVEL.at(start, start + len(marks), line))
    elif not text:
        faults.append(bad.HEADING_EMPTY.at(start, end, line))
    elif not space:
        faults.append(bad.HEADING_SPACE.at(start, start + len(marks), line))
    bare = text.rstrip("#")
    if bare != text and (len(bare) - len(bare.rstrip("\\"))) % 2 == 0:
        at = text_start + len(bare)
        faults.append(bad.HEADING_END.at(at, text_start + len(text), line))
    return Line(
        "heading",
        start,
        end,
        text_start,
        text_start + len(text),
        level=len(marks),
        classes=classes,
    )


def _directive(line: str, start: int, end: int, faults: list[Fault]) -> Line:
    if match := DIRECTIVE.fullmatch(line):
        return Line("directive", start, end, start, end, label=match[1], name=match[2])
    if OF_PAGE.match(line):
        faults.append(bad.DIRECTIVE_OF_PAGE.at(start, end, line))
    elif ANY_NAME.match(line):
        faults.append(bad.DIRECTIVE_NAME.at(start, end, line))
    else:
        words = line.lstrip(":").split()
        near = get_close_matches(words[0].lower(), DIRECTIVES, 1, 0.5) if words else []
        meant = f"; perhaps '::: {' '.join([*near, *words[1:]])}' is meant" if near else ""
        faults.append(bad.DIRECTIVE_UNKNOWN.at(start, end, line, meant))
    return Line("directive", start, end, start, end)
