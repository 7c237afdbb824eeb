"""``mkdocs.yml`` to data: no code is run, and everything odd is one line with its place."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from edition.diagnostics import ContentError
from edition.site.configuration import configuration, configured, content_folder, limits_of
from edition.site.settings import MOST_VALUES, NAMES

LINE = re.compile(r"[^:]+:\d+:\d+ [A-Z]\d{3} error [^\n]+")


def write(issue: Path, text: str, name: str = "mkdocs.yml") -> None:
    """Write a file of settings."""
    (issue / name).write_text(text, encoding="utf-8")


def add(issue: Path, text: str) -> None:
    """Add lines to the settings of the invented issue."""
    config = issue / "mkdocs.yml"
    config.write_text(f"{config.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def said(issue: Path) -> list[str]:
    """Return the lines that are said of the settings."""
    with pytest.raises(ContentError) as refused:
        configuration(issue / "mkdocs.yml")
    lines = str(refused.value).splitlines()
    assert [] == [line for line in lines if not LINE.fullmatch(line)]
    return lines


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.mkdir ['{trap}']",
        "!!python/object/new:os.mkdir ['{trap}']",
        "!!python/object:pathlib.Path {{}}",
        "!!python/name:os.system",
        "!!python/module:antigravity",
        "!!python/tuple [1]",
        "!<tag:yaml.org,2002:python/object/apply:os.mkdir> ['{trap}']",
        "[1, {{deep: !!python/object/apply:os.mkdir ['{trap}']}}]",
        "!ENV [NO_SUCH, !!python/object/apply:os.mkdir ['{trap}']]",
        "!include mkdocs.yml",
    ],
)
def test_a_tag_that_is_not_listed_is_refused_and_runs_nothing(tag: str, issue: Path) -> None:
    """In the file itself and in one that it inherits."""
    value = tag.format(trap=issue / "trap")
    line = 1 + len((issue / "mkdocs.yml").read_text(encoding="utf-8").splitlines()) + 1
    add(issue, f"copyright: {value}")
    (found,) = said(issue)
    assert re.match(rf"mkdocs\.yml:{line}:\d+ F008 error the tag '!", found)
    write(issue, f"site_name: A\ncopyright: {value}\n", "base.yml")
    write(issue, "INHERIT: base.yml\nplugins: [edition]\n")
    (found,) = said(issue)
    assert re.match(r"base\.yml:2:\d+ F008 error the tag '!", found)
    assert not (issue / "trap").exists()


def test_the_listed_functions_may_be_named(issue: Path) -> None:
    """As Material's documentation has them."""
    text = (issue / "mkdocs.yml").read_text(encoding="utf-8")
    name = "!!python/name:material.extensions.emoji.twemoji"
    write(issue, text.replace("generator: false", f"generator: {name}"))
    config = configuration(issue / "mkdocs.yml")
    assert "twemoji" == config.extra["generator"].__name__
    assert sorted(NAMES) == list(NAMES)


CIRCLES = {
    "itself": {"mkdocs.yml": "INHERIT: mkdocs.yml"},
    "itself by another way": {"mkdocs.yml": "INHERIT: docs/../mkdocs.yml"},
    "two": {"mkdocs.yml": "INHERIT: a.yml", "a.yml": "INHERIT: ./mkdocs.yml"},
}


@pytest.mark.parametrize("circle", CIRCLES)
def test_files_that_inherit_each_other_in_a_circle_are_refused(circle: str, issue: Path) -> None:
    """A circle has no beginning."""
    for name, text in CIRCLES[circle].items():
        write(issue, text, name)
    (found,) = said(issue)
    assert found.endswith(":1:1 M003 error 'INHERIT': the files inherit each other in a circle")


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("../base.yml", "F005 error the path '../base.yml' leads out of the edition's folder"),
        ("/base.yml", "F005 error the path '/base.yml' leads out of the edition's folder"),
        ("link.yml", "F005 error the path 'link.yml' leads out of the edition's folder"),
        ("no.yml", "F001 error 'no.yml' cannot be read: No such file or directory"),
        ("pipe.yml", "F001 error 'pipe.yml' cannot be read: this is a pipe, not a file"),
        ("docs", "F001 error 'docs' cannot be read: Is a directory"),
        ("'a\\0b'", None),
        ("[a.yml]", "M003 error 'INHERIT' is the path of a file"),
        ("7", "M003 error 'INHERIT' is the path of a file"),
        ("''", "M003 error 'INHERIT' is the path of a file"),
    ],
)
def test_what_cannot_be_inherited_is_a_fault_at_the_key(
    value: str, line: str | None, issue: Path
) -> None:
    """Outside of the folder, not there, or no file at all."""
    write(issue.parent, "site_name: Outside\n", "base.yml")
    (issue / "link.yml").symlink_to("../base.yml")
    os.mkfifo(issue / "pipe.yml")
    write(issue, f"site_name: A\nINHERIT: {value}\n")
    (found,) = said(issue)
    assert line is None or f"mkdocs.yml:2:1 {line}" == found


def test_what_is_inherited_gives_way_to_what_is_said(issue: Path) -> None:
    """Mapping by mapping, as MkDocs does it; also from a folder of its own."""
    (issue / "shared").mkdir()
    write(issue, "site_name: Base\nextra: {a: 1, b: {c: 2, d: 3}}\n", "shared/base.yml")
    write(issue, "INHERIT: base.yml\nextra: {b: {c: 4}}\n", "shared/middle.yml")
    write(
        issue,
        "INHERIT: shared/middle.yml\nplugins: [edition]\ntheme: {name: material}\n"
        "use_directory_urls: false\n",
    )
    config, files = configured(issue / "mkdocs.yml")
    assert "Base" == config.site_name
    assert {"a": 1, "b": {"c": 4, "d": 3}} == dict(config.extra)
    assert ["mkdocs.yml", "middle.yml", "base.yml"] == [file.name for file in files]


