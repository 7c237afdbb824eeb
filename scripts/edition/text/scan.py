"""The smallest pieces of a text: what begins at a sign that may be markup.

Markup is looked for from left to right and each piece is taken at once, so that the work grows
with the length of the text alone. What an emendation holds is read by a second look at it, and
cannot hold another one.
"""

from __future__ import annotations

import re
from typing import Final

from edition.text import run_faults as bad
from edition.text.faults import Fault
from edition.text.grammar import ENTITIES, ESCAPABLE
from edition.text.runs import Autolink, Citation, Entity, Escape, NoteMark, Remark, Text

SPECIAL: Final = re.compile(r"[\\{}<&\[\](`*_]")
"""Signs at which something other than text may begin."""
LABEL: Final = r"[\w*†‡§]+"
NOTE_MARK: Final = re.compile(rf"\[\^({LABEL})\]")
BRACKETED_NUMBER: Final = re.compile(r"\[(\d+)\]")
NUMBER_IN_PARENTHESES: Final = re.compile(r"\((\d{1,3})\)")
ADDRESS: Final = r"(?:https?|ftp)://[^\s<>\"'`{}\\^|\[\]]+|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
LINK_TARGET: Final = re.compile(rf"(?:{ADDRESS}|[\w./-]+\.html(?:#[\w.-]+)?|#[\w.-]+)")
AUTOLINK: Final = re.compile(rf"<({ADDRESS})>")
WOULD_CHANGE: Final = re.compile(r"\(\d{1,3}\)|&#?\w+;")
"""What inside an address would be taken for a citation or an entity."""
ENTITY: Final = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]|\d)\w*|[a-zA-Z0-9]+(?=;));?")
STARRED: Final = re.compile(r"\*+")
UNDERSCORED: Final = re.compile(r"_+")
IN_REMARK: Final = re.compile(r"`|<[a-zA-Z]|\*[^\s*]|\\[^\w\s]|\][({]|\[\^|&#?\w+;")
BEGINS: Final = re.compile(r"\{~~|\{>>")
MAILTO: Final = "mailto:"

Atom = Text | Escape | Entity | Autolink | NoteMark | Citation | Remark


def escape(source: str, at: int, end: int, faults: list[Fault]) -> Atom:
    """Return what a backslash makes of the sign after it."""
    if at + 1 < end and source[at + 1] in ESCAPABLE:
        if source.startswith(("{~~", "{>>"), at + 1):
            faults.append(bad.EMENDATION_OPEN.at(at, at + 4, source[at : at + 4]))
            return Text(at, at + 1, "\\")
        return Escape(at, at + 2, source[at + 1])
    found = source[at : min(at + 2, end)]
    faults.append(bad.UNKNOWN_ESCAPE.at(at, at + len(found), found))
    return Text(at, at + 1, "\\")


def less_than(source: str, at: int, end: int, faults: list[Fault]) -> Atom:
    """Return the address that begins at ``<``, or the sign itself."""
    match = AUTOLINK.match(source, at, end)
    if match is None:
        return Text(at, at + 1, "<")
    target = match[1]
    if change := WOULD_CHANGE.search(target):
        start = at + 1 + change.start()
        faults.append(bad.LINK_ADDRESS.at(start, start + len(change[0]), target))
    seen = match.start(1) + (len(MAILTO) if target.startswith(MAILTO) else 0)
    return Autolink(at, match.end(), target, seen)


def ampersand(source: str, at: int, end: int, faults: list[Fault]) -> Atom:
    """Return the sign that an entity stands for, or the ``&`` itself."""
    match = ENTITY.match(source, at, end)
    if match is None:
        return Text(at, at + 1, "&")
    if match[0][-1] == ";" and match[0][1:-1] in ENTITIES:
        return Entity(at, match.end(), ENTITIES[match[0][1:-1]])
    faults.append(bad.ENTITY.at(at, match.end(), match[0]))
    return Text(at, match.end(), match[0])


def number_in_parentheses(source: str, at: int, end: int) -> Atom:
    """Return the mark of a reference that begins at ``(``, or the sign itself."""
    match = NUMBER_IN_PARENTHESES.match(source, at, end)
    if match is None:
        return Text(at, at + 1, "(")
    return Citation(at, match.end(), int(match[1]), "parentheses", match[0])


def opening_bracket(source: str, at: int, end: int) -> NoteMark | Citation | None:
    """Return the mark of a note or reference that begins at ``[``, or nothing.

    A number before another bracket, a parenthesis, a colon or an attribute is no mark of a
    reference; before the mark of a note, an emendation or a remark it is one.
    """
    if match := NOTE_MARK.match(source, at, end):
        return NoteMark(at, match.end(), match[1])
    match = BRACKETED_NUMBER.match(source, at, end)
    if match is None:
        return None
    after = match.end()
    if source.startswith(("(", ":"), after, end):
        return None
    if source.startswith("[", after, end) and not NOTE_MARK.match(source, after, end):
        return None
    if source.startswith("{", after, end) and not source.startswith(("{~~", "{>>"), after, end):
        return None
    return Citation(at, after, int(match[1]), "brackets", match[0])


def remark(source: str, at: int, end: int, faults: list[Fault]) -> Remark | None:
    """Return the remark that begins at ``{>>``, or nothing if it does not end."""
    close = source.find("<<}", at + 3, end)
    if close < 0:
        return None
    text = source[at + 3 : close]
    if not text.strip():
        faults.append(bad.REMARK_EMPTY.at(at, close + 3, source[at : close + 3]))
    plain_words(source, at + 3, close, faults)
    return Remark(at, close + 3, text.strip())


def plain_words(source: str, start: int, end: int, faults: list[Fault]) -> None:
    """Report markup where none is read: in a remark or the reason of an emendation."""
    if match := BEGINS.search(source, start, end):
        faults.append(bad.EMENDATION_INSIDE.at(*match.span(), match[0]))
    if match := IN_REMARK.search(source, start, end):
        faults.append(bad.REMARK_MARKUP.at(*match.span(), match[0]))
