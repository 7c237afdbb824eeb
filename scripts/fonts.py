"""Derive the reading face of the site from its npm package (`make fonts`).

    npm package, pinned by version and hash  ->  docs/assets/fonts/

The results are committed, so that building the site needs neither npm nor the network. Run this
only to move to another version: change that of `PACKAGE`, take the new integrity from the message
that the old one no longer fits, and read the differences before committing them.

Written: one woff2 file per subset and style, the licence, `fonts.css` with a `@font-face` per file
(a browser fetches only the subsets that a page needs) and `fonts.json`, which says where every file
comes from. Each file is made smaller by what no page uses: weights outside 400 to 700 (of the
italic, all but 400), features that the style sheets do not ask for, instructions for old screens.
"Source" is a reserved font name of Adobe, so what is derived here has another name, inside the
files too. The same package and the same fontTools give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

from fontTools import subset as subsetter
from fontTools import version as tool_version
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from npm_package import Package, PackageError, read_package

PACKAGE = Package(
    "@fontsource-variable/source-serif-4",
    "5.3.1",
    "sha512-4Rtay22SC4lMvw11r/+9kxANB6P3M0X8s1NudBC2v0J1KU2y3DcMoNcT3lBoZ/"
    "CqLirzf+StlO6UlJilyrvaUg==",
)

FAMILY = "Edition Serif"
# The order is that of the rules in the style sheet. "cyrillic" holds Russian, Ukrainian and the
# Kazakh і and ұ; "cyrillic-ext" holds the Kazakh ә ғ қ ң ө ү һ; both are needed.
SUBSETS = ("cyrillic-ext", "cyrillic", "latin-ext", "latin")
# Weights of each style; one number is a static font, which is what the italic is needed for.
STYLES: dict[str, tuple[int, int] | int] = {"normal": (400, 700), "italic": 400}
# What the style sheets ask for, and what letters need to stand together.
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "pnum", "tnum"]
NAMES = {
    1: FAMILY,
    3: f"{FAMILY} {PACKAGE.version}",
    4: FAMILY,
    6: FAMILY.replace(" ", ""),
    16: FAMILY,
}
"""Entries of a font's name table that hold its name."""
TARGET = Path(__file__).resolve().parent.parent / "docs" / "assets" / "fonts"


def main() -> int:
    """Fetch the package, check it, and write the font folder."""
    try:
        members = read_package(PACKAGE)
    except PackageError as error:
        print(f"fonts: {error}", file=sys.stderr)
        return 1
    write_fonts(members, TARGET)
    print(f"fonts: {PACKAGE.name} {PACKAGE.version} -> docs/assets/fonts")
    return 0


def write_fonts(members: dict[str, bytes], target: Path) -> None:
    """Write the chosen subsets, the licence, the style sheet and the record of origin."""
    manifest: dict[str, object] = json.loads(members["package.json"])
    ranges: dict[str, str] = json.loads(members["unicode.json"])
    files: list[dict[str, object]] = []
    rules: list[str] = []
    derived: dict[str, bytes] = {}
    for style, weights in STYLES.items():
        span = f"{weights[0]} {weights[1]}" if isinstance(weights, tuple) else str(weights)
        for subset in SUBSETS:
            origin = f"files/source-serif-4-{subset}-wght-{style}.woff2"
            name = f"edition-serif-{subset}-{style}.woff2"
            content = derive(members[origin], weights)
            derived[name] = content
            rules.append(font_face(name, style, span, ranges[subset]))
            files.append(
                {
                    "file": name,
                    "from": origin,
                    "subset": subset,
                    "style": style,
                    "weights": span.replace(" ", "-"),
                    "bytes": len(content),
                    "sha256": hashlib.sha256(content).hexdigest(),
                }
            )

    record = {
        "package": PACKAGE.name,
        "version": PACKAGE.version,
        "integrity": PACKAGE.integrity,
        "licence": manifest["license"],
        "licence_file": "LICENSE.txt",
        "family": FAMILY,
        "renamed": "The reserved font name 'Source' is not used by the derived files.",
        "made_by": f"fontTools {tool_version}",
        "files": files,
    }
    # Only now, when nothing can fail any more, is what was there before replaced.
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.woff2"):
        old.unlink()
    for name, content in derived.items():
        (target / name).write_bytes(content)
    (target / "LICENSE.txt").write_bytes(members["LICENSE"])
    write_text(target / "fonts.css", "\n".join([css_header(), *rules]))
    write_text(target / "fonts.json", json.dumps(record, indent=2, ensure_ascii=False) + "\n")


def derive(content: bytes, weights: tuple[int, int] | int) -> bytes:
    """Return a font with fewer weights and features, renamed.

    Args:
        content: The package's file.
        weights: The range of weights, or the one weight, that stays.
    """
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    # Saved and read again: the subsetter wants the tables that the first step leaves out.
    buffer = io.BytesIO()
    instancer.instantiateVariableFont(font, {"wght": weights}).save(buffer)
    font = TTFont(buffer, recalcTimestamp=False)
    options = subsetter.Options(
        layout_features=FEATURES,
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, *NAMES, 2, 5, 13, 14],
        drop_tables=["STAT", *subsetter.Options().drop_tables],
    )
    tool = subsetter.Subsetter(options)
    tool.populate(unicodes=font.getBestCmap())
    tool.subset(font)
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID]
    font.flavor = "woff2"
    output = io.BytesIO()
    font.save(output, reorderTables=True)
    return output.getvalue()


def css_header() -> str:
    """Return the comment that opens the style sheet."""
    return (
        f"/* Written by `make fonts` from {PACKAGE.name} {PACKAGE.version}; do not edit.\n"
        f"   {FAMILY} is derived from Source Serif 4 and, like it, under the SIL Open Font\n"
        "   License 1.1, see LICENSE.txt beside this file. */\n"
    )


def font_face(name: str, style: str, weights: str, unicode_range: str) -> str:
    """Return the rule for one file: fetched only when a page has a character of its range."""
    return (
        "@font-face {\n"
        f'  font-family: "{FAMILY}";\n'
        f"  font-style: {style};\n"
        f"  font-weight: {weights};\n"
        "  font-display: optional;\n"
        f'  src: url("{name}") format("woff2");\n'
        f"  unicode-range: {unicode_range.replace(',', ', ')};\n"
        "}\n"
    )


def write_text(path: Path, text: str) -> None:
    """Write a text file with the same line ends on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
