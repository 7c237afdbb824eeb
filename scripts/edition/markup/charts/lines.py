"""Lines over the positions of a scale, with a legend, or each in a panel of its own."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal
from itertools import pairwise

from edition.content.model import Language
from edition.markup.charts.series import LINE, Scale, Series, lines_of, write
from edition.markup.numerals import format_number

LEFT, RIGHT, INSET = 12, 99, 3
"""Ends of the axis in percent of the width, and the room before its first position."""
TOP, BOTTOM = 10, 26
HEIGHT, PANEL = 300, 150
KEY = 36
"""Width of the sample of a line in the legend."""
LEGEND_LETTERS = 29
CROWDED = 8
"""Positions beyond which a narrow screen labels every second one."""


def draw_lines(
    positions: list[str], series: list[Series], lang: Language, *, panels: bool
) -> ET.Element:
    """Draw one line for each series.

    Args:
        positions: Labels of the horizontal axis.
        series: The lines; a gap in the values is a gap in the line.
        lang: Language of the figures on the vertical axis.
        panels: Whether each series has a panel and a scale of its own.

    Returns:
        An ``svg`` element as wide as its container; the legend is part of it.
    """
    svg = ET.Element("svg", {"width": "100%", "class": "chart"})
    y = 0.0
    if panels:
        for index, line in enumerate(series):
            for part in lines_of(line.label):
                y += LINE
                write(svg, part, "0", y - 3, "chart-group")
            scale = Scale.over([Decimal(0), *line.present()], most_ticks=4)
            _plot(svg, positions, {index: line}, scale, lang, (y, PANEL))
            y += PANEL + 12
    else:
        scale = Scale.over([value for line in series for value in line.present()])
        _plot(svg, positions, dict(enumerate(series)), scale, lang, (y, HEIGHT))
        y += HEIGHT + 8
        for index, line in enumerate(series):
            y = _legend(svg, line.label, index, y)
    svg.set("height", f"{y:g}")
    return svg


def _plot(  # noqa: PLR0913, PLR0917  # one picture: where, what and how
    svg: ET.Element,
    positions: list[str],
    series: dict[int, Series],
    scale: Scale,
    lang: Language,
    place: tuple[float, float],
) -> None:
    top, height = place
    floor, length, count = top + height - BOTTOM, height - TOP - BOTTOM, len(positions)
    for tick in scale.ticks():
        y = scale.at(tick, floor, -length)
        ends = {"x1": f"{LEFT}%", "x2": f"{RIGHT}%", "y1": f"{y:g}", "y2": f"{y:g}"}
        ET.SubElement(svg, "line", {**ends, "class": "chart-grid"})
        figure = format_number(Decimal(f"{tick:g}"), lang)
        write(svg, figure, f"{LEFT - 1}%", y + 4, "chart-tick end")
    for index, position in enumerate(positions):
        crowded = " every-second" if count > CROWDED and index % 2 else ""
        x = f"{_x(index, count):g}%"
        write(svg, position, x, top + height - 6, f"chart-tick middle{crowded}")
    for index, line in series.items():
        group = ET.SubElement(svg, "g", {"class": f"series-{index + 1}"})
        points = [
            None if value is None else (_x(i, count), scale.at(float(value), floor, -length))
            for i, value in enumerate(line.values)
        ]
        for start, end in pairwise(points):
            if start is not None and end is not None:
                _segment(group, f"{start[0]:g}%", f"{end[0]:g}%", start[1], end[1])
        for point in points:
            if point is not None:
                _marker(group, index, f"{point[0]:g}%", point[1])


def _x(index: int, count: int) -> float:
    """Return a position of the axis in percent."""
    return round(LEFT + INSET + index * (RIGHT - LEFT - 2 * INSET) / max(count - 1, 1), 2)


def _segment(group: ET.Element, x1: str, x2: str, y1: float, y2: float) -> None:
    ends = {"x1": x1, "x2": x2, "y1": f"{y1:g}", "y2": f"{y2:g}"}
    ET.SubElement(group, "line", {**ends, "class": "chart-line"})


def _marker(group: ET.Element, index: int, x: str, y: float) -> None:
    """Draw the marker of a series: circle, square, diamond or triangle."""
    holder = ET.SubElement(group, "svg", {"x": x, "y": f"{y:g}", "overflow": "visible"})
    shapes = (
        ("circle", {"r": "4"}),
        ("path", {"d": "M-4-4h8v8h-8z"}),
        ("path", {"d": "M0-5.5L5.5 0 0 5.5-5.5 0z"}),
        ("path", {"d": "M0-5L5 4H-5z"}),
    )
    tag, attributes = shapes[index % len(shapes)]
    ET.SubElement(holder, tag, {**attributes, "class": "chart-marker"})


def _legend(svg: ET.Element, label: str, index: int, y: float) -> float:
    """Write what a line stands for; return where the next one goes."""
    group = ET.SubElement(svg, "g", {"class": f"series-{index + 1}"})
    _segment(group, "0", str(KEY), y + 10, y + 10)
    _marker(group, index, str(KEY // 2), y + 10)
    for line in lines_of(label, LEGEND_LETTERS):
        y += LINE
        write(group, line, str(KEY + 8), y - 2.5, "chart-label")
    return y + 5
