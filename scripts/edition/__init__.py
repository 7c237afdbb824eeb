"""A digital edition of one printed journal issue.

Content files are loaded once into an immutable :class:`edition.content.model.Edition`;
everything else is a pure function of it::

    articles/*.md, articles/*.yml, tables/*  --content-->  Edition + diagnostics
    Edition  --pages-->   Markdown pages, English and Russian
    pages    --markup + MkDocs + theme-->  site/

Nothing in this package names a particular issue: another issue's folder builds with
the same code.
"""
