"""YAML (and JSON, its subset) to plain data that remembers its lines.

Pydantic says *what* is wrong with a value by its path inside the data; this module
says *where* that value stands in the file, so that an editor can jump there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from edition.content.limits import Limits, limits
from edition.content.sources import Path, Source
from edition.content.yaml_faults import explain, syntax_fault
from edition.content.yaml_nodes import Loader
from edition.content.yaml_walk import Places
from edition.diagnostics import Diagnostic, Location

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass
class YamlSource:
    """Parsed YAML with the place of every key and item.

    Attributes:
        path: Path of the file, for diagnostics.
        data: The plain data, or ``None`` if the YAML could not be read.
        places: Line and column of each value's key (or item), by its path.
        spans: Where each value begins and ends in the parsed text, by its path.
        scalars: Each single value as it is written, without its quotation marks, by its path.
        diagnostics: Syntax errors, duplicate keys, and what YAML would change in silence.
        prefix: Path of the data in the file, if it is a part of it.
    """

    path: str
    data: Any = None
    places: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    spans: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    scalars: Mapping[Path, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    prefix: Path = ()

    def location(self, path: Path) -> Location:
        """Return the place of a value, or of its nearest ancestor that is there."""
        path = (*self.prefix, *path)
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Location(self.path, line, column)

    def part(self, prefix: Path, data: object) -> YamlSource:
        """Return a part of the file; what is wrong with it is said of the whole."""
        return replace(self, data=data, prefix=prefix)

    def known(self, path: Path) -> set[Path]:
        """Return which of a path's beginnings the file has."""
        ends = range(1, len(path) + 1)
        return {path[:end] for end in ends if (*self.prefix, *path[:end]) in self.places}

    def source(self, text: str, offset: int = 0) -> Source:
        """Return the file with the places of its values.

        Args:
            text: The whole file.
            offset: Where the parsed text begins in it.

        Returns:
            The source that checks and later stages point into.
        """
        spans = {path: (start + offset, end + offset) for path, (start, end) in self.spans.items()}
        return Source(self.path, text, dict(self.places), spans, dict(self.scalars))


def read_yaml(text: str, path: str, first_line: int = 1) -> YamlSource:
    """Parse YAML text.

    Args:
        text: The YAML document.
        path: Path of the file it stands in.
        first_line: Line of the file on which the text begins, counted from 1.

    Returns:
        The data and its places; faults are in ``diagnostics``, nothing is raised.
    """
    known = _parsed(text, path, first_line, limits())
    return replace(known, diagnostics=list(known.diagnostics))


@lru_cache(maxsize=64)
def _parsed(text: str, path: str, first_line: int, most: Limits) -> YamlSource:
    """Parse once: a preview reads every file again after each change of one."""
    found = Places(path, text, first_line)
    data = None
    with _syntax_faults(found):
        loader = Loader(text, most)
        node = loader.document()
        if node is not None:
            found.walk(node)
            data = loader.construct_document(node)
    return _source(found, data)


def places_of(text: str, path: str) -> YamlSource:
    """Parse YAML text for its places and faults alone, whatever its tags mean.

    Args:
        text: The YAML document.
        path: Path of the file it stands in.

    Returns:
        The places; ``data`` stays ``None``.
    """
    found = Places(path, text, 1)
    with _syntax_faults(found):
        node = Loader(text, limits(), tags=True).get_single_node()
        if node is not None:
            found.walk(node)
    return _source(found, None)


def _source(found: Places, data: object) -> YamlSource:
    kept = (found.places, found.spans, found.scalars, found.diagnostics)
    return YamlSource(found.path, data, *kept)


@contextmanager
def _syntax_faults(found: Places) -> Iterator[None]:
    try:
        yield
    except (yaml.YAMLError, RecursionError) as error:
        fault = syntax_fault(error, found)
        if fault.location not in {known.location for known in found.diagnostics}:
            found.diagnostics.append(fault)


def validate(source: YamlSource, model: type[ModelT], data: Any = None) -> ModelT | None:  # noqa: ANN401
    """Check data against a model.

    Args:
        source: Where the data comes from; its diagnostics grow by what is found, unless something
            is known to be wrong at the same place.
        model: The class of the result.
        data: The data, if it is not the whole of ``source.data``.

    Returns:
        The model, or ``None`` when anything is wrong.
    """
    try:
        return model.model_validate(source.data if data is None else data)
    except ValidationError as error:
        told = {diagnostic.location for diagnostic in source.diagnostics}
        for path, code, message in explain(error, model, source.known):
            place = source.location(path)
            if place not in told:
                source.diagnostics.append(Diagnostic.of(code, place, message))
        return None
