"""Hostile files: what somebody can put into the folder of an issue beside texts in fields."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

Damage = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class FileAttack:
    """One change to the folder of an issue.

    Attributes:
        aim: What it tries to do.
        name: What it is called in a failure.
        damage: Makes the change.
    """

    aim: str
    name: str
    damage: Damage

    def __str__(self) -> str:
        return f"{self.aim}: {self.name}"


def _file(name: str | bytes, content: str | bytes) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return damage


def _both(name: str, content: str) -> Damage:
    """Write a page in both languages."""

    def damage(folder: Path) -> None:
        for lang in ("en", "ru"):
            _file(f"docs/{lang}/{name}", content)(folder)

    return damage


def _setting(text: str) -> Damage:
    """Add lines to mkdocs.yml; a key that is there already is taken out first."""

    def damage(folder: Path) -> None:
        file = folder / "mkdocs.yml"
        key = text.partition(":")[0]
        lines = file.read_text(encoding="utf-8").split("\n")
        kept = [line for line in lines if not line.startswith(f"{key}:")]
        file.write_text("\n".join([*kept, text, ""]), encoding="utf-8")

    return damage


def _replaced(name: str, old: str, new: str) -> Damage:
    def damage(folder: Path) -> None:
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return damage


def _table(index: int, **values: Any) -> Damage:  # noqa: ANN401  # JSON
    def damage(folder: Path) -> None:
        file = folder / "tables/datapackage.json"
        data = json.loads(file.read_text(encoding="utf-8"))
        data["resources"][index] |= values
        file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    return damage


def _named(path: str, index: int = 0) -> Damage:
    """Let a table's data be in a file of another name."""

    def damage(folder: Path) -> None:
        csv = folder / "tables" / ("brine-1.csv", "brine-2.csv")[index]
        _file(f"tables/{path}", csv.read_bytes())(folder)
        _table(index, path=path)(folder)

    return damage


def _link(name: str, target: str) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return damage


