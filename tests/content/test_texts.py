"""The one walk over every text of an edition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.editions import INVENTED, ROOT
from tests.hostile.places import Workshop

from edition.content.load import Loaded, load
from edition.content.sources import Path as Key
from edition.content.texts import EditionText, edition_texts
from edition.text.views import reading

NO_TEXTS = {
    # names by which files speak of each other, and addresses
    "id", "name", "path", "article", "member", "section", "shared_with", "url", "only", "key",
    "primaryKey", "column", "resources.sources", "licenses", "created", "encoding", "profile",
    # words that only some may be
    "kind", "type", "language", "spelling", "origin", "year_origin", "reference_style", "order",
    "format", "mediatype", "dialect", "groupChar", "supplied", "year", "first", "last", "number",
    "same_as", "tolerance", "constraints", "decimalChar",
    # what editors write for themselves, or for a program
    "exceptions", "figures", "relations", "translation_of", "description",
}  # fmt: skip
"""Keys under which nothing stands that a reader reads as a text."""


@pytest.fixture(scope="session", params=["invented", "real", "every field"])
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Both issues, and one that uses every field which the models have."""
    folder = {"invented": INVENTED, "real": ROOT}.get(request.param)
    if folder is None:
        folder = tmp_path_factory.mktemp("texts") / "issue"
        Workshop(folder)
    return load(folder)


def texts(loaded: Loaded) -> list[EditionText]:
    """Return every text."""
    return list(edition_texts(loaded.unwrap(), loaded.sources))


def is_text(key: Key) -> bool:
    """Tell whether a value of a file is a text, by the keys that lead to it."""
    words = [part for part in key if isinstance(part, str)]
    if words[-1:] == ["name"] and words[-2:-1] in (["en"], ["ru"]):
        return True
    if words[-2:] in (["number", "en"], ["number", "ru"]) or key == ("number",):
        return True
    if words[-2:] in (["description", "en"], ["description", "ru"]):
        return True
    return not NO_TEXTS & set(words)


def test_no_value_of_a_file_is_left_out(loaded: Loaded) -> None:
    """Whatever a reader reads in a file with keys is walked through, once."""
    found = [(text.source.path, text.key) for text in texts(loaded) if text.key]
    assert len(set(found)) == len(found)
    for path, source in loaded.sources.items():
        if path == "tables/datapackage.json":
            continue  # its fields are tried by their own test
        expected = {key for key in source.scalars if is_text(key)}
        assert expected == {key for where, key in found if where == path}


def test_what_a_table_says_is_walked_through() -> None:
    """What stands around it, its heads in both languages, its cells, its chart."""
    loaded = load(INVENTED)
    found = {text.written: text for text in texts(loaded) if text.slug == "brine"}
    assert {
        "The wells of Fenmouth[^3]": ("caption", "printed"),
        "Источники Фенмута": ("caption", "supplied"),
        "A depth below zero is a height.": ("foot", "printed"),
        "Well": ("cell", "printed"),
        "Источник": ("cell", "supplied"),
        "Upper": ("cell", "printed"),
    } == {
        written: (found[written].place, found[written].origin)
        for written in (
            "The wells of Fenmouth[^3]",
            "Источники Фенмута",
            "A depth below zero is a height.",
            "Well",
            "Источник",
            "Upper",
        )
    }


def test_every_character_has_its_place(loaded: Loaded) -> None:
    """What a reader reads there is what the file has there."""
    for text in texts(loaded):
        read = reading(text.runs)
        for character, at in zip(read.text, read.offsets, strict=True):
            written = text.source.text[text.offset(at)]
            assert written == character or written in "&\n\t \\<", (text.name, read.text)


def test_quotation_marks_of_a_cell_are_seen_through(issue: Path) -> None:
    """A quotation mark is written twice in a quoted cell, and counts for two columns."""
    csv = issue / "tables" / "brine-2.csv"
    csv.write_text(
        csv.read_text(encoding="utf-8").replace("rim,spoke", '"the ""rim"" <b>",spoke'),
        encoding="utf-8",
    )
    said = [str(fault) for fault in load(issue).diagnostics if fault.code == "S001"]
    assert ["tables/brine-2.csv:2:14 S001"] == [" ".join(line.split(" ")[:2]) for line in said]


def test_a_file_with_keys_is_read_as_yaml_reads_it(loaded: Loaded) -> None:
    """The walk has the values that a reader of YAML has, whatever quotes and folds them."""
    data: dict[str, Any] = {
        path: yaml.safe_load(source.text)
        for path, source in loaded.sources.items()
        if path.endswith(".yml")
    }
    for text in texts(loaded):
        if text.key and text.source.path in data:
            value = data[text.source.path]
            for part in text.key:
                value = value[part]
            assert " ".join(str(value).split()) == " ".join(text.written.split())
