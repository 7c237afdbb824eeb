"""The two issues that the tests build: a tiny invented one, and the real one.

Sites are built once in a run, by whichever process of it asks first, and only read afterwards. A
test that changes content works on a copy of the invented issue.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from edition.cli import main
from edition.content.load import load
from edition.content.model import LANGUAGES, Edition, Language
from edition.site.configuration import configuration

pytest.register_assert_rewrite("tests.reading", "tests.site_structure")

ROOT = Path(__file__).parent.parent
"""Folder of the real issue."""

INVENTED = ROOT / "tests" / "issue"
"""Folder of the invented issue."""


@dataclass(frozen=True)
class Site:
    """A built site and the edition that it shows.

    Attributes:
        folder: Where the site is.
        source: Folder of the content.
        edition: The content.
        base: Path of the site's address, with which its not-found page begins every address.
    """

    folder: Path
    source: Path
    edition: Edition
    base: str

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page by its path, parsed as a browser would; the search engine's files apart."""
        paths = sorted(self.folder.rglob("*.html"))
        names = [path.relative_to(self.folder).as_posix() for path in paths]
        return {
            name: BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")
            for name, path in zip(names, paths, strict=True)
            if not name.startswith("pagefind/")
        }

    def of(self, lang: Language) -> dict[str, BeautifulSoup]:
        """Return the pages of one language."""
        return {name: page for name, page in self.pages.items() if name.startswith(f"{lang}/")}

    def in_languages(self) -> dict[str, BeautifulSoup]:
        """Return the pages that have a language of their own."""
        return {name: page for lang in LANGUAGES for name, page in self.of(lang).items()}

    def articles(self) -> dict[str, BeautifulSoup]:
        """Return the pages of the articles, in both languages."""
        return {
            f"{lang}/{article.slug}.html": self.pages[f"{lang}/{article.slug}.html"]
            for lang in LANGUAGES
            for article in self.edition.articles
        }


def build(source: Path, folder: Path) -> Site:
    """Build an issue with the command and fail the test if that does not go well."""
    arguments = ["build", "--config", str(source / "mkdocs.yml"), "--site", str(folder)]
    if main(arguments) != 0:
        pytest.fail(f"edition {' '.join(arguments)} failed; its standard error says why")
    return read(source, folder)


def read(source: Path, folder: Path) -> Site:
    """Return the site of an issue that has been built."""
    address = configuration(source / "mkdocs.yml").site_url or "/"
    return Site(folder, source, load(source).unwrap(), urlsplit(address).path)


def build_once(source: Path, tmp_path_factory: pytest.TempPathFactory, name: str) -> Site:
    """Build an issue in the first process of the run that asks for it; the others wait and read.

    Args:
        source: Folder of the content.
        tmp_path_factory: Where the run has its folders; each process has one of its own below.
        name: Name of the folder of the site, which all processes share.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = shared / name / "site"
    folder.parent.mkdir(exist_ok=True)
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
        if folder.exists():
            return read(source, folder)
        return build(source, folder)


@pytest.fixture(scope="session")
def invented_edition() -> Edition:
    """The content of the invented issue."""
    return load(INVENTED).unwrap()


@pytest.fixture(scope="session")
def real_edition() -> Edition:
    """The content of the real issue."""
    return load(ROOT).unwrap()


@pytest.fixture(scope="session")
def invented_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the invented issue, built once."""
    return build_once(INVENTED, tmp_path_factory, "invented")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the real issue, built once."""
    return build_once(ROOT, tmp_path_factory, "real")


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A copy of the invented issue that a test may change."""
    return shutil.copytree(INVENTED, tmp_path / "issue")


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left behind."""

    exit_code: int
    out: str
    err: str


RunEdition = Callable[..., Outcome]


@pytest.fixture
def run_edition(capsys: pytest.CaptureFixture[str]) -> RunEdition:
    """A function that runs the command with arguments and says what came of it."""

    def run(*arguments: object) -> Outcome:
        capsys.readouterr()
        exit_code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Outcome(exit_code, printed.out, printed.err)

    return run


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes expectations anew."""
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write tests/faults/*/expected.txt from what the command says now",
    )
