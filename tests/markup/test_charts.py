"""Charts: what they show, in words and in lengths."""

from __future__ import annotations

import re
from decimal import Decimal

from edition.content.model import Chart, Edition, Table
from edition.markup.charts import Picture, pictures
from edition.markup.charts.series import Scale, lines_of
from edition.markup.words import say


def drawn(edition: Edition, name: str, chart: Chart) -> tuple[Table, Picture]:
    """Return a table of the invented issue and its picture."""
    table = edition.table(name).model_copy(update={"chart": chart})
    picture = pictures(table, "en")
    assert picture is not None
    return table, picture


def texts(picture: Picture, name: str) -> list[str]:
    """Return the texts of one class in a picture."""
    found = picture.svg.iter("text")
    return [str(text.text) for text in found if name in str(text.get("class")).split()]


def test_a_table_that_asks_for_no_chart_has_none(invented_edition: Edition) -> None:
    """Nothing is drawn for its own sake."""
    assert pictures(invented_edition.table("brine-1"), "en") is None


def test_bars_are_as_long_as_their_values(invented_edition: Edition) -> None:
    """Each with its label and its figure; a gap has no bar."""
    _, picture = drawn(invented_edition, "brine-1", Chart(type="bars", column="salt"))
    assert ["Upper", "Middle"] == texts(picture, "chart-label")
    assert ["1,798", "1,240"] == texts(picture, "chart-figure")
    widths = [float(str(bar.get("width")).rstrip("%")) for bar in picture.svg.iter("rect")]
    assert round(1240 / 1798, 3) == round(widths[1] / widths[0], 3)


def test_a_picture_says_its_values_in_words(invented_edition: Edition) -> None:
    """Its title is the caption of the table, its description the values."""
    table, picture = drawn(invented_edition, "brine-1", Chart(type="bars", column="salt"))
    assert "img" == picture.svg.get("role")
    title, description = picture.svg.find("title"), picture.svg.find("desc")
    assert title is not None
    assert description is not None
    assert "Table 1. The wells of Fenmouth" == title.text
    assert "Upper: 1,798; Middle: 1,240." == description.text
    assert f"{table.name}-chart-title" == picture.svg.get("aria-labelledby") == title.get("id")


def test_a_reconstruction_says_that_it_is_one(invented_edition: Edition) -> None:
    """It shows only the rows that belong to the lost picture."""
    chart = Chart(type="bars", column="value", only={"scope": "diagram"})
    _, picture = drawn(invented_edition, "gulls-1", chart)
    assert say("chart_reconstructed", "en") == picture.caption
    table = invented_edition.table("gulls-1")
    scope = [field.name for field in table.fields].index("scope")
    shown = [row for row in table.rows if row[scope] == "diagram"]
    assert len(shown) == len(list(picture.svg.iter("rect")))


def test_letters_are_not_scaled(invented_edition: Edition) -> None:
    """Lengths along the page are percentages, so that no viewBox makes the text smaller."""
    for chart in (Chart(type="bars", column="salt"), Chart(type="lines")):
        _, picture = drawn(invented_edition, "brine-1", chart)
        assert "viewBox" not in picture.svg.attrib
        assert "100%" == picture.svg.get("width")
        assert re.fullmatch(r"[\d.]+", str(picture.svg.get("height")))


def test_series_of_different_orders_have_panels(invented_edition: Edition) -> None:
    """On one scale the smaller one would be a flat line."""
    table = invented_edition.table("brine-1")
    for low, caption, heads in (
        (Decimal(-90), "chart_of_table", []),
        (Decimal(2), "chart_panels", ["Upper", "Lower"]),
    ):
        rows = (("Upper", low, None), ("Lower", Decimal(200), Decimal(300)))
        changed = table.model_copy(update={"chart": Chart(type="lines"), "rows": rows})
        picture = pictures(changed, "en")
        assert picture is not None
        assert say(caption, "en") == picture.caption
        assert heads == texts(picture, "chart-group")


def test_a_scale_is_round_and_begins_at_zero_if_it_can() -> None:
    """Values that lie close together far from zero have a scale of their own."""
    assert 0.0 == Scale.over([Decimal(20), Decimal(180)]).low
    assert 30.0 == Scale.over([Decimal("31.3"), Decimal("45.5")]).low
    scale = Scale.over([Decimal(-3), Decimal(12)])
    assert scale.low <= -3
    assert scale.high >= 12
    assert len(scale.ticks()) <= 8


def test_a_long_label_has_several_lines() -> None:
    """No line is longer than the narrowest screen."""
    lines = lines_of("контрактный брак и получение постоянного места жительства")
    assert len(lines) > 1
    assert max(map(len, lines)) <= 36
