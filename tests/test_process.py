"""The command in a process of its own: its streams, its signals, its surroundings."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.editions import INVENTED
from tests.test_faults import contents

from edition.site.manifest import write_manifest

EDITION = f"{sys.executable} -m edition.cli"
CONFIG = f"--config {INVENTED / 'mkdocs.yml'}"
TRIES = 8


def shell(
    command: str, cwd: Path = INVENTED, limit: Callable[[], None] | None = None, **more: str
) -> tuple[int, str, str]:
    """Run a line of the shell; return the exit code and both outputs."""
    result = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=cwd,
        env={**os.environ, **more},
        capture_output=True,
        check=False,
        preexec_fn=limit,  # nothing else runs in the test's process
    )
    return result.returncode, result.stdout.decode(), result.stderr.decode()


def old_site(folder: Path) -> dict[str, bytes]:
    """Make a small old site and return its files."""
    folder.mkdir()
    (folder / "404.html").write_text("the last good site", encoding="utf-8")
    write_manifest(folder)
    return contents(folder)


# --- streams ----------------------------------------------------------------------------------


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_output_is_one_line(unbuffered: str) -> None:
    """And the exit code says that not all was written."""
    said = shell(f"{EDITION} check --list >/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert (1, "", "edition: standard output: No space left on device\n") == said


def test_a_closed_output_is_one_line() -> None:
    """No file that is opened may take its place."""
    said = shell(f"{EDITION} check --list >&-")
    assert (1, "", "edition: standard output is closed\n") == said


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full", "2>&- </dev/null", "2>&- <&-"])
def test_without_a_place_for_errors_the_exit_code_tells(where: str) -> None:
    """Nothing of what is said goes elsewhere."""
    assert (1, "", "") == shell(f"{EDITION} check --config nowhere.yml {where}")


def test_output_is_utf_8_in_every_locale() -> None:
    """JSON is, by its standard, and a report for people is no other."""
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for locale in (plain, {"PYTHONIOENCODING": "ascii"}):
        settings = " ".join(f"{name}={value}" for name, value in locale.items())
        code, out, err = shell(f"{settings} {EDITION} check --format json --fail-on error")
        assert (0, "") == (code, err)
        assert {"findings", "excepted"} == set(json.loads(out))


def test_whoever_has_read_enough_is_no_fault() -> None:
    """A pipe that closes ends the command quietly."""
    assert "" == shell(f"{EDITION} check --list | head -n 1 >/dev/null")[2]


# --- surroundings -----------------------------------------------------------------------------


def test_a_current_folder_that_is_gone_is_one_line(tmp_path: Path) -> None:
    """Another program may have removed it."""
    folder = tmp_path / "gone"
    folder.mkdir()
    said = shell(f"rmdir '{folder}'; {EDITION} check {CONFIG}", folder)
    assert (1, "", "edition: the current folder: No such file or directory\n") == said


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_a_temporary_folder_that_is_none_is_one_line(command: str, tmp_path: Path) -> None:
    """The programs that are called would each say it in their own words."""
    folder = tmp_path / "nowhere"
    said = shell(f"{EDITION} {command} {CONFIG}", TMPDIR=str(folder))
    line = f"edition: TMPDIR is '{folder}', which is no folder to write to\n"
    assert (1, "", line) == said


@pytest.mark.parametrize("day", ["abc", "", "-1", "1.5", "٣", "9" * 30])
def test_a_day_that_is_none_is_one_line(day: str) -> None:
    """MkDocs would end in a traceback."""
    said = shell(f"{EDITION} build {CONFIG}", SOURCE_DATE_EPOCH=day)
    line = f"edition: SOURCE_DATE_EPOCH is '{day}', which is no number of seconds since 1970\n"
    assert (1, "", line) == said


def test_a_full_disk_is_one_line_and_the_old_site_stays(tmp_path: Path) -> None:
    """Here no file may get larger than a few kilobytes; nothing is left beside the site."""
    site = tmp_path / "site"
    before = old_site(site)
    code, out, err = shell(
        f"{EDITION} build {CONFIG} --site '{site}'",
        limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)),
        PYTHONDONTWRITEBYTECODE="1",
    )
    assert (1, "", 1) == (code, out, err.count("\n"))
    assert err.startswith(str(tmp_path))
    assert err.endswith(": File too large\n")
    assert before == contents(site)
    assert [site] == list(tmp_path.iterdir())


# --- signals ----------------------------------------------------------------------------------


def signalled(folder: Path, number: str) -> tuple[int, bytes, bytes]:
    """Build into a folder, send the build a signal, and say how it ended and what it printed."""
    command = [*EDITION.split(), "build", *CONFIG.split(), "--site", str(folder / "site")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as build:
        while build.poll() is None and not list(folder.glob(".site-*")):
            time.sleep(0.02)
        build.send_signal(getattr(signal, number))
        out, err = build.communicate()
    return build.returncode, out, err


@pytest.mark.parametrize(("number", "code"), [("SIGTERM", 143), ("SIGINT", 130), ("SIGHUP", 129)])
def test_a_signal_ends_a_build_and_leaves_nothing(number: str, code: int, tmp_path: Path) -> None:
    """Without a traceback, with the exit code that shells know, and the old site as it was."""
    site = tmp_path / "site"
    before = old_site(site)
    ended = signalled(tmp_path, number)
    for _ in range(TRIES):
        if ended[0] != 0:
            break
        # On a busy machine a build may be over before the signal comes: once more.
        shutil.rmtree(site)
        before = old_site(site)
        ended = signalled(tmp_path, number)
    assert (code, b"", b"") == ended
    assert before == contents(site)
    assert [site] == list(tmp_path.iterdir())


def test_the_folder_of_a_killed_build_is_removed_by_the_next(tmp_path: Path) -> None:
    """Also by one that fails; that of a build that still runs is not."""
    site = tmp_path / "site"
    before = old_site(site)
    command = [*EDITION.split(), "build", *CONFIG.split(), "--site", str(site)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as build:
        while build.poll() is None and not list(tmp_path.glob(".site-*")):
            time.sleep(0.02)
        (folder,) = tmp_path.glob(".site-*")
        (site / "CNAME").touch()
        refused = subprocess.run(command, capture_output=True, check=False)
        assert (1, True) == (refused.returncode, folder.exists() or build.poll() is not None)
        build.kill()
    assert folder.exists()
    refused = subprocess.run(command, capture_output=True, check=False)
    line = f"{site}: 'CNAME' would be lost: not as the edition wrote it "
    assert refused.stderr.decode().startswith(line)
    assert [site] == list(tmp_path.iterdir())
    assert {**before, "CNAME": b""} == contents(site)
