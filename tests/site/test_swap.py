"""A whole site stands in its place at every moment, whatever ends a run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.editions import ROOT
from tests.test_faults import contents

from edition.diagnostics import EditionError
from edition.site import swap as module
from edition.site.manifest import MANIFEST, foreign, read_manifest, write_manifest
from edition.site.swap import exchange, place_of, replacing, swap
from edition.site.workspace import MARK

STRACE = shutil.which("strace")
WITHOUT_STRACE = "no strace found: install it (apt install strace)"
CALLS = "rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,rmdir"

STAGE = """
import sys
from pathlib import Path
from edition.process import ended_by_signals
from edition.site.manifest import write_manifest
from edition.site.swap import replacing

with ended_by_signals(), replacing(Path(sys.argv[1])) as new:
    (new / "en").mkdir(parents=True)
    for page in ("404.html", "en/index.html"):
        (new / page).write_text(sys.argv[2], encoding="utf-8")
    write_manifest(new)
"""


def make_site(place: Path, words: str) -> None:
    """Make a small site with its manifest."""
    (place / "en").mkdir(parents=True)
    for page in ("404.html", "en/index.html"):
        (place / page).write_text(words, encoding="utf-8")
    write_manifest(place)


def whole(place: Path) -> str:
    """Return the words of a site after seeing that nothing of it is missing, new or changed."""
    named = read_manifest(place)
    assert [] == foreign(place, named)
    assert sorted([*named, MANIFEST]) == sorted(contents(place))
    return (place / "en" / "index.html").read_text(encoding="utf-8")


def run_stage(place: Path, words: str, *before: str) -> subprocess.CompletedProcess[bytes]:
    """Put a new site into the place in a process of its own."""
    command = [*before, sys.executable, "-B", "-c", STAGE, str(place), words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    return subprocess.run(command, env=environment, capture_output=True, check=False)


def steps(place: Path, log: Path, *inject: str) -> list[str]:
    """Return the system calls of a whole run that change names, in their order."""
    assert STRACE is not None
    tracing = (STRACE, "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}", *inject)
    assert 0 == run_stage(place, "new", *tracing).returncode
    return re.findall(r"^\d+ (\w+)\(", log.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.validator
@pytest.mark.skipif(STRACE is None, reason=WITHOUT_STRACE)
@pytest.mark.parametrize("signal", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_a_whole_site_stands_after_a_signal_at_any_step(signal: str, tmp_path: Path) -> None:
    """Each call that changes a name is a moment to die; the next run leaves nothing beside it."""
    place = tmp_path / "sites" / "site"
    make_site(place, "old")
    calls = steps(place, tmp_path / "log")
    assert {"mkdir", "renameat2", "rmdir"} <= set(calls)
    for call, when in {(call, calls[: at + 1].count(call)) for at, call in enumerate(calls)}:
        shutil.rmtree(place.parent)
        make_site(place, "old")
        fault = f"inject={call}:signal={signal}:when={when}"
        assert STRACE is not None
        ended = run_stage(place, "new", STRACE, "-f", "-qq", "-o", os.devnull, "-e", fault)
        assert 0 != ended.returncode, fault
        assert whole(place) in {"old", "new"}, fault
        run_stage(place, "newest")
        assert "newest" == whole(place), fault
        assert [place] == list(place.parent.iterdir()), fault


@pytest.mark.validator
@pytest.mark.skipif(STRACE is None, reason=WITHOUT_STRACE)
def test_where_names_cannot_be_exchanged_the_next_run_completes_the_work(tmp_path: Path) -> None:
    """On another system the site may be away for a moment, but it is never lost."""
    place = tmp_path / "sites" / "site"
    make_site(place, "old")
    refused = ("-e", "inject=renameat2:error=EINVAL")
    calls = steps(place, tmp_path / "log", *refused)
    moves = [call for call in calls if call == "rename"]
    assert 2 == len(moves)
    for when in (1, 2):
        shutil.rmtree(place.parent)
        make_site(place, "old")
        fault = f"inject=rename:signal=SIGKILL:when={when}"
        assert STRACE is not None
        run_stage(place, "new", STRACE, "-f", "-qq", "-o", os.devnull, *refused, "-e", fault)
        program = (
            "import sys; from pathlib import Path; from edition.site.swap import replacing\n"
            "with replacing(Path(sys.argv[1])): raise SystemExit(5)"
        )
        command = [sys.executable, "-B", "-c", program, str(place)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
        assert 5 == subprocess.run(command, env=environment, check=False).returncode
        assert whole(place) in {"old", "new"}
        assert [place] == list(place.parent.iterdir())


@pytest.mark.parametrize("at", ["first", "second"])
def test_an_interruption_between_two_steps_gives_the_old_site_back(
    at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where names cannot be exchanged, Ctrl-C in between loses nothing either."""
    place = tmp_path / "site"
    make_site(place, "old")
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        ends_here = path == place if at == "first" else path.name == "new"
        if ends_here and at == "second":
            raise KeyboardInterrupt
        moved = rename(path, target)
        if ends_here:
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(module, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt), replacing(place) as new:
        make_site(new, "new")
    assert "old" == whole(place)
    assert [place] == list(tmp_path.iterdir())


