"""A1xx: one name in two spellings, inside an article and between articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from itertools import combinations
from typing import Final

from edition.checks.lexicon import AMERICAN, BRITISH, POSSESSIVES, Lexicon
from edition.checks.names.likeness import fold, nearly_equal
from edition.checks.passages import Passage
from edition.checks.proof import Proof
from edition.checks.rule import INFO, WARNING, Findings, Found, rule

SHORTEST: Final = 4
"""Letters from which a capitalised word is compared."""
ACRONYM: Final = 5
"""Capitals up to which a word in capitals is an abbreviation."""
LONGEST: Final = 60
"""Letters up to which it is: no name has more."""
HEAP: Final = 12
"""Names in one heap that are compared with each other."""
LONG: Final = 6
"""Letters from which a name may be a misreading of one that a dictionary has."""


@rule(
    "A103",
    WARNING,
    "One name is spelt in two ways inside an article.",
    "Emend a misreading; remark on an author's two spellings, {>>sic<<}.",
)
def two_spellings(proof: Proof) -> Findings:
    """An article spells a name in one way."""
    for article in proof.edition.articles:
        own = _names(proof.passages_of(article))
        for rarer, usual in _variants(own, proof.lexicon):
            passage, index = own[rarer][0]
            remarked = any(p.is_remarked(i, i + len(rarer)) for p, i in own[rarer])
            if not remarked:
                yield Found(passage.at(index), f"'{rarer}' here, '{usual}' in the same article")


@rule(
    "A104",
    INFO,
    "Two authors transliterate one name in two ways.",
    "Nothing to do; each author's spelling stays.",
)
def across_articles(proof: Proof) -> Findings:
    """The articles spell a name in one way."""
    everywhere = _names(proof.passages)
    for rarer, usual in _variants(everywhere, proof.lexicon):
        files = {passage.source.path for passage, _ in everywhere[usual]}
        for passage, index in everywhere[rarer]:
            if passage.source.path not in files:
                others = ", ".join(sorted(files))
                yield Found(passage.at(index), f"'{rarer}' here, '{usual}' in {others}")
                break


def _names(passages: Iterable[Passage]) -> Mapping[str, list[tuple[Passage, int]]]:
    """Collect the capitalised words of printed English with their places."""
    found: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for passage in passages:
        if passage.origin != "printed":
            continue
        for match, lang in passage.words:
            name = match[0]
            for ending in POSSESSIVES:
                name = name.removesuffix(ending).removesuffix(ending.upper())
            if lang != "en" or not SHORTEST <= len(name) <= LONGEST or not name[0].isupper():
                continue
            if not name.isupper():
                found[name].append((passage, match.start()))
            elif len(name) > ACRONYM:
                found[name.capitalize()].append((passage, match.start()))
    return found


def _variants(
    names: Mapping[str, list[tuple[Passage, int]]], lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """Yield pairs of spellings of what may be one name, the rarer one first."""
    proper = sorted(
        name
        for name in names
        if not any(lexicon.spells(name.lower(), variety) for variety in (AMERICAN, BRITISH))
    )
    for one, other in _neighbours(proper, names):
        if _same(one, other, lexicon):
            pair = sorted((one, other), key=lambda name: (len(names[name]), name))
            yield pair[0], pair[1]


def _neighbours(proper: Sequence[str], names: Mapping[str, Sized]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names that may be alike, each once, without trying all pairs.

    Two names are alike if they fold to the same, have the same letters in another order, or differ
    in one letter: then they are the same without one letter of theirs. In a heap of many, each is
    compared with the commonest alone.
    """
    heaps: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name in proper:
        first, rest = name[0], name[1:]
        keys = {("fold", first, fold(name)), ("letters", first, "".join(sorted(name.lower())))}
        keys |= {("less", first, rest[:at] + rest[at + 1 :]) for at in range(len(rest))}
        for key in (*keys, ("less", first, rest)):
            heaps[key].append(name)
    pairs: set[tuple[str, str]] = set()
    for heap in heaps.values():
        if len(heap) > HEAP:
            commonest = min(heap, key=lambda name: (-len(names[name]), name))
            pairs.update((min(commonest, name), max(commonest, name)) for name in heap)
        else:
            pairs.update(combinations(heap, 2))
    yield from sorted(pair for pair in pairs if pair[0] != pair[1])


def _same(one: str, other: str, lexicon: Lexicon) -> bool:
    """Tell whether two spellings may mean one name."""
    if fold(one) == fold(other):
        return True
    if all(lexicon.knows(name, AMERICAN, BRITISH) for name in (one, other)):
        return False
    spelt = any(lexicon.spells(name, v) for name in (one, other) for v in (AMERICAN, BRITISH))
    if spelt and min(len(one), len(other)) < LONG:
        return False
    return nearly_equal(one, other)
