"""Read an npm package that is pinned by version and hash.

    pin  --npm pack-->  archive, held against the pin  ->  the package's files

For the scripts that derive committed files from such packages. It needs the standard library alone,
because `make dictionaries` runs before anything is installed.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple


class PackageError(Exception):
    """A package could not be fetched, or is not the one that is pinned."""


class Package(NamedTuple):
    """A pin: which package, and the hash that npm calls its integrity."""

    name: str
    version: str
    integrity: str


def read_package(package: Package) -> dict[str, bytes]:
    """Return a package's files by their path inside the package.

    Args:
        package: The pin; npm fetches what it names.

    Raises:
        PackageError: If npm is missing or fails, or the archive's hash is not the pinned one; the
            message tells the hash that it has.
    """
    with tempfile.TemporaryDirectory() as scratch:
        archive = _fetch(package, Path(scratch))
        with tarfile.open(archive, "r:gz") as members:
            return {
                member.name.removeprefix("package/"): content.read()
                for member in members.getmembers()
                if (content := members.extractfile(member)) is not None
            }


def _fetch(package: Package, folder: Path) -> Path:
    """Return a package's archive, fetched by npm into an empty folder and held against the pin."""
    wanted = f"{package.name}@{package.version}"
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), wanted]
    try:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    except FileNotFoundError:
        raise PackageError("npm is needed for this one target and was not found") from None
    except subprocess.CalledProcessError as error:
        raise PackageError(f"npm could not fetch {wanted} ({error})") from None
    (archive,) = folder.glob("*.tgz")
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if f"sha512-{digest}" != package.integrity:
        raise PackageError(f"{wanted} has integrity sha512-{digest}, pinned is {package.integrity}")
    return archive
