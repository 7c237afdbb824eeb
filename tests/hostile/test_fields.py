"""Hostile texts and values in every field of the content: refused by lines, or built harmless.

Every field gets a few texts of the table, so that every text stands in several fields. Each is
loaded alone; what the loader accepts is built together, a text for each field at a time, and
whatever the site has that the site of harmless content has not is a failure. With
``EDITION_HOSTILE=all`` every field gets every text, which takes hours.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count, islice
from math import gcd
from typing import Final

import pytest
from tests.hostile.attacks import TEXTS, VALUES, Attack
from tests.hostile.judge import Judge, Verdict
from tests.hostile.places import MODELS, Edit, Place, Workshop, model_patterns
from tests.hostile.score import Record

EACH_VALUE: Final = tuple(Attack(name, "value", text) for name, text in VALUES.items())
EVERYTHING: Final = os.environ.get("EDITION_HOSTILE") == "all"
SHARE: Final = {"body": 8, "text": 2, "cell": 2, "key": 2, "line": 2, "value": 1}
"""How many texts a place of each kind gets."""
ROUNDS: Final = len(TEXTS) + len(VALUES) if EVERYTHING else 3
"""How many builds there are."""
STEP: Final = 37
"""How far apart in the tables two texts are that follow each other; prime to their lengths."""


def share(place: Place, texts: Iterator[Attack], values: Iterator[Attack]) -> list[Attack]:
    """Return what is put into a place: the next texts and values of the tables."""
    if EVERYTHING:
        return [*TEXTS, *EACH_VALUE]
    kinds = {"value": (0, SHARE["value"])}
    of_texts, of_values = kinds.get(place.kind, (SHARE[place.kind], 0))
    return [*islice(texts, of_texts), *islice(values, of_values)]


def turns(table: Sequence[Attack]) -> Iterator[Attack]:
    """Go round a table for ever, in an order that mixes its parts."""
    assert gcd(STEP, len(table)) == 1
    return (table[number * STEP % len(table)] for number in count())


class Inputs:
    """Every input, and what the loader makes of it."""

    def __init__(self, judge: Judge) -> None:
        """Put the table and the fields together."""
        self.judge = judge
        self.edits: dict[str, list[Edit]] = defaultdict(list)
        self._loaded: dict[Edit, Verdict] = {}
        texts, values, numbers = turns(TEXTS), turns(EACH_VALUE), count(1)
        for place in judge.workshop.places():
            chosen = share(place, texts, values)
            self.edits[place.file] += [Edit(place, one, next(numbers)) for one in chosen]

    def loaded(self, edit: Edit) -> Verdict:
        """Return what the loader says of an input."""
        if edit not in self._loaded:
            self._loaded[edit] = self.judge.load([edit])
        return self._loaded[edit]

    @cached_property
    def rounds(self) -> Sequence[Sequence[Edit]]:
        """What is built together: of one field and what is in it one text, of a body many."""
        rounds: list[list[Edit]] = [[] for _ in range(ROUNDS)]
        for edit in (edit for edits in self.edits.values() for edit in edits):
            if self.loaded(edit).outcome == "accepted":
                free = (chosen for chosen in rounds if not any(map(edit.excludes, chosen)))
                next(free).append(edit)
        return rounds


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    """Every input, with a copy of the issue to put them into."""
    folder = tmp_path_factory.mktemp("hostile")
    return Inputs(Judge(Workshop(folder / "issue"), folder / "site"))


FILES: Final = (
    *MODELS,
    "articles/words.txt",
    "tables/brine-1.csv",
    "tables/brine-2.csv",
    "tables/gulls-1.csv",
    "tables/gulls-2.csv",
)


def test_the_invented_issue_uses_every_field_of_the_models(inputs: Inputs) -> None:
    """A new field is attacked as soon as it is declared, or this says that it is not."""
    used: dict[str, set[str]] = defaultdict(set)
    declared: dict[str, set[str]] = defaultdict(set)
    for place in inputs.judge.workshop.places():
        used[MODELS.get(place.file, Edit).__name__].add(place.name)
    for model in MODELS.values():
        declared[model.__name__].update(model_patterns(model))
    assert {} == {name: missing for name in declared if (missing := declared[name] - used[name])}


def test_every_text_and_every_file_has_its_turn(inputs: Inputs) -> None:
    """No text of the table is left out, and there are hundreds of inputs."""
    edits = [edit for edits in inputs.edits.values() for edit in edits]
    assert {attack.name for attack in TEXTS} <= {edit.attack.name for edit in edits}
    assert set(FILES) == set(inputs.edits)
    assert len(edits) > 700
    assert len(edits) == len({edit.number for edit in edits})


@pytest.mark.parametrize("file", FILES)
def test_the_loader_refuses_by_lines_or_accepts(file: str, inputs: Inputs, record: Record) -> None:
    """No text ends in a traceback, hangs, or says more than the lines of the refusal."""
    failed: list[str] = []
    for edit in inputs.edits[file]:
        verdict = inputs.loaded(edit)
        if verdict.outcome == "refused":
            record(edit.attack.aim, "refused")
        elif verdict.outcome != "accepted":
            record(edit.attack.aim, "failed")
            failed.append(f"{edit}: {verdict.outcome}: {verdict.detail}")
    assert [] == failed


@pytest.mark.parametrize("number", range(ROUNDS))
def test_what_the_loader_accepts_is_refused_by_the_build_or_built_clean(
    number: int, inputs: Inputs, record: Record
) -> None:
    """The site has nothing that the site of harmless content has not."""
    edits = inputs.rounds[number]
    judged: dict[Edit, str] = {}
    failed: list[str] = []
    for guilty, verdict in inputs.judge.guilty(edits):
        refused = verdict.outcome == "refused" and len(guilty) == 1
        judged |= dict.fromkeys(guilty, "refused" if refused else "failed")
        if not refused:
            said = " + ".join(map(str, guilty[:3]))
            failed.append(f"{said}: {verdict.outcome}: {verdict.detail}")
    for edit in edits:
        outcome = judged.get(edit, "built clean")
        record(edit.attack.aim, outcome)  # type: ignore[arg-type]  # one of the outcomes
    assert [] == failed
