"""The whole comparison."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.collation.small import FRONT, compared, edition, found

from edition.collation import Witness, collate, usable
from edition.collation.articles import article_part
from edition.collation.collate import in_print_order, open_ledger
from edition.collation.front import front_parts
from edition.collation.permitted import ALL
from edition.content.codes import MARK_WITHOUT_NOTE
from edition.content.load import Loaded
from edition.content.sources import Source
from edition.diagnostics import ContentError, Diagnostic, Location


def test_the_front_of_the_issue_agrees() -> None:
    """Masthead, contents and council, with what may differ there."""
    collation = compared("Gulls sleep.", "Gulls sleep.")
    assert collation.clean
    names = {permitted.name: count for permitted, count in collation.details.items()}
    assert (4, 6, 1) == (
        names["list bullet"],
        names["hyphen after a name"],
        names["comma after a byline"],
    )


def test_a_change_in_the_masthead_is_found() -> None:
    """Its file is named."""
    witness = Witness(FRONT.replace("OF HARBOURS", "OF HARBORS") + "\nGulls sleep.")
    (finding,) = collate(edition("Gulls sleep."), witness).findings
    assert "articles/issue.yml" == finding.edition.path


def test_parts_stand_in_the_order_of_the_witness() -> None:
    """Whatever the print begins with."""
    parts = [*front_parts(edition("One.")), article_part(edition("One.").articles[0])]
    witness = Witness(FRONT)
    names = [part.name for part in in_print_order(parts[::-1], witness)]
    assert [part.name for part in parts] == names


def test_the_print_may_begin_with_the_council() -> None:
    """The order of the front is the print's."""
    front, council, rest = FRONT.partition("COUNCIL")
    council, title, rest = (council + rest).partition("\nA Study of Gulls\n")
    witness = Witness(f"{council}\n{front}{title}{rest}\nGulls sleep.")
    assert collate(edition("Gulls sleep."), witness).clean


def test_an_open_ledger_knows_only_line_breaks() -> None:
    """Everything else is unexplained until it has been looked at."""
    ledger = open_ledger(Witness("One\n\ntwo"))
    expected = ["unexplained"] * 3 + ["same", "blank line"] + ["unexplained"] * 3
    assert expected == [ALL[code].name for code in ledger]


def test_a_witness_without_words_explains_nothing() -> None:
    """Then the whole edition is a finding."""
    assert not collate(edition("Gulls sleep."), Witness("\n")).clean


def test_nothing_else_than_the_text_is_needed() -> None:
    """Without files findings still have paths."""
    (finding,) = compared("Gulls.", "Gulls sleep.").findings
    assert "articles/gulls.md" == finding.edition.path


FAULT = Diagnostic.of(MARK_WITHOUT_NOTE, Location("articles/gulls.md"), "a mark without a note")


def test_an_edition_with_other_faults_can_be_collated() -> None:
    """A mark without its note is no reason to be silent about a lost line."""
    given = edition("Gulls sleep.")
    sources = {"articles/gulls.md": Source("articles/gulls.md", "")}
    assert given is usable(Loaded(given, (FAULT,), sources))


def test_an_edition_without_one_of_its_articles_cannot() -> None:
    """All of its text would seem to be lost."""
    loaded = Loaded(edition("Gulls sleep."), (FAULT,), {"articles/lost.md": Source("", "")})
    with pytest.raises(ContentError):
        usable(loaded)
    with pytest.raises(ContentError):
        usable(replace(loaded, edition=None))


def test_a_note_may_have_any_printed_sign() -> None:
    """At the mark and before its text, with the space behind it that the label replaces."""
    body = (
        "Gulls sleep[^*] on one[^4a] leg[^**].\n\n[^*]: The log of 1930.\n\n"
        "    Also (a diary).\n\n[^4a]: A letter from Quill.\n\n[^**]: Hearsay."
    )
    text = (
        "Gulls sleep* on one⁴a leg**.\n\n* The log of 1930.\n\nAlso (a diary).\n\n"
        "⁴a A letter from Quill.\n\n** Hearsay."
    )
    assert [] == found(body, text)
    (finding,) = found(body.replace("Also (", "Also("), text)
    assert finding.startswith("5 W0"), finding
