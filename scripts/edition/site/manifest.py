"""The manifest of a site: its fixity, and the mark by which the edition knows its own.

``edition-manifest.json`` names every file of the site with its size and SHA-256. Whoever keeps a
copy can prove with it that nothing was lost or changed; and a build replaces only what it names.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from edition.diagnostics import EditionError, escaped

MANIFEST: Final = "edition-manifest.json"
FORMAT: Final = "edition-manifest/1"
NOT_FOUND_PAGE: Final = "404.html"
"""What every site has, also one that was built before there were manifests."""

MOST_NAMED: Final = 3
MOST_BYTES: Final = 50_000_000
CHUNK: Final = 1 << 20


class Fixity(NamedTuple):
    """What a file is known by."""

    size: int
    sha256: str


def write_manifest(site: Path) -> None:
    """Write the manifest of a finished site into it.

    Args:
        site: Folder of the site.

    Raises:
        OSError: If a file cannot be read, or the manifest not be written.
    """
    files = [
        {"path": path, "bytes": fixity.size, "sha256": fixity.sha256}
        for path, fixity in sorted(_fixities(site))
        if path != MANIFEST
    ]
    lines = ",\n".join(json.dumps(file) for file in files)
    text = f'{{"format": "{FORMAT}", "files": [\n{lines}\n]}}\n'
    (site / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def read_manifest(site: Path) -> Mapping[str, Fixity]:
    """Return what the manifest of a site says of each file.

    Raises:
        OSError: If there is none.
        ValueError: If it cannot be understood.
    """
    with (site / MANIFEST).open("rb") as stream:
        raw = stream.read(MOST_BYTES)
    try:
        data = json.loads(raw)
        if data["format"] != FORMAT:
            raise ValueError("another format")
        return {str(f["path"]): Fixity(f["bytes"], f["sha256"]) for f in data["files"]}
    except (KeyError, RecursionError, TypeError) as error:
        raise ValueError("not a manifest") from error


def foreign(site: Path, named: Mapping[str, Fixity]) -> list[str]:
    """Return what a folder holds that its manifest does not account for.

    Args:
        site: The folder.
        named: What its manifest says.

    Returns:
        Files that are not named or have changed, links, and folders with nothing that is named;
        sorted.
    """
    folders = {str(parent) for path in named for parent in Path(path).parents}
    found = [
        path for path, fixity in _fixities(site) if path != MANIFEST and named.get(path) != fixity
    ]
    found += [f"{path}/" for path in _folders(site) if path not in folders]
    return sorted(found)


def refuse_foreign(place: Path, *, force: bool) -> None:
    """Refuse to replace a folder that holds what the edition has not written.

    Args:
        place: The folder; it need not be there, and may be empty.
        force: Whether what no manifest names may be lost, if the folder is a site at all.

    Raises:
        EditionError: With the names of what would be lost.
    """
    if not place.is_dir() or not any(place.iterdir()):
        return
    marked = (place / MANIFEST).is_file() and not (place / MANIFEST).is_symlink()
    if not marked and not (place / NOT_FOUND_PAGE).is_file():
        raise EditionError(f"{place}: the folder holds something that is not a site")
    if force:
        return
    if not marked:
        message = (
            f"no {MANIFEST} says what is the edition's here (--force replaces it all the same)"
        )
        raise EditionError(f"{place}: {message}")
    try:
        lost = foreign(place, read_manifest(place))
    except ValueError as error:
        message = f"{error} (--force replaces the site all the same)"
        raise EditionError(f"{place / MANIFEST}: {message}") from None
    if lost:
        more = f" and {len(lost) - MOST_NAMED} more" if len(lost) > MOST_NAMED else ""
        names = ", ".join(f"'{escaped(path)}'" for path in lost[:MOST_NAMED])
        raise EditionError(
            f"{place}: {names}{more} would be lost: not as the edition wrote it "
            "(--force replaces the site all the same)"
        )


def _fixities(site: Path) -> Iterator[tuple[str, Fixity]]:
    """Yield every file of a folder; what is no regular file has no fixity that a manifest has."""
    for folder, names in _walk(site):
        for name in names:
            file = folder / name
            path = file.relative_to(site).as_posix()
            regular = file.is_file() and not file.is_symlink()
            yield path, _fixity(file) if regular else Fixity(-1, "")


def _fixity(file: Path) -> Fixity:
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Fixity(size, digest.hexdigest())


def _folders(site: Path) -> Iterator[str]:
    for folder, _ in _walk(site):
        if folder != site:
            yield folder.relative_to(site).as_posix()


def _walk(site: Path) -> Iterator[tuple[Path, list[str]]]:
    """Walk a folder without following links: a linked folder counts as a file.

    Raises:
        OSError: If a folder cannot be read; what is in it might be lost.
    """

    def fail(error: OSError) -> None:
        raise error

    for folder, folders, files in os.walk(site, onerror=fail):
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        yield Path(folder), [*files, *linked]
