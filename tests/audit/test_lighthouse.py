"""Lighthouse, on the profile of a phone: what it says that does not depend on the machine.

Accessibility, best practices and search engines must have all points but one. Its figure for speed
depends on the machine that runs it, and no time fails a test: `make bench` prints it, and what
makes a page fast is held by `test_weight.py`.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from tests.audit.conftest import installed
from tests.conftest import CHROMIUM_ARGUMENTS

from edition.content.model import LANGUAGES, Language

pytestmark = [pytest.mark.browser, pytest.mark.validator]

CATEGORIES: Final = ("accessibility", "best-practices", "seo")
LEAST: Final = 0.99


Judge = Callable[[str], dict[str, Any]]


@pytest.fixture
def lighthouse(node: str, chrome_environment: dict[str, str], tmp_path: Path) -> Judge:
    """A function that returns Lighthouse's report on the page of an address."""
    script, report = installed("lighthouse/cli/index.js"), tmp_path / "report.json"
    flags = " ".join(["--headless=new", *CHROMIUM_ARGUMENTS])
    options = [f"--chrome-flags={flags}", "--output=json", f"--output-path={report}", "--quiet"]
    options += [f"--only-categories={','.join(CATEGORIES)}"]

    def judge(address: str) -> dict[str, Any]:
        command = [node, str(script), address, *options]
        subprocess.run(command, env=chrome_environment, check=True, capture_output=True)
        judged: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return judged

    return judge


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["index", "mullerson", "tables"])
def test_lighthouse_is_content(name: str, lang: Language, host: str, lighthouse: Judge) -> None:
    """With the cover, the longest article and the list of tables."""
    categories = lighthouse(f"{host}{lang}/{name}.html")["categories"]
    scores = {key: categories[key]["score"] for key in CATEGORIES}
    assert {} == {key: score for key, score in scores.items() if score < LEAST}
