"""The build beside the old site, and the swap; the command is tested in ``tests/test_cli.py``."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.editions import INVENTED, ROOT, Site
from tests.test_faults import contents

from edition.diagnostics import EditionError
from edition.site import build
from edition.site.build import build_site


@pytest.mark.parametrize("name", ["invented", "real"])
def test_two_builds_in_different_folders_are_the_same_byte_for_byte(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Neither the folder, nor the hour, nor the order of files leaves a trace."""
    site: Site = request.getfixturevalue(f"{name}_site")
    source = {"invented": INVENTED, "real": ROOT}[name]
    copy = tmp_path / "a folder with another name"
    for part in ("mkdocs.yml", "articles", "tables", "docs"):
        where = copy / part
        where.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (source / part).is_dir() else shutil.copyfile)(source / part, where)
    first, second = contents(site.folder), contents(build_site(copy / "mkdocs.yml"))
    assert sorted(first) == sorted(second)
    assert [] == [file for file in first if first[file] != second[file]]


def test_no_page_bears_the_day_of_the_build(invented_site: Site) -> None:
    """Today's date is nowhere on the site."""
    today = datetime.now(tz=UTC).strftime("%Y-%m-%d").encode()
    assert [] == [name for name, text in contents(invented_site.folder).items() if today in text]


def test_a_build_that_breaks_off_leaves_the_old_site(
    issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However late it breaks off, and nothing is left beside it."""
    build_site(issue / "mkdocs.yml")
    before = contents(issue)

    def break_off(*_: object) -> None:
        raise EditionError("no more gulls")

    monkeypatch.setattr("edition.site.search.build_index", break_off)
    with pytest.raises(EditionError, match="no more gulls"):
        build_site(issue / "mkdocs.yml")
    assert before == contents(issue)
    assert {"articles", "docs", "mkdocs.yml", "site", "tables"} == {p.name for p in issue.iterdir()}


def test_warnings_are_collected_and_not_printed(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is a line of the error, once."""
    page = issue / "docs" / "en" / "about.md"
    page.write_text("# A\n\n[x](x.md) [x](x.md) [y](y.md)\n", encoding="utf-8")
    with pytest.raises(EditionError) as raised:
        build_site(issue / "mkdocs.yml")
    links = re.findall(r"contains a link '(.*?)'", str(raised.value))
    assert (["x.md", "y.md"], 1) == (links, str(raised.value).count("\n"))
    assert ("", "") == capsys.readouterr()


def test_the_fixed_date_is_one_of_the_past() -> None:
    """It stands for every date that a build would otherwise take from the clock."""
    assert datetime(2008, 1, 1, tzinfo=UTC) == datetime.fromtimestamp(int(build.EPOCH), tz=UTC)
