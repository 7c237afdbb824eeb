"""Files to text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from edition.content.files import read_text, replace_text
from edition.diagnostics import Diagnostic, Location


def read(root: Path, path: str, named: Location | None = None) -> tuple[str | None, list[str]]:
    """Read a file and say what was found."""
    diagnostics: list[Diagnostic] = []
    text = read_text(root, path, diagnostics, named)
    return text, [str(diagnostic) for diagnostic in diagnostics]


def test_line_ends_and_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    """A file from any editor gives the same text."""
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert ("one\ntwo\nthree\n", []) == read(tmp_path, "a.md")


def test_a_missing_file_is_a_fault_of_its_own_path(tmp_path: Path) -> None:
    """Where no other file names it, the file itself is the place."""
    line = "a.md:1:1 F001 error cannot be read: No such file or directory"
    assert (None, [line]) == read(tmp_path, "a.md")


def test_a_missing_file_is_a_fault_where_it_is_named(tmp_path: Path) -> None:
    """An editor can correct the name there."""
    line = "b.json:7:3 F001 error 'a.csv' cannot be read: No such file or directory"
    assert (None, [line]) == read(tmp_path, "a.csv", Location("b.json", 7, 3))


@pytest.mark.parametrize("path", ["../a.md", "x/../a.md", "/etc/hostname"])
def test_a_path_stays_in_the_folder(tmp_path: Path, path: str) -> None:
    """Neither two dots nor a slash lead out, even if the end is inside again."""
    (tmp_path / "a.md").write_text("", encoding="utf-8")
    line = f"{path}:1:1 F005 error the path '{path}' leads out of the edition's folder"
    assert (None, [line]) == read(tmp_path, path)


def test_a_link_stays_in_the_folder(tmp_path: Path) -> None:
    """A symbolic link is followed before it is believed."""
    root = tmp_path / "issue"
    root.mkdir()
    (tmp_path / "secret").write_text("", encoding="utf-8")
    (root / "a.md").symlink_to("../secret")
    line = "a.md:1:1 F005 error the path 'a.md' leads out of the edition's folder"
    assert (None, [line]) == read(root, "a.md")


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    """Only where a link ends matters."""
    (tmp_path / "b.md").write_text("b", encoding="utf-8")
    (tmp_path / "a.md").symlink_to("b.md")
    assert ("b", []) == read(tmp_path, "a.md")


def test_a_circle_of_links_is_a_fault(tmp_path: Path) -> None:
    """The end of a circle cannot be read."""
    (tmp_path / "a.md").symlink_to("b.md")
    (tmp_path / "b.md").symlink_to("a.md")
    line = "a.md:1:1 F001 error cannot be read: its links go in a circle"
    assert (None, [line]) == read(tmp_path, "a.md")


def test_an_impossible_name_is_a_fault(tmp_path: Path) -> None:
    """A NUL, which no file system has in a name, is a fault and no crash."""
    text, lines = read(tmp_path, "a\0.md", Location("b.json"))
    assert None is text
    assert [line for line in lines if r" F001 error 'a\x00.md' cannot be read: " in line] == lines


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """What cannot be read is said in the words of the system."""
    (tmp_path / "a.md").mkdir()
    assert (None, ["a.md:1:1 F001 error cannot be read: Is a directory"]) == read(tmp_path, "a.md")


def test_another_encoding_is_a_fault_with_its_place(tmp_path: Path) -> None:
    """Line and column of the first byte that is no UTF-8, counted in characters."""
    (tmp_path / "a.md").write_bytes("чайка\nдва ".encode() + "ё".encode("cp1251"))
    line = "a.md:2:5 F002 error not UTF-8: byte 0xb8 cannot be read"
    assert (None, [line]) == read(tmp_path, "a.md")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "a.md")
    line = "a.md:1:1 F001 error cannot be read: this is a pipe, not a file"
    assert (None, [line]) == read(tmp_path, "a.md")


def test_a_device_is_not_read() -> None:
    """It may have no end; a folder of the system stands for the edition's here."""
    line = "zero:1:1 F001 error cannot be read: this is a device, not a file"
    assert (None, [line]) == read(Path("/dev"), "zero")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """What cannot be written leaves the file as it was, and nothing beside it."""
    file = tmp_path / "a.md"
    file.write_text("before", encoding="utf-8")
    file.chmod(0o640)
    (tmp_path / "link.md").symlink_to("a.md")
    with pytest.raises(UnicodeEncodeError):
        replace_text(file, "after \udcff")
    assert "before" == file.read_text(encoding="utf-8")
    replace_text(tmp_path / "link.md", "after\n")
    assert (b"after\n", 0o640) == (file.read_bytes(), file.stat().st_mode & 0o777)
    assert ["a.md", "link.md"] == sorted(path.name for path in tmp_path.iterdir())
