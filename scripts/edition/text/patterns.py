"""Runs of the grammar as regular expressions, for Python-Markdown, which takes no reader.

Each holds for a text without faults, and where Python-Markdown asks for it: behind escapes, and in
the order in which the edition registers them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from edition.text.brackets import ATTRIBUTES
from edition.text.grammar import LABEL
from edition.text.scan import BRACKETED_NUMBER, NUMBER_IN_PARENTHESES

# Each part ends where the next entry begins, so that marks without their other half cost no time.
EMENDATION: Final = re.compile(
    r"\{~~(?P<source>(?:(?!~>|\{~~).)*+)~>(?P<reading>(?:(?!~~\}|\{~~).)*+)~~\}"
    r"(?:\{>>(?P<reason>(?:(?!<<\}|\{>>).)*+)<<\})?"
)
REMARK: Final = re.compile(r"\{>>(?P<remark>(?:(?!<<\}|\{>>).)*+)<<\}")
SPAN: Final = re.compile(rf"\[((?:[^\[\]]|\[\^?{LABEL}\])*)\]{ATTRIBUTES.pattern}")
CITATIONS: Final[Mapping[str, re.Pattern[str]]] = {
    "brackets": re.compile(rf"(?<!\\){BRACKETED_NUMBER.pattern}(?![(\[{{:])"),
    "parentheses": re.compile(rf"(?<!\\){NUMBER_IN_PARENTHESES.pattern}"),
}
"""The mark of a reference, by the style of an article."""
