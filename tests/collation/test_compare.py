"""What is the same, what may differ, and what is found: a text against its transcription."""

from __future__ import annotations

import pytest
from tests.collation.small import both, compared, found, table

from edition.collation.permitted import Account

CLEAN = {
    "one paragraph": ("Gulls sleep.", "Gulls sleep."),
    "two paragraphs": ("Gulls sleep.\n\nOn one leg.", "Gulls sleep.\n\nOn one leg."),
    "a paragraph cut by a page": ("Gulls sleep here.", "Gulls sleep\n\nhere."),
    "a word cut by a page": ("Gulls sleeping.", "Gulls sleep-\n\ning."),
    "a hyphen that stays": ("Half-asleep.", "Half-\n\nasleep."),
    "a line of one space": ("One.\n\nTwo.", "One.\n\n \n\nTwo."),
    "emphasis": ("*Gulls* **sleep**.", "*Gulls* **sleep**."),
    "emphasis cut by a page": ("*Gulls sleep* here.", "*Gulls\n\nsleep* here."),
    "a stray asterisk": ("Gulls sleep.", "**Gulls sleep."),
    "a dollar": ("It costs $5m.", r"It costs \$5m."),
    "an address in brackets": ("See <http://a.b/c>.", "See <http://a.b/c>."),
    "an address without": ("See <http://a.b/c>.", "See http://a.b/c."),
    "a foreign word": ("The *[chaika]{lang=ru-Latn}* sleeps.", "The *chaika* sleeps."),
    "a heading": ("## The Count {: .caps }\n\nOne.", "THE COUNT\n\nOne."),
    "a run-in heading": ("### Gulls. {: .run-in }\n\nOne.", "Gulls. One."),
    "a list": ("As follows:\n\n- one;\n- two.", "As follows:\n\n- one;\n- two."),
    "a separator": ("One.\n\n* * *\n\nTwo.", "One.\n\n* * *\n\nTwo."),
    "a note": ("One[^1].\n\n[^1]: The log.", "One¹.\n\n¹ The log."),
    "a note in the middle": (
        "Gulls sleep[^1] here.\n\n[^1]: The log of 1930.",
        "Gulls sleep¹\n\n¹The log of 1930.\n\nhere.",
    ),
    "a remark": ("Gulls sleep{>>sic: in 1930<<}.", "Gulls sleep."),
    "an emendation": ("The {~~gvll~>gull~~}{>>misread<<} sleeps.", "The gvll sleeps."),
    "an insertion": ("It is so{~~~>.~~}{>>lost<<}\n\nThe end.", "It is so\n\nThe end."),
    "an emended space": ("{~~to day~>today~~}{>>cut<<} it sleeps.", "to day it sleeps."),
    "an emended join": ("in{~~-~>~~}{>>cut<<}side", "in-side"),
    "a remark that settles a paragraph": ("One{>>sic<<}\n\nTwo.", "One\n\nTwo."),
}


@pytest.mark.parametrize("case", CLEAN)
def test_what_may_differ_is_not_reported(case: str) -> None:
    """And every character has its account."""
    collation = compared(*CLEAN[case])
    assert [] == [str(finding.diagnostic) for finding in collation.findings]
    assert collation.clean


