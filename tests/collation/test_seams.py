"""Seams: what stands between two words that agree."""

from __future__ import annotations

import pytest

from edition.collation.permitted import Seam
from edition.collation.seams import LONGEST, explain


def seam(witness: str, edition: str, **more: object) -> Seam:
    """Return a seam between two words; the bar marks where it begins and ends."""
    left, inside, right = witness.split("|")
    _, other, _ = f"|{edition}|".split("|") if "|" not in edition else edition.split("|")
    start = len(left)
    return Seam(
        witness=left + inside + right,
        edition=left + other + right,
        start=start,
        end=start + len(inside),
        edition_end=start + len(other),
        places=tuple(range(len(inside))),
        **more,  # type: ignore[arg-type]
    )


def names(witness: str, edition: str, **more: object) -> list[str] | None:
    """Return the accounts of a seam's characters, ``None`` if it is not explained."""
    steps = explain(seam(witness, edition, **more))
    return None if steps is None else [step.permitted.name for step in steps]


EXPLAINED: dict[str, tuple[str, str, list[str]]] = {
    "the same space": ("a| |b", " ", ["same"]),
    "a line end": ("the|\n|gull", " ", ["line end"]),
    "a cut word": ("a|n inter-\nnational |b", "n international ", [
        *["same"] * 7, "hyphen at a line end", *["same"] * 9,
    ]),
    "a hyphen that stays": ("x-|\n|y", "", ["line end after a hyphen"]),
    "a hyphen that stays in a cut word": ("a|n co-\noperation |b", "n co-operation ", [
        *["same"] * 5, "line end after a hyphen", *["same"] * 10,
    ]),
    "a line end after a dash": ("a —|\n|b", " ", ["line end"]),
    "a dollar": ("of| \\|$5", " ", ["same", "escaped dollar"]),
}  # fmt: skip
REFUSED = {
    "no space for one": ("a| |b", ""),
    "a space for none": ("a||b", " "),
    "two spaces": ("a|  |b", " "),
    "a cut word left cut": ("in-|\n|ternational", " "),
    "a backslash elsewhere": ("a| \\|b", " "),
    "a line end without trace": ("a|\n|b", ""),
    "a line end after a dash and a space": ("a —|\n |b", " "),
    "another word": ("a| gull |b", " gulls "),
    "a tab for a space": ("a|\t|b", " "),
    "asterisks that have a partner": ("a|*|b", ""),
    "a bullet in a text": ("a|\n- |b", "\n"),
}


@pytest.mark.parametrize("case", EXPLAINED)
def test_a_permitted_difference_is_explained(case: str) -> None:
    """Each character has its account."""
    witness, edition, expected = EXPLAINED[case]
    assert expected == names(witness, edition)


@pytest.mark.parametrize("case", REFUSED)
def test_any_other_difference_is_not(case: str) -> None:
    """There is no way from the witness to the edition."""
    assert names(*REFUSED[case]) is None


def test_the_hyphen_of_a_cut_word_goes_only_before_a_small_letter() -> None:
    """A name after a hyphen keeps it."""
    assert names("a|Nur-\nOtan |b", "NurOtan ") is None


def test_loose_asterisks_are_dropped() -> None:
    """Where the witness knows them to be loose."""
    assert ["stray asterisks", "same"] == names("Quill|** |b", " ", loose=frozenset({0}))


def test_a_bullet_and_a_hyphen_belong_to_the_council() -> None:
    """Its list is data in the edition."""
    bullet = names("a|\n- |Quill", "\n", right="member")
    hyphen = names("Quill| - |Editor", "\n", left="member", right="office")
    assert (["same", "list bullet"], ["hyphen after a name"]) == (bullet, hyphen)


def test_the_comma_after_a_byline_is_dropped() -> None:
    """After nothing else."""
    assert ["comma after a byline", "same"] == names("Q|,\n|E", "\n", left="byline")
    assert names("Q|,\n|E", "\n", left="paragraph") is None


def test_the_space_after_the_number_of_a_note_is_dropped() -> None:
    """Only directly after the label."""
    assert ["space after a note's number"] == names("¹| |A", "", left="note", after_label=True)
    assert names("x| |A", "", left="note", after_label=False) is None


def test_note_and_source_may_stand_on_one_line() -> None:
    """At the foot of a table only."""
    expected = ["foot of a table on one line"]
    assert expected == names("u| |S", "\n", left="foot", right="foot")
    assert names("u| |S", "\n") is None


def test_a_seam_of_whole_sentences_is_not_searched() -> None:
    """No rule explains it."""
    assert names(f"a|{'gull ' * LONGEST}|b", f"{'gull ' * LONGEST}") is None
