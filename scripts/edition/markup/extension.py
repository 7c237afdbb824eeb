"""All of the edition's Markdown extensions as one."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension

from edition.content.model import Edition
from edition.markup.brackets import use_partners
from edition.markup.citations import CitationMark, ReferenceList, WaysBack
from edition.markup.context import Context, ContextPreprocessor
from edition.markup.emendations import ApparatusMarks, Emendation, Remark
from edition.markup.guard import harden
from edition.markup.headings import name_headings
from edition.markup.notes import NotesExtension
from edition.markup.paragraphs import ParagraphNumbers, RunInHeadings
from edition.markup.spans import BracketedSpan, ForeignRuns
from edition.markup.tables import TableBlock


class EditionExtension(Extension):
    """Notes, citations, tables, emendations, language runs and paragraph numbers.

    Args:
        edition: What tables and reference lists are taken from; without it those lines
            vanish and everything else still works.
    """

    def __init__(self, edition: Edition | None = None) -> None:
        """Remember the edition."""
        super().__init__()
        self.context = Context(edition)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        """Register every processor."""
        md.registerExtension(self)
        context = self.context
        NotesExtension(context).extendMarkdown(md)
        md.preprocessors.register(ContextPreprocessor(md, context), "edition-context", 35)
        md.parser.blockprocessors.register(TableBlock(md, context), "edition-table", 95)
        md.parser.blockprocessors.register(ReferenceList(md, context), "edition-references", 95)
        patterns = md.inlinePatterns
        patterns.register(Emendation(md), "edition-emendation", 187)
        patterns.register(Remark(md), "edition-remark", 186)
        patterns.register(BracketedSpan(md, context), "edition-span", 176)
        for style in ("brackets", "parentheses"):
            patterns.register(CitationMark(style, md, context), f"edition-citation-{style}", 174)
        use_partners(md)
        trees = md.treeprocessors
        trees.register(WaysBack(md, context), "edition-ways-back", 14.5)
        trees.register(ApparatusMarks(md, context), "edition-apparatus", 13)
        trees.register(ForeignRuns(md, context), "edition-foreign", 12)
        trees.register(ParagraphNumbers(md, context), "edition-paragraphs", 11)
        trees.register(RunInHeadings(md), "edition-run-in", 4)
        name_headings(md)
        harden(md)

    def reset(self) -> None:
        """Forget the page that was rendered last."""
        self.context.clear()
