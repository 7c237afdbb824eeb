"""The proof of the tool: of two hundred random faults none escapes it.

Ten kinds of fault are planted into copies of the real issue, twenty of each; every one
must be reported, on a line of the paragraph that it is in.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.collation.faults import KINDS, Desk, Fault, open_desk
from tests.editions import ROOT

from edition.collation import Collation, collate, read_witness, usable
from edition.content.load import load

SEED = 2007
COPIES = 10
OF_EACH_KIND = 2
"""How many faults of each kind a copy gets."""


@dataclass(frozen=True)
class Outcome:
    """A copy with its faults, and what the tool says of it."""

    faults: tuple[Fault, ...]
    collation: Collation

    def found(self, kind: str) -> list[bool]:
        """Tell of each fault of a kind whether it was found in its place."""
        places = [finding.edition for finding in self.collation.findings]
        return [fault.found(places) for fault in self.faults if fault.kind == kind]

    def missed(self) -> Iterator[str]:
        """Yield what was not found."""
        places = [finding.edition for finding in self.collation.findings]
        yield from (f"{f.kind}: {f.what}" for f in self.faults if not f.found(places))


def compare(folder: Path) -> Collation:
    """Collate the copy in a folder."""
    loaded = load(folder)
    return collate(usable(loaded), read_witness(folder), loaded.sources)


def copy(folder: Path) -> Path:
    """Copy the content of the real issue."""
    for name in ("articles", "tables"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def write(folder: Path, desk: Desk) -> None:
    """Write the spoilt files."""
    for file in (*desk.articles, *desk.tables):
        (folder / file.path).write_text(file.text(), encoding="utf-8")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """Every copy, spoilt and collated."""
    clean = compare(ROOT)
    edition = usable(load(ROOT))
    chooser = random.Random(SEED)  # noqa: S311  # the faults need no secrecy
    results = []
    for number in range(COPIES):
        folder = copy(tmp_path_factory.mktemp(f"copy-{number}"))
        desk = open_desk(folder, edition, clean, chooser)
        for kind in KINDS:
            for _ in range(OF_EACH_KIND):
                desk.plant(kind)
        write(folder, desk)
        results.append(Outcome(tuple(desk.planted), compare(folder)))
    return results


def test_two_hundred_faults_are_planted(outcomes: list[Outcome]) -> None:
    """Twenty of each of ten kinds."""
    planted = Counter(fault.kind for outcome in outcomes for fault in outcome.faults)
    assert dict.fromkeys(KINDS, 20) == planted


def test_the_score(outcomes: list[Outcome], capsys: pytest.CaptureFixture[str]) -> None:
    """Every fault is found in its paragraph; the score is printed by kind."""
    score = {kind: [found for o in outcomes for found in o.found(kind)] for kind in KINDS}
    lines = [f"{kind:<24}{sum(found):>4} of {len(found)}" for kind, found in score.items()]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert [] == [missed for outcome in outcomes for missed in outcome.missed()]


def test_nothing_else_is_reported(outcomes: list[Outcome]) -> None:
    """A finding stands where a fault was planted: there are no false alarms."""
    stray = [
        str(finding.diagnostic)
        for outcome in outcomes
        for finding in outcome.collation.findings
        if not any(fault.covers(finding.edition) for fault in outcome.faults)
    ]
    assert [] == stray


def test_every_character_stays_accounted_for(outcomes: list[Outcome]) -> None:
    """Also with faults the accounts add up to the whole witness."""
    totals = {sum(outcome.collation.accounts.values()) for outcome in outcomes}
    assert {outcomes[0].collation.characters} == totals
