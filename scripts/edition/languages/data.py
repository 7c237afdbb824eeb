"""What the file ``language.yml`` of a language's folder holds, key by key."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


def _expression(text: str) -> str:
    re.compile(text)
    return text


Expression = Annotated[str, AfterValidator(_expression)]
"""A regular expression."""

Marks = tuple[str, str]
"""An opening and a closing mark."""


class _Data(BaseModel):
    """Data of a language: frozen, strict about keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Alphabet(_Data):
    """The letters that a language is written in.

    Attributes:
        capitals: Capital letters, as in a character class.
        small: Small letters, as in a character class.
        letters: All letters of the script, those of other languages too, as in a character class.
        assumed: Whether words in this script that stand among words in another, and of which
            nothing says their language, are taken for this one. One language of a script is.
        certain: Whether they are so in the text of an article as well, where an author may quote
            any language: letters that hardly another language of an issue has.
        twins: Letters that look like one of another script.
        like_figures: Letters that look like a figure.
        sorted_as: Letters that stand in an index where others do.
    """

    capitals: str
    small: str
    letters: str
    assumed: bool = False
    certain: bool = False
    twins: str = ""
    like_figures: str = ""
    sorted_as: dict[str, str] = {}


class SingleMarks(_Data):
    """What tells single quotation marks and apostrophes apart, at the mark; regular expressions.

    Attributes:
        elision: Words without their beginning, from the mark on.
        possessive: A possessive without an "s" after the mark, from the letter before the mark on.
        plural: What makes a plural of a figure, from the mark on.
    """

    elision: Expression
    possessive: Expression
    plural: Expression


class Signs(_Data):
    """Quotation marks and dashes.

    Attributes:
        double: Quotation marks.
        nested: Quotation marks inside quotation marks.
        dash: A dash between words.
        single: How single marks are told from apostrophes; without it single marks stay.
    """

    double: Marks
    nested: Marks
    dash: str
    single: SingleMarks | None = None


class Breaks(_Data):
    """Where a line must not end; regular expressions, but for the units.

    Attributes:
        pages: Words before a range of pages.
        labels: Words before a number: of a page, a volume, a table.
        units: Words after a number.
        glued: What holds together; the group "space" is the space that does.
        whole: Words with a hyphen that stay in one piece.
    """

    pages: tuple[Expression, ...] = ()
    labels: tuple[Expression, ...] = ()
    units: tuple[Expression, ...] = ()
    glued: tuple[Expression, ...] = ()
    whole: tuple[Expression, ...] = ()


class Spelling(_Data):
    """One of the ways in which a language is spelt.

    Attributes:
        name: What it is called, in English.
        key: What an article calls it that keeps to it, if a language has several.
        dictionary: Name of Hunspell's files in the folder's ``dictionaries/``.
    """

    name: str
    key: str = ""
    dictionary: str


class Reading(_Data):
    """What the check must know to read a text.

    Attributes:
        spellings: The dictionaries, the one to ask first foremost.
        possessives: Endings that a dictionary does not have.
        doubled: Words that may rightly stand twice.
        short_forms: Words of a reference that point to one before it; regular expressions.
        cross_references: Words that may be links to what they point to; regular expressions.
        transliteration: Letters of this language in Latin ones.
        folds: What transliterations into this language disagree about, in the order of the work.
        foreign_quotes: Quotation marks that text of this language never has, as in a class.
    """

    spellings: tuple[Spelling, ...] = ()
    possessives: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    short_forms: tuple[Expression, ...] = ()
    cross_references: tuple[Expression, ...] = ()
    transliteration: dict[str, str] = {}
    folds: dict[str, str] = {}
    foreign_quotes: str = ""
