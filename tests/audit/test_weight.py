"""A page is light and lies still: what it weighs over the wire, and that nothing in it moves."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.browser.reader import KINDS, NAMES, SLUGS, settle

from edition.content.model import LANGUAGES, Language

pytestmark = pytest.mark.browser

MOST: Final = 120_000
"""Bytes of a first visit to an article, faces included."""
LATE: Final = 0.25
"""Seconds by which the faces come too late for the first picture of a page."""
PRELOADED: Final = re.compile(r'<link rel="preload" href="(?:\.\./)?([^"]+\.woff2)"[^>]*>')
STILL: Final = 0.002
"""Less than if the whole screen of a phone moved by two pixels."""
WATCH: Final = """window.moved = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) moved.push([shift.value, ...shift.sources.map(
    ({ node }) => node?.id || node?.className || node?.nodeName)]);
}).observe({ type: 'layout-shift', buffered: true });"""


@pytest.fixture
def first_visit(chromium: Browser, host: str) -> Iterator[Page]:
    """A page in a browser that has never been here."""
    context = chromium.new_context(base_url=host, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SLUGS)
def test_a_first_visit_to_an_article_is_light(lang: Language, name: str, first_visit: Page) -> None:
    """Everything that comes over the wire, heads included, as a host compresses it."""
    session = first_visit.context.new_cdp_session(first_visit)
    weights: list[int] = []
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    session.send("Network.enable")
    first_visit.goto(f"{lang}/{name}.html", wait_until="networkidle")
    first_visit.evaluate("scrollTo(0, document.body.scrollHeight)")
    first_visit.wait_for_load_state("networkidle")
    assert len(weights) > 4
    assert sum(weights) <= MOST


@pytest.mark.parametrize(
    "path", ["index.html", *(f"{lang}/{name}.html" for lang in LANGUAGES for name in NAMES)]
)
def test_a_page_asks_at_once_for_the_faces_of_its_text(
    path: str, host: str, first_visit: Page
) -> None:
    """Those that a browser fetches anyway when it is not told: none too late, none for nothing."""
    told: list[str] = []
    fetched: set[str] = set()

    def untold(route: Route) -> None:
        page = route.fetch().text()
        told.extend(PRELOADED.findall(page))
        route.fulfill(body=PRELOADED.sub("", page), content_type="text/html; charset=utf-8")

    first_visit.route("**/*.html", untold)
    first_visit.on("request", lambda request: fetched.add(request.url.removeprefix(host)))
    first_visit.goto(path)
    settle(first_visit)
    assert told
    assert sorted(told) == sorted(file for file in fetched if file.endswith(".woff2"))


def late(route: Route) -> None:
    """Let a file come late."""
    time.sleep(LATE)
    route.continue_()


@pytest.mark.parametrize(
    ("width", "path"),
    [
        (390, "index.html"),
        *((390, f"{lang}/{name}.html") for lang in LANGUAGES for name in NAMES),
        *((1440, f"{lang}/{name}.html") for lang in LANGUAGES for name in KINDS.values()),
    ],
)
def test_nothing_moves_while_a_page_is_read(width: int, path: str, first_visit: Page) -> None:
    """Not when its faces come late, and not while the reader scrolls to its end."""
    first_visit.set_viewport_size({"width": width, "height": 800})
    first_visit.add_init_script(WATCH)
    first_visit.route("**/*.woff2", late)
    first_visit.goto(path)
    first_visit.wait_for_timeout(2 * 1000 * LATE)
    for _ in range(12):
        first_visit.mouse.wheel(0, 700)
        first_visit.wait_for_timeout(30)
    moved: list[list[float | str]] = first_visit.evaluate("moved")
    assert STILL > sum(float(value) for value, *_ in moved), moved
