"""Templates to Markdown."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from edition.pages.render import ENVIRONMENT, foreign, foreign_runs


def test_text_of_the_page_s_language_needs_no_mark() -> None:
    """It is escaped, and nothing else."""
    assert "salt &amp; &lt;water&gt;" == str(foreign("salt & <water>", "en", "en"))


def test_text_of_another_language_is_marked() -> None:
    """And escaped as well."""
    assert '<span lang="en">salt &amp; water</span>' == str(foreign("salt & water", "en", "ru"))


def test_runs_of_the_other_alphabet_are_marked() -> None:
    """A line that mixes both languages is spoken in both."""
    mixed = "Tidewater Papers. Общество. Фенмут, 1931"
    assert '<span lang="en">Tidewater Papers</span>. Общество. Фенмут, 1931' == str(
        foreign_runs(mixed, "ru")
    )
    assert 'Tidewater Papers. <span lang="ru">Общество. Фенмут</span>, 1931' == str(
        foreign_runs(mixed, "en")
    )


def test_runs_are_escaped_inside_and_outside() -> None:
    """No text becomes HTML."""
    assert '&lt;b&gt; <span lang="ru">чайка</span> &amp;' == str(foreign_runs("<b> чайка &", "en"))


def test_what_comes_from_the_content_is_escaped() -> None:
    """Unless a template marks it safe."""
    assert "&lt;b&gt;" == ENVIRONMENT.from_string("{{ text }}").render(text="<b>")


def test_a_misspelt_value_is_an_error() -> None:
    """It would be a hole on the page."""
    with pytest.raises(UndefinedError):
        ENVIRONMENT.from_string("{{ txet }}").render(text="a")


def test_printed_lines_stay_lines() -> None:
    """The masthead keeps its line breaks."""
    template = ENVIRONMENT.from_string("{{ text | lines }}")
    assert "a &amp;<br>b" == template.render(text="a &\nb")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("misread letter", "Misread letter."),
        ("note 3 has a full stop.", "Note 3 has a full stop."),
        ("which of the two?", "Which of the two?"),
        ("the title goes on…", "The title goes on…"),
        ("“Op. cit.”", "“Op. cit.”"),
        ("“white” below", "“white” below."),
    ],
)
def test_a_sentence_ends_with_one_stop(text: str, expected: str) -> None:
    """Its own, if it has one, though a quotation mark may follow."""
    assert expected == ENVIRONMENT.from_string("{{ text | sentence }}").render(text=text)
