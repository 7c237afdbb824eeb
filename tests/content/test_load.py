"""The edition's folder to an edition."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.editions import INVENTED

from edition.content.load import Loaded, load
from edition.content.model import Edition
from edition.diagnostics import ContentError, Diagnostic, Location, Severity


def test_the_invented_issue_is_loaded_whole(invented_edition: Edition) -> None:
    """Everything that its files hold is in the edition."""
    assert "Tidewater Papers" == invented_edition.issue.journal.title
    assert ["quill", "morrow"] == [member.id for member in invented_edition.council.members]
    assert ["brine", "gulls", "ferries"] == [article.slug for article in invented_edition.articles]
    assert 4 == len(invented_edition.tables)


def test_loading_twice_gives_the_same() -> None:
    """Nothing depends on the day or the folder's order."""
    assert load(INVENTED) == load(INVENTED)


def test_an_empty_folder_has_faults_and_no_edition(tmp_path: Path) -> None:
    """Nothing is raised until the edition is asked for."""
    loaded = load(tmp_path)
    assert None is loaded.edition
    assert [
        "articles/council.yml",
        "articles/issue.yml",
        "tables/datapackage.json",
    ] == sorted(d.location.path for d in loaded.diagnostics if d.location.path != "articles")
    with pytest.raises(ContentError) as raised:
        loaded.unwrap()
    assert loaded.diagnostics == raised.value.diagnostics


def test_faults_of_every_file_are_found_at_once(issue: Path) -> None:
    """They come sorted by place, each once."""
    for name in ("issue.yml", "council.yml", "gulls.md"):
        file = issue / "articles" / name
        file.write_text(file.read_text(encoding="utf-8").replace("\n", "\nx: [\n", 1), "utf-8")
    found = load(issue).diagnostics
    assert [
        ("articles/council.yml", "F003"),
        ("articles/gulls.md", "F003"),
        ("articles/issue.yml", "F003"),
    ] == [(d.location.path, d.code) for d in found]


def test_a_warning_does_not_stop_the_work(invented_edition: Edition) -> None:
    """Only an error does."""
    warning = Diagnostic(Location("a.md"), "X001", Severity.WARNING, "")
    error = Diagnostic(Location("a.md"), "X001", Severity.ERROR, "")
    assert invented_edition == Loaded(invented_edition, (warning,)).unwrap()
    with pytest.raises(ContentError):
        Loaded(invented_edition, (warning, error)).unwrap()


def test_the_sources_are_every_content_file() -> None:
    """What was read is there for whoever wants to point into it."""
    sources = load(INVENTED).sources
    folders = ("articles", "tables")
    files = {p.relative_to(INVENTED).as_posix() for f in folders for p in (INVENTED / f).iterdir()}
    assert files == set(sources)
