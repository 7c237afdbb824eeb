"""Running pandoc."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.content.limits import Limits, limited
from edition.diagnostics import EditionError
from edition.exports import pandoc


def test_pandoc_reads_and_writes() -> None:
    """Text goes in, text comes out, in any alphabet."""
    assert "<p>Соль &amp; вода</p>\n" == pandoc.run(["--to=html"], "Соль & вода")


def test_what_pandoc_refuses_is_told_in_a_line() -> None:
    """Not as a traceback."""
    with pytest.raises(EditionError, match=r"^pandoc failed: .*nonesuch"):
        pandoc.run(["--to=nonesuch"], "")


def test_a_missing_pandoc_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""

    def absent(package: str) -> None:
        raise ModuleNotFoundError(package)

    monkeypatch.setattr(pandoc, "files", absent)
    with pytest.raises(EditionError, match="install the package pypandoc_binary"):
        pandoc.run([], "")


def test_pandoc_may_take_so_much_time_and_no_more() -> None:
    """Its processor time counts, not the clock's."""
    message = r"^pandoc was ended: it may take 1 seconds .* 'pandoc_seconds'"
    with limited(Limits(pandoc_seconds=1)), pytest.raises(EditionError, match=message):
        pandoc.run(["lua", "-e", "while true do end"], "")


def test_what_pandoc_says_is_one_line() -> None:
    """Whatever it says, and however much."""
    with pytest.raises(EditionError) as raised:
        pandoc.run(["lua", "-e", "error(('line\\n'):rep(1000))"], "")
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 400


def test_what_pandoc_writes_is_text() -> None:
    """Other bytes are told in a line."""
    with pytest.raises(EditionError, match=r"^pandoc wrote what is no text$"):
        pandoc.run(["lua", "-e", "io.write(string.char(255))"], "")


def test_a_pandoc_that_cannot_be_run_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file that is no program."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "pandoc").write_text("no program")
    monkeypatch.setattr(pandoc, "files", lambda _: tmp_path)
    with pytest.raises(EditionError, match=r"^pandoc cannot be run: "):
        pandoc.run([], "")
