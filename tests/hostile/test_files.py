"""Hostile files in the folder of an issue: refused by lines, or built harmless."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.editions import INVENTED
from tests.hostile.files import FILES, FileAttack
from tests.hostile.judge import LINE, SAID, commanded
from tests.hostile.scan import Found, beyond, site_features
from tests.hostile.score import Record

SECRET = Path("/etc/passwd").read_bytes()


def issue_in(folder: Path) -> Path:
    """Return a copy of the invented issue, without its search, which is not at stake here."""
    issue = shutil.copytree(INVENTED, folder / "issue")
    config = issue / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    text = text.replace("- edition\n", "- edition:\n      search: false\n")
    config.write_text(text, encoding="utf-8")
    return issue


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What the site of the invented issue has."""
    folder = tmp_path_factory.mktemp("clean")
    verdict = commanded("build", "--config", issue_in(folder) / "mkdocs.yml")
    assert "accepted" == verdict.outcome, verdict.detail
    return site_features(folder / "issue" / "site")


@pytest.mark.filterwarnings("default:To replace an existing file:DeprecationWarning")
@pytest.mark.parametrize("attack", FILES, ids=str)
def test_a_hostile_file_is_refused_by_lines_or_built_harmless(
    attack: FileAttack,
    clean: Found,
    tmp_path: Path,
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing runs, nothing from outside is published, nothing acts on a page."""
    issue = issue_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    attack.damage(issue)

    line = SAID if attack.aim in {"configuration", "published file"} else LINE
    arguments = ("--config", issue / "mkdocs.yml", "--site", tmp_path / "site")
    verdict = commanded("build", *arguments, line=line)
    harm = harm_in(tmp_path, verdict.outcome == "accepted", clean)

    refused = verdict.outcome == "refused"
    failed = bool(harm) or verdict.outcome not in {"accepted", "refused"}
    record(attack.aim, "failed" if failed else "refused" if refused else "built clean")
    assert ("", {}) == ("" if not failed or harm else f"{verdict}", harm)


def harm_in(folder: Path, built: bool, clean: Found) -> Found:  # noqa: FBT001  # a plain fact
    """Return what a hostile file has brought about.

    Args:
        folder: Where the command ran.
        built: Whether there is a site.
        clean: What the site of the invented issue has.
    """
    ran = {f"ran: {path.name}": str(path) for path in folder.rglob("zqx-ran")}
    if not built:
        return ran
    site = folder / "site"
    outside = {
        f"published from outside: {path.name}": str(path)
        for path in site.rglob("*")
        if path.is_symlink() or (path.is_file() and path.read_bytes() == SECRET)
    }
    return ran | outside | beyond(site_features(site), clean)
