"""Content files to an immutable model.

``load`` turns ``articles/`` and ``tables/`` into an ``Edition`` plus diagnostics;
nothing downstream reads a content file again.
"""
