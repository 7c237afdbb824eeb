"""``mkdocs.yml``, and the files that it inherits, to plain data: read once, and no code is run.

MkDocs' own loader makes any Python object that a file asks for. Here a file says data alone:
``!ENV`` and ``!relative``, which are MkDocs' own, and the ``!!python/name:`` of
:data:`NAMES`. The plugins and hooks that it names are code, and trusted.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader

from edition.content.codes import NOT_CONFIGURED, PATH_OUTSIDE, TOO_LARGE, WRONG_VALUE, YAML_SYNTAX
from edition.content.files import inside, read_text
from edition.content.yaml_nodes import whole
from edition.content.yaml_source import YamlSource, places_of
from edition.diagnostics import Code, ContentError, Diagnostic, Location

NAMES: Final = (
    "material.extensions.emoji.to_svg",
    "material.extensions.emoji.twemoji",
    "pymdownx.arithmatex.arithmatex_fenced_format",
    "pymdownx.arithmatex.arithmatex_inline_format",
    "pymdownx.arithmatex.inline_generic_format",
    "pymdownx.arithmatex.inline_mathjax_format",
    "pymdownx.emoji.emojione",
    "pymdownx.emoji.gemoji",
    "pymdownx.emoji.to_alt",
    "pymdownx.emoji.to_png",
    "pymdownx.emoji.to_svg",
    "pymdownx.emoji.twemoji",
    "pymdownx.slugs.uslugify",
    "pymdownx.superfences.fence_code_format",
    "pymdownx.superfences.fence_div_format",
)
"""The functions that a configuration may name, for the extensions that are set by them."""

MOST_CHARACTERS: Final = 1_000_000
"""Size of one file of settings; the limits of the content are themselves set there."""

MOST_VALUES: Final = 10_000
"""Values of one file of settings, what an alias repeats counted each time."""

INHERIT: Final = "INHERIT"
STANDARD: Final = "tag:yaml.org,2002:"
NAME_TAG: Final = f"{STANDARD}python/name:"
TAGS: Final = frozenset(
    {"!ENV", "!relative", f"{STANDARD}merge", *yaml.SafeLoader.yaml_constructors}
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the files say.

    Attributes:
        data: The settings; a file's own hold before those that it inherits.
        sources: The files with their places, ``mkdocs.yml`` first.
        files: Where they are.
    """

    data: Mapping[str, Any]
    sources: tuple[YamlSource, ...]
    files: tuple[Path, ...]

    def location(self, key: str) -> Location:
        """Return where a setting stands: in the first file that has it."""
        known = (source for source in self.sources if (key,) in source.places)
        return next(known, self.sources[0]).location((key,))


def read_settings(config_file: Path, config: MkDocsConfig) -> Settings:
    """Read the settings of an edition.

    Args:
        config_file: ``mkdocs.yml``.
        config: The configuration that they are for; ``!relative`` asks it for folders.

    Returns:
        The settings.

    Raises:
        ContentError: With the place of what is not YAML, not allowed or not there.
    """
    loader = get_yaml_loader(_Loader, config)
    root, name, named = config_file.parent, config_file.name, None
    data: dict[Any, Any] = {}
    sources: list[YamlSource] = []
    files: list[Path] = []
    while name:
        source, own = _read(root, name, named, loader)
        sources.append(source)
        files.append((root / name).resolve())
        data = _merged(own, data)
        named = source.location((INHERIT,))
        name = _inherited(root, name, data.pop(INHERIT, None), files, named)
    return Settings(data, tuple(sources), tuple(files))


def _inherited(root: Path, name: str, given: object, files: list[Path], place: Location) -> str:
    """Return the path of the file that a file inherits, empty if none."""
    if given is None:
        return ""
    if not isinstance(given, str) or not given:
        raise _fault(WRONG_VALUE, place, f"'{INHERIT}' is the path of a file")
    words = [*PurePosixPath(name).parent.parts]
    for word in PurePosixPath(given).parts:
        if word == ".." and words:
            words.pop()
        else:
            words.append(word)
    path = "/".join(words)
    if given.startswith("/") or ".." in words:
        message = f"the path '{given}' leads out of the edition's folder"
        raise _fault(PATH_OUTSIDE, place, message)
    try:
        known = inside(root, path) and (root / path).resolve() in files
    except (OSError, RuntimeError, ValueError):
        known = False  # reading it says why
    if known:
        raise _fault(WRONG_VALUE, place, f"'{INHERIT}': the files inherit each other in a circle")
    return path


