"""The edition's folder to an edition."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**4000),
    st.floats(),
    st.dates(),
    st.text(max_size=20),
    st.sampled_from(["con.csv", "brine-1", "[" * 99, "{>>a<<}", "::: table x", "1e999999999"]),
    st.lists(st.none() | st.text(max_size=3), max_size=3),
    st.dictionaries(st.none() | st.integers() | st.text(max_size=3), st.text(max_size=3)),
)
"""What no field expects."""

KINDS = ("issue.yml", "council.yml", "brine.md", "gulls.md", "datapackage.json")


def parts(data: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Return the path of every value of a document."""
    items: Iterable[tuple[object, object]] = ()
    if isinstance(data, dict | list):
        items = data.items() if isinstance(data, dict) else enumerate(data)
    return [path, *(found for key, value in items for found in parts(value, (*path, key)))]


def changed(data: Any, path: tuple[Any, ...], value: object) -> Any:  # noqa: ANN401
    """Return a document with another value in one place."""
    if not path:
        return value
    copied = copy.copy(data)
    copied[path[0]] = changed(data[path[0]], path[1:], value)
    return copied


@given(st.data())
@settings(
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_value_of_any_field_is_more_than_a_fault(issue: Path, data: st.DataObject) -> None:
    """Whatever stands in a field, loading gives faults with places of the file, and no error."""
    name = data.draw(st.sampled_from(KINDS))
    file = issue / ("tables" if name.endswith(".json") else "articles") / name
    written = (INVENTED / file.relative_to(issue)).read_text(encoding="utf-8")
    front, *rest = written.split("---\n")[1:] if name.endswith(".md") else (written,)
    document = yaml.safe_load(front)
    path = data.draw(st.sampled_from(parts(document)))
    odd = yaml.safe_dump(changed(document, path, data.draw(ODD)), allow_unicode=True)
    text = f"---\n{odd}---\n{'---'.join(rest)}" if rest else odd
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        found = load(issue)
        for diagnostic in found.diagnostics:
            lines = found.sources[diagnostic.location.path].text.count("\n") + 1
            assert 1 <= diagnostic.location.line <= lines, str(diagnostic)
    finally:
        file.write_text(written, encoding="utf-8")


@given(st.text(alphabet=st.sampled_from('a,"\n1.\0\ufeff —'), max_size=60))
@settings(
    derandomize=True,
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_csv_file_is_more_than_a_fault(issue: Path, text: str) -> None:
    """With and without its header, whatever follows it."""
    for header in ("", "well,depth,salt\n"):
        (issue / "tables" / "brine-1.csv").write_text(header + text, encoding="utf-8", newline="")
        assert None is not load(issue).edition


def test_a_cell_above_the_limit_of_the_library_is_a_fault(issue: Path) -> None:
    """It is told by the limit of a text, and the check of the rest goes on."""
    file = issue / "tables" / "brine-2.csv"
    file.write_text(f"found,lost\nrim,{'x ' * 90_000}\n", encoding="utf-8")
    assert ["F010"] == [diagnostic.code for diagnostic in load(issue).diagnostics]
