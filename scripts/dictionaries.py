"""Derive the dictionaries of `edition check` from their npm packages (`make dictionaries`).

    npm packages, pinned by version and hash  ->  scripts/edition/checks/dictionaries/

The results are committed, so that checking needs neither npm nor the network. Run this only to
move to another version: change `PACKAGES`, take the new integrity from the message that the old
one no longer fits, and read the differences before committing them.

Written: an `.aff` and a `.dic` file (Hunspell's form) and the licence for each language, and
`dictionaries.json`, which says where every file comes from. The same packages give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parent / "edition" / "checks" / "dictionaries"


class Package(NamedTuple):
    """A dictionary's package, pinned."""

    name: str
    version: str
    integrity: str


PACKAGES = {
    "en-US": Package(
        "dictionary-en",
        "4.0.0",
        "sha512-3NHnE1uq33ZE/CIwaZ6gqxa4BnglHnxeAcTM0GJ7cmtRGcvX9InMK/"
        "IqLtYcUMFCUpUNgybH+DzkqdgAo3F1zg==",
    ),
    "en-GB": Package(
        "dictionary-en-gb",
        "3.0.0",
        "sha512-gU/dwC9xGYPh/0CCcmGNXO8OwSgOySAqevcSXxADCsgUD+"
        "tr6OJ52u7XaC7No7dNssvdUSfVjkzcqLrRZq3kPA==",
    ),
    "ru": Package(
        "dictionary-ru",
        "3.0.0",
        "sha512-tigem0CDnNpxEciW6ktwVH3wWB4FYpuvpwA6IR6UlF7bVu2kez6vOejVNyZgBX1TJIjuYTCTuLxzg/"
        "YOls2mRQ==",
    ),
}
FILES = {"index.aff": "{}.aff", "index.dic": "{}.dic", "license": "{}.LICENSE.txt"}


class DictionariesError(Exception):
    """A package could not be fetched, or is not the one that is pinned."""


def main() -> int:
    """Fetch the packages, check them, and write the folder."""
    try:
        with tempfile.TemporaryDirectory() as scratch:
            members = {
                language: read_package(fetch(package, Path(scratch)))
                for language, package in PACKAGES.items()
            }
        write_dictionaries(members, TARGET)
    except DictionariesError as error:
        print(f"dictionaries: {error}", file=sys.stderr)
        return 1
    print("dictionaries: written")
    return 0


def fetch(package: Package, folder: Path) -> Path:
    """Return a package's archive, fetched by npm into a folder and checked against the pin."""
    wanted = f"{package.name}@{package.version}"
    place = folder / package.name
    place.mkdir()
    command = ["npm", "pack", "--silent", "--pack-destination", str(place), wanted]
    try:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    except FileNotFoundError:
        raise DictionariesError("npm is needed for this one target and was not found") from None
    except subprocess.CalledProcessError as error:
        raise DictionariesError(f"npm could not fetch {wanted} ({error})") from None
    (archive,) = place.glob("*.tgz")
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if f"sha512-{digest}" != package.integrity:
        raise DictionariesError(f"{wanted} has integrity sha512-{digest}, not the pinned one")
    return archive


def read_package(archive: Path) -> dict[str, bytes]:
    """Return a package's files by their path inside the package."""
    members: dict[str, bytes] = {}
    with tarfile.open(archive, "r:gz") as package:
        for member in package.getmembers():
            content = package.extractfile(member)
            if content is not None:
                members[member.name.removeprefix("package/")] = content.read()
    return members


def write_dictionaries(members: dict[str, dict[str, bytes]], target: Path) -> None:
    """Write the dictionaries, their licences and the record of origin."""
    target.mkdir(parents=True, exist_ok=True)
    record: dict[str, object] = {}
    for language, package in PACKAGES.items():
        own = members[language]
        manifest: dict[str, object] = json.loads(own["package.json"])
        files = {}
        for member, name in FILES.items():
            # with the line ends that git gives every text
            content = own[member].replace(b"\r\n", b"\n")
            file = target / name.format(language)
            file.write_bytes(content)
            files[file.name] = hashlib.sha256(content).hexdigest()
        record[language] = {
            **package._asdict(),
            "licence": manifest["license"],
            "sha256": files,
        }
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    (target / "dictionaries.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
