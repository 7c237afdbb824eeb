"""E1xx: what the edition has corrected, and what it has remarked on.

Only a certain error of transcription or printing is corrected; everything else stays and
may have a remark. These rules hold the editors to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from edition.checks.lexicon import AMERICAN, BRITISH
from edition.checks.passages import WORD, Emended, Passage
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule
from edition.content.apparatus import SORTS
from edition.text import views
from edition.text.runs import Remark

DOUBT = re.compile(
    r"\b(?:perhaps|probably|maybe|presumably|possibly|likely|seems?)\b|\?", re.IGNORECASE
)
DIGITS = re.compile(r"\d+")
MAXIMUM = 6
"""Words that an emendation may change before it is a rewriting."""
ALIKE = 0.6


def _emendations(proof: Proof) -> Iterator[tuple[Passage, Emended]]:
    for passage in proof.passages:
        for emendation in passage.emendations:
            yield passage, emendation


@rule(
    "E101",
    WARNING,
    "An emendation that changes nothing is a leftover.",
    "Take the marks out.",
)
def idle(proof: Proof) -> Findings:
    """An emendation changes something."""
    for passage, emendation in _emendations(proof):
        if emendation.source == emendation.reading:
            place = passage.source.at(emendation.start)
            yield Found(place, f"'{emendation.source}' is emended to itself")


@rule(
    "E102",
    WARNING,
    "Only a certain error is corrected; a doubtful one gets a remark, and the text stays.",
    "Make a remark of it, {>>...<<}, or give the evidence without 'perhaps'.",
)
def doubtful(proof: Proof) -> Findings:
    """The reason of an emendation is certain."""
    for passage, emendation in _emendations(proof):
        if doubt := DOUBT.search(emendation.reason):
            place = passage.source.at(emendation.start)
            message = f"'{doubt[0]}' in the reason for '{emendation.reading}'"
            yield Found(place, message)


@rule(
    "E103",
    WARNING,
    "The source has a word, the emendation has none: the two may have changed places.",
    "Write {~~source~>correction~~}, the source first.",
)
def reversed_order(proof: Proof) -> Findings:
    """An emendation leads from a non-word to a word, not the other way round."""
    for passage, emendation in _emendations(proof):
        lexicon = proof.lexicon
        source, reading = (WORD.findall(t) for t in (emendation.source, emendation.reading))
        if not source or not reading:
            continue
        was = all(lexicon.knows(word, AMERICAN, BRITISH) for word in source)
        is_ = all(lexicon.knows(word, AMERICAN, BRITISH) for word in reading)
        if was and not is_:
            place = passage.source.at(emendation.start)
            message = f"'{emendation.source}' is a word, '{emendation.reading}' is in no dictionary"
            yield Found(place, message)


@rule(
    "E105",
    WARNING,
    "What is certainly an error in one place is one in the next place as well.",
    "Emend it there too, or write an exception that says why not.",
)
def overlooked(proof: Proof) -> Findings:
    """An error is emended wherever it stands in the article."""
    for article in proof.edition.articles:
        own = list(proof.passages_of(article))
        for source in dict.fromkeys(
            e.source for p in own for e in p.emendations if WORD.search(e.source)
        ):
            if proof.lexicon.knows(source, AMERICAN, BRITISH) or len(source.split()) > 1:
                continue  # a word elsewhere is no error there
            for passage in own:
                for match in re.finditer(rf"(?<!\w){re.escape(source)}(?!\w)", passage.text):
                    if not passage.is_remarked(*match.span()):
                        message = f"'{source}' is emended elsewhere in the article, not here"
                        yield Found(passage.at(match.start()), message)


@rule(
    "E107",
    WARNING,
    "Figures are never corrected: nobody can know what the author meant to write.",
    "Make a remark of it; if only a sign is misread, write an exception.",
)
def figure(proof: Proof) -> Findings:
    """No emendation changes a figure."""
    for passage, emendation in _emendations(proof):
        if DIGITS.findall(emendation.source) != DIGITS.findall(emendation.reading):
            place = passage.source.at(emendation.start)
            yield Found(place, f"'{emendation.source}' becomes '{emendation.reading}'")


@rule(
    "E108",
    WARNING,
    "An emendation restores a word or two; more is a rewriting.",
    "Emend only what is wrong, each word for itself.",
)
def rewriting(proof: Proof) -> Findings:
    """An emendation is short."""
    for passage, emendation in _emendations(proof):
        longest = max(len(emendation.source.split()), len(emendation.reading.split()))
        if longest > MAXIMUM:
            place = passage.source.at(emendation.start)
            yield Found(place, f"an emendation of {longest} words")


@rule(
    "E109",
    WARNING,
    "American and British spelling stay as printed; nothing is harmonised.",
    "Take the emendation out.",
)
def harmonised(proof: Proof) -> Findings:
    """No emendation changes one spelling into the other."""
    for passage, emendation in _emendations(proof):
        one, other = emendation.source, emendation.reading
        if not WORD.fullmatch(one) or not WORD.fullmatch(other) or one == other:
            continue
        lexicon = proof.lexicon
        for mine, theirs in ((AMERICAN, BRITISH), (BRITISH, AMERICAN)):
            only = lexicon.spells(one, mine) and not lexicon.spells(one, theirs)
            alike = SequenceMatcher(None, one, other).ratio() > ALIKE
            if only and alike and lexicon.spells(other, theirs) and not lexicon.spells(other, mine):
                place = passage.source.at(emendation.start)
                yield Found(place, f"'{one}' and '{other}' are both correct spellings")


@rule(
    "E112",
    WARNING,
    "A remark begins with its kind, which a page says in its own language.",
    f"Begin it with one of the kinds and a colon: {', '.join(SORTS)}.",
)
def kind_of_remark(proof: Proof) -> Findings:
    """A remark is of one of the known kinds."""
    for passage in proof.passages:
        for remark in views.remarks(passage.entry.runs):
            kind, colon, text = remark.text.partition(": ")
            if kind not in SORTS or (colon and not text.strip()):
                place = passage.entry.location(remark.text_start)
                said = f"'{kind}'" if colon else "none"
                yield Found(place, f"the kind of the remark is {said}")


@rule(
    "E111",
    INFO,
    "A remark stands right after the words that it is about, not at the beginning of a paragraph.",
    "Move the remark behind the words.",
)
def leading_remark(proof: Proof) -> Findings:
    """No remark stands before everything else."""
    for article in proof.edition.articles:
        for block in article.text.blocks:
            if block.runs and isinstance(block.runs[0], Remark):
                yield Found(article.at(block.text_start), "the paragraph begins with a remark")
