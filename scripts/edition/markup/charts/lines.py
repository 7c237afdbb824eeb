"""Lines over the positions of a scale, each labelled at its end."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

from edition.content.model import Language
from edition.markup.charts.series import Scale, Series
from edition.markup.numerals import format_number

WIDTH, HEIGHT = 640, 360
LEFT, TOP, BOTTOM = 56, 14, 30
RIGHT = 14
LEGEND_ROW = 24


def draw_lines(positions: list[str], series: list[Series], lang: Language) -> ET.Element:
    """Draw one line for each series.

    Args:
        positions: Labels of the horizontal axis.
        series: The lines; a gap in the values is a gap in the line.
        lang: Language of the figures on the vertical axis.

    Returns:
        An ``svg`` element that scales with its container; the legend is part of it.
    """
    height = HEIGHT + LEGEND_ROW * len(series)
    svg = ET.Element("svg", {"viewBox": f"0 0 {WIDTH} {height}", "class": "chart lines"})
    scale = Scale.over([v for line in series for v in line.values if v is not None])
    _axes(svg, scale, positions, lang)
    for index, line in enumerate(series):
        _line(svg, line, index, scale, len(positions))
        _legend(svg, line.label, index)
    return svg


def _x(index: int, count: int) -> float:
    return round(LEFT + 12 + index * (WIDTH - LEFT - RIGHT - 24) / max(count - 1, 1), 2)


def _y(scale: Scale, value: float) -> float:
    return scale.at(value, HEIGHT - BOTTOM, -(HEIGHT - TOP - BOTTOM))


def _axes(svg: ET.Element, scale: Scale, positions: list[str], lang: Language) -> None:
    for tick in scale.ticks():
        y = str(_y(scale, tick))
        ends = {"x1": str(LEFT), "x2": str(WIDTH - RIGHT), "y1": y, "y2": y}
        ET.SubElement(svg, "line", {**ends, "class": "chart-grid"})
        place = {"x": str(LEFT - 8), "y": y, "dy": "0.32em", "class": "chart-tick end"}
        text = ET.SubElement(svg, "text", place)
        text.text = format_number(Decimal(f"{tick:g}"), lang)
    for index, position in enumerate(positions):
        place = {"x": str(_x(index, len(positions))), "y": str(HEIGHT - 8)}
        text = ET.SubElement(svg, "text", {**place, "class": "chart-tick middle"})
        text.text = position


def _line(svg: ET.Element, line: Series, index: int, scale: Scale, count: int) -> None:
    group = ET.SubElement(svg, "g", {"class": f"chart-series series-{index + 1}"})
    runs: list[list[str]] = [[]]
    for position, value in enumerate(line.values):
        if value is None:
            runs.append([])
            continue
        x, y = _x(position, count), _y(scale, float(value))
        runs[-1].append(f"{x},{y}")
        _marker(group, index, x, y)
    for run in runs:
        if len(run) > 1:
            group.insert(0, ET.Element("polyline", {"points": " ".join(run)}))


def _marker(group: ET.Element, index: int, x: float, y: float) -> None:
    """Draw the marker of a series: circle, square, diamond or triangle."""
    shapes = (
        ("circle", {"cx": f"{x}", "cy": f"{y}", "r": "4"}),
        ("rect", {"x": f"{x - 4:g}", "y": f"{y - 4:g}", "width": "8", "height": "8"}),
        ("path", {"d": f"M{x:g} {y - 5.5:g}l5.5 5.5-5.5 5.5-5.5-5.5z"}),
        ("path", {"d": f"M{x:g} {y - 5:g}l5 9h-10z"}),
    )
    tag, attributes = shapes[index % len(shapes)]
    ET.SubElement(group, tag, {**attributes, "class": "chart-marker"})


def _legend(svg: ET.Element, label: str, index: int) -> None:
    y = HEIGHT + LEGEND_ROW * index + 14
    group = ET.SubElement(svg, "g", {"class": f"chart-series series-{index + 1}"})
    ET.SubElement(group, "polyline", {"points": f"{LEFT},{y} {LEFT + 32},{y}"})
    _marker(group, index, LEFT + 16, y)
    place = {"x": str(LEFT + 44), "y": str(y), "dy": "0.32em", "class": "chart-label"}
    text = ET.SubElement(svg, "text", place)
    text.text = label
