"""The real site, served, and browsers that read it and are watched while they do.

Every page that a test opens through these fixtures is watched: a request that leaves the server, a
script that fails, a file that is missing, or anything that the page's own policy forbids fails the
test, whatever else it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
    expect,
)
from tests.browser.searching import Searched, searched_words
from tests.browser.spoken import Heard, hear
from tests.conftest import CHROMIUM_ARGUMENTS, ServeFolder, find_chromium
from tests.editions import Site

PATIENCE = 10_000
"""Milliseconds that a loaded machine may need for what takes a few hundred."""
DESK: ViewportSize = {"width": 1280, "height": 800}
FORBIDDEN = "forbidden: "
VIOLATIONS = """addEventListener('securitypolicyviolation', (event) => console.error(
  `forbidden: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`), true);"""
"""What the policy of a page forbids is told to the console (CSP 3, 5.5)."""

expect.set_options(timeout=PATIENCE)


@dataclass
class Watch:
    """What a browser asked for, and what went wrong.

    Attributes:
        allowed: How the addresses begin that may be asked for.
        requests: Every address that was asked for.
        faults: What must not have happened.
    """

    allowed: tuple[str, ...]
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Write down what happens in a context."""
        context.on("request", self.on_request)
        context.on("response", self.on_response)
        context.on("console", self.on_console)
        context.add_init_script(VIOLATIONS)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))

    def on_request(self, request: Request) -> None:
        """Write down what is asked for."""
        self.requests.append(request.url)
        if not request.url.startswith(self.allowed):
            self.faults.append(f"left the server: {request.url}")

    def on_console(self, message: ConsoleMessage) -> None:
        """Write down what the policy of a page has forbidden."""
        if message.text.startswith(FORBIDDEN) or "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def on_response(self, response: Response) -> None:
        """Write down what is missing; a page that is not there may be the test's own idea."""
        asked = response.request
        if response.status >= 400 and not asked.is_navigation_request() and asked.method != "HEAD":
            self.faults.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="session")
def base(real_site: Site, serve_folder: ServeFolder) -> str:
    """Address of the served site."""
    return serve_folder(real_site.folder)


@pytest.fixture(scope="session")
def deep_base(
    real_site: Site, serve_folder: ServeFolder, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """Address of the same site, served from a folder two levels down."""
    root = tmp_path_factory.mktemp("server")
    (root / "a").mkdir()
    (root / "a" / "b").symlink_to(real_site.folder, target_is_directory=True)
    return f"{serve_folder(root)}a/b/"


@pytest.fixture(scope="session")
def folder_base(real_site: Site) -> str:
    """Address of the site as a folder on a disk, without a server."""
    return f"{real_site.folder.as_uri()}/"


@pytest.fixture(scope="session")
def searched(real_site: Site) -> Searched:
    """The words that can be found on each page."""
    return {name: searched_words(page) for name, page in real_site.pages.items()}


@pytest.fixture
def watch(base: str, deep_base: str, folder_base: str) -> Iterator[Watch]:
    """What the browsers of this test do; nothing may have gone wrong when it ends."""
    watch = Watch((base, deep_base, folder_base, "data:", "blob:"))
    yield watch
    assert [] == watch.faults


NewPage = Callable[..., Page]
Listen = Callable[[str], Heard]


@pytest.fixture
def new_page(chromium: Browser, base: str, watch: Watch) -> Iterator[NewPage]:
    """A function that opens a page in a browser of its own, with options of Playwright's.

    Paths of the site are addresses in it.
    """
    contexts = []

    def new(**options: Any) -> Page:  # noqa: ANN401  # as Playwright has them
        context = chromium.new_context(**{"base_url": base, "viewport": DESK, **options})
        context.set_default_timeout(PATIENCE)
        watch.follow(context)
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page on the screen of a desk."""
    return new_page()


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A page on a phone: narrow, and touched with fingers."""
    return new_page(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
    )


@pytest.fixture(scope="session")
def aided(chromium: Browser) -> Iterator[Browser]:
    """A Chromium that takes a screen reader to be there, and keeps its tree whole for it."""
    arguments = [*CHROMIUM_ARGUMENTS, "--force-renderer-accessibility"]
    browser = chromium.browser_type.launch(executable_path=find_chromium(), args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def listener(aided: Browser, base: str, watch: Watch) -> Iterator[Page]:
    """A page on the screen of a desk that is read aloud."""
    context = aided.new_context(base_url=base, viewport=DESK)
    context.set_default_timeout(PATIENCE)
    watch.follow(context)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def heard() -> dict[str, Heard]:
    """What has been heard of the pages so far."""
    return {}


@pytest.fixture
def listen(request: pytest.FixtureRequest, heard: dict[str, Heard]) -> Listen:
    """A function that returns what is said of a page; each page is opened once."""

    def listen_to(path: str) -> Heard:
        if path not in heard:
            listener: Page = request.getfixturevalue("listener")
            listener.goto(path)
            heard[path] = hear(listener)
        return heard[path]

    return listen_to
