"""The editor's panel: findings on the pages of the preview, and never in a build.

Every page of the preview gets one script that shows the findings of the files the page is made
of; ``/findings.html`` shows all. What they show is one file, ``/findings.json``, so that the
pages need not be written again when a check ends.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

from edition.diagnostics import ContentError, Diagnostic, EditionError
from edition.policy import content_security_policy
from edition.site.unchanged import Previewed

DATA: Final = "findings.json"
PAGE: Final = "findings.html"
ASSETS: Final = ("findings.js", "findings.css", "reload.js")
SCRIPT: Final = '<script src="/findings.js"'
LINE: Final = re.compile(r"^(?P<path>[^\s:]+):\d+:\d+ (?P<code>[A-Z]\d{3}) (?P<severity>\w+) (.*)$")


@dataclass(frozen=True, slots=True)
class State:
    """What the panel shows.

    Attributes:
        findings: What a check of the content found.
        broken: Why the last change could not be built; empty if it was.
        checked: Whether the check of the present content has ended.
    """

    findings: tuple[Diagnostic, ...] = ()
    broken: tuple[dict[str, str], ...] = ()
    checked: bool = False

    def write(self, site: Path) -> None:
        """Write the state where the pages ask for it."""
        data = {
            "checked": self.checked,
            "broken": self.broken,
            "findings": [entry(finding) for finding in self.findings],
        }
        text = json.dumps(data, ensure_ascii=False)
        (site / DATA).write_text(text, encoding="utf-8")


def entry(finding: Diagnostic) -> dict[str, str]:
    """Return a finding as the panel reads it."""
    return {
        "path": finding.location.path,
        "place": str(finding.location),
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
    }


def reasons(error: EditionError) -> tuple[dict[str, str], ...]:
    """Return why a build failed, a line for each fault."""
    if isinstance(error, ContentError):
        return tuple(entry(finding) for finding in error.diagnostics)
    lines = []
    for line in str(error).splitlines():
        match = LINE.match(line)
        place = line.split(" ", 1)[0] if match else ""
        lines.append(
            {
                "path": match["path"] if match else "",
                "place": place,
                "code": match["code"] if match else "",
                "severity": match["severity"] if match else "error",
                "message": match[4] if match else line,
            }
        )
    return tuple(lines)


def add_panel(site: Path, sources: Mapping[str, Iterable[str]]) -> None:
    """Put the panel on every page of a preview.

    Args:
        site: Folder of the preview.
        sources: The content files that each page is made of, by the page's address.
    """
    folder = files("edition.site") / "panel"
    for name in ASSETS:
        (site / name).write_text((folder / name).read_text(encoding="utf-8"), encoding="utf-8")
    all_findings = Template((folder / PAGE).read_text(encoding="utf-8"))
    text = all_findings.substitute(policy=content_security_policy())
    (site / PAGE).write_text(text, encoding="utf-8")
    for url, paths in sources.items():
        page = site / url
        if page.is_file() and SCRIPT not in (text := page.read_text(encoding="utf-8")):
            page.write_text(_with_panel(text, list(paths)), encoding="utf-8")


def _with_panel(page: str, paths: list[str]) -> str:
    """Return a page with the script at its end; a path may hold any sign but a slash."""
    data = html.escape(json.dumps(paths, ensure_ascii=False))
    before, end, after = page.rpartition("</body>")
    return f'{before}{SCRIPT} data-sources="{data}"></script>{end}{after}'


def page_sources(plugin: Previewed) -> dict[str, list[str]]:
    """Return the content files of each page that a plugin has made.

    An article's page shows its tables as well.
    """
    tables: dict[str, list[str]] = {}
    for table in plugin.edition.tables:
        tables.setdefault(table.article, ["tables/datapackage.json"]).append(table.csv_path)
    result = {}
    for page in plugin.pages.values():
        url = page.path.removesuffix(".md") + ".html"
        more = tables.get(page.key, []) if page.kind == "article" else []
        result[url] = [page.source, *more]
    return result
