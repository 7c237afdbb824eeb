"""Lines over the positions of a scale; lines of another order of size in a panel of their own.

Where there is room, each line has its label at its right end; on a narrow screen a legend follows
the panel. The style sheet shows one of both.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal
from itertools import pairwise

from edition.content.model import Language
from edition.languages import say
from edition.languages.numbers import format_number
from edition.markup.charts.series import LINE, Scale, Series, lines_of, put, spread, write

LEFT, RIGHT, INSET = 12, 99, 3
"""Ends of the axis in percent of the width, and the room before its first position."""
TOP, BOTTOM = 10, 26
HEIGHT, PANEL = 300, 150
KEY = 36
"""Width of the sample of a line in the legend."""
ENDS, END_LETTERS, END_TEXT = 160, 18, 20
"""Width of the labels at the ends of the lines, letters in one of their lines, where it begins."""
CROWDED = 8
"""Positions beyond which a narrow screen labels every second one."""

Panel = dict[int, Series]
"""Lines that share a scale, each with its place among all, which is its colour and marker."""


def draw_lines(positions: list[str], panels: list[Panel], lang: Language) -> ET.Element:
    """Draw one line for each series.

    Args:
        positions: Labels of the horizontal axis.
        panels: The lines; a gap in the values is a gap in the line.
        lang: Language of the figures on the vertical axis.

    Returns:
        A ``div`` with the panels; legends are part of them.
    """
    box = ET.Element("div", {"class": "chart-lines"})
    for number, series in enumerate(panels):
        if len(panels) > 1:
            names = ", ".join(line.label for line in series.values())
            head = say("chart_panel", lang, names) if number else names
            put(box, "div", "chart-group", head)
        scale = scale_of(series, whole=len(panels) > 1)
        height = HEIGHT if len(panels) == 1 or len(series) > 1 else PANEL
        plot = ET.SubElement(box, "div", {"class": "chart-plot"})
        svg = ET.SubElement(plot, "svg", {"width": "100%", "height": str(height)})
        _plot(svg, positions, series, scale, lang)
        _ends(plot, series, scale, height)
        if len(panels) == 1 or len(series) > 1:
            _legend(box, series)
    return box


def scale_of(series: Panel, *, whole: bool) -> Scale:
    """Return the scale of a panel; one of several panels begins at zero."""
    values = [value for line in series.values() for value in line.present()]
    if whole:
        values.append(Decimal(0))
    return Scale.over(values, most_ticks=4 if len(series) == 1 else 6)


def _plot(
    svg: ET.Element, positions: list[str], series: Panel, scale: Scale, lang: Language
) -> None:
    height, count = float(svg.get("height", "0")), len(positions)
    for tick in scale.ticks():
        y = _y(tick, scale, height)
        ends = {"x1": f"{LEFT}%", "x2": f"{RIGHT}%", "y1": f"{y:g}", "y2": f"{y:g}"}
        ET.SubElement(svg, "line", {**ends, "class": "chart-grid" if tick else "chart-zero"})
        figure = format_number(Decimal(f"{tick:g}"), lang)
        write(svg, figure, f"{LEFT - 1}%", y + 4, "chart-tick end")
    for index, position in enumerate(positions):
        crowded = " every-second" if count > CROWDED and index % 2 else ""
        x = f"{_x(index, count):g}%"
        write(svg, position, x, height - 6, f"chart-tick middle{crowded}")
    for index, line in series.items():
        group = ET.SubElement(svg, "g", {"class": f"series-{index + 1}"})
        points = [
            None if value is None else (_x(i, count), _y(float(value), scale, height))
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


def _y(value: float, scale: Scale, height: float) -> float:
    """Return the height of a value in a panel."""
    return scale.at(value, height - BOTTOM, TOP + BOTTOM - height)


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


def _ends(plot: ET.Element, series: Panel, scale: Scale, height: int) -> None:
    """Write the label of each line at its end, each beside its marker and over no other."""
    svg = ET.SubElement(plot, "svg", {"class": "chart-ends"})
    svg.attrib |= {"width": str(ENDS), "height": str(height)}
    shown = [(index, line) for index, line in series.items() if line.present()]
    shown.sort(key=lambda item: -item[1].present()[-1])
    labels = [lines_of(line.label, END_LETTERS) for _, line in shown]
    wanted = [_y(float(line.present()[-1]), scale, height) for _, line in shown]
    tops = spread(wanted, [len(lines) * LINE + 4.0 for lines in labels], height)
    for (index, _), lines, top in zip(shown, labels, tops, strict=True):
        group = ET.SubElement(svg, "g", {"class": f"series-{index + 1}"})
        _marker(group, index, "8", round(top + LINE / 2 + 2, 2))
        for number, line in enumerate(lines, start=1):
            write(group, line, str(END_TEXT), round(top + number * LINE - 2, 2), "chart-label")


def _legend(box: ET.Element, series: Panel) -> None:
    """Append what each line stands for."""
    legend = ET.SubElement(box, "div", {"class": "chart-legend"})
    for index, line in series.items():
        entry = ET.SubElement(legend, "div", {"class": f"chart-key series-{index + 1}"})
        sample = ET.SubElement(entry, "svg", {"width": str(KEY), "height": "12"})
        _segment(sample, "0", str(KEY), 6, 6)
        _marker(sample, index, str(KEY // 2), 6)
        put(entry, "span", "chart-label", line.label)
