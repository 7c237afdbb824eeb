"""The pages are valid: neither the Nu validator nor html-validate finds an error in any of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.audit.conftest import installed
from tests.editions import ROOT, Site

pytestmark = pytest.mark.validator

CONFIGURATION = ROOT / "tests" / "audit" / "htmlvalidate.mjs"
UNKNOWING = "violates Content Security Policy (meta tag)"
"""What the Nu validator says of every file: it knows no address that is the page's own, and takes
no hash. Whether a policy forbids what a page needs, a browser tells (tests/browser/test_policy.py).
"""


def files_of(site: Site) -> list[str]:
    """Return every page's file; the search engine has none."""
    return [str(site.folder / name) for name in site.pages]


def nu(java: str, files: list[str]) -> list[str]:
    """Return the errors and warnings of the Nu validator, a line each."""
    jar = installed("vnu-jar/build/dist/vnu.jar")
    command = [java, "-Xss8m", "-jar", str(jar), "--format", "json", "--stdout", *files]
    # The exit status says that there are messages, not that the run went wrong.
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{message['url']}:{message.get('lastLine', 0)} {message['message']}"
        for message in messages
        if (message["type"] != "info" or message.get("subType") == "warning")
        and UNKNOWING not in message["message"]
    ]


def html_validate(node: str, files: list[str], report: Path) -> list[str]:
    """Return the errors and warnings of html-validate, a line each; it writes a report."""
    script = installed("html-validate/bin/html-validate.mjs")
    options = ["--config", str(CONFIGURATION), "--formatter", f"json={report}"]
    subprocess.run([node, str(script), *options, *files], capture_output=True, check=False)
    return [
        f"{result['filePath']}:{message['line']} {message['ruleId']} {message['message']}"
        for result in json.loads(report.read_text(encoding="utf-8"))
        for message in result["messages"]
    ]


def test_the_nu_validator_finds_no_error(java: str, real_site: Site, invented_site: Site) -> None:
    """In any page of the real issue, and in those of the invented one."""
    assert [] == nu(java, files_of(real_site) + files_of(invented_site))


def test_html_validate_finds_no_error(
    node: str, real_site: Site, invented_site: Site, tmp_path: Path
) -> None:
    """By its standard rules and those of accessibility."""
    files = files_of(real_site) + files_of(invented_site)
    assert [] == html_validate(node, files, tmp_path / "report.json")


def test_both_find_what_is_wrong(java: str, node: str, tmp_path: Path) -> None:
    """A page with two elements of one id, and an image that says nothing."""
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html>\n<html lang="en">\n<head><title>A page</title></head>\n'
        '<body><h1 id="a">A</h1><p id="a"><img src="a.png"></p></body>\n</html>\n',
        encoding="utf-8",
    )
    for found in (
        nu(java, [str(page)]),
        html_validate(node, [str(page)], tmp_path / "report.json"),
    ):
        assert any("uplicate" in line and ":4 " in line for line in found), found
        assert any("alt" in line for line in found), found
