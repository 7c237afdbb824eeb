"""YAML to plain data that remembers its lines."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ConfigDict, Field

from edition.content.yaml_source import YamlSource, places_of, read_yaml, validate
from edition.diagnostics import Location


class Gull(BaseModel):
    """A model to check data against."""

    model_config = ConfigDict(extra="forbid")
    name: str
    age: int = Field(default=0, le=99)


def said(source: YamlSource) -> list[str]:
    """Return the diagnostics as the command prints them."""
    return [str(diagnostic) for diagnostic in source.diagnostics]


def test_places_are_those_of_the_keys_and_items() -> None:
    """Line and column of each value's key, counted from the line of the file."""
    source = read_yaml("a:\n  - b: 1\n  - {c: 2}\n", "x.yml", first_line=2)
    assert {"a": [{"b": 1}, {"c": 2}]} == source.data
    assert Location("x.yml", 2, 1) == source.location(("a",))
    assert Location("x.yml", 3, 5) == source.location(("a", 0, "b"))
    assert Location("x.yml", 4, 6) == source.location(("a", 1, "c"))


def test_what_is_not_there_has_the_place_of_what_it_would_be_in() -> None:
    """A missing key is reported at its mapping, and that of the whole at the beginning."""
    source = read_yaml("a:\n  b: 1\n", "x.yml")
    assert Location("x.yml", 1, 1) == source.location(("a", "c", "d"))
    assert Location("x.yml", 1, 1) == source.location(("z",))


BROKEN = {
    "a: b: c": "x.yml:1:5 F003 error not valid YAML: mapping values are not allowed here",
    "a: [1,\nb: 2": (
        "x.yml:2:5 F003 error not valid YAML: expected ',' or ']', but got '<stream end>'"
    ),
    "a: 1\n\tb: 2": (
        "x.yml:2:1 F003 error not valid YAML: found character '\\t' that cannot start any token"
    ),
    "a: \x07": "x.yml:1:4 F003 error not valid YAML: the character U+0007 is not allowed",
    "a: *b": "x.yml:1:4 F003 error not valid YAML: found undefined alias 'b'",
    "a: 1931-13-45": (
        "x.yml:1:4 F003 error not valid YAML: '1931-13-45' is no value: month must be in 1..12"
    ),
    "? [a]\n: 1": "x.yml:1:3 F003 error not valid YAML: found unhashable key",
    "a: 1\n---\nb: 2": "x.yml:2:1 F003 error not valid YAML: but found another document",
    "[" * 5000: "x.yml:1:1 F003 error not valid YAML: nested too deeply",
    "a: !!python/name:os.system": (
        "x.yml:1:4 F003 error not valid YAML: could not determine a constructor for the tag "
        "'tag:yaml.org,2002:python/name:os.system'"
    ),
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: repr(text[:20]))
def test_broken_yaml_is_one_fault_with_its_place(text: str) -> None:
    """Nothing is raised, whatever the text is."""
    source = read_yaml(text, "x.yml")
    assert None is source.data
    assert [BROKEN[text]] == said(source)


def test_a_key_that_stands_twice_is_a_fault_at_its_second_place() -> None:
    """The first value would silently be lost."""
    source = read_yaml("a: {b: 1, c: 2, b: 3}\na: 4\n", "x.yml")
    assert [
        "x.yml:1:17 F004 error the key 'b' stands twice; only the last would count",
        "x.yml:2:1 F004 error the key 'a' stands twice; only the last would count",
    ] == said(source)


def test_an_alias_inside_its_own_anchor_comes_to_an_end() -> None:
    """A circle in the data is no endless walk."""
    assert [] == said(read_yaml("a: &a [*a]\n", "x.yml"))


def test_many_aliases_are_walked_once() -> None:
    """A file of a few lines cannot stand for thousands of millions of values."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert len(read_yaml("\n".join(lines), "x.yml").places) < 500


def test_places_of_a_configuration_do_not_depend_on_its_tags() -> None:
    """A tag that only MkDocs knows is no fault."""
    source = places_of("a: !ENV HOME\nb:\n  c: !!python/name:os.sep\n", "mkdocs.yml")
    assert [] == said(source)
    assert Location("mkdocs.yml", 3, 3) == source.location(("b", "c"))


def test_data_that_fits_becomes_a_model() -> None:
    """Nothing is said, and the model is there."""
    source = read_yaml("name: Ann\nage: 3\n", "x.yml")
    assert Gull(name="Ann", age=3) == validate(source, Gull)
    assert [] == said(source)


def test_everything_that_does_not_fit_is_said_at_once() -> None:
    """Missing, unknown and wrong, each with its code and place."""
    source = read_yaml("age: 100\ncolour: grey\n", "x.yml")
    assert None is validate(source, Gull)
    assert [
        "x.yml:1:1 M001 error the field 'name' is missing",
        "x.yml:1:1 M003 error 'age': input should be less than or equal to 99",
        "x.yml:2:1 M002 error the key 'colour' is not known",
    ] == sorted(said(source))


def test_a_document_that_is_no_mapping_is_said_to_be_wrong_as_a_whole() -> None:
    """A list where a mapping should be is one fault."""
    source = read_yaml("- a\n- b\n", "x.yml")
    assert None is validate(source, Gull)
    reason = "input should be a valid dictionary or instance of Gull"
    assert [f"x.yml:1:1 M003 error 'the document': {reason}"] == said(source)


def test_a_character_in_two_halves_is_one() -> None:
    """JSON may write it so."""
    assert {"name": "\U0001f54a"} == read_yaml('{"name": "\\ud83d\\udd4a"}', "x.json").data


def test_half_of_a_character_is_a_fault() -> None:
    """It could not be written to any file."""
    source = read_yaml('{"name": "\\ud83d"}', "x.json")
    line = (
        "x.json:1:10 F003 error not valid YAML: '?' is no value: half of a character stands alone"
    )
    assert [line] == said(source)