def test_two_folders_are_exchanged(tmp_path: Path) -> None:
    """Where the system can, neither name is ever without a folder."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    exchanged = exchange(tmp_path / "one", tmp_path / "other")
    first = {True: "other", False: "one"}[exchanged]
    assert [first] == [path.name for path in (tmp_path / "one").iterdir()]


def test_a_site_that_cannot_take_its_place_gives_it_back(tmp_path: Path) -> None:
    """What the system refuses changes nothing."""
    make_site(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "new", tmp_path / "site", tmp_path / "old")
    assert "old" == whole(tmp_path / "site")


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    """There is nothing to move away."""
    (tmp_path / "new").mkdir()
    swap(tmp_path / "new", tmp_path / "site", tmp_path / "old")
    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_an_empty_folder_is_a_place(tmp_path: Path) -> None:
    """Nothing is lost in it."""
    (tmp_path / "site").mkdir()
    with replacing(tmp_path / "site") as new:
        make_site(new, "new")
    assert "new" == whole(tmp_path / "site")


def test_folders_of_dead_runs_go_and_those_of_others_stay(tmp_path: Path) -> None:
    """Only an unlocked folder with the mark, or an empty one of that name, is a dead run's."""
    place = tmp_path / "site"
    for name in (".site-deadbeef", ".site-00000000", ".site-backup01", ".site-notes", "site-2"):
        (tmp_path / name).mkdir()
    (tmp_path / ".site-deadbeef" / MARK).touch()
    (tmp_path / ".site-deadbeef" / "new").mkdir()
    (tmp_path / ".site-backup01" / "old").mkdir()
    with replacing(place) as living, replacing(place) as new:
        assert living.parent.is_dir()
        make_site(new, "new")
        make_site(living, "newest")
    assert "newest" == whole(place)
    stay = {".site-backup01", ".site-notes", "site", "site-2"}
    assert stay == {path.name for path in tmp_path.iterdir()}


# --- links ------------------------------------------------------------------------------------


def test_a_link_stays_and_its_end_is_replaced(tmp_path: Path) -> None:
    """A web root behind a link is updated."""
    make_site(tmp_path / "root", "old")
    (tmp_path / "middle").symlink_to("root")
    (tmp_path / "site").symlink_to(tmp_path / "middle")
    with replacing(place_of(tmp_path / "site")) as new:
        make_site(new, "new")
    assert "new" == whole(tmp_path / "root")
    assert ("root", str(tmp_path / "middle")) == (
        str((tmp_path / "middle").readlink()),
        str((tmp_path / "site").readlink()),
    )


@pytest.mark.parametrize(
    ("leads_to", "reason"),
    [
        ("site", "its links go in a circle"),
        ("nowhere", "the link leads to nothing, {folder}/nowhere"),
        ("file", "this is a file, not a folder"),
    ],
)
def test_a_link_that_leads_to_no_folder_is_refused(
    leads_to: str, reason: str, tmp_path: Path
) -> None:
    """Neither a circle nor nothing nor a file is a place for a site."""
    (tmp_path / "file").touch()
    (tmp_path / "site").symlink_to(leads_to)
    with pytest.raises(EditionError) as refused:
        place_of(tmp_path / "site")
    assert f"{tmp_path}/site: {reason.format(folder=tmp_path)}" == str(refused.value)
    assert leads_to == str((tmp_path / "site").readlink())
