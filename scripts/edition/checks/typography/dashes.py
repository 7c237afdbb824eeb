"""Y1xx: hyphens, and the dashes that they stand for."""

from __future__ import annotations

import re

from edition.checks.matches import around, in_texts
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule

DIGIT_HYPHEN = re.compile(r"(?<![\w-])\d+(?:[.,]\d+)?%?-\$?\d+(?:[.,]\d+)?(?![\w-])")
SPACED_HYPHEN = re.compile(r"(?<=\S) -{1,3} (?=\S)")
LOOSE_HYPHEN = re.compile(r"(?<=\w)- (?=\w)|(?<=\w) -(?=\w)")


@rule(
    "Y112",
    INFO,
    "A hyphen stands between figures where careful print has a dash.",
    "Nothing to do; the sign stays as printed.",
)
def figure_hyphen(proof: Proof) -> Findings:
    """Figures are joined by a dash."""
    for passage, match in in_texts(proof, DIGIT_HYPHEN):
        if passage.origin == "printed":
            yield Found(passage.at(match.start()), f"a hyphen between figures, '{match[0]}'")


@rule(
    "Y113",
    INFO,
    "A hyphen between spaces stands for a dash.",
    "Nothing to do; the sign stays as printed.",
)
def spaced_hyphen(proof: Proof) -> Findings:
    """A dash is not written as a hyphen."""
    for passage, match in in_texts(proof, SPACED_HYPHEN):
        if passage.origin == "printed":
            message = f"a hyphen for a dash, '{around(passage, match)}'"
            yield Found(passage.at(match.start() + 1), message)


@rule(
    "Y114",
    INFO,
    "A hyphen with a space on one side is a dash that lost a space, or a word cut at a line end.",
    "Look at the print; otherwise it stays as printed.",
)
def loose_hyphen(proof: Proof) -> Findings:
    """A hyphen has spaces on both sides or on none."""
    for passage, match in in_texts(proof, LOOSE_HYPHEN):
        if passage.origin == "printed":
            message = f"a hyphen with one space, '{around(passage, match)}'"
            yield Found(passage.at(match.start()), message)


@rule(
    "Y119",
    WARNING,
    "What the edition supplies has dashes where they belong.",
    "Write a dash between words and, without spaces, between figures.",
)
def supplied_dash(proof: Proof) -> Findings:
    """Supplied Russian has no hyphen for a dash."""
    for pattern in (SPACED_HYPHEN, DIGIT_HYPHEN):
        for passage, match in in_texts(proof, pattern):
            if passage.origin == "supplied" and passage.lang == "ru":
                message = f"a hyphen for a dash, '{around(passage, match)}'"
                yield Found(passage.at(match.start()), message)
