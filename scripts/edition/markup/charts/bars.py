"""Horizontal bars: the label above each bar, the figure at its end."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from edition.markup.charts.series import Bar

WIDTH = 640
ROW = 46
BAR = 16
FIGURES = 90
"""Room to the right of the longest bar for its figure."""


def draw_bars(bars: list[Bar]) -> ET.Element:
    """Draw bars below each other.

    Args:
        bars: What to draw; at least one.

    Returns:
        An ``svg`` element that scales with its container.
    """
    height = ROW * len(bars)
    svg = ET.Element("svg", {"viewBox": f"0 0 {WIDTH} {height}", "class": "chart bars"})
    longest = max(float(bar.value) for bar in bars) or 1.0
    for index, bar in enumerate(bars):
        top = index * ROW
        length = round(float(bar.value) / longest * (WIDTH - FIGURES), 2)
        label = ET.SubElement(svg, "text", {"x": "0", "y": str(top + 16), "class": "chart-label"})
        label.text = bar.label
        box = {"x": "0", "y": str(top + 22), "width": str(max(length, 1)), "height": str(BAR)}
        ET.SubElement(svg, "rect", {**box, "class": "chart-bar"})
        place = {"x": str(length + 8), "y": str(top + 35), "class": "chart-figure"}
        figure = ET.SubElement(svg, "text", place)
        figure.text = bar.text
    return svg
