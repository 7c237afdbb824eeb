"""The command ``edition``: what it prints, what it returns, and what it leaves alone."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from tests.editions import INVENTED, RunEdition
from tests.test_faults import contents

from edition.checks import catalogue
from edition.content.model import Edition
from edition.exports.citations import citations
from edition.pages import page_tree
from edition.site.configuration import configuration
from edition.site.manifest import write_manifest


def change_config(issue: Path, old: str, new: str) -> None:
    """Replace something in the ``mkdocs.yml`` of an issue."""
    config = issue / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    config.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def occupied() -> Iterator[str]:
    """An address that another program uses: a preview there ends at once."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield f"127.0.0.1:{other.getsockname()[1]}"


# --- build ------------------------------------------------------------------------------------


def test_build_says_where_the_site_is(issue: Path, run_edition: RunEdition) -> None:
    """A good build prints one line, on standard output."""
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    site = issue / "site"
    said = (
        f"The site is in {site}: open index.html there. Its search needs a server: edition serve."
    )
    assert (0, f"{said}\n", "") == (outcome.exit_code, outcome.out, outcome.err)


def test_build_takes_the_folder_that_it_is_run_in(
    issue: Path, run_edition: RunEdition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an option, the edition is the one in the current folder."""
    monkeypatch.chdir(issue)
    assert 0 == run_edition("build").exit_code
    assert (issue / "site" / "ru" / "index.html").is_file()


def test_build_puts_the_site_into_the_place_of_the_old_one(
    issue: Path, run_edition: RunEdition
) -> None:
    """Nothing of the old site is left, and nothing is left beside the new one."""
    site = issue / "elsewhere" / "site"
    for page in ("404.html", "old.html"):
        site.mkdir(parents=True, exist_ok=True)
        (site / page).write_text("old", encoding="utf-8")
    write_manifest(site)
    assert 0 == run_edition("build", "--config", issue / "mkdocs.yml", "--site", site).exit_code
    assert not (site / "old.html").exists()
    assert [site] == list(site.parent.iterdir())


def test_build_of_a_folder_without_configuration_says_so(
    tmp_path: Path, run_edition: RunEdition
) -> None:
    """A missing ``mkdocs.yml`` is named."""
    config = tmp_path / "mkdocs.yml"
    outcome = run_edition("build", "--config", config)
    assert f"{config}: there is no such file; name the edition's mkdocs.yml\n" == outcome.err
    assert 1 == outcome.exit_code


CONFIGURATIONS = {
    "a colon too many": (
        "site_name: Tidewater Papers",
        "site_name: Tidewater: Papers",
        (
            "mkdocs.yml:3:21 F003 error not valid YAML: mapping values are not allowed here; "
            "if a text is meant, put it in quotation marks"
        ),
    ),
    "a key that stands twice": (
        "strict: true",
        "strict: true\nsite_dir: other",
        "mkdocs.yml:9:1 F004 error the key 'site_dir' stands twice; only the last would count",
    ),
    "an unknown key": (
        "docs_dir: docs",
        "dogs_dir: docs",
        "mkdocs.yml:6:1 M002 error 'dogs_dir': Unrecognised configuration name: dogs_dir",
    ),
    "a folder that is not there": (
        "docs_dir: docs",
        "docs_dir: pages",
        (
            "mkdocs.yml:6:1 M003 error 'docs_dir': The path '{issue}/pages' isn't an existing "
            "directory."
        ),
    ),
    "a plugin that is not there": (
        "  - edition",
        "  - edition\n  - no-such-plugin",
        "mkdocs.yml:19:1 M003 error 'plugins': The \"no-such-plugin\" plugin is not installed",
    ),
    "an option that the plugin does not have": (
        "  - edition",
        "  - edition: {colour: blue}",
        (
            "mkdocs.yml:19:1 M003 error 'plugins': Plugin 'edition' option 'colour': Unrecognised "
            "configuration name: colour"
        ),
    ),
    "content that is not there": (
        "  - edition",
        "  - edition: {content: nowhere}",
        (
            "mkdocs.yml:19:1 M003 error 'plugins': Plugin 'edition' option 'content': The path "
            "'{issue}/nowhere' isn't an existing directory."
        ),
    ),
    "no plugin": (
        "plugins:\n  - edition\n",
        "plugins: []\n",
        "mkdocs.yml:19:1 M003 error the plugin 'edition' is not among the plugins",
    ),
}


@pytest.mark.parametrize("fault", CONFIGURATIONS)
@pytest.mark.parametrize("command", ["build", "serve", "pages"])
def test_every_command_says_what_is_wrong_with_the_configuration(
    command: str, fault: str, issue: Path, run_edition: RunEdition, occupied: str
) -> None:
    """A fault of ``mkdocs.yml`` is one line with its place, whatever was asked for."""
    old, new, line = CONFIGURATIONS[fault]
    change_config(issue, old, new)
    before = contents(issue)
    options: dict[str, list[object]]
    options = {"build": [], "serve": ["--address", occupied], "pages": ["--out", issue / "out"]}
    outcome = run_edition(command, "--config", issue / "mkdocs.yml", *options[command])
    assert (1, "") == (outcome.exit_code, outcome.out)
    assert line.format(issue=issue) + "\n" == outcome.err
    assert before == contents(issue)


def test_a_configuration_that_is_not_utf_8_is_a_fault_with_a_place(
    issue: Path, run_edition: RunEdition
) -> None:
    """A byte that is no letter is named with its line."""
    (issue / "mkdocs.yml").write_bytes(b"site_name: Tidewater\nsite_url: \xff\n")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    assert "mkdocs.yml:2:11 F002 error not UTF-8: byte 0xff cannot be read\n" == outcome.err


def test_a_page_that_is_not_utf_8_fails_the_build(issue: Path, run_edition: RunEdition) -> None:
    """Also of a hand-written page a fault is a line, not a traceback."""
    (issue / "docs" / "en" / "about.md").write_bytes(b"# About \xff\n")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    expected = "docs/en/about.md:1:9 F002 error not UTF-8: byte 0xff cannot be read\n"
    assert (1, expected) == (outcome.exit_code, outcome.err)


def test_a_broken_link_on_a_page_fails_the_build(issue: Path, run_edition: RunEdition) -> None:
    """The build is strict: what MkDocs warns of is a fault."""
    page = issue / "docs" / "en" / "about.md"
    page.write_text("# About\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    expected = (
        "docs/en/about.md:3:11 F012 error the page en/about.md contains a link 'nowhere.md', but "
        "the target 'en/nowhere.md' is "
        "not found among documentation files.\n"
    )
    assert (1, expected) == (outcome.exit_code, outcome.err)
    assert not (issue / "site").exists()


def test_a_site_never_takes_the_place_of_the_edition(issue: Path, run_edition: RunEdition) -> None:
    """The edition's own folders, or one above them, are refused, and so are its pages."""
    config = issue / "mkdocs.yml"
    before = contents(issue)
    for folder in (issue, issue.parent):
        outcome = run_edition("build", "--config", config, "--site", folder)
        assert f"{folder}: the site would take the place of the edition itself\n" == outcome.err
    inside = issue / "docs" / "site"
    outcome = run_edition("build", "--config", config, "--site", inside)
    assert f"{inside}: the site cannot be inside the folder of its own pages\n" == outcome.err
    assert before == contents(issue)


def test_a_folder_of_something_else_is_refused(issue: Path, run_edition: RunEdition) -> None:
    """A mistyped ``--site`` costs nobody a folder or a file."""
    folder, file = issue / "letters", issue / "letter.txt"
    folder.mkdir()
    (folder / "to-agnes.txt").write_text("Dear Agnes", encoding="utf-8")
    file.write_text("Dear Agnes", encoding="utf-8")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml", "--site", folder)
    assert f"{folder}: the folder holds something that is not a site\n" == outcome.err
    outcome = run_edition("build", "--config", issue / "mkdocs.yml", "--site", file)
    assert f"{file}: this is a file, not a folder\n" == outcome.err
    assert "Dear Agnes" == (folder / "to-agnes.txt").read_text(encoding="utf-8")


def test_what_the_edition_has_not_written_needs_force(issue: Path, run_edition: RunEdition) -> None:
    """A build names what would be lost; --force replaces the site, but never another folder."""
    site = issue / "site"
    command = ("build", "--config", issue / "mkdocs.yml")
    site.mkdir()
    (site / "404.html").write_text("an older site", encoding="utf-8")
    outcome = run_edition(*command)
    assert (1, True) == (outcome.exit_code, "--force" in outcome.err)
    assert {"404.html": b"an older site"} == contents(site)
    assert 0 == run_edition(*command, "--force").exit_code
    (site / "CNAME").write_text("tidewater.example", encoding="utf-8")
    outcome = run_edition(*command)
    line = (
        f"{site}: 'CNAME' would be lost: not as the edition wrote it "
        "(--force replaces the site all the same)\n"
    )
    assert (1, "", line) == (outcome.exit_code, outcome.out, outcome.err)
    (issue / "letters").mkdir()
    (issue / "letters" / "to-agnes.txt").touch()
    outcome = run_edition(*command, "--site", issue / "letters", "--force")
    assert f"{issue}/letters: the folder holds something that is not a site\n" == outcome.err


def test_a_link_to_the_site_is_followed(issue: Path, run_edition: RunEdition) -> None:
    """The link stays, and the folder at its end has the site."""
    (issue / "root").mkdir()
    (issue / "site").symlink_to("root")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    assert (0, "") == (outcome.exit_code, outcome.err)
    assert "root" == str((issue / "site").readlink())
    assert (issue / "root" / "en" / "index.html").is_file()
    (issue / "site").unlink()
    (issue / "site").symlink_to("site")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    line = f"{issue / 'site'}: its links go in a circle\n"
    assert (1, "", line) == (outcome.exit_code, outcome.out, outcome.err)


def test_an_exception_that_nobody_has_thought_of_is_one_line(
    issue: Path, run_edition: RunEdition
) -> None:
    """Here a hook's own; the exit code tells it from a fault of the content."""
    (issue / "hook.py").write_text("def on_nav(**_):\n    raise KeyError('gulls\\n')\n", "utf-8")
    with (issue / "mkdocs.yml").open("a", encoding="utf-8") as text:
        text.write("\nhooks: [hook.py]\n")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    assert (3, "", 1) == (outcome.exit_code, outcome.out, outcome.err.count("\n"))
    assert outcome.err.startswith("edition: internal fault in site/build.py:")
    assert not (issue / "site").exists()


def test_a_place_that_cannot_be_written_is_named(issue: Path, run_edition: RunEdition) -> None:
    """What the file system refuses is one line, too."""
    file = issue / "file"
    file.write_text("", encoding="utf-8")
    outcome = run_edition("build", "--config", issue / "mkdocs.yml", "--site", file / "site")
    assert (1, f"{file}: File exists\n") == (outcome.exit_code, outcome.err)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_forbidden_place_is_named(issue: Path, run_edition: RunEdition) -> None:
    """A folder without permission to write is one line, too."""
    folder = issue / "forbidden"
    folder.mkdir(mode=0o500)
    outcome = run_edition("build", "--config", issue / "mkdocs.yml", "--site", folder / "site")
    assert 1 == outcome.exit_code
    assert outcome.err.endswith(": Permission denied\n")
    assert 1 == outcome.err.count("\n")


# --- pages ------------------------------------------------------------------------------------


def test_pages_writes_the_page_tree(
    tmp_path: Path, run_edition: RunEdition, invented_edition: Edition
) -> None:
    """Every page is a Markdown file whose front matter another engine can read."""
    out = tmp_path / "tree"
    outcome = run_edition("pages", "--config", INVENTED / "mkdocs.yml", "--out", out)
    address = configuration(INVENTED / "mkdocs.yml").site_url
    tree = page_tree(invented_edition, catalogue(), citations(invented_edition, address))
    assert (0, f"{len(tree)} pages are in {out}.\n", "") == (
        outcome.exit_code,
        outcome.out,
        outcome.err,
    )
    assert {page.path: page.render() for page in tree} == {
        name: text.decode("utf-8") for name, text in contents(out).items()
    }
    _, front, _ = (out / "ru" / "gulls.md").read_text(encoding="utf-8").split("---\n", 2)
    assert "Считают ли чайки?" == yaml.safe_load(front)["title"]


def test_pages_refuses_a_folder_that_is_not_empty(tmp_path: Path, run_edition: RunEdition) -> None:
    """Nothing that is there already is mixed with the pages or lost."""
    (tmp_path / "letter.txt").write_text("Dear Agnes", encoding="utf-8")
    outcome = run_edition("pages", "--config", INVENTED / "mkdocs.yml", "--out", tmp_path)
    assert (1, "") == (outcome.exit_code, outcome.out)
    assert f"{tmp_path}: the folder is not empty; nothing was written\n" == outcome.err
    assert {"letter.txt": b"Dear Agnes"} == contents(tmp_path)


def test_pages_refuses_a_file(tmp_path: Path, run_edition: RunEdition) -> None:
    """A file in the place of the folder is one line."""
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    outcome = run_edition("pages", "--config", INVENTED / "mkdocs.yml", "--out", file)
    assert (1, f"{file}: Not a directory\n") == (outcome.exit_code, outcome.err)


def test_pages_reads_the_content_where_the_configuration_says(
    issue: Path, run_edition: RunEdition
) -> None:
    """The option ``content`` of the plugin holds for every command."""
    (issue / "content").mkdir()
    for folder in ("articles", "tables"):
        (issue / folder).rename(issue / "content" / folder)
    change_config(issue, "  - edition", "  - edition: {content: content}")
    outcome = run_edition("pages", "--config", issue / "mkdocs.yml", "--out", issue / "out")
    assert (0, "") == (outcome.exit_code, outcome.err)


def test_pages_of_bad_content_says_what_is_wrong(issue: Path, run_edition: RunEdition) -> None:
    """Faults of the content are the same lines as for a build."""
    (issue / "articles" / "council.yml").unlink()
    out = issue / "out"
    outcome = run_edition("pages", "--config", issue / "mkdocs.yml", "--out", out)
    expected = "articles/council.yml:1:1 F001 error cannot be read: No such file or directory\n"
    assert (1, expected) == (outcome.exit_code, outcome.err)
    assert not out.exists()


# --- serve ------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["8000", ":8000", "localhost:", "localhost:http", "a:65536"])
def test_serve_refuses_what_is_no_address(
    address: str, run_edition: RunEdition, capsys: pytest.CaptureFixture[str]
) -> None:
    """A malformed address is a misuse of the command, with its usage."""
    with pytest.raises(SystemExit) as stopped:
        run_edition("serve", "--address", address)
    last = capsys.readouterr().err.splitlines()[-1]
    assert 2 == stopped.value.code
    assert (
        f"edition serve: error: argument --address: '{address}' is not HOST:PORT, "
        "e.g. 127.0.0.1:8000"
    ) == last


def test_serve_names_an_address_in_use(issue: Path, run_edition: RunEdition, occupied: str) -> None:
    """Another program at the address is one line."""
    outcome = run_edition("serve", "--config", issue / "mkdocs.yml", "--address", occupied)
    assert (1, f"{occupied}: Address already in use\n") == (outcome.exit_code, outcome.err)


def test_serve_of_bad_content_says_what_is_wrong(
    issue: Path, run_edition: RunEdition, occupied: str
) -> None:
    """Without a first good build there is no preview."""
    (issue / "articles" / "council.yml").unlink()
    outcome = run_edition("serve", "--config", issue / "mkdocs.yml", "--address", occupied)
    expected = "articles/council.yml:1:1 F001 error cannot be read: No such file or directory\n"
    assert (1, expected) == (outcome.exit_code, outcome.err)


# --- the command as it is installed -----------------------------------------------------------


def free_port() -> int:
    """Return a port that is free just now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for(words: str, read: Callable[[], str], seconds: float = 180) -> None:
    """Wait until a text that changes has certain words."""
    end = time.monotonic() + seconds
    while words not in (text := read()):
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for {words!r} in:\n{text}")
        time.sleep(0.05)


def get(address: str, path: str) -> str:
    """Ask a server for a page."""
    connection = http.client.HTTPConnection(address, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


SETTINGS = {
    "INHERIT: nowhere.yml": "'nowhere.yml' cannot be read: No such file or directory\n",
    "INHERIT: mkdocs.yml": "the files inherit each other in a circle\n",
    "copyright: [": " F003 error not valid YAML: ",
    "copyright: !!python/object/apply:os.getcwd []": " F008 error the tag ",
}
"""What an editor may do to mkdocs.yml, and what the preview says of it."""


def test_serve_shows_the_site_and_survives_a_fault(issue: Path, tmp_path: Path) -> None:
    """The address is printed, a fault is one line, and the pages stay until it is mended."""
    address = f"127.0.0.1:{free_port()}"
    log = tmp_path / "log"
    article = issue / "articles" / "ferries.md"
    good = article.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "edition.cli", "serve", "--address", address]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with (
        log.open("w") as stream,
        subprocess.Popen(command, cwd=issue, stderr=stream, env=environment) as server,
    ):
        try:
            wait_for(f"Serving on http://{address}/", log.read_text)
            article.write_text(good.replace("order: 3", "ordr: 3"), encoding="utf-8")
            wait_for(
                "ferries.md:5:1 M002 error the key 'ordr' is not known; perhaps 'order' is meant\n",
                log.read_text,
            )
            assert "There are two ferries" in get(address, "/en/ferries.html")
            page = issue / "docs" / "en" / "about.md"
            article.write_text(good, encoding="utf-8")
            page.write_text("# About\n\nMended.\n", encoding="utf-8")
            wait_for("Mended.", lambda: get(address, "/en/about.html"))
            config = issue / "mkdocs.yml"
            settings = config.read_text(encoding="utf-8")
            for lines, fault in SETTINGS.items():
                config.write_text(f"{settings}\n{lines}\n", encoding="utf-8")
                wait_for(fault, log.read_text)
                assert "There are two ferries" in get(address, "/en/ferries.html")
            page.write_text("# About\n\nMended again.\n", encoding="utf-8")
            config.write_text(settings, encoding="utf-8")
            wait_for("Mended again.", lambda: get(address, "/en/about.html"))
        finally:
            server.terminate()
    assert 143 == server.returncode
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert [] == list(tmp_path.glob("edition-*"))


def test_an_interruption_ends_quietly(
    issue: Path, run_edition: RunEdition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is no fault: no traceback, and the exit code that shells know."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("edition.site.build.run_build", interrupt)
    outcome = run_edition("build", "--config", issue / "mkdocs.yml")
    assert (130, "", "") == (outcome.exit_code, outcome.out, outcome.err)
    assert not (issue / "site").exists()


def test_the_installed_command_has_no_traceback(issue: Path) -> None:
    """In a process of its own, too, a fault is a line and the exit code is 1."""
    (issue / "articles" / "issue.yml").write_text("journal: [\n", encoding="utf-8")
    result = subprocess.run(["edition", "build"], cwd=issue, capture_output=True, check=False)
    assert (1, b"") == (result.returncode, result.stdout)
    assert result.stderr.decode().startswith("articles/issue.yml:2:1 F003 error not valid YAML: ")
    assert 1 == result.stderr.count(b"\n")


def test_a_misspelt_command_shows_the_usage(run_edition: RunEdition) -> None:
    """A misuse of the command exits with 2."""
    with pytest.raises(SystemExit) as stopped:
        run_edition("biuld")
    assert 2 == stopped.value.code
