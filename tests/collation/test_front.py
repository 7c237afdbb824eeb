"""What the print has before the articles."""

from __future__ import annotations

from tests.collation.small import edition

from edition.collation.front import front_parts


def texts(**meta: object) -> dict[str, list[str]]:
    """Return the text of every block by the name of its part."""
    parts = front_parts(edition("Text.", **meta))
    return {part.name: [block.text for block in part.blocks] for part in parts}


def test_the_parts_are_named() -> None:
    """Each can stand where the print has it."""
    names = ["Contents heading", "Masthead", "Contents", "Council (en)", "Council (ru)"]
    assert names == list(texts())


def test_the_masthead_keeps_its_lines() -> None:
    """The line breaks are those of the print."""
    assert ["THE SOCIETY\nOF HARBOURS"] == texts()["Masthead"]


def test_the_contents_name_section_author_title_and_page() -> None:
    """An entry is two lines under the name of its section."""
    assert ["BIRDS", "Agnes Quill", "A Study of Gulls 3"] == texts()["Contents"]


def test_the_contents_have_the_subtitle() -> None:
    """It follows the title."""
    assert "A Study of Gulls (A Census) 3" == texts(subtitle="(A Census)")["Contents"][-1]


def test_the_contents_have_their_own_title_where_it_differs() -> None:
    """Then title and subtitle are those of the contents."""
    parts = texts(contents_title="Gulls", subtitle="(A Census)")
    assert "Gulls 3" == parts["Contents"][-1]


def test_a_member_is_a_name_and_an_office_in_each_language() -> None:
    """What stands between them in the print is a permitted difference."""
    assert ["COUNCIL", "Agnes Quill", "Editor"] == texts()["Council (en)"]
    assert ["СОВЕТ", "Агнес Квилл", "редактор"] == texts()["Council (ru)"]


def test_the_council_is_in_its_language() -> None:
    """The report says so to a screen reader."""
    parts = list(front_parts(edition("Text.")))
    assert {"ru"} == {block.lang for block in parts[-1].blocks}
