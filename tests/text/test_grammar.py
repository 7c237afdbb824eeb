"""The table of the grammar: every construct is read, documented, and refused where it may not be.

``pytest tests/text/test_grammar.py --regenerate`` writes the table of CONTRIBUTING.md anew.
"""

from __future__ import annotations

from typing import get_args

import pytest
from markdown import Markdown
from tests.editions import ROOT

from edition.text.blocks import read_body, read_line
from edition.text.faults import KINDS
from edition.text.grammar import (
    BODY,
    CONSTRUCTS,
    ESCAPABLE,
    KINDS_OF_TEXT,
    RUNS,
    Construct,
    Place,
    documentation,
)
from edition.text.runs import (
    Autolink,
    Citation,
    Emendation,
    Emphasis,
    Entity,
    Escape,
    Link,
    NoteMark,
    Remark,
    Run,
    Span,
    Strong,
)
from edition.text.views import walk

BEGINS = "<!-- the grammar: written by tests/text/test_grammar.py -->\n"
ENDS = "<!-- the end of the grammar -->\n"
RUN_OF: dict[str, type[Run]] = {
    "emphasis": Emphasis,
    "strong": Strong,
    "language": Span,
    "cross-reference": Span,
    "note-mark": NoteMark,
    "citation": Citation,
    "address": Autolink,
    "link": Link,
    "emendation": Emendation,
    "remark": Remark,
    "escape": Escape,
    "entity": Entity,
}
ONE_LINE = tuple(place for place in get_args(Place) if place not in BODY)


def first_paragraph(example: str) -> str:
    """Return the part of an example that has the construct."""
    return example.split("\n\n", maxsplit=1)[0]


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_the_example_of_every_construct_is_inside_the_grammar(name: str) -> None:
    """An editor who writes what is documented meets no fault."""
    assert () == read_body(CONSTRUCTS[name].example).faults


@pytest.mark.parametrize("construct", RUNS, ids=lambda construct: construct.name)
def test_the_example_of_every_run_is_read_as_that_run(construct: Construct) -> None:
    """The table and the reader mean the same."""
    kinds = {type(run) for run in walk(read_body(construct.example).blocks[0].runs)}
    assert RUN_OF[construct.name] in kinds


def test_every_kind_of_block_has_its_example() -> None:
    """What the reader can make of a line is in the table."""
    bodies = [read_body(construct.example) for construct in CONSTRUCTS.values()]
    blocks = [block for body in bodies for block in body.blocks]
    expected = {"heading", "paragraph", "item", "note", "directive", "separator"}
    assert expected == {block.kind for block in blocks}
    assert {"caps", "run-in"} == {name for block in blocks for name in block.classes}
    assert {"table", "diagram"} == {b.label for b in blocks if b.kind == "directive"}
    assert {"", "1.", "2."} == {block.label for block in blocks if block.kind == "item"}
    assert {"note", "paragraph"} == {block.kind for block in blocks if block.goes_on}


@pytest.mark.parametrize("place", ONE_LINE)
@pytest.mark.parametrize("construct", RUNS, ids=lambda construct: construct.name)
def test_a_construct_is_refused_where_it_may_not_stand(construct: Construct, place: Place) -> None:
    """A text of one line has what the table says, and no more."""
    codes = {f.code for f in read_line(first_paragraph(construct.example), place).faults}
    is_fault = place not in construct.places and not construct.is_text_elsewhere
    is_listed = construct.name in {"emendation", "remark"}
    refusal = "emendation-not-here" if is_listed else "not-here"
    assert ({refusal} if is_fault else set()) == codes


def test_a_figure_in_brackets_in_a_reference_is_text() -> None:
    """An entry of a reference list cites nothing: "Vol. [2]" is printed so."""
    line = read_line(
        "Osier P. *On Wells* [in the dialect]. Vol. [2]. Fenmouth, [1930].", "reference"
    )
    assert () == line.faults
    assert [] == [run for run in walk(line.runs) if isinstance(run, Citation)]


@pytest.mark.parametrize("code", KINDS)
def test_every_kind_of_fault_is_found_in_its_example(code: str) -> None:
    """The place is inside the example, and the message says what to write instead."""
    kind = KINDS[code]
    place = kind.place
    read = read_body(kind.example) if place is None else read_line(kind.example, place)
    (found, *_) = [fault for fault in read.faults if fault.code == code]
    assert 0 <= found.start < found.end <= len(kind.example)
    before, _, after = found.message.partition(": ")
    assert before
    assert after


def test_a_backslash_may_stand_before_the_signs_that_the_page_lets_it_stand_before() -> None:
    """Before any other sign the page would show it."""
    assert set(Markdown().ESCAPED_CHARS) == set(ESCAPABLE)


def test_line_and_column_are_counted_from_one() -> None:
    """As in every message of the edition."""
    assert [(1, 1), (1, 3), (2, 1), (3, 2)] == [
        read_body("ab\n\ncd").line_and_column(offset) for offset in (0, 2, 3, 5)
    ]


def test_every_kind_of_text_has_a_name_for_editors() -> None:
    """The documentation can say where a construct may not stand."""
    assert set(get_args(Place)) == set(KINDS_OF_TEXT)


def test_the_grammar_is_documented(request: pytest.FixtureRequest) -> None:
    """The table of CONTRIBUTING.md is that of the code."""
    file = ROOT / "CONTRIBUTING.md"
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    table = "\n".join(documentation())
    expected = f"{before}{BEGINS}\n{table}\n\n{ENDS}{after}"
    if request.config.getoption("--regenerate"):
        file.write_text(expected, encoding="utf-8")
    assert expected == file.read_text(encoding="utf-8")
