"""The edition in other formats, one format per module.

Each is a pure function of the :class:`~edition.content.model.Edition`; what a program of
another make has to do for it goes through :mod:`edition.exports.pandoc`.
"""
