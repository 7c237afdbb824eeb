"""Where a hostile text can stand: every leaf of the content files, and every position of a text.

The fields are not listed here: they are walked out of an issue that uses every field which the
models have, and a test holds that issue against the models.
"""

from __future__ import annotations

import copy
import csv
import io
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel
from tests.editions import INVENTED
from tests.hostile.attacks import Attack

from edition.content.descriptor import TableResource
from edition.content.model import Authority, Council, FrontMatter, Issue

Kind = Literal["text", "value", "key", "body", "cell", "line"]
DataPath = tuple[str | int, ...]

ADDITIONS: Final = Path(__file__).parent / "additions.json"
"""What the invented issue does not use: values by file and path."""

EVERYTHING: Final = Path(__file__).parent / "everything.md"
"""What a text may have and that of the invented issue has not; it goes to the end of an article."""

MODELS: Final[dict[str, type[BaseModel]]] = {
    "articles/issue.yml": Issue,
    "articles/council.yml": Council,
    "articles/authority.yml": Authority,
    "articles/brine.md": FrontMatter,
    "articles/gulls.md": FrontMatter,
    "tables/datapackage.json": TableResource,
}
TEXT: Final = "articles/gulls.md"
"""The article whose text is attacked."""
SLOT: Final = "\ue0f0{}\ue0f1"
"""Stands in the data for what is written into the file by hand."""

