"""Horizontal bars: a label, its bar from zero on, and the figure at the bar's end.

Labels are words of the page and not of a picture, so that they break where the screen ends and
nowhere else; the style sheet sets them left of the bars, or above them on a narrow screen.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from edition.markup.charts.series import Bar, put, write

LONGEST = 78
"""Percent of the width for the longest bar; its figure needs the rest."""
BAR = 14
ROW = 16
"""Heights of a bar and of its picture, in pixels."""


def draw_bars(bars: list[Bar]) -> ET.Element:
    """Draw bars below each other.

    Args:
        bars: What to draw; at least one, none below zero.

    Returns:
        A ``div`` in which labels and bars take turns, with a heading over each group.
    """
    box = ET.Element("div", {"class": "chart-bars"})
    longest = max(float(bar.value) for bar in bars) or 1.0
    group = ""
    for bar in bars:
        if bar.group != group:
            group = bar.group
            put(box, "div", "chart-group", group)
        put(box, "div", "chart-label", bar.label)
        svg = ET.SubElement(box, "svg", {"class": "chart-row"})
        svg.attrib |= {"width": "100%", "height": str(ROW)}
        length = round(float(bar.value) / longest * LONGEST, 2)
        seen = max(length, 0.3) if bar.value else 0
        place = {"x": "0", "y": "1", "width": f"{seen:g}%", "height": str(BAR)}
        ET.SubElement(svg, "rect", {**place, "class": "chart-bar"})
        write(svg, bar.text, f"{length:g}%", BAR - 2, "chart-figure").set("dx", "6")
    return box
