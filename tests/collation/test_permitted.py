"""The list of what may differ."""

from __future__ import annotations

import re

from edition.collation import permitted
from edition.collation.permitted import ALL, CODES, RULES, STYLES, UNEXPLAINED, Account


def test_every_account_has_a_name_of_its_own_and_a_meaning() -> None:
    """The report shows both."""
    assert len(ALL) == len({entry.name for entry in ALL})
    for entry in ALL:
        assert re.fullmatch(r"[A-Z].*\.", entry.meaning), entry.name


def test_the_list_is_short() -> None:
    """Whoever makes it longer should have to say so here."""
    artefacts = [entry.name for entry in ALL if entry.account is Account.DROPPED]
    expected = [
        "stray asterisks",
        "escaped dollar",
        "angle brackets",
        "list bullet",
        "hyphen after a name",
        "comma after a byline",
        "space after a note's number",
        "foot of a table on one line",
        "note mark",
        "capitals",
        "cell boundary",
        "grouping comma",
        "blank line",
    ]
    assert expected == artefacts


def test_what_was_not_looked_at_is_unexplained() -> None:
    """An empty ledger explains nothing."""
    assert (0, UNEXPLAINED) == (CODES["unexplained"], ALL[0])


def test_a_rule_has_a_pattern_and_a_style_has_none() -> None:
    """Styles are known from the edition's side."""
    assert all(rule.pattern is not None for rule in RULES)
    assert all(style.pattern is None for style in STYLES)


def test_no_rule_knows_a_place() -> None:
    """A rule sees signs and kinds of text; it has no way to see an article or a line."""
    fields = set(permitted.Seam.__dataclass_fields__)
    assert not fields & {"path", "slug", "article", "line", "location", "origin"}
