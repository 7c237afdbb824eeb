"""What may differ between the witness and the edition: this list, and nothing else.

Every character of the witness gets one of these accounts. A rule speaks of kinds of
text (a byline, the foot of a table) and of signs, never of an article: what one article
needs alone is an emendation, recorded in its file with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from edition.collation.articles import CAPITALS
from edition.collation.blocks import Kind
from edition.collation.tables import CELL_STYLE, GROUPING_STYLE
from edition.text.diplomatic import EMENDATION, NOTE_MARK


class Account(StrEnum):
    """The six things that can have become of a character of the witness."""

    SAME = "same"
    MOVED = "moved"
    REJOINED = "rejoined"
    EMENDED = "emended"
    DROPPED = "dropped artefact"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Seam:
    """What stands between two words that agree, on both sides.

    Attributes:
        witness: The witness between the agreed word before and the agreed word after, with
            the end of the one and the other.
        edition: The edition in the same way.
        start: Where the seam begins in both, after the agreed word.
        end: Where it ends in ``witness``, before the next agreed word.
        edition_end: Where it ends in ``edition``.
        places: Offset in the witness's file of each character of the seam.
        left: Kind of the block that the word before belongs to.
        right: Kind of the block that the word after belongs to.
        after_label: Whether the word before is the label of a note, or the end of it.
        loose: Offsets of the asterisks that have no partner on their line.
        brackets: Offsets of the angle brackets around web addresses.
    """

    witness: str
    edition: str
    start: int
    end: int
    edition_end: int
    places: tuple[int, ...] = ()
    left: Kind = "paragraph"
    right: Kind = "paragraph"
    after_label: bool = False
    loose: frozenset[int] = frozenset()
    brackets: frozenset[int] = frozenset()


Condition = Callable[[Seam, int], bool]


def _always(_seam: Seam, _at: int) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Permitted:
    """One thing that a character of the witness can be.

    Attributes:
        name: What the report calls it.
        account: What it counts as.
        meaning: What it is, in one sentence.
        pattern: What the witness has, where a rule is needed to see it.
        becomes: What the edition has in its stead.
        allowed: Whether the rule holds at an offset of a seam.
    """

    name: str
    account: Account
    meaning: str
    pattern: re.Pattern[str] | None = None
    becomes: str = ""
    allowed: Condition = field(default=_always)


def _not_cut(seam: Seam, at: int) -> bool:
    """Refuse to make a space of a line end that cuts a word at its hyphen."""
    return re.search(r"\w-$", seam.witness[:at]) is None


def _word_goes_on(seam: Seam, at: int) -> bool:
    return seam.witness[at + 2].islower()


def _loose(seam: Seam, at: int) -> bool:
    return seam.places[at - seam.start] in seam.loose


def _around_address(seam: Seam, at: int) -> bool:
    return seam.places[at - seam.start] in seam.brackets


def _between(*pair: Kind) -> Condition:
    return lambda seam, _at: (seam.left, seam.right) == pair


def _before(kind: Kind) -> Condition:
    return lambda seam, _at: seam.right == kind


def _after(kind: Kind) -> Condition:
    return lambda seam, _at: seam.left == kind


def _after_note_number(seam: Seam, at: int) -> bool:
    return seam.after_label and at == seam.start


SAME: Final = Permitted(
    "same", Account.SAME, "The edition has the same character in the same sequence."
)
MOVED: Final = Permitted(
    "moved",
    Account.MOVED,
    "The same character, in a note, a table, a diagram or an abstract, which the edition"
    " keeps outside the sequence of the text.",
)
EMENDED: Final = Permitted(
    "emended",
    Account.EMENDED,
    "The source's reading of an emendation that the edition records with its reason.",
)
LINE_END: Final = Permitted(
    "line end",
    Account.REJOINED,
    "The end of a line, column or page inside a paragraph, which becomes a space.",
    re.compile(r"\n"),
    " ",
    _not_cut,
)
BLANK_LINE: Final = Permitted(
    "blank line",
    Account.DROPPED,
    "A line that holds nothing, or nothing but white space.",
)
STYLES: Final = (
    Permitted(
        NOTE_MARK,
        Account.DROPPED,
        "A superscript figure, which becomes the mark or the label of its note.",
    ),
    Permitted(
        CAPITALS,
        Account.DROPPED,
        "A capital letter of a heading that the edition sets in capitals by style.",
    ),
    Permitted(
        CELL_STYLE,
        Account.DROPPED,
        "A tab between two cells of a table.",
    ),
    Permitted(
        GROUPING_STYLE,
        Account.DROPPED,
        "A comma that groups the thousands of a number, declared by its table.",
    ),
)
RULES: Final = (
    LINE_END,
    Permitted(
        "hyphen at a line end",
        Account.REJOINED,
        "The hyphen and the line end that cut a word in two.",
        re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])"),
        "",
        _word_goes_on,
    ),
    Permitted(
        "line end after a hyphen",
        Account.REJOINED,
        "The line end after a hyphen or dash that belongs to the text and stays.",
        re.compile(r"(?<=[-—])\n"),
    ),
    Permitted(
        "stray asterisks",
        Account.DROPPED,
        "Asterisks that have no partner on their line, so that they emphasise nothing.",
        re.compile(r"\*+"),
        "",
        _loose,
    ),
    Permitted(
        "escaped dollar",
        Account.DROPPED,
        "A backslash before a dollar sign.",
        re.compile(r"\\(?=\$)"),
    ),
    Permitted(
        "angle brackets",
        Account.DROPPED,
        "The angle brackets around a web address, which mark a link.",
        re.compile(r"[<>]"),
        "",
        _around_address,
    ),
    Permitted(
        "list bullet",
        Account.DROPPED,
        "The hyphen before a member of the council, whose list is data in the edition.",
        re.compile(r"(?<=\n)- "),
        "",
        _before("member"),
    ),
    Permitted(
        "hyphen after a name",
        Account.DROPPED,
        "The hyphen between a member of the council and what he or she is.",
        re.compile(r" - "),
        "\n",
        _between("member", "office"),
    ),
    Permitted(
        "comma after a byline",
        Account.DROPPED,
        "The comma that leads from the author's name to the affiliation on the next line.",
        re.compile(r",(?=\n)"),
        "",
        _after("byline"),
    ),
    Permitted(
        "space after a note's number",
        Account.DROPPED,
        "The space between the number of a note and its text, which the label replaces.",
        re.compile(r" "),
        "",
        _after_note_number,
    ),
    Permitted(
        "foot of a table on one line",
        Account.DROPPED,
        "The space between a note and a source that the edition keeps as two values.",
        re.compile(r" "),
        "\n",
        _between("foot", "foot"),
    ),
)
UNEXPLAINED: Final = Permitted(
    "unexplained", Account.UNEXPLAINED, "The edition does not have it, and nothing says why."
)
ALL: Final = (UNEXPLAINED, SAME, MOVED, EMENDED, *RULES, *STYLES, BLANK_LINE)
CODES: Final = {permitted.name: code for code, permitted in enumerate(ALL)}
"""Number of each account in the ledger; what has not been looked at is unexplained."""
UNDONE: Final = {EMENDATION: EMENDED.name} | {style.name: style.name for style in STYLES}
