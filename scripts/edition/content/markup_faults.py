"""What stands in a text and is outside the grammar, as lines for an editor.

:mod:`edition.text` finds it, in a string; here it gets its place in a file, and one of the codes
that editors know. Of two faults of which one stands inside the other only the outer is said: it is
the cause, and what is left of the inner one will be said when it is mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from edition.content.codes import (
    BROKEN_EMENDATION,
    HEADING_LEVEL,
    MISPLACED_DIRECTIVE,
    MISPLACED_EMENDATION,
    OUTSIDE_GRAMMAR,
    RAW_HTML,
    RUN_TOGETHER,
    UNSAFE_ATTRIBUTE,
    UNSAFE_LINK,
)
from edition.content.model import Article
from edition.content.texts import EditionText
from edition.diagnostics import Code, Diagnostic
from edition.text import block_faults as block
from edition.text import run_faults as run
from edition.text.faults import Fault, Kind

_KINDS: Final[dict[Code, tuple[Kind, ...]]] = {
    RAW_HTML: (run.RAW_HTML,),
    HEADING_LEVEL: (block.HEADING_LEVEL,),
    UNSAFE_ATTRIBUTE: (run.SPAN_ATTRIBUTES, block.HEADING_ATTRIBUTES),
    UNSAFE_LINK: (run.LINK_ADDRESS, run.IMAGE, block.LINK_DEFINITION),
    RUN_TOGETHER: (
        block.RUN_TOGETHER,
        block.LIST_KIND,
        block.INDENTED,
        block.HEADING_UNDERLINED,
    ),
    MISPLACED_DIRECTIVE: (
        block.DIRECTIVE_UNKNOWN,
        block.DIRECTIVE_OF_PAGE,
        block.DIRECTIVE_NAME,
    ),
    BROKEN_EMENDATION: (
        run.EMENDATION_OPEN,
        run.EMENDATION_INSIDE,
        run.EMENDATION_REASON,
        run.REMARK_EMPTY,
    ),
    MISPLACED_EMENDATION: (run.EMENDATION_NOT_HERE,),
}
"""The kinds of fault that have a code of their own."""
CODES_OF_KINDS: Final = {kind.code: code for code, kinds in _KINDS.items() for kind in kinds}
ELSEWHERE: Final = {run.CONTROL_CHARACTER.code, run.TAB.code, run.NEWLINE.code}
"""What is said of a whole file (:mod:`edition.content.characters`, and rule Y101 of the check), or
may be: a cell of a CSV file can have several lines, and the models fold those of every value."""

PAIRED: Final = {run.RAW_HTML.code, run.UNDERSCORE.code}
"""What mostly has a second half in its line."""


def body_markup_faults(article: Article) -> Iterator[Diagnostic]:
    """Find what is outside the grammar in the text of an article."""
    for fault in _causes(article.body, article.text.faults):
        yield Diagnostic.of(_code(fault), article.at(fault.start), fault.message)


def markup_faults(texts: Iterable[EditionText]) -> Iterator[Diagnostic]:
    """Find what is outside the grammar in texts of one line.

    Args:
        texts: The texts; blocks of a body are passed over.

    Yields:
        A diagnostic for each fault, at its place.
    """
    for text in texts:
        if text.block is None:
            for fault in _causes(text.written, text.read.faults):
                yield Diagnostic.of(_code(fault), text.location(fault.start), fault.message)


def _code(fault: Fault) -> Code:
    return CODES_OF_KINDS.get(fault.code, OUTSIDE_GRAMMAR)


def _causes(source: str, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the faults that stand in no other one, and of what comes in pairs the first."""
    last = 0
    said: set[tuple[str, int]] = set()
    for fault in sorted(faults, key=lambda fault: (fault.start, -fault.end)):
        if fault.code in ELSEWHERE or fault.start < last:
            continue
        last = max(fault.end, fault.start + 1)
        line = (fault.code, source.rfind("\n", 0, fault.start))
        if fault.code not in PAIRED or line not in said:
            yield fault
        said.add(line)
