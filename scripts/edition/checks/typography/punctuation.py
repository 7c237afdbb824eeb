"""Y1xx: commas, stops and dots, and the spaces beside them."""

from __future__ import annotations

import re

from edition.checks.matches import around, in_texts
from edition.checks.proof import Proof
from edition.checks.rule import INFO, Findings, Found, rule

DOUBLED = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
BEFORE_STOP = re.compile(r"(?<=\w) +(?=[,;:.!?](?:\s|$))")
AFTER_STOP = re.compile(
    r"(?<=[^\W\d_]{2})[,;:](?=[^\W\d_])"
    r"|(?<=[a-zа-яё]{2})\.(?=[A-ZА-ЯЁ][a-zа-яё])"
    r"|//(?=\w)"
)
REPEATED = re.compile(r"([,;:])\s?[,;:.]|(?<!\.)(?<!cit)(?<!bid)\.\.(?!\.)|([!?])\2")
DOTS = re.compile(r"\.{3}|…")


@rule(
    "Y106",
    INFO,
    "Two spaces between words are a habit of typists and of transcription.",
    "Make one of them, as print does.",
)
def doubled_space(proof: Proof) -> Findings:
    """No two spaces stand side by side."""
    for passage in proof.passages:
        for match in DOUBLED.finditer(passage.text):
            start, end = passage.offset(match.start()), passage.offset(match.end())
            if "\n" not in passage.source.text[start:end] and passage.source.path.endswith(".md"):
                yield Found(passage.at(match.start()), f"two spaces in '{around(passage, match)}'")


@rule(
    "Y107",
    INFO,
    "A space before a comma or stop is a slip of the print or of the transcription.",
    "Nothing to do if it is printed.",
)
def space_before(proof: Proof) -> Findings:
    """No space stands before a stop."""
    for passage, match in in_texts(proof, BEFORE_STOP):
        if passage.offset(match.end()) - passage.offset(match.start()) > len(match[0]):
            continue  # a note mark stands between
        message = f"a space before a stop, '{around(passage, match)}'"
        yield Found(passage.at(match.start()), message)


@rule(
    "Y108",
    INFO,
    "A missing space after a comma or stop is a slip of the print or of the transcription.",
    "Nothing to do if it is printed.",
)
def space_after(proof: Proof) -> Findings:
    """A space stands after a stop."""
    for passage, match in in_texts(proof, AFTER_STOP):
        before, after = passage.text[: match.start()], passage.text[match.start() :]
        near = before.split(" ")[-1] + after.split(" ")[0]
        if "@" not in near and "www" not in near and "://" not in near:
            message = f"no space after '{match[0]}' in '{around(passage, match)}'"
            yield Found(passage.at(match.start()), message)


@rule(
    "Y115",
    INFO,
    "Two stops side by side are a slip of the print or of the transcription.",
    "Look at the print; otherwise they stay as printed.",
)
def repeated_stop(proof: Proof) -> Findings:
    """No stop is doubled."""
    for passage, match in in_texts(proof, REPEATED):
        message = f"'{match[0]}' in '{around(passage, match)}'"
        yield Found(passage.at(match.start()), message)


@rule(
    "Y120",
    INFO,
    "An article with three dots and with the one sign for them was typed in two ways.",
    "Nothing to do; they stay as printed.",
)
def mixed_dots(proof: Proof) -> Findings:
    """An article writes its dots in one way."""
    for article in proof.edition.articles:
        found = [
            (passage, match)
            for passage in proof.passages_of(article, "paragraph", "item", "note")
            for match in DOTS.finditer(passage.text)
        ]
        if len({match[0] for _, match in found}) > 1:
            first = found[0][1][0]
            passage, match = next((p, m) for p, m in found if m[0] != first)
            yield Found(passage.at(match.start()), f"'{match[0]}' here, '{first}' before")
