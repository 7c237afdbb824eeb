"""A pinned npm package to its files, with an npm that packs what a test gives it."""

from __future__ import annotations

import base64
import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from npm_package import Package, PackageError, read_package

FILES = {"package.json": b"{}", "files/a.txt": b"salt"}
FAKE = """#!/bin/sh
while [ "$1" != --pack-destination ]; do shift; done
cp '{archive}' "$2"
"""


@pytest.fixture
def integrity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The hash of the archive that the npm of this test packs."""
    archive = tmp_path / "brine-1.0.0.tgz"
    with tarfile.open(archive, "w:gz") as members:
        for name, content in FILES.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            members.addfile(member, io.BytesIO(content))
    folder = tmp_path / "bin"
    folder.mkdir()
    npm = folder / "npm"
    npm.write_text(FAKE.format(archive=archive), encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    digest = hashlib.sha512(archive.read_bytes()).digest()
    return f"sha512-{base64.b64encode(digest).decode('ascii')}"


def test_the_files_of_a_package_are_read(integrity: str) -> None:
    """By their path inside the package."""
    assert FILES == read_package(Package("brine", "1.0.0", integrity))


def test_another_archive_than_the_pinned_one_is_refused(integrity: str) -> None:
    """The message tells both hashes."""
    with pytest.raises(PackageError, match="pinned is sha512-other") as error:
        read_package(Package("brine", "1.0.0", "sha512-other"))
    assert integrity in str(error.value)


def test_a_package_that_npm_does_not_find_is_named(tmp_path: Path, integrity: str) -> None:
    """With its version."""
    (tmp_path / "brine-1.0.0.tgz").unlink()
    with pytest.raises(PackageError, match=r"npm could not fetch brine@1\.0\.0"):
        read_package(Package("brine", "1.0.0", integrity))


def test_a_missing_npm_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And not shown as a traceback."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PackageError, match="npm is needed"):
        read_package(Package("brine", "1.0.0", "sha512-any"))
