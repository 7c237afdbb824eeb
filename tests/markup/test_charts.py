"""Charts: what they show, in words and in lengths."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

from edition.content.model import Bilingual, Chart, Edition, Table
from edition.languages import say
from edition.markup.charts import Picture, pictures
from edition.markup.charts.series import Scale, lines_of, spread


def drawn(edition: Edition, name: str, chart: Chart) -> tuple[Table, Picture]:
    """Return a table of the invented issue and its picture."""
    table = edition.table(name).model_copy(update={"chart": chart})
    picture = pictures(table, "en")
    assert picture is not None
    return table, picture


def texts(picture: Picture, name: str) -> list[str]:
    """Return the texts of one class in a picture."""
    found = picture.element.iter()
    return [str(text.text) for text in found if name in str(text.get("class")).split()]


def test_a_table_that_asks_for_no_chart_has_none(invented_edition: Edition) -> None:
    """Nothing is drawn for its own sake."""
    assert pictures(invented_edition.table("brine-1"), "en") is None


def test_bars_are_as_long_as_their_values(invented_edition: Edition) -> None:
    """Each with its label and its figure; a gap has no bar."""
    _, picture = drawn(invented_edition, "brine-1", Chart(type="bars", column="salt"))
    assert ["Upper", "Middle"] == texts(picture, "chart-label")
    assert ["1,798", "1,240"] == texts(picture, "chart-figure")
    widths = [float(str(bar.get("width")).rstrip("%")) for bar in picture.element.iter("rect")]
    assert round(1240 / 1798, 3) == round(widths[1] / widths[0], 3)


def test_bars_may_be_drawn_by_their_size(invented_edition: Edition) -> None:
    """The longest first, whatever the order of the table, and so they are told."""
    table = invented_edition.table("brine-1")
    rows = (("Upper", None, Decimal(3)), ("Middle", None, Decimal(5)), ("Lower", None, Decimal(4)))
    chart = Chart(type="bars", column="salt", order="size")
    picture = pictures(table.model_copy(update={"chart": chart, "rows": rows}), "en")
    assert picture is not None
    assert ["Middle", "Lower", "Upper"] == texts(picture, "chart-label")
    assert ["Bar chart. Middle: 5; Lower: 4; Upper: 3."] == texts(picture, "chart-text")


def test_nothing_has_no_bar(invented_edition: Edition) -> None:
    """A bar however short would say that there was something."""
    table = invented_edition.table("brine-1")
    rows = (("Upper", None, Decimal(0)), ("Lower", None, Decimal(4000)), ("L", None, Decimal(1)))
    chart = Chart(type="bars", column="salt")
    picture = pictures(table.model_copy(update={"chart": chart, "rows": rows}), "en")
    assert picture is not None
    assert ["0%", "78%", "0.3%"] == [bar.get("width") for bar in picture.element.iter("rect")]


def test_a_picture_says_its_values_in_words(invented_edition: Edition) -> None:
    """Its name is its first line, its description the values."""
    _, picture = drawn(invented_edition, "brine-1", Chart(type="bars", column="salt"))
    frame = picture.element
    assert "img" == frame.get("role")
    title, description, _ = list(frame)
    assert frame.get("aria-labelledby") == title.get("id") == "brine-1-chart-title"
    assert frame.get("aria-describedby") == description.get("id") == "brine-1-chart-text"
    assert say("chart_bars_text", "en", "Upper: 1,798; Middle: 1,240.") == description.text
    assert "hidden" in description.attrib


def test_the_first_line_says_what_is_shown_and_in_which_unit(invented_edition: Edition) -> None:
    """By the words of the descriptor, or of the table: caption, column, and a unit they lack."""
    title = Bilingual(en="Salt, tons a year", ru="Соль, тонн в год")
    for name, chart, expected in (
        ("brine-1", Chart(type="lines"), "The wells of Fenmouth, feet and tons"),
        ("brine-1", Chart(type="bars", column="depth"), "The wells of Fenmouth: Depth, ft"),
        ("brine-1", Chart(type="lines", title=title), "Salt, tons a year"),
        ("gulls-1", Chart(type="bars", column="value"), "How gulls stand, %"),
    ):
        table = invented_edition.table(name).model_copy(update={"chart": chart})
        picture = pictures(table, "en")
        assert picture is not None
        assert [expected] == texts(picture, "chart-title")


def test_an_abbreviation_is_written_out_where_the_descriptor_says_how(
    invented_edition: Edition,
) -> None:
    """In the language of the page, in what is seen and in what is heard."""
    label = Bilingual(en="the Upper Well", ru="Верхний колодец")
    chart = Chart(type="bars", column="salt", labels={"Upper": label})
    table = invented_edition.table("brine-1").model_copy(update={"chart": chart})
    picture = pictures(table, "ru")
    assert picture is not None
    assert ["Верхний колодец", "Средний"] == texts(picture, "chart-label")
    assert "Верхний колодец: 1\u00a0798" in texts(picture, "chart-text")[0]


def test_what_is_drawn_is_silent(invented_edition: Edition) -> None:
    """Beside title and description there is one part, and it is hidden from the ear."""
    for chart in (Chart(type="bars", column="salt"), Chart(type="lines")):
        _, picture = drawn(invented_edition, "brine-1", chart)
        assert [None, None, "true"] == [part.get("aria-hidden") for part in picture.element]


def test_a_reconstruction_says_that_it_is_one(invented_edition: Edition) -> None:
    """It shows only the rows that belong to the lost picture."""
    chart = Chart(type="bars", column="value", only={"scope": "diagram"})
    _, picture = drawn(invented_edition, "gulls-1", chart)
    assert say("chart_reconstructed", "en") == picture.caption
    table = invented_edition.table("gulls-1")
    scope = [field.name for field in table.fields].index("scope")
    shown = [row for row in table.rows if row[scope] == "diagram"]
    assert len(shown) == len(list(picture.element.iter("rect")))


def test_letters_are_not_scaled(invented_edition: Edition) -> None:
    """Lengths along the page are percentages, so that no viewBox makes the text smaller."""
    for chart in (Chart(type="bars", column="salt"), Chart(type="lines")):
        _, picture = drawn(invented_edition, "brine-1", chart)
        pictures_in_it = list(picture.element.iter("svg"))
        assert pictures_in_it
        for svg in pictures_in_it:
            assert "viewBox" not in svg.attrib
            if "x" not in svg.attrib:  # not a marker, which is set where its value is
                assert re.fullmatch(r"100%|\d+", str(svg.get("width")))
                assert re.fullmatch(r"\d+", str(svg.get("height")))


def test_series_of_different_orders_have_panels(invented_edition: Edition) -> None:
    """On one scale the smaller one would be a flat line; those of one order share a scale."""
    table = invented_edition.table("brine-1")
    other = say("chart_panel", "en", "Middle")
    for low, heads in ((Decimal(-90), []), (Decimal(2), ["Upper, Lower", other])):
        rows = (
            ("Upper", Decimal(100), None),
            ("Middle", low, None),
            ("Lower", Decimal(200), Decimal(300)),
        )
        changed = table.model_copy(update={"chart": Chart(type="lines"), "rows": rows})
        picture = pictures(changed, "en")
        assert picture is not None
        assert bool(heads) == (say("chart_panels", "en") in picture.caption)
        assert heads == texts(picture, "chart-group")


def test_each_line_has_its_label_at_its_end_and_in_a_legend(invented_edition: Edition) -> None:
    """The style sheet shows one of both; from above they are in the order of their last values."""
    table = invented_edition.table("brine-1")
    rows = (("Upper", Decimal(10), Decimal(20)), ("Lower", Decimal(30), Decimal(40)))
    changed = table.model_copy(update={"chart": Chart(type="lines"), "rows": rows})
    picture = pictures(changed, "en")
    assert picture is not None
    assert ["Lower", "Upper", "Upper", "Lower"] == texts(picture, "chart-label")


def test_labels_lie_beside_what_they_name_and_not_on_each_other() -> None:
    """Those that would touch share the room evenly; none leaves the picture."""
    assert [15.0, 75.0] == spread([20, 80], [10, 10], 100)
    assert [40.0, 50.0] == spread([49, 51], [10, 10], 100)
    assert [0.0, 10.0, 20.0] == spread([1, 2, 25], [10, 10, 10], 100)
    assert [70.0, 80.0, 90.0] == spread([78, 99, 100], [10, 10, 10], 100)


def test_a_scale_is_round_and_begins_at_zero_if_it_can() -> None:
    """Values that lie close together far from zero have a scale of their own."""
    assert 0.0 == Scale.over([Decimal(20), Decimal(180)]).low
    assert 30.0 == Scale.over([Decimal("31.3"), Decimal("45.5")]).low
    scale = Scale.over([Decimal(-3), Decimal(12)])
    assert scale.low <= -3
    assert scale.high >= 12
    assert len(scale.ticks()) <= 8


def test_a_long_label_has_several_lines() -> None:
    """No line is longer than its room or ends with a preposition; all are about as long."""
    lines = lines_of("Импорт в Казахстан из Таджикистана", 18)
    assert ["Импорт в\u00a0Казахстан", "из\u00a0Таджикистана"] == lines
    assert ["one two", "three four"] == lines_of("one two three four", 14)
    assert ["short"] == lines_of("short", 18)


SCALES = {
    "one value": ["5"],
    "equal values": ["5", "5.0", "5.00"],
    "equal values below zero": ["-5", "-5"],
    "nothing but zero": ["0", "0"],
    "equal values of many digits": ["9" * 28, "9" * 28],
    "values that a computer can hardly tell": ["9" * 27 + "8", "9" * 28],
    "very small values": ["0." + "0" * 26 + "1", "0." + "0" * 26 + "3"],
    "values of every size": ["-" + "9" * 28, "0." + "0" * 26 + "1", "9" * 28],
    "values that end on a tick": ["7", "8", "9"],
}


@pytest.mark.parametrize("values", SCALES.values(), ids=SCALES)
def test_every_value_has_its_place_on_a_scale(values: list[str]) -> None:
    """Between its ends, which are never one, whatever the values are."""
    numbers = [Decimal(value) for value in values]
    for most in (4, 6):
        scale = Scale.over(numbers, most)
        assert scale.low < scale.high
        assert 1 < len(scale.ticks()) <= 2 * most
        slack = scale.step / 1e6
        for number in numbers:
            assert scale.low - slack <= float(number) <= scale.high + slack
            assert -0.01 <= scale.at(float(number), 0, 1) <= 1.01


@pytest.mark.parametrize("values", SCALES.values(), ids=SCALES)
def test_every_table_of_numbers_is_drawn(invented_edition: Edition, values: list[str]) -> None:
    """As lines, and as bars where nothing is below zero."""
    table = invented_edition.table("brine-1")
    rows = tuple((f"Well {n}", Decimal(value), Decimal(0)) for n, value in enumerate(values))
    charts = [Chart(type="lines")]
    if not any(value.startswith("-") for value in values):
        charts.append(Chart(type="bars", column="depth"))
    for chart in charts:
        picture = pictures(table.model_copy(update={"chart": chart, "rows": rows}), "ru")
        assert picture is not None
        assert not re.search("nan|inf", ET.tostring(picture.element, encoding="unicode"))
