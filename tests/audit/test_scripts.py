"""The scripts and the style sheets: ESLint and Stylelint find nothing, Node.js tests what is pure.

What they forbid is markup, styles and scripts made out of texts (`eslint.config.cjs`); the policy
of the pages forbids the same to a browser (`tests/browser/test_policy.py`).
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from tests.audit.conftest import MODULES, installed
from tests.editions import ROOT

pytestmark = pytest.mark.validator

HERE: Final = Path("tests", "audit")
PART: Final = "scripts/edition/theme/assets/edition/js/99-part.js"
SHEET: Final = "scripts/edition/theme/assets/edition/css/99-part.css"
FORBIDDEN: Final = [
    "a.innerHTML = '';",
    "a.outerHTML = b;",
    "a.insertAdjacentHTML('beforeend', b);",
    "a['innerHTML'] = b;",
    "a.srcdoc = b;",
    "document.write(b);",
    "new Range().createContextualFragment(b);",
    "new DOMParser().parseFromString(b, 'text/html');",
    "a.setHTMLUnsafe(b);",
    "a.style.cssText = b;",
    "a.setAttribute('style', b);",
    "a.setAttribute('onclick', b);",
    "document.createElement('script');",
    "document.createElement('iframe');",
    "location = b;",
    "location.href = b;",
    "location.assign(b);",
    "a.href = 'javascript:b()';",
    "eval(b);",
    "setTimeout('b()');",
    "new Function(b);",
    "import(b);",
    "var c = a; c();",
    "undeclared();",
]
"""Each of these is a fault; `a` and `b` are declared."""
MISTAKEN: Final = [
    '@import "a.css";',
    "a { background: url(https://elsewhere.example/a.png); }",
    'b { background: url("data:image/png;base64,AA"); }',
    "i { colour: red; }",
    "p { color: red; color: red; }",
    "q { color: #ggg; }",
]
"""The same for a style sheet."""


def eslint(node: str, *arguments: str, text: str | None = None) -> list[str]:
    """Return what ESLint finds, a line each, in files or in a text."""
    script = installed("eslint/bin/eslint.js")
    options = ["--config", str(HERE / "eslint.config.cjs"), "--format", "json", *arguments]
    done = subprocess.run(
        [node, str(script), *options],
        cwd=ROOT,
        env={**os.environ, "NODE_PATH": str(MODULES)},
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return [
        f"{result['filePath']}:{message['line']} {message['ruleId']} {message['message']}"
        for result in json.loads(done.stdout)
        for message in result["messages"]
    ]


def stylelint(node: str, *arguments: str, text: str | None = None) -> list[str]:
    """Return what Stylelint finds, a line each, in files or in a text."""
    script = installed("stylelint/bin/stylelint.mjs")
    options = ["--config", str(HERE / "stylelint.config.mjs"), "--formatter", "json"]
    options += ["--config-basedir", str(MODULES.parent), *arguments]
    done = subprocess.run(
        [node, str(script), *options],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 2}, done.stderr
    results: list[dict[str, Any]] = json.loads(done.stdout or done.stderr)
    return [
        f"{result['source']}:{warning['line']} {warning['text']}"
        for result in results
        for warning in result["warnings"]
    ]


def test_eslint_finds_nothing(node: str) -> None:
    """In the scripts of the pages, of the preview and of these tests."""
    assert [] == eslint(node, "scripts/edition", str(HERE))


def test_eslint_finds_what_is_forbidden(node: str) -> None:
    """Any way of making something that runs out of a text, and what is old or undeclared."""
    first = ["(() => {", "const [a, b] = [document.body, name];", "a.append(b);"]
    text = "\n".join([*first, *FORBIDDEN, "})();\n"])
    found = eslint(node, "--stdin", "--stdin-filename", PART, text=text)
    lines = {int(line.split(":", 1)[1].split(" ", 1)[0]) for line in found}
    assert set(range(4, 4 + len(FORBIDDEN))) == lines, found


@pytest.mark.parametrize("text", ["`one\ntwo`", "'one \\\ntwo'"])
def test_eslint_finds_a_text_that_goes_over_the_end_of_a_line(node: str, text: str) -> None:
    """Comments are dropped by their lines (`edition.site.assets`)."""
    script = f"(() => {{\n  document.title = {text};\n}})();\n"
    found = eslint(node, "--stdin", "--stdin-filename", PART, text=script)
    assert 1 == len(found), found


def test_stylelint_finds_nothing(node: str) -> None:
    """In the style sheets of the pages and of the preview."""
    assert [] == stylelint(node, "scripts/edition/**/*.css")


def test_stylelint_finds_what_is_forbidden(node: str) -> None:
    """What is loaded from elsewhere or held in the sheet, and what no browser knows."""
    text = "\n".join([*MISTAKEN, ""])
    found = stylelint(node, "--stdin", "--stdin-filename", SHEET, text=text)
    lines = {int(line.split(":", 1)[1].split(" ", 1)[0]) for line in found}
    assert set(range(1, 1 + len(MISTAKEN))) == lines, found


def test_the_functions_of_the_scripts_do_what_they_say(node: str) -> None:
    """Matching, marking and merging what the search finds; figures; places."""
    files = sorted(str(file) for file in (ROOT / HERE / "scripts").glob("*.test.mjs"))
    assert files
    done = subprocess.run(
        [node, "--test", *files], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert 0 == done.returncode, done.stdout
