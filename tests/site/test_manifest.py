"""The manifest of a site: what the edition has written, and what it must not take away."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from edition.diagnostics import EditionError
from edition.site.manifest import (
    MANIFEST,
    foreign,
    read_manifest,
    refuse_foreign,
    write_manifest,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with its manifest."""
    folder = tmp_path / "site"
    (folder / "ru").mkdir(parents=True)
    (folder / "404.html").write_text("not here", encoding="utf-8")
    (folder / "ru" / "чайка.html").write_text("чайка", encoding="utf-8")
    write_manifest(folder)
    return folder


def refusal(site: Path) -> str:
    """Return why a folder may not be replaced."""
    with pytest.raises(EditionError) as refused:
        refuse_foreign(site, force=False)
    return str(refused.value)


def test_the_manifest_names_every_file_with_its_size_and_digest(site: Path) -> None:
    """Sorted, so that the same site has the same manifest; itself it cannot name."""
    data = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    assert "edition-manifest/1" == data["format"]
    assert [
        {"path": "404.html", "bytes": 8, "sha256": hashlib.sha256(b"not here").hexdigest()},
        {
            "path": "ru/чайка.html",
            "bytes": 10,
            "sha256": hashlib.sha256("чайка".encode()).hexdigest(),
        },
    ] == data["files"]
    assert [] == foreign(site, read_manifest(site))


def test_a_site_as_it_was_written_may_be_replaced(site: Path) -> None:
    """Also one of which a file is missing: there is nothing of it to lose."""
    refuse_foreign(site, force=False)
    (site / "404.html").unlink()
    refuse_foreign(site, force=False)


def test_what_the_edition_has_not_written_is_named(site: Path) -> None:
    """A file, a link, a changed page, a folder, whatever its name is."""
    (site / "CNAME").write_text("tidewater.example", encoding="utf-8")
    assert f"{site}: 'CNAME' would be lost: not as the edition wrote it " in refusal(site)
    (site / "CNAME").unlink()
    (site / "404.html").write_text("gone   .", encoding="utf-8")
    (site / "ru" / "link.html").symlink_to("чайка.html")
    (site / "\x1b[2Jempty").mkdir()
    os.mkfifo(site / "ru" / "pipe")
    expected = r"'\x1b[2Jempty/', '404.html', 'ru/link.html' and 1 more would be lost"
    assert expected in refusal(site)
    refuse_foreign(site, force=True)


def test_a_repository_in_the_site_is_not_taken_away(site: Path) -> None:
    """As a branch of pages has it."""
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref: refs/heads/pages\n", encoding="utf-8")
    assert "'.git/', '.git/HEAD' would be lost" in refusal(site)


def test_a_linked_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    """What it leads to is no part of the site, the link is."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-agnes.txt").touch()
    (site / "letters").symlink_to("../letters")
    assert ["letters"] == foreign(site, read_manifest(site))


def test_a_site_without_a_manifest_needs_force(site: Path) -> None:
    """As an earlier version has built it."""
    (site / MANIFEST).unlink()
    assert (
        f"{site}: no edition-manifest.json says what is the edition's here "
        "(--force replaces it all the same)"
    ) == refusal(site)
    refuse_foreign(site, force=True)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": "edition-manifest/2", "files": []}', "[" * 100_000, "\x00"]
    + [f'{{"format": "edition-manifest/1", "files": {files}}}' for files in ("7", "[7]", "[{}]")],
)
def test_a_manifest_that_cannot_be_understood_names_nothing(text: str, site: Path) -> None:
    """It is no permission to replace anything."""
    (site / MANIFEST).write_text(text, encoding="utf-8")
    said = refusal(site)
    assert said.startswith(f"{site / MANIFEST}: ")
    assert said.endswith(" (--force replaces the site all the same)")
    assert "\n" not in said


def test_a_folder_of_something_else_is_refused_also_with_force(tmp_path: Path) -> None:
    """A mistyped place costs nobody a folder, whatever else is typed."""
    (tmp_path / "letter.txt").touch()
    for force in (False, True):
        with pytest.raises(EditionError, match="the folder holds something that is not a site"):
            refuse_foreign(tmp_path, force=force)


def test_what_is_not_there_or_empty_may_be_replaced(tmp_path: Path) -> None:
    """Nothing can be lost."""
    refuse_foreign(tmp_path / "nowhere", force=False)
    refuse_foreign(tmp_path, force=False)
