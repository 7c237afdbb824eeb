"""Whatever the text: nothing is raised, every place is one of the text, nothing takes too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.test_rendering import SETTINGS
from tests.text.written import NOISE, noisy_bodies

from edition.text.blocks import Body, read_body, read_line
from edition.text.diplomatic import diplomatic
from edition.text.grammar import MARKED_UP
from edition.text.runs import Emendation, Run
from edition.text.views import apparatus, links, reading, walk

DEPTH = 20_000
"""How often a sign is repeated: far beyond what any recursion could follow."""
DEEP = {
    "open brackets": "[" * DEPTH,
    "closing brackets": "]" * DEPTH,
    "brackets": "[" * DEPTH + "]" * DEPTH,
    "spans": "[" * DEPTH + "a" + "]{lang=fr}" * DEPTH,
    "links": "[" * DEPTH + "a" + "](#p1)" * DEPTH,
    "emphases": "*a " * DEPTH + "b* " * DEPTH,
    "both emphases": "*a **b " * DEPTH + "c** d* " * DEPTH,
    "asterisks": "*" * DEPTH,
    "underscores": "_a " * DEPTH,
    "emendations": "{~~" * DEPTH + "a~>" * DEPTH,
    "ends of emendations": "{~~a~>b" * DEPTH + "~~}" * DEPTH,
    "remarks": "{>>" * DEPTH + "a" + "<<}" * DEPTH,
    "addresses": "<https://a" * DEPTH,
    "addresses of links": "](" * DEPTH,
    "parentheses of addresses": "[a]" + "(a(b)" * DEPTH,
    "attributes": "]{" * DEPTH,
    "marks": "[^" * DEPTH,
    "entities": "&a" * DEPTH,
    "backslashes": "\\" * DEPTH,
    "dashes": "- " * DEPTH + "a",
    "rule": "-" * DEPTH + "a",
    "spaces": "a" + " " * DEPTH + "b",
    "figures": "1" * DEPTH + ". [" + "1" * DEPTH + "]",
    "lines": "a\n" * DEPTH,
    "items": "- a\n" * DEPTH,
    "notes": "[^1]: a\n\n    b\n\n" * DEPTH,
}


def check_places(runs: tuple[Run, ...], start: int, end: int) -> None:
    """See that runs stand in a part of a text, one after the other."""
    at = start
    for run in runs:
        assert at <= run.start < run.end <= end
        at = run.end
        for inner in getattr(run, "runs", ()):
            check_places((inner,), run.start, run.end)
        if isinstance(run, Emendation):
            check_places(run.source, run.source_start, run.end)
            check_places(run.reading, run.reading_start, run.end)


def check(body: Body) -> None:
    """See that blocks, runs and faults stand in the text, and that every view can be had."""
    at, size = 0, len(body.source)
    for block in body.blocks:
        assert at <= block.start <= block.text_start <= block.text_end <= block.end <= size
        at = block.end
        check_places(block.runs, block.text_start, block.text_end)
        read = reading(block.runs)
        assert len(read.text) == len(read.offsets) == len(read.languages) == len(read.addresses)
        assert sorted(read.offsets) == list(read.offsets)
        form = diplomatic(block.runs)
        assert len(form.text) == len(form.offsets)
        assert len(apparatus(block.runs)) <= len(list(walk(block.runs)))
        assert len(links(block.runs)) <= len(list(walk(block.runs)))
    for fault in body.faults:
        assert 0 <= fault.start < fault.end <= size
        assert ": " in fault.message
    numbers = [block.number for block in body.blocks if block.number is not None]
    assert list(range(1, len(numbers) + 1)) == numbers


@SETTINGS
@given(text=st.text() | noisy_bodies() | st.lists(NOISE).map("\n".join))
def test_any_text_is_read_with_places_inside_of_it(text: str) -> None:
    """Nothing is raised, and whatever is said stands somewhere."""
    check(read_body(text))


@SETTINGS
@given(text=st.text() | NOISE, place=st.sampled_from([*MARKED_UP, "plain"]))
def test_any_text_of_one_line_is_read_too(text: str, place: str) -> None:
    """Nothing is raised, and every run stands in the text."""
    line = read_line(text, place)
    check_places(line.runs, 0, len(text))
    assert all(0 <= fault.start < fault.end <= len(text) for fault in line.faults)


@pytest.mark.parametrize("name", DEEP)
def test_no_depth_and_no_length_is_too_much(name: str) -> None:
    """A reader whose work grew with the square of the length would not come to an end here."""
    body = read_body(DEEP[name])
    assert body.blocks
    assert all(reading(block.runs).text is not None for block in body.blocks)
