"""What is wrong with YAML, and with what it says, in the words of an editor."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from edition.content.characters import described
from edition.content.codes import (
    ABOVE_LIMIT,
    FORBIDDEN_CHARACTER,
    MISSING_FIELD,
    UNKNOWN_KEY,
    WRONG_VALUE,
    YAML_SYNTAX,
)
from edition.content.sources import Path
from edition.content.yaml_nodes import STANDARD_TAG, AboveLimitError
from edition.content.yaml_walk import QUOTE, Places
from edition.diagnostics import Code, Diagnostic

UNQUOTED: Final = re.compile(r"[^\n:]*(?:[^\n\"'{\[]: |- )\s*[^\s\"'#]")
"""A line on which a value stands that does not begin with a quotation mark."""
QUOTED: Final = "quotation marks"
SHOWN: Final = 40
"""Characters of a value that a message shows."""


def syntax_fault(error: yaml.YAMLError | RecursionError, document: Places) -> Diagnostic:
    """Say why a text is no YAML.

    Args:
        error: What the parser raised.
        document: The text.
    """
    if isinstance(error, yaml.reader.ReaderError):
        character = described(document.text[error.position])
        message = f"the character {character} is not allowed"
        return Diagnostic.of(FORBIDDEN_CHARACTER, document.at(error.position), message)
    if not isinstance(error, yaml.MarkedYAMLError):
        return Diagnostic.of(YAML_SYNTAX, document.at(0), "not valid YAML: nested too deeply")
    mark = error.problem_mark or error.context_mark
    index = mark.index if mark is not None else 0
    problem = (error.problem or error.context or "cannot be read").replace(STANDARD_TAG, "!!")
    if isinstance(error, AboveLimitError):
        return Diagnostic.of(ABOVE_LIMIT, document.at(index), problem)
    if QUOTED not in problem and _unquoted(document.text, index):
        problem += f"; if a text is meant, put it in {QUOTED}"
    return Diagnostic.of(YAML_SYNTAX, document.at(index), f"not valid YAML: {problem}")


def _unquoted(text: str, index: int) -> bool:
    """Tell whether a value without quotation marks stands on the line of a fault."""
    start = text.rfind("\n", 0, index) + 1
    return UNQUOTED.match(text, start) is not None


def explain(
    error: ValidationError, model: type[BaseModel], known: Callable[[Path], set[Path]]
) -> Iterator[tuple[Path, Code, str]]:
    """Say what does not fit a model.

    Args:
        error: What the model says.
        model: The model.
        known: Tells which beginnings of a path the file has.

    Yields:
        The path of each fault, its kind and a message.
    """
    for fault in error.errors(include_url=False):
        path = tuple(fault["loc"])
        missing = fault["type"] == "missing"
        there = known(path)
        shown = tuple(part for end, part in enumerate(path, 1) if path[:end] in there)
        name = ".".join(str(part) for part in (path if missing else shown or path))
        name = name or "the document"
        if missing:
            yield path, MISSING_FIELD, f"the field '{name}' is missing"
        elif fault["type"] == "extra_forbidden":
            yield path, UNKNOWN_KEY, f"the key '{name}' is not known{_perhaps(model, path)}"
        else:
            yield path, WRONG_VALUE, f"'{name}': {_reason(fault)}"


def _reason(fault: ErrorDetails) -> str:
    if fault["type"] in {"string_type", "string_sub_type"}:
        return _no_text(fault["input"])
    reason = fault["msg"].removeprefix("Value error, ")
    return reason[:1].lower() + reason[1:].replace("a valid tuple", "a list")


def _no_text(value: Any) -> str:  # noqa: ANN401  # whatever YAML makes
    """Say what stands where a text should."""
    if value is None:
        return "a text is missing"
    if isinstance(value, dict):
        return f"this is a mapping and no text; a text with ': ' needs {QUOTED}"
    if isinstance(value, list | tuple):
        return f"this is a list and no text; a text that begins with '[' or '- ' needs {QUOTED}"
    kind = "a date" if isinstance(value, date) else "a number"
    kind = "yes or no" if isinstance(value, bool) else kind
    return f"this is read as {kind} and not as a text: {QUOTE}"


def _perhaps(model: type[BaseModel], path: Path) -> str:
    """Name the key that may be meant by one that is not known."""
    owner = _model_at(model, path[:-1])
    if owner is None or not isinstance(path[-1], str):
        return ""
    keys = [field.alias or name for name, field in owner.model_fields.items()]
    near = difflib.get_close_matches(path[-1][:SHOWN], keys, n=1)
    return f"; perhaps '{near[0]}' is meant" if near else ""


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of a part of a document, if it has one."""
    found: type[BaseModel] | None = model
    for part in path:
        if found is None or not isinstance(part, str):
            continue
        fields = {field.alias or name: field for name, field in found.model_fields.items()}
        if part in fields:
            found = next(iter(_models_in(fields[part].annotation)), None)
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401  # any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
