"""Arbitrary content: the loader never raises, and what it accepts becomes a harmless page.

Hypothesis puts texts together out of nasty pieces; the examples are the same in every run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from tests.hostile.attacks import Attack
from tests.hostile.judge import loaded
from tests.hostile.places import Edit, Place, Workshop
from tests.hostile.scan import page_features
from tests.rendering import EXTENSIONS

from edition.checks.check import check
from edition.content.load import load
from edition.content.model import Edition
from edition.markup import EditionExtension
from edition.markup.fragments import judged
from edition.pages import page_tree

TOKENS: Final = (
    *("zqx", "gulls", " ", "  ", "\n", "\n\n", "\n    ", "\n- ", "\n1. ", "\n> ", "\n:   ", "\t"),
    *("*", "**", "_", "`", "``", "\\", "#", "## ", "===", "---", "* * *", "|", "~", "^", "!", "&"),
    *("[", "]", "(", ")", "{", "}", "{:", "{: ", "<", ">", "</", "/>", "<!--", "-->", '"', "'"),
    *("[^1]", "[^5]", "[^9]: ", "[1]", "(1)", "[x]: ", "[x][y]", "![x](", "](", "]{lang=fr}"),
    *("]{to=ref-1}", "]{to=", "{~~", "~>", "~~}", "{>>", "<<}", "::: ", "::: table brine-1", "=#"),
    *("javascript:", "data:", "//evil.example", "https://evil.example/", "<https://", "&colon;"),
    *("onclick=zqx()", " onerror=zqx() ", "style=x", ".note-back", "#main", "class=x", "id=text"),
    *("script", "<script>", "img src=x", "<svg ", "math", "markdown=1", "&#106;", "&lt;", "&#x0;"),
    *("\u00a0", "\u200b", "\u202e", "\x02", "\x03", "\x00", "\x1b", "\x85", "\u2028", "\ue010"),
    *("\ue011", "wzxhzdk:0", "klzzwxh:0000", "amp", "{{ 7 }}", "{% x %}", "[TOC]", "é", "чайка"),
)
TEXT: Final = st.lists(st.sampled_from(TOKENS), max_size=14).map("".join)
VALUES: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(TOKENS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
RELATION: Final = st.lists(
    st.sampled_from(
        (
            *(
                "[",
                "]",
                "salt",
                "[Salt, tons]",
                "[Upper | salt]",
                "|",
                "#2",
                " / ",
                ";",
                "±",
                "0.1",
            ),
            *("sum(", "mean(", "min(", ")", "=", ">", "<", "+", "-", "*", "/", "(", "9" * 400, "0"),
        )
    ),
    max_size=10,
).map(" ".join)
CELL: Final = TEXT | st.decimals(allow_nan=True).map(str) | st.sampled_from(["", "-0", "1e400"])


def _places() -> dict[str, tuple[Place, ...]]:
    """Return every place by its kind."""
    with TemporaryDirectory() as folder:
        places = tuple(Workshop(Path(folder) / "issue").places())
    kinds = {place.kind for place in places}
    return {kind: tuple(place for place in places if place.kind == kind) for kind in kinds}


PLACES: Final = _places()
BOUNDED: Final = settings(
    max_examples=25,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A copy of the issue to put texts into."""
    return Workshop(tmp_path_factory.mktemp("arbitrary") / "issue")


def rendered(edition: Edition) -> Iterator[str]:
    """Yield every page of an edition as HTML."""
    extension = EditionExtension(edition)
    markdown = Markdown(extensions=[*EXTENSIONS, extension])
    for page in page_tree(edition):
        text = page.render().split("---\n", 2)[-1]
        yield f"<!DOCTYPE html><title>Zqx</title><main>{markdown.reset().convert(text)}</main>"


def features(folder: Path) -> set[str]:
    """Return what the pages of a folder have that acts; nothing if it is refused."""
    result = judged(load(folder))
    if any(str(diagnostic.severity) == "error" for diagnostic in result.diagnostics):
        return set()
    pages = rendered(result.unwrap())
    return {feature for page in pages for feature, _ in page_features(page)}


@pytest.fixture(scope="module")
def clean(workshop: Workshop) -> set[str]:
    """What the pages of the harmless issue have."""
    workshop.put(())
    return features(workshop.folder)


def put(workshop: Workshop, place: Place, text: str, aim: str = "arbitrary") -> None:
    """Put one arbitrary text into its place and see that the loader does not raise."""
    workshop.put([Edit(place, Attack("arbitrary", aim, text, "escaped"), 1)])
    verdict = loaded(workshop.folder)
    assert verdict.outcome in {"accepted", "refused"}, f"{place}: {text!r}: {verdict}"


@BOUNDED
@given(text=TEXT, place=st.sampled_from(PLACES["body"]))
def test_an_arbitrary_text_in_a_body_is_refused_or_harmless(
    text: str,
    place: Place,
    workshop: Workshop,
    clean: set[str],
) -> None:
    """Paragraphs, headings, lists, quotations, notes, emendations: whatever stands in them."""
    put(workshop, place, text)
    assert set() == features(workshop.folder) - clean


@BOUNDED
@given(text=TEXT, place=st.sampled_from(PLACES["text"]))
def test_an_arbitrary_text_in_a_field_is_refused_or_harmless(
    text: str,
    place: Place,
    workshop: Workshop,
    clean: set[str],
) -> None:
    """Titles, names, captions, labels: whatever stands in them."""
    put(workshop, place, text)
    assert set() == features(workshop.folder) - clean


@BOUNDED
@given(cell=CELL, place=st.sampled_from(PLACES["cell"]))
def test_an_arbitrary_cell_is_refused_or_harmless(
    cell: str,
    place: Place,
    workshop: Workshop,
    clean: set[str],
) -> None:
    """Heads, texts and numbers of a table: whatever stands in them, and is drawn."""
    put(workshop, place, cell)
    assert set() == features(workshop.folder) - clean


@BOUNDED
@given(value=VALUES, place=st.sampled_from((*PLACES["value"], *PLACES["text"])))
def test_an_arbitrary_value_is_refused_or_accepted(
    value: Any,  # noqa: ANN401  # data of any kind
    place: Place,
    workshop: Workshop,
) -> None:
    """A number, a list, a mapping where another kind of value is wanted."""
    put(workshop, place, json.dumps(value, default=str), "value")


@settings(BOUNDED, max_examples=8)
@given(relation=RELATION)
def test_an_arbitrary_relation_is_refused_or_checked(relation: str, workshop: Workshop) -> None:
    """What should add up may be said in any words: the check does not raise."""
    place = next(place for place in PLACES["text"] if place.name == "relations[]")
    put(workshop, place, relation)
    check(load(workshop.folder), chosen=lambda code: code.startswith("T"))


@BOUNDED
@given(raw=st.binary(max_size=60), data=st.data())
def test_an_arbitrary_file_is_refused_or_accepted(
    raw: bytes, data: st.DataObject, workshop: Workshop
) -> None:
    """Bytes of any kind after a good beginning, in any file of the content."""
    workshop.put(())
    names = [name for name in workshop.original if name.startswith(("articles/", "tables/"))]
    name = data.draw(st.sampled_from(sorted(names)))
    original = workshop.original[name]
    cut = data.draw(st.integers(0, len(original)))
    (workshop.folder / name).write_bytes(original[:cut] + raw + original[cut:])
    verdict = loaded(workshop.folder)
    assert verdict.outcome in {"accepted", "refused"}, f"{name}: {verdict}"
