"""Derive the dictionaries of `edition check` from their npm packages (`make dictionaries`).

    npm packages, pinned by version and hash  ->  scripts/edition/checks/dictionaries/

The results are committed, so that checking needs neither npm nor the network. Run this only to
move to another version: change `PACKAGES`, take the new integrity from the message that the old
one no longer fits, and read the differences before committing them.

Written: an `.aff` and a `.dic` file (Hunspell's form) and the licence for each language, and
`dictionaries.json`, which says where every file comes from. The same packages give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from npm_package import Package, PackageError, read_package

TARGET = Path(__file__).resolve().parent / "edition" / "checks" / "dictionaries"

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


def main() -> int:
    """Fetch the packages, check them, and write the folder."""
    try:
        members = {language: read_package(package) for language, package in PACKAGES.items()}
    except PackageError as error:
        print(f"dictionaries: {error}", file=sys.stderr)
        return 1
    write_dictionaries(members, TARGET)
    print("dictionaries: written")
    return 0


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
