"""The smallest pieces of a text: what begins at a sign that may be markup.

Markup is looked for from left to right and each piece is taken at once, so that the work grows
with the length of the text alone.
"""

from __future__ import annotations

import re
from typing import Final

from edition.text import run_faults as bad
from edition.text.grammar import ENTITIES, ESCAPABLE, LABEL
from edition.text.part import Part
from edition.text.runs import Autolink, Citation, Entity, Escape, NoteMark, Remark, Text

SPECIAL: Final = re.compile(r"[\\{}<&\[\](`*_]")
"""Signs at which something other than text may begin."""
NOTE_MARK: Final = re.compile(rf"\[\^({LABEL})\]")
BRACKETED_NUMBER: Final = re.compile(r"\[(\d{1,9})\]")
NUMBER_IN_PARENTHESES: Final = re.compile(r"\((\d{1,3})\)")
ADDRESS: Final = r"(?:https?|ftp)://[^\s<>\"'`{}\\^|\[\]]+|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
DESTINATION: Final = re.compile(rf"(?:{ADDRESS}|(?!/)[\w./-]+\.html(?:#[\w.-]+)?|#[\w.-]+)")
AUTOLINK: Final = re.compile(rf"<({ADDRESS})>")
WOULD_CHANGE: Final = re.compile(r"\(\d{1,3}\)|&#|&\w+;")
"""What inside an address would be taken for a citation or an entity."""
ENTITY: Final = re.compile(r"&(?:#\w*|[a-zA-Z0-9]+(?=;));?")
BEGINS: Final = re.compile(r"\{~~|\{>>")
IN_REMARK: Final = re.compile(r"`|<[a-zA-Z]|\*[^\s*]|\\[^\w\s]|\][({]|\[\^|&#|&\w+;")
"""Markup, where none is read."""
MAILTO: Final = "mailto:"


def escape(part: Part, at: int) -> Text | Escape:
    """Return what a backslash makes of the sign after it."""
    if at + 1 < part.end and part.source[at + 1] in ESCAPABLE:
        if not part.has(at + 1, "{~~", "{>>"):
            return Escape(at, at + 2, part.source[at + 1])
        part.report(bad.EMENDATION_OPEN, at, at + 4)
    else:
        part.report(bad.UNKNOWN_ESCAPE, at, min(at + 2, part.end))
    return Text(at, at + 1, "\\")


def less_than(part: Part, at: int) -> Text | Autolink:
    """Return the address that begins at ``<``, or the sign itself."""
    match = AUTOLINK.match(part.source, at, part.end)
    if match is None:
        return Text(at, at + 1, "<")
    target = match[1]
    if change := WOULD_CHANGE.search(target):
        start = at + 1 + change.start()
        part.report(bad.LINK_ADDRESS, start, start + len(change[0]), target)
    seen = match.start(1) + (len(MAILTO) if target.startswith(MAILTO) else 0)
    return Autolink(at, match.end(), target, seen)


def ampersand(part: Part, at: int) -> Text | Entity:
    """Return the sign that an entity stands for, or the ``&`` itself."""
    match = ENTITY.match(part.source, at, part.end)
    if match is None:
        return Text(at, at + 1, "&")
    name = match[0][1:].removesuffix(";")
    if name in ENTITIES:
        return Entity(at, match.end(), ENTITIES[name])
    part.report(bad.ENTITY, at, match.end())
    return Text(at, match.end(), match[0])


def opening_parenthesis(part: Part, at: int) -> Text | Citation:
    """Return the mark of a reference that begins at ``(``, or the sign itself."""
    match = NUMBER_IN_PARENTHESES.match(part.source, at, part.end)
    if match is None:
        return Text(at, at + 1, "(")
    return Citation(at, match.end(), int(match[1]), "parentheses", match[0])


def opening_bracket(part: Part, at: int) -> NoteMark | Citation | None:
    """Return the mark of a note or reference that begins at ``[``, or nothing.

    A number before another bracket, a parenthesis, a colon or an attribute is no mark of a
    reference; before the mark of a note, an emendation or a remark it is one.
    """
    if match := NOTE_MARK.match(part.source, at, part.end):
        return NoteMark(at, match.end(), match[1])
    match = BRACKETED_NUMBER.match(part.source, at, part.end)
    if match is None:
        return None
    after = match.end()
    is_none = part.has(after, "(", ":") or is_reference_link(part, after)
    if is_none or (part.has(after, "{") and not part.has(after, "{~~", "{>>")):
        return None
    return Citation(at, after, int(match[1]), "brackets", match[0])


def is_reference_link(part: Part, after: int) -> bool:
    """Tell whether a bracket that is no mark of a note follows another one."""
    return part.has(after, "[") and NOTE_MARK.match(part.source, after, part.end) is None


def remark(part: Part, at: int) -> Remark | None:
    """Return the remark that begins at ``{>>``, or nothing if it does not end."""
    close = part.source.find("<<}", at + 3, part.end)
    if close < 0:
        return None
    text, start = plain_words(part, at + 3, close)
    if not text:
        part.report(bad.REMARK_EMPTY, at, close + 3)
    return Remark(at, close + 3, text, start)


def plain_words(part: Part, start: int, end: int) -> tuple[str, int]:
    """Return what a remark or a reason says and where that begins; markup in it is a fault."""
    for pattern, kind in ((BEGINS, bad.EMENDATION_INSIDE), (IN_REMARK, bad.REMARK_MARKUP)):
        if match := pattern.search(part.source, start, end):
            part.report(kind, match.start(), match.end())
    text = part.source[start:end]
    return text.strip(), end - len(text.lstrip())
