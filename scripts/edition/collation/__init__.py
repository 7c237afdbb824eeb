"""The edition compared with the transcription it was made from, character by character.

The edition is read as the print has it, cut into words, and laid beside the witness;
every character of the witness gets one account, and what has none is a finding::

    Edition  --printed-->  blocks in their diplomatic form: a sequence, and floats
    witness  --witness-->  lines of words
    floats   --floats-->   the lines that each note, table and abstract stands in
    both     --align-->    words that agree, in sequence
    seams between them  --permitted, joins-->  an account, or a finding with both places
    all of it  --result, report-->  figures, findings, a page side by side

What may differ is the list in ``edition.collation.permitted`` and nothing else; it
knows kinds of text, never an article.
"""

from edition.collation.collate import collate, usable
from edition.collation.result import Collation
from edition.collation.witness import Witness, read_witness

__all__ = ["Collation", "Witness", "collate", "read_witness", "usable"]
