"""Tables: the line ``::: table NAME`` becomes an accessible HTML table.

The table has a caption, scoped heads, units, source and note, figures in the page's locale, links
to its data and, where its descriptor asks for one, a chart. The values of a lost diagram are shown
in the same way, marked as reconstructed, each with a link to the paragraph that gives it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString

from edition.content.model import Bilingual, Edition, Language, Table
from edition.languages import say
from edition.markup.charts import pictures
from edition.markup.context import Context
from edition.markup.grids import Grid
from edition.markup.guard import guarded_tree
from edition.markup.reconstructions import Reconstruction
from edition.text.blocks import read_line
from edition.text.lines import DIRECTIVE
from edition.text.runs import NoteMark
from edition.text.views import note_marks, read_as


class TableBlock(BlockProcessor):
    """The line that places a table or a lost diagram."""

    def __init__(self, md: Markdown, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(md.parser)
        self.context = context

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002
        """Tell whether the block is the line."""
        return DIRECTIVE.fullmatch(block.strip()) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Append the figure that holds the table."""
        match = DIRECTIVE.fullmatch(blocks.pop(0).strip())
        edition = self.context.edition
        if match is None or edition is None:
            return
        table = edition.table(match[2])
        parent.append(guarded_tree(TableFigure(edition, table, self.context.lang).element()))


class TableFigure:
    """One table as a ``figure`` element."""

    def __init__(self, edition: Edition, table: Table, lang: Language) -> None:
        """Bind to a table and the language of the page."""
        self.table = table
        self.lang = lang
        self.edition = edition
        self.grid = Grid(table, lang)
        if table.kind == "reconstruction":
            self.grid = Reconstruction(table, lang, edition.article(table.article).text)

    def element(self) -> ET.Element:
        """Return the figure; inline Markdown in it is not yet rendered."""
        figure = ET.Element("figure")
        width = self.grid.width() if self.table.rows else ""
        figure.set("class", f"edition-table {self.table.kind} {width}".strip())
        figure.set("id", self.table.name)
        figure.set("lang", self.lang)
        if not self.table.rows:
            self._caption(ET.SubElement(figure, "figcaption"))
            self._foot(figure)
            return figure
        scroll = ET.SubElement(figure, "div")
        scroll.set("class", "table-scroll")
        scroll.set("tabindex", "0")
        # A group and not a region: the table inside has the name, and is not said twice.
        scroll.set("role", "group")
        scroll.set("aria-label", say("scroll", self.lang))
        grid = ET.SubElement(scroll, "table")
        if self._note_marks("en"):  # the number of the note is no part of the name
            grid.set("aria-label", self._plain_caption())
        if self.grid.sortable():
            grid.set("data-as-printed", say("as_printed", self.lang))
        self._caption(ET.SubElement(grid, "caption"))
        self.grid.fill(grid)
        self._foot(figure)
        self._chart(figure)
        return figure

    def _caption(self, caption: ET.Element) -> None:
        caption.set("id", f"{self.table.name}-caption")
        if self.table.number:
            number = ET.SubElement(caption, "span")
            number.set("class", "table-number")
            number.text = AtomicString(self.table.number[self.lang])
            number.tail = " "
        title = ET.SubElement(caption, "span")
        title.set("class", "table-title")
        title.text = self.table.caption[self.lang]
        if self.lang == "ru" and not self._note_marks("ru"):
            title.text += "".join(f"[^{mark.label}]" for mark in self._note_marks("en"))
        if self.table.legend is not None:
            self._below(caption, "legend", self.table.legend[self.lang])
        if self.table.kind == "reconstruction":
            kind = "reconstructed" if self.table.rows else "lost"
            self._below(caption, kind, say(kind, self.lang))

    def _below(self, caption: ET.Element, kind: str, text: str) -> None:
        """Append a line to a caption; the space keeps its words apart where there are no lines."""
        caption[-1].tail = " "
        line = ET.SubElement(caption, "span")
        line.set("class", f"table-{kind}")
        line.text = text

    def _note_marks(self, lang: Language) -> Sequence[NoteMark]:
        return note_marks(read_line(self.table.caption[lang], "caption").runs)

    def _plain_caption(self) -> str:
        number = self.table.number[self.lang] if self.table.number else ""
        return f"{number} {read_as(self.table.caption[self.lang], 'caption')}".strip()

    def _foot(self, figure: ET.Element) -> None:
        """Append what stands below: what is printed there, and only then what the edition says.

        Note and source may be printed under another table, which then says so.

        A note may be printed without a label; after the editor's remark it would be read as one.
        """
        foot = ET.SubElement(figure, "div")
        foot.set("class", "table-foot")
        shared = [other for other in self.edition.tables if self.table.name in other.shared_with]
        for table in (self.table, *shared):
            self._labelled(foot, "note", table.note_label, table.note)
            self._labelled(foot, "source", table.source_label, table.source)
        for mark, text in self.grid.notes():
            self._line(foot, "scope", mark, text)
        for remark in (self.table.remark, *(other.shared_remark for other in shared)):
            if remark is not None:
                self._line(foot, "remark", say("table_remark", self.lang), remark[self.lang])
        self._tools(foot)

    def _tools(self, foot: ET.Element) -> None:
        tools = ET.SubElement(foot, "div")
        tools.set("class", "table-tools")
        self._download(tools, "csv", f"../tables/{self.table.path}")
        self._download(tools, "json", f"../tables/{self.table.name}.json")
        if self.table.rows:
            copy = ET.SubElement(tools, "button")
            copy.set("type", "button")
            copy.set("class", "copy")
            copy.set("data-done", say("copied", self.lang))
            copy.set("aria-label", say("copy_title", self.lang, self._plain_caption()))
            copy.text = AtomicString(say("copy", self.lang))

    def _download(self, tools: ET.Element, form: str, address: str) -> None:
        link = ET.SubElement(tools, "a")
        link.set("class", form)
        link.set("href", address)
        link.set("download", "")
        link.set("aria-label", say(f"{form}_title", self.lang, self._plain_caption()))
        link.text = AtomicString(say(form, self.lang))
        link.tail = " "

    def _chart(self, figure: ET.Element) -> None:
        """Append the picture; it is there at a glance and can be folded away."""
        picture = pictures(self.table, self.lang)
        if picture is None or self.table.chart is None:
            return
        details = ET.SubElement(figure, "details")
        details.set("class", "table-chart")
        details.set("open", "open")
        details.set("data-pagefind-ignore", "all")
        summary = ET.SubElement(details, "summary")
        word = "chart_bars" if self.table.chart.type == "bars" else "chart"
        title = "".join(picture.element[0].itertext())
        summary.set("aria-label", say(f"{word}_title", self.lang, title))
        summary.text = AtomicString(say(word, self.lang))
        details.append(picture.element)
        caption = ET.SubElement(details, "p")
        caption.set("class", "chart-caption")
        caption.text = AtomicString(picture.caption)

    def _labelled(
        self, foot: ET.Element, kind: str, label: str | None, text: Bilingual | None
    ) -> None:
        if text is None:
            return
        word = say("source" if kind == "source" else "note_label", self.lang)
        self._line(foot, kind, label if self.lang == "en" else word, text[self.lang])

    def _line(self, foot: ET.Element, kind: str, label: str | None, text: str) -> None:
        line = ET.SubElement(foot, "p")
        line.set("class", f"table-{kind}")
        if label:
            head = ET.SubElement(line, "span")
            head.set("class", "table-label")
            head.text = AtomicString(label)
            head.tail = " "
        body = ET.SubElement(line, "span")
        body.text = text
