"""A style sheet to its rules: what of CSS a reader of faces has to know.

Comments, strings, escapes and addresses are told from what they may have in them, blocks are nested
as they are (CSS Syntax Level 3). What a selector or a value means is left to whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

_TOKEN: Final = re.compile(
    r"""(?P<comment>/\*(?:[^*]|\*(?!/))*+(?:\*/)?)
    | "(?:[^"\\\n]|\\.)*+"? | '(?:[^'\\\n]|\\.)*+'? | url\(\s*+(?!["'\s])[^)"'\s]*+ | \\.
    | (?P<sign>[{};])""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A block of a style sheet that has declarations, or could have.

    Attributes:
        within: What the blocks around it begin with, the outermost first, e.g. ``@media print``.
        prelude: What stands before its brace: selectors, or an at-rule such as ``@font-face``.
        declarations: The last value of each property that is declared in it.
    """

    within: tuple[str, ...]
    prelude: str
    declarations: Mapping[str, str]

    @property
    def on_screen(self) -> bool:
        """Whether a browser's window may apply it: under some condition, but not in print alone."""
        return all(map(_may_be_seen, self.within))


@dataclass(slots=True)
class _Block:
    """An open block."""

    prelude: str
    declarations: dict[str, str] = field(default_factory=dict)

    def declare(self, text: str) -> None:
        name, colon, value = text.partition(":")
        if colon:
            name = name.strip()
            known = name if name.startswith("--") else name.lower()
            self.declarations[known] = value.removesuffix("!important").strip()


def rules(sheet: str) -> Iterator[Rule]:
    """Yield the rules of a style sheet, an inner one before the one around it.

    Args:
        sheet: Its text; blocks that are open at its end are closed by it, as in a browser.
    """
    blocks: list[_Block] = []
    text: list[str] = []
    start = 0
    for token in _TOKEN.finditer(sheet):
        if token["comment"] is not None:
            text += [sheet[start : token.start()], " "]
        elif token["sign"] is None:
            continue
        else:
            words = "".join([*text, sheet[start : token.start()]]).strip()
            text.clear()
            if token["sign"] == "{":
                blocks.append(_Block(words))
            elif blocks:
                blocks[-1].declare(words)
                if token["sign"] == "}":
                    yield _closed(blocks)
        start = token.end()
    if blocks:
        blocks[-1].declare("".join([*text, sheet[start:]]))
    while blocks:
        yield _closed(blocks)


def _closed(blocks: list[_Block]) -> Rule:
    block = blocks.pop()
    return Rule(tuple(outer.prelude for outer in blocks), block.prelude, block.declarations)


def _may_be_seen(prelude: str) -> bool:
    name, _, condition = prelude.partition(" ")
    if name.lower() == "@media":
        queries = [set(re.findall(r"[\w-]+", query.lower())) for query in condition.split(",")]
        return any("print" not in words or "not" in words for words in queries)
    return name.lower() in {"@supports", "@layer", "@container", "@scope"}