def _pipe(name: str) -> Damage:
    def damage(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

    return damage


def _folder(name: str) -> Damage:
    def damage(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir(parents=True)

    return damage


def _front_matter(text: str) -> Damage:
    return _replaced("articles/ferries.md", "---\n", f"---\n{text}\n")


def _body(text: str) -> Damage:
    def damage(folder: Path) -> None:
        with (folder / "articles/ferries.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")

    return damage


def _merges() -> str:
    levels = [f"k{n}: &k{n} {{<<: [*k{n - 1}, *k{n - 1}, *k{n - 1}]}}" for n in range(1, 25)]
    return "\n".join(["k0: &k0 {a: 1}", *levels])


def _laughs() -> str:
    levels = [f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(["k0: &k0 zqx", *levels])


def _csv(rows: int) -> str:
    return "found,lost\n" + "".join(f"rim {n},spoke {n}\n" for n in range(rows))


PAGE: Final = "---\ntitle: Zqx\ndescription: Zqx.\n{more}---\n\n# Zqx\n\n{text}\n"
SCRIPT: Final = "<script>zqx()</script>"
SVG: Final = f'<svg xmlns="http://www.w3.org/2000/svg" onload="zqx()">{SCRIPT}</svg>'


def _page(text: str = "Zqx.", more: str = "") -> str:
    return PAGE.format(text=text, more=more)


def _all(aim: str, damages: dict[str, Damage]) -> tuple[FileAttack, ...]:
    return tuple(FileAttack(aim, name, damage) for name, damage in damages.items())


CONFIGURATION: Final = _all(
    "configuration",
    {
        "Python object": _setting("site_author: !!python/object/apply:os.mkdir [zqx-ran]"),
        "Python object, new": _setting("site_author: !!python/object/new:os.mkdir [zqx-ran]"),
        "Python name": _setting("site_author: !!python/name:os.system"),
        "Python name called": _setting("extra:\n  zqx: !!python/object/apply:os.mkdir [zqx-ran]"),
        "inherits itself": _setting("INHERIT: mkdocs.yml"),
        "inherits a list": _setting("INHERIT: [mkdocs.yml]"),
        "inherits a device": _setting("INHERIT: /dev/null"),
        "title with a tag": _setting(f"site_name: '{SCRIPT}'"),
        "title that ends an attribute": _setting("site_name: '\" onload=\"zqx()'"),
        "title with ESC": _setting('site_name: "zqx\\e[31m"'),
        "description with a tag": _setting(f"site_description: '\">{SCRIPT}'"),
        "author with a tag": _setting(f"site_author: '\">{SCRIPT}'"),
        "copyright with a tag": _setting(f"copyright: '{SCRIPT}'"),
        "address with a scheme": _setting("site_url: 'javascript:zqx()'"),
        "address that ends an attribute": _setting("site_url: 'https://x/\"onload=\"zqx()'"),
        "foreign script": _setting("extra_javascript: [https://evil.example/zqx.js]"),
        "foreign style sheet": _setting("extra_css: [https://evil.example/zqx.css]"),
        "foreign picture": _replaced("mkdocs.yml", "assets/favicon.svg", "//evil.example/a.svg"),
        "repository with a scheme": _setting("repo_url: 'javascript:zqx()'"),
        "pages elsewhere": _setting("docs_dir: /etc"),
        "pages are everything": _setting("docs_dir: ."),
        "site in the pages": _setting("site_dir: docs/site"),
        "content elsewhere": _replaced("mkdocs.yml", "- edition", "- edition:\n      content: /"),
        "Markdown extension": _replaced("mkdocs.yml", "- attr_list", "- pymdownx.snippets"),
        "navigation": _setting("nav: [{zqx: 'javascript:zqx()'}]"),
        "environment": _setting("site_author: !ENV HOME"),
        "relative tag": _setting("site_author: !relative"),
        "not strict": _setting("strict: false"),
        "nested merge keys": _setting(_merges()),
        "billion laughs": _setting(_laughs()),
        "deep": _setting("extra: " + "[" * 2_000 + "]" * 2_000),
        "a list": _file("mkdocs.yml", "[1, 2]"),
        "empty": _file("mkdocs.yml", ""),
        "NUL": _file("mkdocs.yml", "site_name: a\0b"),
        "UTF-16": _file("mkdocs.yml", "site_name: zqx".encode("utf-16")),
        "anchor to itself": _file("mkdocs.yml", "&a [*a]"),
    },
)
PAGES: Final[dict[str, str]] = {
    "script": _page(SCRIPT),
    "handler": _page("<div onclick=zqx()>zqx</div>"),
    "attribute list": _page("zqx {: onclick=zqx() }"),
    "link": _page("[zqx](javascript:zqx())"),
    "definition": _page("[zqx]\n\n[zqx]: javascript:zqx()"),
    "foreign picture": _page("![zqx](//evil.example/zqx.png)"),
    "STX": _page("<\x02img src=x onerror=zqx()>"),
    "id of the page": _page("## zqx {: #main }"),
    "directive": _page("::: article brine en"),
    "directive with a tag": _page('::: article "><script>zqx()</script> en'),
    "template": _page(more="template: ../../../../etc/passwd\n"),
    "title of a tag": _page(more="subtitle: '<script>zqx()</script>'\n"),
    "description": f"---\ntitle: '{SCRIPT}'\ndescription: '\">{SCRIPT}'\n---\n",
    "kind": _page(more="kind: '\"><script>zqx()</script>'\n"),
    "authors": _page(more="authors: ['<script>zqx()</script>']\n"),
    "section": _page(more="section: '\"><script>zqx()</script>'\n"),
    "lists for texts": "---\ntitle: [zqx]\ndescription: {a: b}\n---\n\nzqx\n",
    "numbers for texts": "---\ntitle: 7\nauthors: 7\n---\n\nzqx\n",
    "Python in front matter": _page(more="zqx: !!python/object/apply:os.mkdir [zqx-ran]\n"),
    "broken front matter": "---\ntitle: [zqx\n---\n\nzqx\n",
    "empty": "",
    "bullets": _page("- " * 2_000 + "zqx"),
    "brackets": _page("[" * 8_000),
    "path out": _page("[zqx](../../../../etc/passwd)"),
    "accuracy": _page("::: accuracy"),
}
"""Hand-written pages, with what each tries."""
PUBLISHED: Final = _all(
    "published file",
    {
        "link to a file outside": _link("docs/assets/zqx.svg", "/etc/passwd"),
        "link to a folder outside": _link("docs/assets/zqx", "/etc"),
        "link to a page outside": _link("docs/en/about.md", "/etc/passwd"),
        "link in a circle": _link("docs/assets/zqx.svg", "zqx.svg"),
        "link to its own folder": _link("docs/assets/zqx", "."),
        "pipe": _pipe("docs/assets/zqx.svg"),
        "link to a device": _link("docs/assets/zqx.svg", "/dev/null"),
        "favicon that acts": _file("docs/assets/favicon.svg", SVG),
        "in place of an article": _file("docs/en/brine.html", SCRIPT),
        "in place of the cover": _file("docs/en/index.html", SCRIPT),
        "in place of the start": _file("docs/index.html", SCRIPT),
        "in place of a table": _file("docs/tables/brine-1.json", "{}"),
        "in place of the sitemap": _file("docs/sitemap.xml", "<zqx/>"),
        "in place of a citation": _file("docs/citations/issue.ris", "TY  - zqx"),
        "in place of the theme": _file("docs/assets/edition/search/dialog.js", "zqx()"),
        "start page": _file("docs/index.md", "# Zqx\n"),
        "not-found page": _file("docs/404.md", "# Zqx\n"),
        "third language": _file("docs/de/zqx.md", "# Zqx\n"),
        "page beside the languages": _file("docs/zqx.md", f"# Zqx\n\n{SCRIPT}\n"),
        "name with a tag": _both("<img src=x onerror=zqx()>.md", PAGE.format(text="", more="")),
        "name with a quote": _both('zqx" onload="zqx().md', PAGE.format(text="", more="")),
        "name with ESC": _both("zqx\x1b[31m.md", PAGE.format(text="", more="")),
        "name with a line break": _both("zqx\nzqx.md", PAGE.format(text="", more="")),
        "name that is no UTF-8": _file(b"docs/assets/zqx\xff.svg", "<svg/>"),
        "name of a scheme": _both("javascript:zqx().md", PAGE.format(text="", more="")),
        "hidden file": _file("docs/.htaccess", "zqx"),
    },
)
TABLES: Final = _all(
    "table file",
    {
        "a script": _named("zqx.js"),
        "a page": _named("zqx.html"),
        "a picture": _named("zqx.svg"),
        "without an ending": _named("zqx"),
        "another table's JSON": _named("brine-2.json"),
        "its own JSON": _named("brine-1.json"),
        "another table's CSV": _table(0, path="brine-2.csv"),
        "the descriptor": _table(0, path="datapackage.json"),
        "an article": _table(0, path="../articles/brine.md"),
        "absolute": _table(0, path="/etc/passwd"),
        "in a folder": _named("zqx/zqx.csv"),
        "with a dot": _table(0, path="./brine-1.csv"),
        "a tag": _named("zqx<img src=x onerror=zqx()>.csv"),
        "quotes": _named('zqx" onclick="zqx().csv'),
        "ESC": _named("zqx\x1b[31m.csv"),
        "line break": _named("zqx\nzqx.csv"),
        "question mark": _named("zqx?a#b.csv"),
        "percent": _named("zqx%2e%2e%2f.csv"),
        "backslash": _named("..\\zqx.csv"),
        "long name": _table(0, path="z" * 5_000 + ".csv"),
        "NUL in a name": _table(0, path="zqx\0.csv"),
        "pipe": _pipe("tables/brine-1.csv"),
        "folder": _folder("tables/brine-1.csv"),
        "device": _link("tables/brine-1.csv", "/dev/null"),
        "link outside": _link("tables/brine-1.csv", "/etc/passwd"),
        "thousands of rows": _file("tables/brine-2.csv", _csv(20_000)),
        "thousands of columns": _file("tables/brine-2.csv", "a," * 20_000 + "\n" + "b," * 20_000),
        "quote left open": _file("tables/brine-2.csv", 'found,lost\n"rim,spoke\nhub,\n'),
        "NUL": _file("tables/brine-2.csv", "found,lost\nri\0m,spoke\nhub,\n"),
        "huge cell": _file("tables/brine-2.csv", f"found,lost\n{'zqx ' * 100_000},spoke\n"),
        "huge number": _replaced("tables/brine-1.csv", "1798", "9" * 5_000),
        "huge number, drawn": _replaced("tables/brine-1.csv", "1798", "9" * 400),
        "equal values": _replaced("tables/brine-1.csv", "1240", "1798"),
        "exponent": _replaced("tables/brine-1.csv", "12.50", "1e999999999"),
        "not a number": _replaced("tables/brine-1.csv", "12.50", "NaN"),
        "UTF-16": _file("tables/brine-2.csv", "found,lost\nrim,spoke\n".encode("utf-16")),
        "name of nothing": _table(0, name="constructor"),
        "relation to another table": _table(0, relations=["[brine-2[Found]] = 1"]),
        "relation of brackets": _table(0, relations=["[" * 5_000]),
        "relation of parentheses": _table(0, relations=["sum(" * 2_000 + "[salt]" + ")" * 2_000]),
        "relation with a huge number": _table(0, relations=["[salt] = " + "9" * 5_000]),
        "relation of powers": _table(0, relations=["[salt] = 9 ** 9 ** 9"]),
        "relation divided by nothing": _table(0, relations=["[salt] = 1 / 0"]),
    },
)
ARTICLES: Final = _all(
    "article file",
    {
        "pipe": _pipe("articles/zqx.md"),
        "folder": _folder("articles/zqx.md"),
        "device": _link("articles/zqx.md", "/dev/null"),
        "link outside": _link("articles/zqx.md", "/etc/passwd"),
        "link in a circle": _link("articles/zqx.md", "zqx.md"),
        "issue is a pipe": _pipe("articles/issue.yml"),
        "words are a pipe": _pipe("articles/words.txt"),
        "authority is a folder": _folder("articles/authority.yml"),
        "authority is a dead link": _link("articles/authority.yml", "zqx.yml"),
        "name with ESC": _file("articles/zqx\x1b[31m.md", "zqx"),
        "name with a line break": _file("articles/zqx\nzqx.md", "zqx"),
        "name with a bidi mark": _file("articles/zqx\u202e.md", "zqx"),
        "name that is no UTF-8": _file(b"articles/zqx\xff.md", "zqx"),
        "name with a tag": _file("articles/<img src=x>.md", "zqx"),
        "name of a command's option": _file("articles/--zqx.md", "zqx"),
        "empty": _file("articles/zqx.md", ""),
        "NUL": _file("articles/ferries.md", b"\0" * 1_000),
        "nested merge keys": _front_matter(_merges()),
        "billion laughs": _front_matter(_laughs()),
        "deep front matter": _front_matter("zqx: " + "[" * 3_000 + "]" * 3_000),
        "deep mappings": _front_matter("zqx: " + "{a: " * 2_000 + "1" + "}" * 2_000),
        "front matter without an end": _file("articles/zqx.md", "---\n" + "a: b\n" * 20_000),
        "thousands of keys": _front_matter("\n".join(f"zqx{n}: 1" for n in range(2_000))),
        "key of a list": _front_matter("? [zqx, zqx]\n: 1"),
        "key of a mapping": _front_matter("? {zqx: zqx}\n: 1"),
        "key that is null": _front_matter("null: 1\ntrue: 2\n1.5: 3"),
        "bullets": _body("- " * 2_000 + "zqx"),
        "nested bullets": _body("\n\n".join("    " * n + "- zqx" for n in range(200))),
        "quotations": _body("> " * 2_000 + "zqx"),
        "brackets": _body("[" * 8_000),
        "emphasis": _body("*zqx **zqx " * 2_000),
        "emendations": _body("{~~zqx~>" * 2_000),
        "straight quotes": _body("'\"" * 8_000),
        "targets": _body("[zqx]{to=" * 2_000),
        "headings": _body("\n\n".join(f"## Zqx {n}" for n in range(400))),
        "paragraphs": _body("\n\n".join(f"Zqx {n}." for n in range(1_000))),
        "a long paragraph": _body("Zqx [1] (1) «zqx» " * 20_000),
        "carriage returns": _file("articles/zqx.md", "---\rtitle: zqx\r---\rzqx"),
    },
)

FILES: Final = (*CONFIGURATION, *PUBLISHED, *TABLES, *ARTICLES)
"""Every change to a folder."""
