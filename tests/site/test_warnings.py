"""What MkDocs warns of, collected."""

from __future__ import annotations

import logging

import pytest

from edition.site.warnings import collected


def test_warnings_and_errors_are_collected_and_nothing_is_printed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Also those of MkDocs' own parts; news is no warning."""
    log = logging.getLogger("mkdocs.structure.gulls")
    with collected() as messages:
        log.info("a gull")
        log.warning("%d gulls", 2)
        log.error("no gulls")
    assert ["2 gulls", "no gulls"] == messages
    assert [] == caplog.messages


def test_collecting_ends(caplog: pytest.LogCaptureFixture) -> None:
    """Afterwards, and after an exception too, logging is as it was."""
    log = logging.getLogger("mkdocs")
    before = log.level, log.propagate, list(log.handlers)

    def fail() -> None:
        with collected():
            raise ValueError("no gulls")

    with pytest.raises(ValueError, match="no gulls"):
        fail()
    assert before == (log.level, log.propagate, list(log.handlers))
    log.warning("a gull")
    assert ["a gull"] == caplog.messages
