"""The citations of the invented issue, made once, and a way to have another issue cited."""

from __future__ import annotations

import pytest
from tests.editions import INVENTED

from edition.content.load import load
from edition.content.model import Edition
from edition.exports.citations import Citations, citations


@pytest.fixture(scope="session")
def invented() -> Edition:
    """The invented issue: its title, year and number are printed."""
    return load(INVENTED).unwrap()


@pytest.fixture(scope="session")
def bare(invented: Edition) -> Edition:
    """The same issue, had its title page been lost: title supplied, year inferred, no number."""
    journal = invented.issue.journal.model_copy(update={"supplied": True})
    lost = {"journal": journal, "year_origin": "inferred", "number": None}
    return invented.model_copy(update={"issue": invented.issue.model_copy(update=lost)})


@pytest.fixture(scope="session")
def cited(invented: Edition) -> Citations:
    """The citations of the invented issue."""
    return citations(invented)


@pytest.fixture(scope="session")
def bare_cited(bare: Edition) -> Citations:
    """The citations of the issue without its title page."""
    return citations(bare)
