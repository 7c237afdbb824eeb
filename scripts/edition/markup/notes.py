"""Notes: printed numbers, roles and a way back from the note to each of its marks.

Builds on Python-Markdown's own footnotes extension, which finds marks and definitions;
what changes is what it makes of them: the label is the printed number, not a running
one, the roles are those of DPUB-ARIA (``doc-noteref``, ``doc-endnotes``,
``doc-backlink``), and the section has a heading.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.languages import say
from edition.markup.context import Context
from edition.text.grammar import note_anchor
from edition.text.scan import NOTE_MARK

SECTION_CLASS = "notes"
NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
"""A label that a list can have for its number; any other is drawn by a style sheet."""


class NotesExtension(FootnoteExtension):
    """Python-Markdown footnotes with printed numbers and accessible roles."""

    def __init__(self, context: Context) -> None:
        """Bind to the context of the page."""
        super().__init__(SEPARATOR="-", USE_DEFINITION_ORDER=True)
        self.context = context

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        """Register the processors, replacing the mark's and adding the last touch."""
        super().extendMarkdown(md)
        md.inlinePatterns.register(NoteMark(NOTE_MARK.pattern, self), "footnote", 175)
        md.treeprocessors.register(NotesSection(md, self), "edition-notes", 14)

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802  # the library's names
        """Return the identifier of a note."""
        return note_anchor(id)

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, FBT001, FBT002, N802
        """Return the identifier of a mark of a note, another one for each."""
        return self.unique_ref(note_anchor(id).replace("fn", "fnref", 1), found)

    def unique_ref(self, reference: str, found: bool = False) -> str:  # noqa: FBT001, FBT002  # the library's signature
        """Return the identifier of a mark: ``fnref-1``, ``fnref2-1``, ``fnref3-1``.

        They are counted, where the library tries every one that is taken, for each mark anew.
        """
        if not found:
            return reference
        count = self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        if count == 1:
            return reference
        name, number = reference.split(self.get_separator(), 1)
        return f"{name}{count}{self.get_separator()}{number}"

    def makeFootnotesDiv(self, root: ET.Element) -> ET.Element | None:  # noqa: N802
        """Put the notes where the page has its ``section.notes``, else at the end."""
        notes = super().makeFootnotesDiv(root)
        if notes is None:
            return None
        for rule in notes.findall("hr"):
            notes.remove(rule)
        for section in root.iter("section"):
            if section.get("class") == SECTION_CLASS:
                section.append(notes)
                return None
        return notes


class NoteMark(FootnoteInlineProcessor):
    """A mark in the text: the printed number, linked to its note."""

    footnotes: NotesExtension

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """Return the mark of a note that is defined."""
        label = m.group(1)
        if label not in self.footnotes.footnotes:
            return None, None, None
        mark = ET.Element("sup")
        mark.set("id", self.footnotes.makeFootnoteRefId(label, found=True))
        link = ET.SubElement(mark, "a")
        link.text = AtomicString(label)
        link.set("href", f"#{self.footnotes.makeFootnoteId(label)}")
        link.set("class", "note-mark")
        link.set("role", "doc-noteref")
        context = self.footnotes.context
        context.label(link, say("note", context.lang, label))
        return mark, m.start(0), m.end(0)


class NotesSection(Treeprocessor):
    """Give the list of notes its roles, its printed numbers and its backlinks."""

    def __init__(self, md: Markdown, notes: NotesExtension) -> None:
        """Bind to the footnotes extension."""
        super().__init__(md)
        self.notes = notes

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        labels = {note_anchor(label): label for label in self.notes.footnotes}
        for div in root.iter("div"):
            if div.get("class") != "footnote":
                continue
            div.set("class", "note-list")
            for item in div.findall("ol/li"):
                self._finish(labels[item.get("id", "")], item)

    def _finish(self, label: str, item: ET.Element) -> None:
        lang = self.notes.context.lang
        item.set("class", "note")
        if NUMBER.fullmatch(label):
            item.set("value", label)
        else:
            item.set("data-mark", label)
        links = [a for a in item.iter("a") if a.get("class") == "footnote-backref"]
        for index, link in enumerate(links, start=1):
            link.set("class", "note-back")
            link.set("role", "doc-backlink")
            several = len(links) > 1
            text = say("back_nth", lang, label, index) if several else say("back", lang, label)
            # Its title is its name: a style sheet draws the sign, and nothing is said twice.
            link.text = None
            self.notes.context.label(link, text, "title")
