"""Horizontal bars: the label above each bar, the figure at its end."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from edition.markup.charts.series import LINE, Bar, lines_of, write

LONGEST = 80
"""Percent of the width for the longest bar; its figure needs the rest."""
BAR = 14
GAP = 11


def draw_bars(bars: list[Bar]) -> ET.Element:
    """Draw bars below each other.

    Args:
        bars: What to draw; at least one, none below zero.

    Returns:
        An ``svg`` element as wide as its container.
    """
    svg = ET.Element("svg", {"width": "100%", "class": "chart"})
    longest = max(float(bar.value) for bar in bars) or 1.0
    y, group = 0, ""
    for bar in bars:
        if bar.group != group:
            group = bar.group
            for line in lines_of(group):
                y += LINE
                write(svg, line, "0", y - 3, "chart-group")
            y += 4
        for line in lines_of(bar.label):
            y += LINE
            write(svg, line, "0", y - 4, "chart-label")
        length = round(float(bar.value) / longest * LONGEST, 2)
        box = {"x": "0", "y": str(y), "width": f"{max(length, 0.3):g}%", "height": str(BAR)}
        ET.SubElement(svg, "rect", {**box, "class": "chart-bar"})
        write(svg, bar.text, f"{length:g}%", y + BAR - 2.5, "chart-figure").set("dx", "6")
        y += BAR + GAP
    svg.set("height", str(y))
    return svg
