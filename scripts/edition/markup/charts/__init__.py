"""A table to a chart: static, accessible, drawn in SVG when the site is built.

No script is needed to see it and none runs. The picture has a title, which says what is shown and
in which unit, and a description; its values stand in it as text, its colours are the theme's
(classes, never a fixed colour), and series differ in dash and marker as well as in colour. Lengths
along the page are percentages and nothing is scaled, so that letters have their size on any
screen. Drawn here and not by a plotting library, because those tried bring scripts, fixed colours
or pictures of text.
"""

from edition.markup.charts.chart import Picture, pictures

__all__ = ["Picture", "pictures"]