def _read(
    root: Path, path: str, named: Location | None, loader: type[yaml.BaseLoader]
) -> tuple[YamlSource, dict[Any, Any]]:
    """Read one file: its places and its data."""
    faults: list[Diagnostic] = []
    text = read_text(root, path, faults, named)
    if text is not None and len(text) > MOST_CHARACTERS:
        message = f"a file of settings has no more than {MOST_CHARACTERS} characters"
        faults.append(Diagnostic.of(TOO_LARGE, Location(path), message))
    if text is None or faults:
        raise ContentError(faults)
    source = places_of(text, path)
    if not source.diagnostics:
        source.diagnostics.extend(_refused(text, path))
    if source.diagnostics:
        raise ContentError(source.diagnostics)
    data = _data(text, source, loader)
    if not isinstance(data, dict):
        raise _fault(WRONG_VALUE, Location(path), "the settings are lines of the form 'key: value'")
    return source, data


def _data(text: str, source: YamlSource, loader: type[yaml.BaseLoader]) -> object:
    try:
        data = yaml.load(text, loader)  # noqa: S506  # a loader of plain data
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"not valid YAML: {error.problem or error.context}"
        raise _fault(YAML_SYNTAX, Location(source.path, line, column), message) from None
    except (ConfigurationError, RecursionError) as error:
        raise _fault(WRONG_VALUE, Location(source.path), str(error)) from None
    return {} if data is None else data


def _refused(text: str, path: str) -> Iterator[Diagnostic]:
    """Find the tags that would run code, and aliases that repeat too much."""
    root = yaml.compose(text, yaml.SafeLoader)
    if root is None:
        return
    for node in _nodes(root):
        if node.tag not in TAGS and node.tag.removeprefix(NAME_TAG) not in NAMES:
            place = Location(path, node.start_mark.line + 1, node.start_mark.column + 1)
            tag = node.tag.replace(STANDARD, "!!")
            message = f"the tag '{tag:.80}' is not among those that a configuration may have"
            yield Diagnostic.of(NOT_CONFIGURED, place, message)
    if _count(root, {}) > MOST_VALUES:
        message = f"the settings hold more than {MOST_VALUES} values, what aliases repeat counted"
        yield Diagnostic.of(WRONG_VALUE, Location(path), message)


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _nodes(root: yaml.Node) -> Iterator[yaml.Node]:
    """Yield every node once, in the order of the file."""
    waiting, known = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) not in known:
            known.add(id(node))
            yield node
            waiting.extend(reversed(_children(node)))


def _count(node: yaml.Node, counts: dict[int, float]) -> float:
    """Count the values below a node, with what its aliases repeat; endless if one is in itself."""
    if id(node) not in counts:
        counts[id(node)] = math.inf  # while it is open
        counts[id(node)] = 1 + sum(_count(child, counts) for child in _children(node))
    return counts[id(node)]


def _merged(parent: Mapping[Any, Any], own: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return settings with those that they inherit, mapping by mapping."""
    merged = dict(parent)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(parent.get(key), dict)
        merged[key] = _merged(parent[key], value) if both else value
    return merged


def _fault(code: Code, place: Location, message: str) -> ContentError:
    return ContentError([Diagnostic.of(code, place, message)])


class _Loader(yaml.SafeLoader):
    """Makes plain data, and the listed functions."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  # the library's signature
        """Make the value of a node.

        Raises:
            ConstructorError: Also for a value like the date 2007-13-45.
        """
        try:
            value = super().construct_object(node, deep)
            return whole(value) if isinstance(value, str) else value
        except (AttributeError, ImportError, OverflowError, ValueError) as error:
            problem = f"'{node.value!s:.40}' is no value: {error}"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from None


def _function(_loader: _Loader, suffix: str, _node: yaml.Node) -> object:
    """Return one of the listed functions by its name."""
    module, _, function = suffix.rpartition(".")
    return getattr(importlib.import_module(module), function)


_Loader.add_multi_constructor(NAME_TAG, _function)
