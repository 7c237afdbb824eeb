"""The page tree to disk; the command itself is tested in ``tests/test_cli.py``."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.content.model import Edition
from edition.diagnostics import EditionError
from edition.pages import page_tree
from edition.pages.write import write_pages


def test_an_empty_folder_is_good_enough(tmp_path: Path, invented_edition: Edition) -> None:
    """It need not be new."""
    tree = page_tree(invented_edition)
    assert [tmp_path / page.path for page in tree] == write_pages(tree, tmp_path)


def test_a_file_in_the_way_is_named(tmp_path: Path, invented_edition: Edition) -> None:
    """What the file system refuses is said in one line."""
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(EditionError, match=r"/file: Not a directory$|/file/en: Not a directory$"):
        write_pages(page_tree(invented_edition), file)
