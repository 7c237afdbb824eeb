"""The preview under the policy of the pages: the panel of findings, and pages that reload."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NewPage, Watch

from edition.policy import content_security_policy
from edition.site.preview import Preview
from edition.site.server import PreviewServer

pytestmark = pytest.mark.browser

PANEL = "#findings-panel"
SAID = "A sentence that was not there."


@pytest.fixture
def preview(issue: Path, tmp_path: Path) -> Preview:
    """A preview of the invented issue, built once."""
    preview = Preview(issue / "mkdocs.yml", tmp_path / "site", "http://127.0.0.1/")
    preview.build()
    preview.wait()
    return preview


@pytest.fixture
def address(preview: Preview, watch: Watch) -> Iterator[str]:
    """Address of the preview, served on a free port and rebuilt when an article changes."""
    server = PreviewServer(preview.rebuild, "127.0.0.1", 0, preview.site)
    server.error_handler = preview.error_page
    server.watch(str(preview.config_file.parent / "articles"))
    serving = threading.Thread(target=server.serve, daemon=True)
    bound = threading.Event()
    activate = server.server_activate

    def activated() -> None:
        activate()
        bound.set()

    server.server_activate = activated  # type: ignore[method-assign]
    serving.start()
    assert bound.wait(60)
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    watch.allowed += (address,)
    yield address
    server.shutdown()
    serving.join()
    preview.wait()


def test_the_panel_and_a_change_come_to_the_page(
    preview: Preview, address: str, page: Page
) -> None:
    """Under the policy that every page has: a script of the preview's own asks for both."""
    page.goto(f"{address}en/brine.html")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]")
    assert content_security_policy() == policy.get_attribute("content")
    expect(page.locator(f"{PANEL} summary")).to_contain_text("finding")
    assert "fixed" == page.locator(PANEL).evaluate("(panel) => getComputedStyle(panel).position")
    with (preview.config_file.parent / "articles" / "brine.md").open("a", encoding="utf-8") as text:
        text.write(f"\n{SAID}\n")
    expect(page.locator("main")).to_contain_text(SAID, timeout=60_000)


def test_a_fault_of_any_signs_is_a_text(preview: Preview, address: str, page: Page) -> None:
    """The words of the file that a message quotes are never markup."""
    file = preview.config_file.parent / "articles" / "brine.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("order:", "<img src=x onerror=ran=1>:", 1), encoding="utf-8")
    for path in ("en/brine.html", "findings.html"):
        page.goto(f"{address}{path}")
        alert = page.locator(".findings-alert")
        expect(alert).to_be_visible(timeout=60_000)
        said = page.locator(".findings-alert + ul")
        expect(said).to_contain_text("<img src=x onerror=ran=1>")
        assert 0 == said.locator("img").count()
        assert page.evaluate("window.ran") is None


def test_what_is_not_there_is_answered_by_the_preview_too(address: str, new_page: NewPage) -> None:
    """With the page that says so, which keeps to its own policy."""
    page = new_page()
    page.goto(f"{address}deep/down/nowhere.html")
    expect(page.locator("h1")).to_contain_text("There is no such page")
    page.locator("main a").first.click()
    page.wait_for_url(f"{address}en/index.html")
