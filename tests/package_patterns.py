"""Every regular expression of the package, read from its code.

Those that a module holds are found in it, in tables and classes too; those that stand in a call of
:mod:`re` are found in the source and evaluated in their module, so that a new one cannot be missed.
How a pattern is used tells where it is tried: one that is only matched, at the beginning of a text;
any other everywhere.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from types import ModuleType

from markdown.inlinepatterns import Pattern
from tests.rendering import renderer

import edition

CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
AT_THE_BEGINNING = {"match", "fullmatch"}
IN_TABLES = {
    "edition.content.yaml_walk:PLAIN_NUMBER": frozenset({"fullmatch"}),
    "edition.markup.whitelist:_VALUES": frozenset({"fullmatch"}),
    "edition.text.lines:BEGINNINGS": frozenset({"match"}),
}
"""What is asked of the patterns in a table, where their names do not tell it."""
DEPTH = 3
"""How deep in tables and classes patterns are looked for."""


@dataclass(frozen=True)
class Used:
    """A regular expression and how the package uses it.

    Attributes:
        name: Where it stands.
        pattern: The expression; ``None`` if it is put together where it is used.
        methods: What is asked of it.
    """

    name: str
    pattern: re.Pattern[str] | None
    methods: frozenset[str]

    def run(self, text: str) -> object:
        """Try it on a text as the package does."""
        if self.pattern is None:
            raise ValueError(self.name)
        if not self.methods <= AT_THE_BEGINNING:
            return sum(1 for _ in self.pattern.finditer(text))
        if "fullmatch" in self.methods:
            return self.pattern.fullmatch(text)
        return self.pattern.match(text)


def patterns() -> Iterator[Used]:
    """Yield every regular expression of the package, and those of Markdown's inline grammar."""
    trees = {module: _tree(module) for module in _modules()}
    methods = _Methods(trees)
    for module, tree in trees.items():
        for name, value in vars(module).items():
            yield from _held(value, f"{module.__name__}:{name}", methods.of(module, name))
        yield from _called(module, tree)
    md = renderer()
    for processor in md.inlinePatterns:
        if isinstance(processor, Pattern):
            name = f"markdown:{type(processor).__name__}"
            yield Used(name, processor.compiled_re, frozenset({"finditer"}))


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(edition.__path__, "edition."):
        yield importlib.import_module(found.name)


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))


def _held(value: object, name: str, methods: frozenset[str], depth: int = DEPTH) -> Iterator[Used]:
    """Yield the patterns in a value: itself, in a table, in a class."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            asked = methods or IN_TABLES.get(name, frozenset({"finditer"}))
            yield Used(name, value, asked)
        return
    inner: Iterable[object] = ()
    if isinstance(value, Mapping):
        inner = value.values()
    elif isinstance(value, tuple | list | set | frozenset):
        inner = value
    elif isinstance(value, type) and value.__module__.startswith("edition"):
        inner = vars(value).values()
    elif is_dataclass(value):
        inner = [getattr(value, field.name, None) for field in fields(value)]
    for part in inner if depth else ():
        yield from _held(part, name, frozenset(), depth - 1)


def _called(module: ModuleType, tree: ast.Module) -> Iterator[Used]:
    """Yield the patterns that stand in calls of :mod:`re`, except those that the module holds."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner, method = node.func.value, node.func.attr
        if not (isinstance(owner, ast.Name) and owner.id == "re" and method in CALLS):
            continue
        if method == "compile" and id(node) not in inside:
            continue
        name = f"{module.__name__}:{ast.unparse(node.args[0])}"
        yield Used(name, _compiled(module, node), frozenset({method}))


def _compiled(module: ModuleType, call: ast.Call) -> re.Pattern[str] | None:
    """Return the pattern of a call, unless it is put together where it is used."""
    flags = [keyword for keyword in call.keywords if keyword.arg == "flags"]
    arguments = (
        call.args[:2]
        if isinstance(call.func, ast.Attribute) and call.func.attr == "compile"
        else call.args[:1]
    )
    alone = ast.Call(ast.Name("compile", ast.Load()), arguments, flags)
    code = compile(ast.fix_missing_locations(ast.Expression(alone)), module.__name__, "eval")
    try:
        made = eval(code, {**vars(module), "compile": re.compile})  # noqa: S307  # the package's own code
    except (NameError, TypeError):
        return None
    return made if isinstance(made, re.Pattern) else None


class _Methods:
    """What the package asks of each name that a module gives."""

    def __init__(self, trees: Mapping[ModuleType, ast.Module]) -> None:
        self.asked: dict[tuple[str, str], set[str]] = {}
        for module, tree in trees.items():
            self._read(module.__name__, tree)

    def of(self, module: ModuleType, name: str) -> frozenset[str]:
        """Return it; a name that is handed on may be asked anything."""
        own = self.asked.get((module.__name__, name), set())
        return frozenset(own | self.asked.get(("", name), set()))

    def _read(self, module: str, tree: ast.Module) -> None:
        origins = {
            alias.asname or alias.name: node.module or ""
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        owners: set[int] = set()
        for node in ast.walk(tree):  # from the outside: an owner comes after what it owns
            if isinstance(node, ast.Attribute):
                owners.add(id(node.value))
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                name = node.value.id
                self._ask((origins.get(name, module), name), node.attr)
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
                self._ask(("", node.value.attr), node.attr)
            elif isinstance(node, ast.Name) and id(node) not in owners:
                if not isinstance(node.ctx, ast.Load):
                    continue
                self._ask((origins.get(node.id, module), node.id), "")

    def _ask(self, name: tuple[str, str], method: str) -> None:
        self.asked.setdefault(name, set()).add(method)
