"""Pages to a site: what the MkDocs build needs besides the pages themselves.

Navigation per language, the facts that templates publish (metadata, sitemap), the
search index, and the atomic swap of a finished build.
"""
