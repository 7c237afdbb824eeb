"""What several tests share: a real browser, and a folder served over HTTP.

Tests that need the browser are marked `browser`, those that need another judge `validator`. Where
there is none they are skipped and say so; with `EDITION_SKIP_NOTHING=1` in the environment (CI) a
skipped one is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from host import served

pytest_plugins = ["tests.editions", "tests.hostile.score"]

# The same texts on every machine and day, and none of them against the clock.
settings.register_profile("edition", derandomize=True, deadline=None)
settings.load_profile("edition")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",  # CI runs as root, where Chromium's sandbox refuses to start
    "--disable-gpu",
    "--disable-quic",
    # a test's browser speaks to the test's server alone
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_CHROMIUM = "no Chromium found: install it (apt install chromium) or name it in EDITION_CHROMIUM"

ServeFolder = Callable[[Path], str]


def nothing_may_be_skipped() -> bool:
    """Say whether a test that lacks its browser or its judge has failed."""
    return os.environ.get("EDITION_SKIP_NOTHING") == "1"


def find_chromium() -> str | None:
    """Return the browser's executable: the one that is named, else the first one installed."""
    named = os.environ.get("EDITION_CHROMIUM")
    for name in (named,) if named else CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    return None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped browser or validator test into a failure where nothing may be skipped."""
    report = yield
    outside = item.get_closest_marker("browser") or item.get_closest_marker("validator")
    if report.skipped and outside and nothing_may_be_skipped():
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"EDITION_SKIP_NOTHING=1, but: {reason}"
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium, started once; a test opens its own context or page in it."""
    executable = find_chromium()
    if executable is None:
        if nothing_may_be_skipped():
            pytest.fail(NO_CHROMIUM, pytrace=False)
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=list(CHROMIUM_ARGUMENTS)
        )
        yield browser
        browser.close()


class SilentHandler(SimpleHTTPRequestHandler):
    """Serves a folder's files as static hosts do, and logs nothing.

    What is not there is answered with the nearest not-found page, if there is one.
    """

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's page for what is not there, or as any server does."""
        asked = Path(self.translate_path(self.path))
        pages = (folder / "404.html" for folder in asked.parents)
        page = next(filter(Path.is_file, pages), None)
        if code != HTTPStatus.NOT_FOUND or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Say nothing: a request is no news in a test."""


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[ServeFolder]:
    """A function that serves a folder until the tests end and returns its address, with slash."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder, SilentHandler))
