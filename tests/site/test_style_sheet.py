"""A style sheet as its rules."""

from __future__ import annotations

import pytest

from edition.site.style_sheet import Rule, rules


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("a { b: c; d: e }", [Rule((), "a", {"b": "c", "d": "e"})]),
        ("a{b:c}", [Rule((), "a", {"b": "c"})]),
        ("a /* { */ i { b: /* ; */ c }", [Rule((), "a   i", {"b": "c"})]),
        ('a { b: "}; /* x"; d: e }', [Rule((), "a", {"b": '"}; /* x"', "d": "e"})]),
        (r"a { b: '\'}'; d: e }", [Rule((), "a", {"b": r"'\'}'", "d": "e"})]),
        ("a { b: url(x;{.png); d: e }", [Rule((), "a", {"b": "url(x;{.png)", "d": "e"})]),
        (r"a\{ { b: c }", [Rule((), r"a\{", {"b": "c"})]),
        ("a { B: c; b: d !important; --X: y; }", [Rule((), "a", {"b": "d", "--X": "y"})]),
        ('@import "a.css"; a { b: c }', [Rule((), "a", {"b": "c"})]),
        (
            "@media print { a { b: c } } i { d: e }",
            [
                Rule(("@media print",), "a", {"b": "c"}),
                Rule((), "@media print", {}),
                Rule((), "i", {"d": "e"}),
            ],
        ),
        ("a { b: c", [Rule((), "a", {"b": "c"})]),
        ("a { b: c; /* open", [Rule((), "a", {"b": "c"})]),
        ("} a { b: c }", [Rule((), "a", {"b": "c"})]),
        ("", []),
    ],
)
def test_a_style_sheet_is_its_rules(sheet: str, expected: list[Rule]) -> None:
    """Whatever stands in its comments, strings, escapes and addresses."""
    assert expected == list(rules(sheet))


@pytest.mark.parametrize(
    ("around", "seen"),
    [
        ("@media print", False),
        ("@media only print", False),
        ("@media not print", True),
        ("@media print, screen", True),
        ("@media (min-width: 80rem)", True),
        ("@media screen", True),
        ("@supports (display: grid)", True),
        ("@layer base", True),
        ("@keyframes lean", False),
        (".outer", False),
    ],
)
def test_a_rule_is_for_the_screen_unless_it_is_for_print_alone(around: str, *, seen: bool) -> None:
    """A condition may hold; steps of an animation and nested selectors are something else."""
    rule, *_ = rules(f"{around} {{ a {{ b: c }} }}")
    assert seen == rule.on_screen
