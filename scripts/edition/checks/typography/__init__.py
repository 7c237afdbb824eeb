"""Y1xx: signs and spaces.

The text stays as printed; most of these rules only tell what the print or its
transcription has. What the edition itself supplies is held to the usual typography.
"""