POSITIONS: Final[dict[str, str]] = {
    "paragraph": "{}",
    "in a paragraph": "Gulls {} gulls.",
    "heading": "## Gulls {}",
    "run-in heading": "### {}. {: .run-in }\n\nGulls.",
    "list item": "- gulls\n- {}",
    "ordered list item": "1. {}",
    "second paragraph of a list item": "- gulls\n\n    {}",
    "quotation": "> {}",
    "definition list": "Gulls\n\n:   {}",
    "note": "Gulls.[^9#]\n\n[^9#]: {}",
    "second paragraph of a note": "Gulls.[^9#]\n\n[^9#]: Gulls.\n\n    {}",
    "label of a note": "Gulls.[^{}]\n\n[^{}]: Gulls.",
    "emphasis": "Gulls *gulls {} gulls*.",
    "text of a span": "Gulls [{}]{lang=fr}.",
    "attributes of a span": "Gulls [gulls]{{}}.",
    "target of a cross-reference": "Gulls [*Ibid.*]{to={}}.",
    "text of a link": "Gulls [{}](https://tidewater.example/).",
    "address of a link": "Gulls [gulls]({}).",
    "title of a link": 'Gulls [gulls](https://tidewater.example/ "{}").',
    "autolink": "Gulls <https://tidewater.example/{}>.",
    "source of an emendation": "Gulls {~~{}~>gulls~~}{>>misread letter<<}.",
    "reading of an emendation": "Gulls {~~gulls~>{}~~}{>>misread letter<<}.",
    "reason of an emendation": "Gulls {~~guls~>gulls~~}{>>{}<<}.",
    "remark": "Gulls{>>sic: {}<<}.",
    "name of a table": "::: table {}",
    "name of a directive": "::: {} brine",
    "attributes of a heading": "## Gulls {: {} }",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text can be put.

    Attributes:
        file: The content file.
        name: What the place is called in the score and in a failure.
        kind: How it is put there.
        path: Where it is in the data of the file, or which position or cell it is.
        markdown: Whether the field is Markdown; elsewhere every sign is a sign.
    """

    file: str
    name: str
    kind: Kind
    path: DataPath
    markdown: bool = False

    def __str__(self) -> str:
        return f"{self.file} {self.name}"


@dataclass(frozen=True, slots=True)
class Edit:
    """One hostile text at one place; the number marks what comes of it."""

    place: Place
    attack: Attack
    number: int

    @property
    def marker(self) -> str:
        """What the text is found by."""
        return f"zqx{self.number}q"

    @property
    def text(self) -> str:
        """The text with its own marker."""
        return self.attack.text.replace("zqx", self.marker).replace("zqy", f"{self.marker}y")

    def excludes(self, other: Edit) -> bool:
        """Tell whether both cannot be put at once: the place of one is in that of the other."""
        mine, its = self.place, other.place
        if mine.file != its.file or "body" in {mine.kind, its.kind} or mine.kind == "line":
            return False
        length = min(len(mine.path), len(its.path))
        return mine.path[:length] == its.path[:length]

    def __str__(self) -> str:
        return f"{self.place}: {self.attack.name} ({self.attack.aim})"


@dataclass
class Workshop:
    """A copy of the invented issue in which every field is used, to put texts into."""

    folder: Path

    def __post_init__(self) -> None:
        shutil.copytree(INVENTED, self.folder)
        additions = json.loads(ADDITIONS.read_text(encoding="utf-8"))
        self.data: dict[str, Any] = {}
        self.bodies: dict[str, str] = {}
        for file in MODELS:
            path = self.folder / file
            text = path.read_text(encoding="utf-8") if path.exists() else "{}"
            if file.endswith(".md"):
                _, text, self.bodies[file] = text.split("---\n", 2)
                if file == TEXT:
                    self.bodies[file] += EVERYTHING.read_text(encoding="utf-8")
            self.data[file] = yaml.safe_load(text)
            for where, value in additions.get(file, {}).items():
                _set(self.data[file], _path(where), value)
        for file in MODELS:
            (self.folder / file).write_text(self._rendered(file, ()), encoding="utf-8")
        self.original = {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def put(self, edits: Iterable[Edit]) -> None:
        """Put texts into their places; every other place is as it was."""
        files: dict[str, list[Edit]] = {}
        for edit in edits:
            files.setdefault(edit.place.file, []).append(edit)
        for file, original in self.original.items():
            path = self.folder / file
            content = original
            if file in files:
                text = self._rendered(file, files[file])
                content = text.encode("utf-8", "surrogatepass")
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)

    def places(self) -> Iterator[Place]:
        """Yield every place."""
        for file, data in self.data.items():
            if file.endswith(".json"):
                seen: set[str] = set()
                for index, resource in enumerate(data["resources"]):
                    yield from _leaves(file, resource, ("resources", index), seen)
                yield from _leaves(file, {"title": data["title"]}, (), seen)
            else:
                yield from _leaves(file, data, (), set())
        for name in POSITIONS:
            yield Place(TEXT, name, "body", (name,), markdown=True)
        for file in sorted(file for file in self.original if file.endswith(".csv")):
            rows = list(csv.reader(io.StringIO(self.original[file].decode())))
            for column, head in enumerate(rows[0]):
                yield Place(file, f"head {head}", "cell", (0, column))
                if len(rows) > 1:
                    yield Place(file, f"cell {head}", "cell", (1, column), markdown=True)
        yield Place("articles/words.txt", "line", "line", ())

    def _rendered(self, file: str, edits: Iterable[Edit]) -> str:
        edits = tuple(edits)
        if file in self.data:
            return self._structured(file, edits)
        text = self.original[file].decode()
        cells = {edit.place.path: edit.text for edit in edits if edit.place.kind == "cell"}
        if cells:
            rows = list(csv.reader(io.StringIO(text)))
            for (row, column), value in cells.items():
                rows[row][column] = value  # type: ignore[index]  # a cell's path
            written = io.StringIO()
            csv.writer(written, lineterminator="\n").writerows(rows)
            return written.getvalue()
        return text + "".join(_block(edit) for edit in edits)

    def _structured(self, file: str, edits: tuple[Edit, ...]) -> str:
        data = copy.deepcopy(self.data[file])
        slots: dict[str, str] = {}
        for edit in edits:
            if edit.place.kind == "body":
                continue
            slot = SLOT.format(edit.number)
            slots[f'"{slot}"'] = _scalar(edit)
            if edit.place.kind == "key":
                _rename(data, edit.place.path, slot)
            else:
                _set(data, edit.place.path, slot)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        for slot, value in slots.items():
            text = text.replace(slot, value)
        if file not in self.bodies:
            return text + "\n"
        blocks = "".join(_block(edit) for edit in edits if edit.place.kind == "body")
        return f"---\n{text}\n---\n{self.bodies[file]}{blocks}"


def _block(edit: Edit) -> str:
    if edit.place.kind == "line":
        return f"{edit.text}\n"
    template = POSITIONS[str(edit.place.path[0])].replace("9#", f"9{edit.number}")
    return f"\nGulls {edit.marker}.\n\n{template.replace('{}', edit.text)}\n"


def _scalar(edit: Edit) -> str:
    """Return a text as it is written in a YAML or JSON file."""
    if edit.attack.aim == "value":
        return edit.attack.text
    if edit.attack.writing == "raw":
        return '"' + edit.text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return json.dumps(edit.text, ensure_ascii=edit.attack.writing == "escaped")


def _path(where: str) -> DataPath:
    return tuple(int(part) if part.isdecimal() else part for part in where.split("."))


def _set(data: Any, path: DataPath, value: object) -> None:  # noqa: ANN401  # data of a file
    for part in path[:-1]:
        data = data.setdefault(part, {}) if isinstance(data, dict) else data[part]
    data[path[-1]] = value


def _rename(data: Any, path: DataPath, name: str) -> None:  # noqa: ANN401  # data of a file
    for part in path[:-1]:
        data = data[part]
    pairs = [(name if key == path[-1] else key, value) for key, value in data.items()]
    data.clear()
    data.update(pairs)


AROUND: Final = ("caption", "legend", "note", "source", "shared_remark", "remark", "title.values")


def _leaves(file: str, data: Any, path: DataPath, seen: set[str]) -> Iterator[Place]:  # noqa: ANN401
    """Yield a place for each pattern of the leaves, lists and keys of a file's data."""
    name = pattern(path[2:] if path[:1] == ("resources",) else path)
    markdown = _is_markdown(file, name)
    if isinstance(data, Mapping | list) and name and f"{name} itself" not in seen:
        seen.add(f"{name} itself")
        yield Place(file, f"{name} itself", "value", path)
    if isinstance(data, Mapping):
        for key, value in data.items():
            if _is_free(name) and f"{name}.*" not in seen:
                seen.add(f"{name}.*")
                yield Place(file, f"{name} key", "key", (*path, key), markdown)
            yield from _leaves(file, value, (*path, key), seen)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(file, value, (*path, index), seen)
    elif name not in seen:
        seen.add(name)
        yield Place(file, name, "text" if isinstance(data, str) else "value", path, markdown)


def pattern(path: DataPath) -> str:
    """Return what a path is called, whatever the place in a list or the key of a free mapping."""
    parts: list[str] = []
    for part in path:
        free = _is_free(".".join(parts))
        parts.append("*" if free or isinstance(part, int) else str(part))
    return ".".join(parts).replace(".*", "[]")


def _is_free(name: str) -> bool:
    """Tell whether a mapping has keys of the issue's own."""
    name = name.replace(".*", "[]")
    return name.endswith(("translation_of", "values.ru", "chart.labels", "chart.only"))


def _is_markdown(file: str, name: str) -> bool:
    if file.endswith(".json"):
        around = ("caption", "legend", "note", "source", "shared_remark", "remark")
        texts = tuple(f"{key}.{lang}" for key in around for lang in ("en", "ru"))
        heads = ("schema.fields[].title", "schema.fields[].labels", "schema.fields[].values")
        return name in texts or name.startswith(heads)
    return name == "references[].text"


def model_patterns(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Yield the pattern of each leaf that a model has."""
    for name, field in model.model_fields.items():
        yield from _annotated(field.annotation, f"{prefix}{field.alias or name}")


def _annotated(annotation: Any, name: str) -> Iterator[str]:  # noqa: ANN401  # a type
    origin, inner = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from model_patterns(annotation, f"{name}.")
    elif origin in {Union, UnionType}:
        for one in inner:
            if one is not type(None):
                yield from _annotated(one, name)
    elif origin is tuple:
        yield from _annotated(inner[0], f"{name}[]")
    elif origin is dict:
        keys = get_args(inner[0]) if get_origin(inner[0]) is Literal else None
        for key in keys or ("[]",):
            yield from _annotated(inner[1], f"{name}.{key}" if keys else f"{name}{key}")
    elif hasattr(annotation, "__metadata__"):
        yield from _annotated(inner[0], name)
    else:
        yield name
