"""An edition to Markdown pages, English and Russian.

``page_tree`` turns an ``Edition`` into every page of the site as plain Markdown strings
with YAML front matter; it knows nothing of MkDocs. One module per page kind; addresses
are made in ``paths`` and nowhere else.
"""

from edition.pages.tree import page_tree

__all__ = ["page_tree"]
