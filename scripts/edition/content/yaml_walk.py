"""A walk through YAML nodes: the place of every value, and what would change in silence.

YAML takes a text for something else where it looks like it: ``011`` for nine, ``12:30`` for 750,
``Salt #5`` for "Salt". What is not meant as it is read is told here, at its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from edition.content.characters import forbidden
from edition.content.codes import DUPLICATE_KEY, FORBIDDEN_CHARACTER, LOST_COMMENT, WRONG_VALUE
from edition.content.sources import Path
from edition.content.yaml_nodes import STANDARD_TAG, whole
from edition.diagnostics import Code, Diagnostic, Location

QUOTE: Final = "put a text in quotation marks"
READ_AS: Final = {
    "bool": "yes or no",
    "float": "a number",
    "int": "a number",
    "merge": "a merge key",
    "null": "nothing",
    "timestamp": "a date",
    "value": "a default",
}
"""What YAML takes a word without quotation marks for, by the name of its tag."""

PLAIN_NUMBER: Final = {
    "int": re.compile(r"-?(?:0|[1-9][0-9]*)"),
    "float": re.compile(r"-?[0-9]+\.[0-9]+"),
}
BEHIND: Final = re.compile(r"[ \t]+#")
BELOW: Final = re.compile(r"[ \t]*\n(?:[ \t]*\n)*(?P<indent> *)#")


@dataclass
class Places:
    """What a walk finds.

    Attributes:
        path: Path of the file, for diagnostics.
        text: The document.
        first_line: Line of the file on which it begins, counted from 1.
        places: Line and column of each value's key (or item), by its path.
        spans: Where each value begins and ends in the text, by its path.
        scalars: Each single value as it is written, without its quotation marks, by its path.
        diagnostics: What is wrong.
    """

    path: str
    text: str
    first_line: int
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)
    scalars: dict[Path, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _known: set[int] = field(default_factory=set)

    def at(self, index: int) -> Location:
        """Return the place of a character of the document."""
        start = self.text.rfind("\n", 0, index) + 1
        line = self.text.count("\n", 0, index) + self.first_line
        return Location(self.path, line, index - start + 1)

    def walk(self, node: yaml.Node, path: Path = (), indent: int | None = None) -> None:
        """Record everything below a node.

        What an alias repeats has the place of the alias.

        Args:
            node: The node.
            path: Its path.
            indent: Column of what it stands under, if white space tells where it ends.
        """
        mark = node.start_mark
        self.places.setdefault(path, (mark.line + self.first_line, mark.column + 1))
        self.spans[path] = (mark.index, node.end_mark.index)
        if isinstance(node, yaml.ScalarNode):
            self.scalars[path] = node.value.encode("utf-16", "replace").decode("utf-16")
        if id(node) in self._known:
            return
        self._known.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            for code, message in self._scalar_faults(node, indent):
                self._say(code, self.places[path], f"{_name(path)}: {message}")
        elif isinstance(node, yaml.SequenceNode):
            below = None if node.flow_style else mark.column
            for index, item in enumerate(node.value):
                self.walk(item, (*path, index), below)
        elif isinstance(node, yaml.MappingNode):
            self._mapping(node, path)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> None:
        seen: set[str] = set()
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            place = (key.start_mark.line + self.first_line, key.start_mark.column + 1)
            if name in seen:
                message = f"the key '{name}' stands twice; only the last would count"
                self._say(DUPLICATE_KEY, place, message)
            seen.add(name)
            for code, message in self._key_faults(key):
                self._say(code, place, message)
            self.places[(*path, name)] = place
            below = None if node.flow_style else key.start_mark.column
            self.walk(value, (*path, name), below)

    def _key_faults(self, key: yaml.Node) -> Iterator[tuple[Code, str]]:
        tag = _short(key)
        if tag in READ_AS and tag != "merge":
            message = f"the key '{key.value}' is read as {READ_AS[tag]}: {QUOTE}"
            yield WRONG_VALUE, message
        yield from self._characters(key)

    def _scalar_faults(
        self, node: yaml.ScalarNode, indent: int | None
    ) -> Iterator[tuple[Code, str]]:
        tag = _short(node)
        plain = PLAIN_NUMBER.get(tag)
        if plain is not None and not plain.fullmatch(node.value):
            message = f"'{node.value:.40}' may be read as another number: write it plainly"
            yield WRONG_VALUE, f"{message}, or {QUOTE}"
        if tag in {"merge", "value"}:
            yield WRONG_VALUE, f"'{node.value}' is no text to YAML: {QUOTE}"
        if node.style in {None, ""} and tag in {"str", "null"} and self._commented(node, indent):
            message = "what follows ' #' is a comment to YAML and no part of the text"
            yield LOST_COMMENT, f"{message}; {QUOTE}, and a comment on a line of its own"
        yield from self._characters(node)

    def _commented(self, node: yaml.ScalarNode, indent: int | None) -> bool:
        end = node.end_mark.index
        if BEHIND.match(self.text, end):
            return True
        below = BELOW.match(self.text, end) if node.value and indent is not None else None
        return below is not None and len(below["indent"]) > (indent or 0)

    def _characters(self, node: yaml.Node) -> Iterator[tuple[Code, str]]:
        """Find characters that an escape made; those that stand in the file are told by it."""
        if not isinstance(node, yaml.ScalarNode):
            return
        written = self.text[node.start_mark.index : node.end_mark.index]
        if node.value in written:
            return
        try:
            value = whole(node.value)
        except ValueError:
            return  # no value can be made of it, which is told there
        told = {message for _, message in forbidden(written)}
        for _, message in sorted(forbidden(value)):
            if message not in told:
                yield FORBIDDEN_CHARACTER, message

    def _say(self, code: Code, place: tuple[int, int], message: str) -> None:
        self.diagnostics.append(Diagnostic.of(code, Location(self.path, *place), message))


def _name(path: Path) -> str:
    return f"'{'.'.join(map(str, path)) or 'the document'}'"


def _short(node: yaml.Node) -> str:
    return str(node.tag).removeprefix(STANDARD_TAG)
