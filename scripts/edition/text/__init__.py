"""The one reader of the edition's markup: a text to blocks and runs, each with its place.

A text is a string, and places are offsets in it; nothing here knows an edition or a file.
:func:`edition.text.blocks.read_body` reads the text of an article, and
:func:`edition.text.blocks.read_line` a text of one line. What the markup is stands in
:mod:`edition.text.grammar`; what is outside it is a fault that says what to write instead.
:mod:`edition.text.views` and :mod:`edition.text.diplomatic` say what is read, and what was printed.
"""
