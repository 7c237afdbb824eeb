"""One reading of everything: the site shows one state of the content, and no foreign file."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from tests.editions import RunEdition
from tests.test_faults import contents

from edition.diagnostics import ContentError
from edition.site.documents import read_documents

CHANGES = """
from pathlib import Path

ROOT = Path(__file__).parent
PATTERNS = ("articles/*", "tables/*", "docs/en/*", "docs/ru/*", "docs/assets/*")


def {event}(*args, **kwargs):
    for pattern in PATTERNS:
        for file in ROOT.glob(pattern):
            file.write_bytes(b"Changed meanwhile. " + file.read_bytes())
"""


def said(docs: Path) -> list[str]:
    """Return the lines that are said of a folder of pages."""
    with pytest.raises(ContentError) as refused:
        read_documents(docs)
    return str(refused.value).splitlines()


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder of one page in an edition's folder, with a secret beside the edition."""
    folder = tmp_path / "issue" / "docs"
    folder.mkdir(parents=True)
    (folder / "page.md").write_text("# A page\n", encoding="utf-8")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key").write_text("secret", encoding="utf-8")
    return folder


@pytest.mark.parametrize("event", ["on_pre_build", "on_env"])
def test_a_site_comes_from_one_reading(event: str, issue: Path, run_edition: RunEdition) -> None:
    """Files that change during the build, at whichever stage, change nothing of this site."""
    (issue / "docs" / "assets" / "paper.txt").write_text("Paper", encoding="utf-8")
    (issue / "docs" / "en" / "about.md").write_bytes(b"\xef\xbb\xbf# About\r\n\r\nLines.\r\n")
    config = issue / "mkdocs.yml"
    first, second = issue.parent / "first", issue.parent / "second"
    assert 0 == run_edition("build", "--config", config, "--site", first).exit_code
    (issue / "changes.py").write_text(CHANGES.format(event=event), encoding="utf-8")
    with config.open("a", encoding="utf-8") as text:
        text.write("\nhooks: [changes.py]\n")
    outcome = run_edition("build", "--config", config, "--site", second)
    assert (0, "") == (outcome.exit_code, outcome.err)
    assert contents(first) == contents(second)
    assert b"Changed meanwhile. Paper" == (issue / "docs" / "assets" / "paper.txt").read_bytes()


def test_a_file_that_comes_or_goes_during_the_build_ends_it(
    issue: Path, run_edition: RunEdition
) -> None:
    """What was not read is not published."""
    program = (
        "from pathlib import Path\n"
        "DOCS = Path(__file__).parent / 'docs'\n"
        "def on_pre_build(**_):\n"
        "    (DOCS / 'late.txt').touch()\n"
        "    (DOCS / 'assets' / 'favicon.svg').unlink()\n"
    )
    (issue / "changes.py").write_text(program, encoding="utf-8")
    with (issue / "mkdocs.yml").open("a", encoding="utf-8") as text:
        text.write("\nhooks: [changes.py]\n")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    assert (1, "") == (outcome.exit_code, outcome.out)
    assert [
        "docs/assets/favicon.svg:1:1 F001 error the file has gone during the build",
        "docs/late.txt:1:1 F001 error the file has come during the build",
    ] == outcome.err.splitlines()
    assert not (issue / "site").exists()


def test_links_inside_the_edition_are_followed(docs: Path) -> None:
    """A page may be another file of the edition, and a folder another folder."""
    (docs.parent / "pictures").mkdir()
    (docs.parent / "pictures" / "gull.svg").write_text("<svg/>", encoding="utf-8")
    (docs / "assets").symlink_to("../pictures")
    (docs / "other.md").symlink_to("page.md")
    assert {
        "assets/gull.svg": b"<svg/>",
        "other.md": b"# A page\n",
        "page.md": b"# A page\n",
    } == read_documents(docs)


def test_links_out_of_the_edition_are_refused(docs: Path) -> None:
    """A file, a folder, a link to a link: none is published."""
    (docs / "key.txt").symlink_to("../../secret/key")
    (docs / "secret").symlink_to("../../secret")
    (docs / "absolute").symlink_to(docs.parents[1] / "secret" / "key")
    (docs / "chain").symlink_to("key.txt")
    names = ("absolute", "chain", "key.txt", "secret")
    assert [
        f"docs/{name}:1:1 F005 error the path 'docs/{name}' leads out of the edition's folder"
        for name in names
    ] == said(docs)


def test_what_is_no_file_is_refused(docs: Path) -> None:
    """Nothing is waited for, and nothing is read without an end."""
    os.mkfifo(docs / "a-pipe.md")
    (docs / "b-nowhere").symlink_to("no-such-file")
    (docs / "c-circle").symlink_to("c-circle")
    (docs / "d-folders").mkdir()
    (docs / "d-folders" / "up").symlink_to("..")
    (docs / "e-page.md").mkdir()
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(os.path.relpath(docs / "f-socket"))
    name = os.fsdecode(b"g-\xff\x1b.txt")
    unreadable = "the name of the file is not UTF-8, so that it has no address"
    (docs / name).touch()
    assert [
        "docs/a-pipe.md:1:1 F001 error cannot be read: this is a pipe, not a file",
        "docs/b-nowhere:1:1 F001 error cannot be read: No such file or directory",
        "docs/c-circle:1:1 F001 error cannot be read: its links go in a circle",
        "docs/d-folders/up:1:1 F001 error cannot be read: its links go in a circle",
        "docs/f-socket:1:1 F001 error cannot be read: this is a socket, not a file",
        rf"docs/g-\udcff\x1b.txt:1:1 F001 error {unreadable}",
    ] == said(docs)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes devices")
def test_a_device_is_refused(docs: Path) -> None:
    """An endless one is not read, wherever it stands."""
    try:
        os.mknod(docs / "zero.txt", 0o020666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("no devices can be made here")
    assert ["docs/zero.txt:1:1 F001 error cannot be read: this is a device, not a file"] == (
        said(docs)
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_is_forbidden_is_refused(docs: Path) -> None:
    """A folder as well as a file."""
    (docs / "closed").mkdir(mode=0)
    (docs / "page.md").chmod(0)
    assert [
        "docs/closed:1:1 F001 error cannot be read: Permission denied",
        "docs/page.md:1:1 F001 error cannot be read: Permission denied",
    ] == said(docs)


def test_files_that_are_hidden_are_nobodys_business(docs: Path) -> None:
    """MkDocs leaves them out: an editor's locks are links to nothing."""
    (docs / ".#page.md").symlink_to("agnes@gull.4711")
    (docs / ".git").mkdir()
    os.mkfifo(docs / ".git" / "pipe")
    assert ["page.md"] == list(read_documents(docs))
