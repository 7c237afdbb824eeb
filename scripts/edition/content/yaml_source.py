"""YAML (and JSON, its subset) to plain data that remembers its lines.

Pydantic says *what* is wrong with a value by its path inside the data; this module
says *where* that value stands in the file, so that an editor can jump there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from edition.content.codes import (
    DUPLICATE_KEY,
    MISSING_FIELD,
    UNKNOWN_KEY,
    WRONG_VALUE,
    YAML_SYNTAX,
)
from edition.diagnostics import Diagnostic, Location

ModelT = TypeVar("ModelT", bound=BaseModel)
Path = tuple[str | int, ...]


@dataclass
class YamlSource:
    """Parsed YAML with the place of every key and item.

    Attributes:
        path: Path of the file, for diagnostics.
        data: The plain data, or ``None`` if the YAML could not be read.
        places: Line and column of each value's key (or item), by its path.
        diagnostics: Syntax errors and duplicate keys.
    """

    path: str
    data: Any = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def location(self, path: Path) -> Location:
        """Return the place of a value, or of its nearest ancestor that is there."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Location(self.path, line, column)


def read_yaml(text: str, path: str, first_line: int = 1) -> YamlSource:
    """Parse YAML text.

    Args:
        text: The YAML document.
        path: Path of the file it stands in.
        first_line: Line of the file on which the text begins, counted from 1.

    Returns:
        The data and its places; faults are in ``diagnostics``, nothing is raised.
    """
    source = YamlSource(path)
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is not None:
            _place(source, node, (), first_line)
            source.data = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        column = (mark.column if mark else 0) + 1
        problem = f"{error.problem or error.context or 'cannot be read'}"
        source.diagnostics.append(
            Diagnostic.of(YAML_SYNTAX, Location(path, line, column), f"not valid YAML: {problem}")
        )
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Location(path, before.count("\n") + first_line, len(before.split("\n")[-1]) + 1)
        source.diagnostics.append(
            Diagnostic.of(YAML_SYNTAX, place, f"not valid YAML: {error.reason}")
        )
    finally:
        loader.dispose()
    return source


def _place(source: YamlSource, node: yaml.Node, path: Path, first_line: int) -> None:
    """Record the places of everything below a node and report duplicate keys."""
    mark = node.start_mark
    source.places.setdefault(path, (mark.line + first_line, mark.column + 1))
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _place(source, item, (*path, index), first_line)
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        place = (key.start_mark.line + first_line, key.start_mark.column + 1)
        if name in seen:
            location = Location(source.path, *place)
            message = f"the key '{name}' stands twice; only the last would count"
            source.diagnostics.append(Diagnostic.of(DUPLICATE_KEY, location, message))
        seen.add(name)
        source.places[(*path, name)] = place
        _place(source, value, (*path, name), first_line)


def validate(source: YamlSource, model: type[ModelT], data: Any = None) -> ModelT | None:  # noqa: ANN401
    """Check data against a model.

    Args:
        source: Where the data comes from; its diagnostics grow by what is found.
        model: The class of the result.
        data: The data, if it is not the whole of ``source.data``.

    Returns:
        The model, or ``None`` when anything is wrong.
    """
    try:
        return model.model_validate(source.data if data is None else data)
    except ValidationError as error:
        source.diagnostics.extend(_explain(source, error))
        return None


def _explain(source: YamlSource, error: ValidationError) -> Iterator[Diagnostic]:
    for fault in error.errors(include_url=False):
        path = tuple(fault["loc"])
        name = ".".join(str(part) for part in path) or "the document"
        place = source.location(path)
        if fault["type"] == "missing":
            yield Diagnostic.of(MISSING_FIELD, place, f"the field '{name}' is missing")
        elif fault["type"] == "extra_forbidden":
            yield Diagnostic.of(UNKNOWN_KEY, place, f"the key '{name}' is not known")
        else:
            reason = fault["msg"].removeprefix("Value error, ")
            reason = reason[:1].lower() + reason[1:]
            yield Diagnostic.of(WRONG_VALUE, place, f"'{name}': {reason}")
