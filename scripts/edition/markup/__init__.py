"""Markdown to HTML: the edition's semantics as Python-Markdown extensions.

Each module turns one thing that a scholarly text has and Markdown lacks into accessible
HTML: notes, citations, tables, emendations, runs in another language, run-in headings
and paragraph numbers. ``EditionExtension`` bundles them; it needs nothing but
Python-Markdown, so another site engine that uses Python-Markdown can use it too.

A page of the edition says in which language it speaks with a line ``::: language LANG``,
and which article it shows with a line ``::: article SLUG LANG`` instead.
"""

from edition.markup.extension import EditionExtension

__all__ = ["EditionExtension"]
