"""Limits: stated, set, and in force for what is done meanwhile."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest

from edition.content import limits as module
from edition.content.files import read_text
from edition.content.limits import Limits, limited, limits
from edition.diagnostics import Diagnostic


def test_every_limit_says_what_it_is() -> None:
    """Each has its documentation below it, and they stand in alphabetical order."""
    names = [field.name for field in fields(Limits)]
    assert sorted(names) == names
    tree = ast.parse(inspect.getsource(module))
    (declared,) = [node for node in tree.body if getattr(node, "name", "") == "Limits"]
    assert isinstance(declared, ast.ClassDef)
    body = declared.body
    documented = [
        node.target.id
        for node, after in pairwise(body)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(after, ast.Expr)
    ]
    assert names == documented


def test_limits_are_made_of_settings() -> None:
    """What is not set has its default."""
    assert 7 == Limits.of({"file_bytes": 7}).file_bytes
    assert Limits() == Limits.of({})


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"gulls": 7}, "there is no limit 'gulls', but "),
        ({"a\x1b": 7}, r"there is no limit 'a\x1b', but "),
        ({7: 7}, "there is no limit '7', but "),
        ({"file_bytes": 0}, "the limit 'file_bytes' is a whole number above zero"),
        ({"file_bytes": "7"}, "the limit 'file_bytes' is a whole number above zero"),
        ({"file_bytes": True}, "the limit 'file_bytes' is a whole number above zero"),
    ],
)
def test_what_is_no_limit_is_refused(values: dict[object, object], reason: str) -> None:
    """The reason is fit for a user."""
    with pytest.raises(ValueError, match="limit") as refused:
        Limits.of(values)
    assert str(refused.value).startswith(reason)


def test_limits_hold_for_what_is_done_meanwhile(tmp_path: Path) -> None:
    """And no longer; a file of just that size is read."""
    (tmp_path / "a.md").write_bytes(b"12345678")
    with limited(Limits(file_bytes=7)):
        diagnostics: list[Diagnostic] = []
        assert None is read_text(tmp_path, "a.md", diagnostics)
        message = "the file is larger than 7 bytes (the limit 'file_bytes')"
        assert [f"a.md:1:1 F007 error {message}"] == [str(found) for found in diagnostics]
    with limited(Limits(file_bytes=8)):
        assert "12345678" == read_text(tmp_path, "a.md", [])
    assert Limits() == limits()
