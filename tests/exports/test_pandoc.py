"""Running pandoc."""

from __future__ import annotations

import pytest

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
