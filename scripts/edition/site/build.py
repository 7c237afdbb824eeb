"""Build the site beside the old one and swap them only when it is whole.

A failed or killed build leaves the last good site as it was.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from edition.diagnostics import EditionError

EPOCH = "1199145600"
"""A fixed date (2008-01-01) for everything that would otherwise carry today's."""


def build_site(config_file: Path, site_dir: Path | None = None) -> Path:
    """Build the site strictly and put it in the place of the old one.

    Args:
        config_file: ``mkdocs.yml`` of the edition.
        site_dir: Folder of the site, if not the configured one.

    Returns:
        The folder of the finished site.

    Raises:
        EditionError: If the configuration or the content does not allow a build; the old
            site is untouched then.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    config = configuration(config_file)
    target = (site_dir or Path(config.site_dir)).absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
        config.site_dir = str(Path(folder) / "new")
        _build(config)
        _swap(Path(config.site_dir), target, Path(folder) / "old")
    return target


def configuration(config_file: Path) -> MkDocsConfig:
    """Read ``mkdocs.yml``, strict.

    Raises:
        EditionError: If it is missing or wrong.
    """
    if not config_file.is_file():
        message = f"{config_file}: there is no such file; name the edition's mkdocs.yml"
        raise EditionError(message)
    try:
        return load_config(str(config_file), strict=True)
    except MkDocsException as error:
        message = f"{config_file}: {str(error).strip() or 'the configuration is not valid'}"
        raise EditionError(message) from None


def _build(config: MkDocsConfig) -> None:
    counter = _WarningCounter()
    logging.getLogger("mkdocs").addHandler(counter)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        message = str(error).strip()
        raise EditionError(message or "the site could not be built") from None
    finally:
        logging.getLogger("mkdocs").removeHandler(counter)
        config.plugins.on_shutdown()
    if counter.messages:
        raise EditionError("\n".join(counter.messages))


class _WarningCounter(logging.Handler):
    """Collects what MkDocs warns of, so that a warning fails the build."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put the new folder in the target's place; two renames on one file system."""
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
