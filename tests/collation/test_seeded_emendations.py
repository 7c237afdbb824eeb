"""Emendations and remarks leave a collation clean, wherever they stand.

Three hundred are written into copies of the real articles: each records what the source has, so
the tool must find nothing, and count every character of every source.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from tests.collation.faults import Desk, open_desk
from tests.editions import ROOT

from edition.collation import Collation, collate, read_witness, usable
from edition.collation.permitted import Account
from edition.content.load import load

SEED = 1931
OF_EACH = 100


def compare(folder: Path) -> Collation:
    """Collate the copy in a folder."""
    loaded = load(folder)
    return collate(usable(loaded), read_witness(folder), loaded.sources)


def amend(desk: Desk, pattern: str, before: str, after: str) -> int:
    """Put markup around a visible run of text and return the length of the run."""
    while True:
        sizes: list[int] = []

        def change(text: str, sizes: list[int] = sizes) -> str:
            sizes.append(len(text))
            return f"{before}{text}{after}"

        if desk.replace("emendation", pattern, change) is not None:
            return sizes[-1]


def test_three_hundred_emendations_and_remarks_are_no_differences(tmp_path: Path) -> None:
    """Emended words, emended spaces and signs, remarks between words."""
    for name in ("articles", "tables"):
        shutil.copytree(ROOT / name, tmp_path / name)
    clean = compare(ROOT)
    chooser = random.Random(SEED)  # noqa: S311  # no secrets here
    desk = open_desk(tmp_path, usable(load(ROOT)), clean, chooser)
    emended = 0
    for _ in range(OF_EACH):
        for line in (line for file in desk.articles for line in file.lines):
            line.touched = False
        emended += amend(desk, r"(?<=\w )\w+(?: \w+)?", "{~~", "~>gull~~}{>>misread<<}")
        emended += amend(desk, r"(?<=\w)[ ,;](?=[ \w])", "{~~", "~>~~}{>>too many<<}")
        amend(desk, r"(?<=\w) (?=\w)", "{>>sic<<}", "")
    for file in desk.articles:
        (tmp_path / file.path).write_text(file.text(), encoding="utf-8")
    amended = compare(tmp_path)
    assert [] == [str(finding.diagnostic) for finding in amended.findings]
    already = clean.accounts[Account.EMENDED]
    assert already + emended == amended.accounts[Account.EMENDED]
    assert len(clean.emendations) + 2 * OF_EACH == len(amended.emendations)
