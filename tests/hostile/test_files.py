"""Hostile files in the folder of an issue: refused by lines, or built harmless."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.editions import INVENTED
from tests.hostile.files import FILES, PAGE, PAGES, FileAttack
from tests.hostile.judge import LINE, MARKER, SAID, Verdict, commanded
from tests.hostile.scan import Found, beyond, site_features
from tests.hostile.score import Record

from edition.content.model import LANGUAGES

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


def with_pages(folder: Path, pages: Mapping[int, str]) -> Verdict:
    """Say what the command makes of an issue with hand-written pages; a site says what it has."""
    issue = issue_in(folder)
    for number, text in pages.items():
        for lang in LANGUAGES:
            path = issue / "docs" / lang / f"zqx{number}q.md"
            path.write_bytes(text.replace("zqx", f"zqx{number}q").encode())
    verdict = commanded("build", "--config", issue / "mkdocs.yml", "--site", folder / "site")
    shutil.rmtree(issue)
    return verdict


def judged_pages(
    folder: Path, pages: Mapping[int, str], clean: Found
) -> Iterator[tuple[int, str, str]]:
    """Yield what came of each page, and why; pages are built together until one is blamed."""
    left = dict(pages)
    while left:
        verdict = with_pages(folder, left)
        found: Found = {}
        if verdict.outcome == "accepted":
            found = beyond(site_features(folder / "site"), clean)
            if not found:
                yield from ((number, "built clean", "") for number in left)
                return
        detail = verdict.detail + "\n".join(f"{what}: {how}" for what, how in found.items())
        blamed = left.keys() & set(map(int, MARKER.findall(detail)))
        if not blamed and len(left) > 1:
            for half in (dict([*left.items()][::2]), dict([*left.items()][1::2])):
                yield from judged_pages(folder, half, clean)
            return
        outcome = "refused" if verdict.outcome == "refused" else "failed"
        for number in blamed or [*left]:
            yield number, outcome, f"{verdict.outcome}: {detail}"
            del left[number]


def test_hand_written_pages_are_refused_by_lines_or_built_harmless(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of the people who keep the repository is judged like what authors send."""
    monkeypatch.chdir(tmp_path)
    harmless = with_pages(tmp_path, {0: PAGE.format(text="Zqx.", more="")})
    assert "accepted" == harmless.outcome, harmless.detail
    clean = site_features(tmp_path / "site")
    names, failed = dict(enumerate(PAGES, start=1)), {}
    pages = {number: PAGES[name] for number, name in names.items()}
    for number, outcome, why in judged_pages(tmp_path, pages, clean):
        record("hand-written page", outcome)  # type: ignore[arg-type]  # one of the outcomes
        if outcome == "failed":
            failed[names[number]] = why[:600]
    assert {} == failed
    assert [] == [*tmp_path.rglob("zqx-ran")]


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
