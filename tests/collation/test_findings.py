"""Findings: what is said of a difference."""

from __future__ import annotations

from tests.collation.small import compared, found

from edition.collation.codes import MISSING
from edition.collation.findings import LONGEST_QUOTE, Finding
from edition.diagnostics import Location


def test_a_finding_prints_like_any_other_with_the_witness_behind_it() -> None:
    """``path:line:col CODE severity message (witness)``."""
    finding = Finding(MISSING, Location("a.md", 3, 4), Location("w.txt", 5, 6), "lost: «x»")
    assert "a.md:3:4 W001 error lost: «x» (w.txt:5:6)" == str(finding.diagnostic)


def test_a_long_difference_is_quoted_in_part() -> None:
    """With the number of its words."""
    lost = " ".join(["gulls"] * 50)
    (line,) = found("One.\n\nTwo.", f"One.\n\n{lost}.\n\nTwo.")
    quote, size = line.split("«")[1].split("…» ")
    assert (LONGEST_QUOTE, "(51 words and signs)") == (len(quote), size)


def test_words_lost_at_the_beginning_of_a_paragraph_belong_to_it() -> None:
    """Not to the paragraph before."""
    assert ["3 W001 not in the edition: «Old»"] == found("One.\n\ngulls.", "One.\n\nOld gulls.")


def test_words_lost_at_the_end_of_a_paragraph_belong_to_it() -> None:
    """Not to the paragraph after."""
    assert ["1 W001 not in the edition: «.»"] == found("One\n\n## Two", "One.\n\nTwo")


def test_words_lost_at_the_end_of_everything_have_a_place() -> None:
    """That of the last word."""
    (finding,) = compared("One.", "One.\n\nTwo.").findings
    assert ("articles/gulls.md:20:4", "W001") == (str(finding.edition), finding.code.id)


def test_findings_are_in_the_order_of_the_witness() -> None:
    """As a reader of the witness meets them."""
    body = "One gull.\n\nTwo[^1] gulls.\n\n[^1]: The old log."
    text = "¹ The log.\n\nOne.\n\nTwo¹."
    lines = [finding.witness.line for finding in compared(body, text).findings]
    assert sorted(lines) == lines
    assert 3 == len(lines)
