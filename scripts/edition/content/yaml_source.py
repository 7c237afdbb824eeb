"""YAML (and JSON, its subset) to plain data that remembers its lines.

Pydantic says *what* is wrong with a value by its path inside the data; this module
says *where* that value stands in the file, so that an editor can jump there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
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
from edition.content.sources import Path, Source
from edition.diagnostics import Diagnostic, Location

ModelT = TypeVar("ModelT", bound=BaseModel)


def _whole(text: str) -> str:
    """Join the halves in which JSON may write a character.

    Raises:
        ValueError: If a half stands alone.
    """
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise ValueError("half of a character stands alone") from None


class _Loader(yaml.SafeLoader):
    """Makes plain data; a value that cannot be made is a fault with a place."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  # the library's signature
        """Make the value of a node.

        Raises:
            ConstructorError: Also for a value like the date 2007-13-45.
        """
        try:
            value = super().construct_object(node, deep)
            return _whole(value) if isinstance(value, str) else value
        except (ValueError, OverflowError) as error:
            written = str(node.value).encode("utf-8", "replace").decode("utf-8")
            problem = f"'{written:.40}' is no value: {error}"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from None


@dataclass
class YamlSource:
    """Parsed YAML with the place of every key and item.

    Attributes:
        path: Path of the file, for diagnostics.
        data: The plain data, or ``None`` if the YAML could not be read.
        places: Line and column of each value's key (or item), by its path.
        spans: Where each value begins and ends in the parsed text, by its path.
        diagnostics: Syntax errors and duplicate keys.
    """

    path: str
    data: Any = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def location(self, path: Path) -> Location:
        """Return the place of a value, or of its nearest ancestor that is there."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Location(self.path, line, column)

    def source(self, text: str, offset: int = 0) -> Source:
        """Return the file with the places of its values.

        Args:
            text: The whole file.
            offset: Where the parsed text begins in it.

        Returns:
            The source that checks and later stages point into.
        """
        spans = {path: (start + offset, end + offset) for path, (start, end) in self.spans.items()}
        return Source(self.path, text, dict(self.places), spans)


def read_yaml(text: str, path: str, first_line: int = 1) -> YamlSource:
    """Parse YAML text.

    Args:
        text: The YAML document.
        path: Path of the file it stands in.
        first_line: Line of the file on which the text begins, counted from 1.

    Returns:
        The data and its places; faults are in ``diagnostics``, nothing is raised.
    """
    known = _parsed(text, path, first_line)
    return replace(
        known,
        places=dict(known.places),
        spans=dict(known.spans),
        diagnostics=list(known.diagnostics),
    )


@lru_cache(maxsize=64)
def _parsed(text: str, path: str, first_line: int) -> YamlSource:
    """Parse once: a preview reads every file again after each change of one."""
    source = YamlSource(path)
    with _syntax_faults(source, text, first_line):
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is not None:
            _place(source, node, (), first_line, set())
            source.data = loader.construct_document(node)
    return source


def places_of(text: str, path: str) -> YamlSource:
    """Parse YAML text for its places and faults alone, whatever its tags mean.

    Args:
        text: The YAML document.
        path: Path of the file it stands in.

    Returns:
        The places; ``data`` stays ``None``.
    """
    source = YamlSource(path)
    with _syntax_faults(source, text, 1):
        node = _Loader(text).get_single_node()
        if node is not None:
            _place(source, node, (), 1, set())
    return source


@contextmanager
def _syntax_faults(source: YamlSource, text: str, first_line: int) -> Iterator[None]:
    try:
        yield
    except (yaml.YAMLError, RecursionError) as error:
        source.diagnostics.append(_syntax_fault(error, text, source.path, first_line))


def _syntax_fault(
    error: yaml.YAMLError | RecursionError, text: str, path: str, first_line: int
) -> Diagnostic:
    line, column, problem = first_line, 1, "nested too deeply"
    if isinstance(error, yaml.reader.ReaderError):
        before = text[: error.position]
        line, column = before.count("\n") + first_line, len(before.split("\n")[-1]) + 1
        problem = f"the character U+{ord(text[error.position]):04X} is not allowed"
    elif isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            line, column = mark.line + first_line, mark.column + 1
        problem = error.problem or error.context or "cannot be read"
    return Diagnostic.of(YAML_SYNTAX, Location(path, line, column), f"not valid YAML: {problem}")


def _place(
    source: YamlSource, node: yaml.Node, path: Path, first_line: int, known: set[int]
) -> None:
    """Record the places of everything below a node and report duplicate keys.

    What an alias repeats has the place of the alias; ``known`` holds the nodes that were
    met, so that an alias inside its own anchor comes to an end.
    """
    mark = node.start_mark
    source.places.setdefault(path, (mark.line + first_line, mark.column + 1))
    source.spans[path] = (mark.index, node.end_mark.index)
    if id(node) in known:
        return
    known.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _place(source, item, (*path, index), first_line, known)
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
        _place(source, value, (*path, name), first_line, known)


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
            reason = reason[:1].lower() + reason[1:].replace("a valid tuple", "a list")
            yield Diagnostic.of(WRONG_VALUE, place, f"'{name}': {reason}")