def test_a_fault_of_an_inherited_setting_is_where_it_stands(issue: Path) -> None:
    """Not in the file that inherits it."""
    add(issue, "INHERIT: base.yml")
    write(issue, "copyright: A\ndogs_dir: docs\n", "base.yml")
    assert [
        "base.yml:2:1 M002 error 'dogs_dir': Unrecognised configuration name: dogs_dir"
    ] == said(issue)


ODD = {
    "nothing": "",
    "a list": "[a, b]",
    "a word": "edition",
    "two documents": "a: 1\n---\nb: 2\n",
    "a tab": "a:\n\t- b",
    "a date that is none": "site_name: 2007-13-45",
    "a key that is a list": "[a]: b",
    "a key that is a number": "7: b",
    "an alias without anchor": "a: *b",
    "an alias in its own anchor": "plugins: &a [edition, *a]",
    "a mapping in itself": "extra: &a {b: *a}",
    "a deep list": "extra: " + "[" * 5_000 + "]" * 5_000,
    "a bomb of aliases": "a0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)),
    "a bomb of merges": "a0: &a0 {x: 1}\n"
    + "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 30)),
    "too many values": "extra: [" + "1, " * MOST_VALUES + "1]",
    "too many characters": "# " + "a" * 1_000_001,
    "a page of Markdown": "# Title\n\n* one\n* two",
    "a control character": "site_name: \x00",
    "a half character": 'site_name: "\\ud800"',
    "plugins in a mapping of lists": "plugins: {edition: [a]}",
    "plugins that are a word": "plugins: edition",
    "plugins that are a list of lists": "plugins: [[edition]]",
    "a number as content": "plugins: [edition: {content: 7}]",
    "a list as content": "plugins: [edition: {content: [a]}]",
    "a file as content": "plugins: [edition: {content: mkdocs.yml}]",
    "content outside": "plugins: [edition: {content: ..}]",
    "content at the root": "plugins: [edition: {content: /}]",
    "a word for the search": "plugins: [edition: {search: perhaps}]",
    "limits that are a number": "plugins: [edition: {limits: 7}]",
    "a limit that is not known": "plugins: [edition: {limits: {gulls: 7}}]",
    "a limit of nothing": "plugins: [edition: {limits: {file_bytes: 0}}]",
    "a limit that is a word": "plugins: [edition: {limits: {file_bytes: many}}]",
    "a limit that is true": "plugins: [edition: {limits: {file_bytes: true}}]",
    "a plugin twice": "plugins: [edition, edition]",
    "docs that are the folder": "docs_dir: .",
    "docs that are a file": "docs_dir: mkdocs.yml",
    "docs outside": "docs_dir: ..",
    "docs elsewhere": "docs_dir: /usr",
    "docs that are a list": "docs_dir: [docs]",
    "docs that are the site": "docs_dir: docs\nsite_dir: docs",
    "a site that is a number": "site_dir: 7",
    "a theme that is a number": "theme: 7",
    "a theme that is not there": "theme: {name: gulls}",
    "an extension that is a number": "markdown_extensions: [7]",
    "an extension that is not there": "markdown_extensions: [gulls]",
    "a hook that is not there": "hooks: [gulls.py]",
    "a hook that fails": "hooks: [articles/words.txt]",
    "an address that is a list": "site_url: [a]",
    "an expression that is none": "exclude_docs: [a]",
    "a relative value": "site_name: !relative x",
}


@pytest.mark.parametrize("what", ODD)
def test_odd_settings_are_lines_with_a_place(what: str, issue: Path) -> None:
    """Nothing hangs, nothing is run, and no exception comes through."""
    own = "" if "plugins" in ODD[what] else "plugins: [edition]\n"
    name = "" if "site_name" in ODD[what] else "site_name: A\n"
    plain = what in {"nothing", "a list", "a word", "two documents", "a page of Markdown"}
    write(issue, ODD[what] if plain else f"{name}{own}{ODD[what]}\n")
    assert said(issue)


def test_settings_of_another_encoding_or_kind_are_refused(issue: Path) -> None:
    """Bytes that are no text, a pipe, a folder."""
    config = issue / "mkdocs.yml"
    config.write_bytes(b"\xff\xfes\x00i\x00")
    assert ["mkdocs.yml:1:1 F002 error not UTF-8: byte 0xff cannot be read"] == said(issue)
    config.unlink()
    os.mkfifo(config)
    assert ["mkdocs.yml:1:1 F001 error cannot be read: this is a pipe, not a file"] == said(issue)
    config.unlink()
    config.mkdir()
    assert ["mkdocs.yml:1:1 F001 error cannot be read: Is a directory"] == said(issue)


def test_limits_are_set_in_the_plugins_option(issue: Path) -> None:
    """And hold as they are where nothing is said."""
    assert 50_000_000 == limits_of(configuration(issue / "mkdocs.yml")).file_bytes
    text = (issue / "mkdocs.yml").read_text(encoding="utf-8")
    option = "- edition: {limits: {file_bytes: 7}, content: ./}"
    write(issue, text.replace("- edition", option))
    config = configuration(issue / "mkdocs.yml")
    assert (7, issue) == (limits_of(config).file_bytes, content_folder(config))
