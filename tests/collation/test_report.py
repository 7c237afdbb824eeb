"""The report as a page that stands alone."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.collation.small import compared

from edition.collation.report import as_html, write_html
from edition.diagnostics import UsageError

BODY = "The {~~gvll~>gull~~}{>>mis<read<<} & the [chaika]{lang=ru-Latn} sleep[^1].\n\n[^1]: Log."
TEXT = "The old gvll & the chaika\n\nsleep¹.\n\n¹ Log."


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    """The page of a text with an emendation and a lost word."""
    return BeautifulSoup(as_html(compared(BODY, TEXT)), "html5lib")


def test_the_page_says_its_language_and_its_title(page: BeautifulSoup) -> None:
    """English, and the witness by name."""
    assert page.html is not None
    assert page.title is not None
    assert "en" == page.html["lang"]
    assert "Collation with articles/witness.txt" == page.title.get_text()


def test_the_page_needs_nothing_from_elsewhere(page: BeautifulSoup) -> None:
    """No script, style sheet, font or picture; links stay on the page."""
    assert [] == page.find_all(["script", "img", "iframe", "object", "embed"])
    assert ["data:,"] == [link["href"] for link in page.find_all("link")]
    assert all(str(link["href"]).startswith("#") for link in page.find_all("a"))
    assert "url(" not in str(page.style)


def test_the_page_carries_a_policy_that_its_style_keeps(page: BeautifulSoup) -> None:
    """A browser runs and loads nothing in it, and knows its style sheet by its hash."""
    meta, style = page.select_one("meta[http-equiv=Content-Security-Policy]"), page.style
    assert meta is not None
    assert style is not None
    digest = b64encode(sha256(str(style.string).encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in str(meta["content"])
    assert "default-src 'none'" in str(meta["content"])
    assert [] == page.select("[style]")


def test_every_link_leads_somewhere_and_every_id_is_unique(page: BeautifulSoup) -> None:
    """A finding leads to its line."""
    ids = [str(element["id"]) for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {str(link["href"]).removeprefix("#") for link in page.find_all("a")} <= set(ids)


def test_tables_have_heads_with_scopes(page: BeautifulSoup) -> None:
    """So that a screen reader can name both sides."""
    assert page.select("th")
    assert [] == [th for th in page.select("th") if not th.get("scope")]
    assert 1 == len(page.select("h1"))


def test_the_lost_word_and_the_emendation_are_shown(page: BeautifulSoup) -> None:
    """As words, not by colour alone."""
    sides = page.select_one(".sides")
    assert sides is not None
    assert ["old"] == [mark.get_text().strip() for mark in sides.select("mark")]
    assert ("gvll", "gull") == (
        sides.select("del")[0].get_text(),
        sides.select("ins")[0].get_text(),
    )


def test_text_is_escaped(page: BeautifulSoup) -> None:
    """What looks like markup is text."""
    assert "mis<read" in page.get_text()
    assert "mis&lt;read" in str(page)


def test_russian_text_says_so(page: BeautifulSoup) -> None:
    """The Russian council is read out in Russian."""
    russian = [cell.get_text() for cell in page.select("td[lang=ru]")]
    assert any("редактор" in text for text in russian)


def test_a_clean_page_says_that_nothing_is_unexplained() -> None:
    """In words."""
    assert "Nothing is unexplained on either side." in as_html(compared("Gulls.", "Gulls."))


def test_a_page_that_cannot_be_written_is_a_misuse(tmp_path: Path) -> None:
    """The file is named."""
    file = tmp_path / "nowhere" / "page.html"
    with pytest.raises(UsageError, match=r"nowhere/page\.html: No such file or directory$"):
        write_html(compared("Gulls.", "Gulls."), file)


def test_the_page_is_the_same_every_time(tmp_path: Path) -> None:
    """No date, no chance."""
    file = tmp_path / "page.html"
    write_html(compared(BODY, TEXT), file)
    assert as_html(compared(BODY, TEXT)) == file.read_text(encoding="utf-8")
