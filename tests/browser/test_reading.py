"""The reading text and the text as in the source: what was emended can be seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.reader import SLIP, text

pytestmark = pytest.mark.browser


def test_emendation_opens_the_reading_of_the_source(page: Page) -> None:
    """What the source reads and the reason are a focus away."""
    page.goto("en/abisheva.html")
    emendation = page.locator(".emendation").first
    source = emendation.get_attribute("data-source") or ""
    emendation.locator(".apparatus-mark").focus()
    slip = page.locator(SLIP)
    expect(slip).to_be_visible()
    assert source in text(slip)


def test_switch_shows_the_text_as_in_the_source(page: Page) -> None:
    """A misread letter comes back, and goes again."""
    page.goto("en/abisheva.html")
    party = page.locator("p", has_text="seven political parties took part").first
    assert "Auyl social" in party.inner_text()
    switch = page.locator("button[aria-pressed]", has_text=re.compile("source")).first
    switch.click()
    assert "Auyt" in party.inner_text()
    switch.click()
    assert "Auyt" not in party.inner_text()