FOUND = {
    "a lost word": ("Gulls sleep.", "Gulls never sleep.", "1 W001 not in the edition: «never»"),
    "an added word": ("Gulls never sleep.", "Gulls sleep.", "1 W002 not in the witness: «never»"),
    "another word": (
        "Gulls sleep.", "Gulls creep.", "1 W003 the witness has «creep», the edition «sleep»",
    ),
    "another sign": (
        "Gulls’ nests.", "Gulls' nests.", "1 W003 the witness has «'», the edition «’»",
    ),
    "words joined": (
        "Gulls asleep.", "Gulls a sleep.", "1 W004 the witness has «a sleep», the edition «asleep»",
    ),
    "a space too many": (
        "Gulls sleep .", "Gulls sleep.", "1 W004 the witness has no space, the edition a space",
    ),
    "a double space": (
        "Gulls  sleep.", "Gulls sleep.", "1 W004 the witness has a space, the edition '  '",
    ),
    "a word left cut": (
        "Gulls sleep- ing.", "Gulls sleep-\ning.",
        "1 W004 the witness has a line end, the edition a space",
    ),
    "a wrong join": (
        "Gulls sleep. On one leg.", "Gulls sleep.\n\nOn one leg.",
        "1 W005 joined although a sentence ends: «…Gulls sleep. | On one leg.…»",
    ),
    "a heading joined": (
        "THE COUNT Gulls sleep.", "THE COUNT\n\nGulls sleep.",
        "1 W005 joined although a sentence ends: «…THE COUNT | Gulls sleep.…»",
    ),
    "a missed join": (
        "Gulls sleep\n\nhere.", "Gulls sleep\n\nhere.",
        "1 W006 not joined although the sentence goes on: «…Gulls sleep | here.…»",
    ),
    "a new paragraph": (
        "Gulls sleep.\n\nOn one leg.", "Gulls sleep. On one leg.",
        "3 W007 a paragraph begins where the witness runs on",
    ),
    "lost emphasis": (
        "On *gulls and boats.", "On *gulls* and boats.",
        "1 W008 not in the edition: «*»",
    ),
    "invented emphasis": (
        "On **gulls.", "On gulls.", "1 W008 not in the witness: «**»",
    ),
    "other emphasis": (
        "*Gulls*", "**Gulls**", "1 W008 the witness has «**», the edition «*»",
    ),
    "a dollar left escaped": (
        r"It costs \\$5.", "It costs $5.", "1 W002 not in the witness: «\\»",
    ),
    "a wrong source of an emendation": (
        "The {~~gwll~>gull~~}{>>misread<<}.", "The gvll.",
        "1 W003 the witness has «gvll», the edition «gwll»",
    ),
    "an emendation without words in the witness": (
        "The {~~old ~>~~}{>>doubled<<}gull.", "The gull.", "1 W002 not in the witness: «old»",
    ),
    "a lost paragraph": (
        "One.\n\nThree.", "One.\n\nTwo of it.\n\nThree.", "1 W001 not in the edition: «Two of it.»",
    ),
    "a lost first paragraph": (
        "Two.\n\nThree.", "One of it.\n\nTwo.\n\nThree.",
        "1 W001 not in the edition: «One of it.»",
    ),
    "a doubled paragraph": (
        "One.\n\nTwo.\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nThree.",
        "3 W002 not in the witness: «Two.»",
    ),
    "a lost note mark": (
        "One. Two[^2].\n\n[^2]: The log.", "One¹. Two².\n\n² The log.",
        "1 W001 not in the edition: «¹»",
    ),
    "another number of a note": (
        "One[^2].\n\n[^2]: The log of Fenmouth.", "One².\n\n¹ The log of Fenmouth.",
        "3 W003 the witness has «¹», the edition «²»",
    ),
    "a note that the witness does not have": (
        "One[^1].\n\n[^1]: The log.", "One¹.", "3 W002 not in the witness: «¹The log.»",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_any_other_difference_is_found_in_its_place(case: str) -> None:
    """One finding, with the line and what differs."""
    body, text, expected = FOUND[case]
    assert expected in found(body, text)


def test_lost_emphasis_is_found_on_both_sides_of_the_word() -> None:
    """Two signs are gone."""
    assert ["1 W008 not in the edition: «*»"] * 2 == found("On gulls.", "On *gulls*.")


def test_a_finding_has_both_places() -> None:
    """The line of the file and the line of the witness, with their columns."""
    (finding,) = compared("One.\n\nTwo gulls sleep.", "One.\n\nTwo sleep.").findings
    assert ("articles/gulls.md:22:5", "articles/witness.txt:28:5") == (
        str(finding.edition),
        str(finding.witness),
    )


def test_a_character_counts_once() -> None:
    """The accounts add up to the witness, also where something is wrong."""
    for body, text in (("Gulls sleep here.", "Gulls never\n\nsleep\n\nhere."), ("", "All lost.")):
        collation = compared(body, text)
        assert len(collation.witness.text) == sum(collation.accounts.values())


def test_what_is_lost_is_counted_as_unexplained() -> None:
    """The word, and the space that went with it."""
    collation = compared("Gulls sleep.", "Gulls never sleep.")
    assert len(" never ") == collation.accounts[Account.UNEXPLAINED]


def test_what_is_emended_is_counted() -> None:
    """The source's reading, character by character."""
    collation = compared("The {~~gvll~>gull~~}{>>misread<<} sleeps.", "The gvll sleeps.")
    assert len("gvll") == collation.accounts[Account.EMENDED]


def test_what_is_moved_is_counted() -> None:
    """The text of a note; its number and the space behind it are style."""
    collation = compared("One[^1].\n\n[^1]: The log.", "One¹.\n\n¹ The log.")
    assert len("The log.") == collation.accounts[Account.MOVED]


def test_a_table_agrees_cell_by_cell() -> None:
    """Caption, heads, grouping commas, gaps, foot."""
    given = table(
        number=both("Table 1."),
        note=both("In 1931."),
        note_label="Note:",
        source=both("the log"),
        source_label="Source:",
    )
    text = (
        "One.\n\n**Table 1. Gulls\nby pier**\n\nPier\tGulls\nNorth\t1,200\nSouth\t\n\n"
        "Note: In 1931. Source: the log"
    )
    assert compared("One.\n\n::: table gulls-1", text, given).clean


def test_a_changed_cell_is_found() -> None:
    """In the file of the table."""
    text = "One.\n\nGulls by pier\n\nPier\tGulls\nNorth\t1,300\nSouth\t"
    (finding,) = compared("One.\n\n::: table gulls-1", text, table()).findings
    assert "the witness has «300», the edition «200»" == finding.message
    assert "tables/gulls-1.csv" == finding.edition.path


def test_a_table_heading_may_not_be_joined_over_a_blank_line() -> None:
    """What the print sets on two lines has no blank line between them."""
    text = "One.\n\nGulls asleep\n\nby pier\n\nPier\tGulls\nNorth\t1,200\nSouth\t"
    given = table(caption=both("Gulls asleep by pier"))
    findings = compared("One.\n\n::: table gulls-1", text, given).findings
    assert ["W005"] == [finding.code.id for finding in findings]


def test_a_lost_reference_is_found() -> None:
    """Beside the entry before it."""
    references = [{"number": 1, "text": "The log.", "language": "en"}]
    text = "One.\n\nSOURCES\n\n1. The log.\n2. A letter."
    (line,) = found("One.", text, references_heading="SOURCES", references=references)
    assert line.endswith("W001 not in the edition: «2. A letter.»")
