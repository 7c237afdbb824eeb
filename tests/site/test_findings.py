"""The editor's panel: findings on the pages of the preview, and nowhere else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.reading import one

from edition.diagnostics import ContentError, Diagnostic, EditionError, Location, Severity
from edition.policy import content_security_policy
from edition.site.build import build_site
from edition.site.findings import State, add_panel, reasons
from edition.site.preview import Preview

ISSUE = Path(__file__).parents[1] / "issue"
FINDING = Diagnostic(Location("articles/a.md", 3, 7), "N002", Severity.ERROR, "no note")


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A preview of a copy of the fixture issue, built once."""
    shutil.copytree(ISSUE, tmp_path / "issue")
    preview = Preview(
        tmp_path / "issue" / "mkdocs.yml", tmp_path / "site", "http://127.0.0.1:8000/"
    )
    preview.build()
    preview.wait()
    return preview


def _sources(page: Path) -> list[str]:
    """Return the files that the panel of a page asks for."""
    script = one(BeautifulSoup(page.read_text("utf-8"), "html5lib"), "script[data-sources]")
    sources: list[str] = json.loads(str(script["data-sources"]))
    return sources


def _state(preview: Preview) -> dict[str, object]:
    data: dict[str, object] = json.loads((preview.site / "findings.json").read_text("utf-8"))
    return data


def _article(preview: Preview) -> Path:
    return min((preview.config_file.parent / "articles").glob("*.md"))


def test_state_is_written_as_the_panel_reads_it(tmp_path: Path) -> None:
    """A finding keeps its path, place, code, severity and message."""
    State((FINDING,), checked=True).write(tmp_path)
    assert json.loads((tmp_path / "findings.json").read_text("utf-8")) == {
        "checked": True,
        "broken": [],
        "findings": [
            {
                "path": "articles/a.md",
                "place": "articles/a.md:3:7",
                "code": "N002",
                "severity": "error",
                "message": "no note",
            }
        ],
    }


def test_reasons_of_a_content_error_are_its_findings() -> None:
    """A fault of the content keeps its place."""
    assert [reason["place"] for reason in reasons(ContentError([FINDING]))] == ["articles/a.md:3:7"]


def test_reasons_of_another_error_are_its_lines() -> None:
    """A line that is a diagnostic is read as one; any other line is the message."""
    lines = reasons(EditionError("articles/a.md:3:7 N002 error no note\nsomething else"))
    assert [line["code"] for line in lines] == ["N002", ""]
    assert [line["message"] for line in lines] == ["no note", "something else"]


def test_panel_stands_on_the_named_pages_only(tmp_path: Path) -> None:
    """A page that is not named stays as it is."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<body></body>", encoding="utf-8")
    add_panel(tmp_path, {"a.html": ["articles/a.md", "tables/a.csv"]})
    assert ["articles/a.md", "tables/a.csv"] == _sources(tmp_path / "a.html")
    assert (tmp_path / "b.html").read_text("utf-8") == "<body></body>"
    assert (tmp_path / "findings.html").is_file()


@pytest.mark.parametrize(
    "name",
    [
        'a"b.csv',
        "a b.csv",
        "a'b.csv",
        "a<b>&amp;.csv",
        "</script><script>alert(1)</script>.csv",
        "\\u0022>.csv",
        "a`${b}.csv",
        "имя.csv",
        "",
    ],
)
def test_a_path_of_any_signs_reaches_the_panel(name: str, tmp_path: Path) -> None:
    """As itself: it ends neither the attribute nor the list, and is never markup."""
    page = tmp_path / "a.html"
    page.write_text("<body></body>", encoding="utf-8")
    add_panel(tmp_path, {"a.html": [name, "articles/a.md"]})
    assert [name, "articles/a.md"] == _sources(page)
    assert 1 == len(BeautifulSoup(page.read_text("utf-8"), "html5lib")("script"))


def test_the_panel_stands_at_the_end_once(tmp_path: Path) -> None:
    """A page that quotes an end, or the panel's address, has it too; one that has it, no second."""
    page = tmp_path / "a.html"
    body = '<body><pre title="</body>">/findings.js</pre></body></html>'
    page.write_text(body, encoding="utf-8")
    for _ in range(2):
        add_panel(tmp_path, {"a.html": ["articles/a.md"]})
    script = '<script src="/findings.js" data-sources="[&quot;articles/a.md&quot;]"></script>'
    assert body.replace("</body></html>", f"{script}</body></html>") == page.read_text("utf-8")


def test_the_page_of_all_findings_keeps_to_the_policy(tmp_path: Path) -> None:
    """It says it first, and holds neither a script nor a style."""
    add_panel(tmp_path, {})
    page = BeautifulSoup((tmp_path / "findings.html").read_text("utf-8"), "html5lib")
    head = page.select("head > *")
    assert ["utf-8", content_security_policy()] == [head[0]["charset"], head[1]["content"]]
    assert [] == page.select("style, [style], script:not([src])")


def test_preview_has_the_panel_on_every_generated_page(preview: Preview) -> None:
    """Each page asks for the findings of the files it is made of."""
    slug = _article(preview).stem
    for lang in ("en", "ru"):
        page = (preview.site / lang / f"{slug}.html").read_text("utf-8")
        assert f'data-sources="[&quot;articles/{slug}.md&quot;' in page
    assert _state(preview)["checked"] is True
    assert (preview.site / "pagefind" / "pagefind.js").is_file()


def test_build_has_no_panel(tmp_path: Path) -> None:
    """What is published knows nothing of the preview."""
    shutil.copytree(ISSUE, tmp_path / "issue")
    site = build_site(tmp_path / "issue" / "mkdocs.yml", tmp_path / "site")
    assert not list(site.glob("findings.*"))
    assert not [page for page in site.rglob("*.html") if "findings.js" in page.read_text("utf-8")]


def test_broken_file_shows_its_fault_and_keeps_the_last_good_page(preview: Preview) -> None:
    """The pages stay, the panel says why, and a mended file takes the message away."""
    file = _article(preview)
    good = file.read_text("utf-8")
    page = preview.site / "en" / f"{file.stem}.html"
    before = page.read_text("utf-8")
    file.write_text(good.replace("order:", "ordre:", 1), encoding="utf-8")
    preview.rebuild()
    preview.wait()
    assert page.read_text("utf-8") == before
    broken = _state(preview)["broken"]
    assert isinstance(broken, list)
    assert {entry["path"] for entry in broken} == {f"articles/{file.name}"}
    file.write_text(good, encoding="utf-8")
    preview.rebuild()
    preview.wait()
    assert _state(preview)["broken"] == []


def test_change_of_a_text_is_on_its_page_after_a_rebuild(preview: Preview) -> None:
    """Saving an article is enough."""
    file = _article(preview)
    with file.open("a", encoding="utf-8") as text:
        text.write("\nA sentence that was not there.\n")
    preview.rebuild()
    preview.wait()
    page = (preview.site / "en" / f"{file.stem}.html").read_text("utf-8")
    assert "A sentence that was not there." in page
