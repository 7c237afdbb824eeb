"""YAML to plain data that remembers its lines."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from edition.content.limits import Limits, limited
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


TEXT = "; if a text is meant, put it in quotation marks"
BROKEN = {
    "a: b: c": f"x.yml:1:5 F003 error not valid YAML: mapping values are not allowed here{TEXT}",
    "a: [1,\nb: 2": (
        "x.yml:2:5 F003 error not valid YAML: expected ',' or ']', but got '<stream end>'" + TEXT
    ),
    "a: 1\n\tb: 2": (
        "x.yml:2:1 F003 error not valid YAML: found character '\\t' that cannot start any token"
        + TEXT
    ),
    "a: \x07": "x.yml:1:4 F009 error the character U+0007 (a control character) is not allowed",
    "a: *b": f"x.yml:1:4 F003 error not valid YAML: found undefined alias 'b'{TEXT}",
    "a: @b": (
        "x.yml:1:4 F003 error not valid YAML: found character '@' that cannot start any token"
        + TEXT
    ),
    "a: [b] c": (
        "x.yml:1:8 F003 error not valid YAML: expected <block end>, but found '<scalar>'" + TEXT
    ),
    "a: 1931-13-45": (
        "x.yml:1:4 F003 error not valid YAML: '1931-13-45' is no value: month must be in 1..12"
        + TEXT
    ),
    "? [a]\n: 1": "x.yml:1:3 F003 error not valid YAML: found unhashable key",
    "a: 1\n---\nb: 2": "x.yml:2:1 F003 error not valid YAML: but found another document",
    "[" * 5000: (
        "x.yml:1:21 F010 error more than 20 values inside each other (the limit 'nesting')"
    ),
    "a: &c and others": (
        "x.yml:1:4 F003 error not valid YAML: the anchor 'c' is used nowhere; a text that begins "
        "with '&' needs quotation marks"
    ),
    "a: &a [*a]": f"x.yml:1:8 F003 error not valid YAML: the anchor 'a' contains itself{TEXT}",
    "a: &a {*a : 1}": f"x.yml:1:8 F003 error not valid YAML: the anchor 'a' contains itself{TEXT}",
    "a: " + "9" * 5000: (
        f"x.yml:1:4 F003 error not valid YAML: '{'9' * 40}' is no value: Exceeds the limit (4300 "
        "digits) for integer string conversion: value has 5000 digits; use "
        "sys.set_int_max_str_digits() to increase the limit"
    )
    + TEXT,
    **{
        f"a: {tag} b": (
            f"x.yml:1:4 F003 error not valid YAML: the tag '{tag}' is not allowed; a text that "
            "begins with '!' needs quotation marks"
        )
        for tag in (
            "!!python/name:os.system",
            "!!binary",
            "!!set",
            "!!omap",
            "!!timestamp",
            "!!str",
            "!Salt",
            "!",
        )
    },
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


BOMBS = {
    "aliases": "a{n}: &a{n} [{parts}]",
    "merge keys": "a{n}: &a{n} {{<<: [{parts}]}}",
}


@pytest.mark.parametrize("kind", BOMBS)
def test_what_aliases_stand_for_is_counted_before_it_is_made(kind: str) -> None:
    """A file of a few lines cannot stand for thousands of millions of values."""
    lines = ["a0: &a0 [x, x]" if kind == "aliases" else "a0: &a0 {b: 1, c: 2}"]
    for number in range(1, 30):
        parts = ", ".join([f"*a{number - 1}"] * 7)
        lines.append(BOMBS[kind].format(n=number, parts=parts))
    (fault,) = said(read_yaml("\n".join(lines), "x.yml"))
    assert re.fullmatch(r"x\.yml:\d+:\d+ F010 error more than 500000 values, .*", fault)


def test_a_few_aliases_and_merge_keys_are_read() -> None:
    """What is not a bomb means what it says."""
    source = read_yaml("a: &a {b: 1}\nc: {<<: *a, d: 2}\ne: [*a, *a]\n", "x.yml")
    assert [] == said(source)
    assert {"a": {"b": 1}, "c": {"b": 1, "d": 2}, "e": [{"b": 1}, {"b": 1}]} == source.data


@pytest.mark.parametrize(
    ("limit", "text", "fault"),
    [
        ("list_entries", "a: [1, 2, 3]", "1:11 F010 error more than 2 entries in one list"),
        (
            "list_entries",
            "a: {b: 1, c: 2, d: 3}",
            "1:17 F010 error more than 2 entries in one list",
        ),
        ("text_length", "a: abc", "1:4 F010 error more than 2 characters in one value"),
        ("nesting", "a:\n - b: 1", "2:4 F010 error more than 2 values inside each other"),
    ],
)
def test_a_limit_is_told_at_the_place_where_it_is_passed(limit: str, text: str, fault: str) -> None:
    """Once, with its name, by which an editor can raise it."""
    with limited(replace(Limits(), **{limit: 2})):
        assert [f"x.yml:{fault} (the limit '{limit}')"] == said(read_yaml(text, "x.yml"))
    assert [] == said(read_yaml(text, "x.yml"))


QUOTES = "put a text in quotation marks"
SILENT = {
    "a: 011": f"may be read as another number: write it plainly, or {QUOTES}",
    "a: 0x1F": f"may be read as another number: write it plainly, or {QUOTES}",
    "a: 1_0": f"may be read as another number: write it plainly, or {QUOTES}",
    "a: 1:10": f"may be read as another number: write it plainly, or {QUOTES}",
    "a: +5": f"may be read as another number: write it plainly, or {QUOTES}",
    "a: .5": f"may be read as another number: write it plainly, or {QUOTES}",
    "a: .nan": f"may be read as another number: write it plainly, or {QUOTES}",
    "No: 1": f"the key 'No' is read as yes or no: {QUOTES}",
    "7: 1": f"the key '7' is read as a number: {QUOTES}",
    "~: 1": f"the key '~' is read as nothing: {QUOTES}",
    "1931-05-01: 1": f"the key '1931-05-01' is read as a date: {QUOTES}",
    "a: Salt #5": "is a comment to YAML and no part of the text",
    "a: #5": "is a comment to YAML and no part of the text",
    "- Salt   # 5": "is a comment to YAML and no part of the text",
    "a: [b, c #5\n]": "is a comment to YAML and no part of the text",
    "a: Salt\n  #5 of the wells": "is a comment to YAML and no part of the text",
    'a: "\\u202e"': "the character U+202E (right-to-left override) is not allowed",
    'a: "\\x1b[31m"': "the character U+001B (a control character) is not allowed",
    'a: "\\x02"': "the character U+0002 (a control character) is not allowed",
    'a: "\\uE000"': "the character U+E000 (a private character) is not allowed",
    'a: "\\uFFFE"': "the character U+FFFE (no character) is not allowed",
    'a: "\\U000E0041"': "the character U+E0041 (tag latin capital letter a) is not allowed",
    '"\\u2028": 1': "the character U+2028 (line separator) is not allowed",
}


@pytest.mark.parametrize("text", SILENT, ids=repr)
def test_what_yaml_would_change_in_silence_is_told(text: str) -> None:
    """One fault, with the place."""
    (fault,) = said(read_yaml(text, "x.yml"))
    assert fault.startswith("x.yml:1:")
    assert SILENT[text] in fault


@pytest.mark.parametrize(
    "text",
    [
        "a: 11",
        "a: -1.50",
        'a: "Salt #5"  # a comment',
        "a: 7 # of nine",
        "# a comment\na: Salt",
        "a: Salt\n# a comment\nb: 1",
        "a:\n  - salt\n  # a comment\n  - wells",
        "a: |-\n  Salt #5\n  # of the wells",
        "a: Salt#5",
        'a: "\\u00ad\\u00a0\\u2011\\u202f\\u200c\\u200d\\t"',
    ],
)
def test_what_yaml_reads_as_it_is_meant_is_no_fault(text: str) -> None:
    """Plain numbers, comments that take nothing away, harmless special signs."""
    assert [] == said(read_yaml(text, "x.yml"))


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


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("No", "this is read as yes or no and not as a text: put a text in quotation marks"),
        ("1.10", "this is read as a number and not as a text: put a text in quotation marks"),
        ("2007-05-01", "this is read as a date and not as a text: put a text in quotation marks"),
        ("{b: c}", "this is a mapping and no text; a text with ': ' needs quotation marks"),
        (
            "[b]",
            "this is a list and no text; a text that begins with '[' or '- ' needs quotation marks",
        ),
        ("", "a text is missing"),
    ],
)
def test_a_text_that_yaml_takes_for_something_else_needs_quotation_marks(
    value: str, reason: str
) -> None:
    """The message says what YAML took it for, and what to do."""
    source = read_yaml(f"name: {value}", "x.yml")
    assert None is validate(source, Gull)
    assert [f"x.yml:1:1 M003 error 'name': {reason}"] == said(source)


def test_an_unknown_key_that_is_nearly_a_known_one_says_so() -> None:
    """Of the mapping that it stands in."""

    class Flock(BaseModel):
        model_config = ConfigDict(extra="forbid")
        gulls: tuple[Gull, ...]

    source = read_yaml("gulls:\n  - name: Ann\n    agee: 3\n    wing: 2\n", "x.yml")
    assert None is validate(source, Flock)
    assert [
        "x.yml:3:5 M002 error the key 'gulls.0.agee' is not known; perhaps 'age' is meant",
        "x.yml:4:5 M002 error the key 'gulls.0.wing' is not known",
    ] == said(source)


@given(st.text(max_size=60), st.sampled_from(["{}", "a: {}", "- {}", "a: '{}'", 'a: "{}"', "? {}"]))
@settings(derandomize=True, deadline=None)
def test_no_text_is_more_than_a_fault(text: str, form: str) -> None:
    """Whatever a file says, nothing is raised and every place is one of the file."""
    whole = form.replace("{}", text)
    for diagnostic in read_yaml(whole, "x.yml").diagnostics:
        assert 1 <= diagnostic.location.line <= whole.count("\n") + 1


def test_half_of_a_character_is_a_fault() -> None:
    """It could not be written to any file."""
    source = read_yaml('{"name": "\\ud83d"}', "x.json")
    line = (
        "x.json:1:10 F003 error not valid YAML: '?' is no value: half of a character stands alone"
    )
    assert [line] == said(source)
