"""The judges of the built site that are not this project's own code, and a server as hosts have.

Their versions and hashes are in `package-lock.json`; `make test` installs them beside the virtual
environment. Node.js comes with a package of the test environment, Java with the system.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import find_chromium, nothing_may_be_skipped
from tests.editions import Site

from host import served

MODULES = Path(sys.prefix) / "audit" / "node_modules"


def lacking(what: str) -> None:
    """Skip the test that lacks something, or fail it where nothing may be skipped."""
    if nothing_may_be_skipped():
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


def installed(path: str) -> Path:
    """Return a file of the npm packages, by its path under `node_modules`."""
    file = MODULES / path
    if not file.is_file():
        lacking(f"{path} is not installed: make test installs it, if npm reaches its registry")
    return file


@pytest.fixture(scope="session")
def node() -> str:
    """The Node.js of the test environment."""
    found = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if found is None:
        lacking("no Node.js found: it comes with the locked packages for the tests")
    return str(found)


@pytest.fixture(scope="session")
def java() -> str:
    """The system's Java."""
    found = shutil.which("java")
    if found is None:
        lacking("no Java found: install it (apt install default-jre-headless)")
    return str(found)


@pytest.fixture(scope="session")
def chrome_environment() -> dict[str, str]:
    """The environment in which a judge finds the browser."""
    found = find_chromium()
    if found is None:
        lacking("no Chromium found: install it (apt install chromium)")
    return {**os.environ, "CHROME_PATH": str(found)}


@pytest.fixture(scope="session")
def host(real_site: Site) -> Iterator[str]:
    """Address of the real site on such a host."""
    with served(real_site.folder) as base:
        yield base
