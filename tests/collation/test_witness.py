"""The witness: lines and words of a transcription that is never changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.collation.witness import Witness, read_witness, stream
from edition.diagnostics import ContentError, Location, UsageError


def test_lines_hold_words_and_know_their_numbers() -> None:
    """Blank lines count, and are kept apart."""
    witness = Witness("One two\n\n \nthree")
    assert [(1, 0, 7), (4, 11, 16)] == [(ln.number, ln.start, ln.end) for ln in witness.lines]
    assert [(8, 9), (9, 11)] == witness.blank


def test_an_offset_has_a_line_and_a_column() -> None:
    """Both count from 1."""
    witness = Witness("One\n\ntwo three", "w.txt")
    assert Location("w.txt", 3, 5) == witness.location(witness.text.index("three"))


def test_the_line_of_an_offset_can_be_read() -> None:
    """Also the last one, which has no line break."""
    witness = Witness("One\ntwo three")
    assert ("One", "two three") == (witness.line_text(1), witness.line_text(9))


def test_a_line_break_may_be_followed_by_words_or_not() -> None:
    """A blank line comes before a new paragraph."""
    witness = Witness("One\ntwo\n \nthree\n")
    assert [True, False, False] == [witness.goes_on(at) for at in (3, 7, 15)]


def test_words_of_several_lines_have_the_line_break_in_their_gap() -> None:
    """With the white space around it; blank lines between do not count."""
    witness = Witness("\tOne two\t\n\n three")
    tokens = stream(witness.lines, witness.text)
    assert [("\t", "One"), (" ", "two"), ("\t\n ", "three")] == [
        (token.gap, token.text) for token in tokens
    ]


LOOSE = {
    "paired": ("*one* and **two**", []),
    "never opened": ("- Quill** - Editor", [7]),
    "never closed": ("**Table 1.", [0]),
    "one of each": ("*one **two* three", [5]),
    "a separator": ("* * *", []),
}


@pytest.mark.parametrize("case", LOOSE)
def test_asterisks_without_a_partner_on_their_line_are_loose(case: str) -> None:
    """Emphasis begins and ends on one line."""
    text, expected = LOOSE[case]
    assert expected == sorted(Witness(text).loose)


def test_angle_brackets_around_an_address_are_known() -> None:
    """Other brackets are text."""
    witness = Witness("see <http://a.b/c> and a < b")
    assert [4, 17] == sorted(witness.brackets)


def test_the_witness_is_read_as_it_is(tmp_path: Path) -> None:
    """Carriage returns and the end of the file stay."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "witness.txt").write_bytes("Müll\r\n\r\nend".encode())
    witness = read_witness(tmp_path)
    assert ("articles/witness.txt", "Müll\r\n\r\nend") == (witness.path, witness.text)


def test_another_witness_may_be_named(tmp_path: Path) -> None:
    """Then findings call it as it was named."""
    file = tmp_path / "other.txt"
    file.write_text("One", encoding="utf-8")
    assert (str(file), "One") == (read_witness(tmp_path, file).path, "One")


def test_a_witness_that_is_not_there_is_a_misuse(tmp_path: Path) -> None:
    """The message names it."""
    with pytest.raises(UsageError, match=r"^articles/witness\.txt: No such file or directory; "):
        read_witness(tmp_path)


def test_a_witness_that_is_not_utf_8_is_a_fault_with_a_place(tmp_path: Path) -> None:
    """A letter that is not certain is no witness."""
    file = tmp_path / "other.txt"
    file.write_bytes(b"One\ntwo \xff")
    with pytest.raises(ContentError, match=r"other\.txt:2:5 W009 error not UTF-8: byte 0xff"):
        read_witness(tmp_path, file)
