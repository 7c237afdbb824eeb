"""Build the site beside the old one and swap them only when it is whole.

A failed or killed build leaves the last good site as it was.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from edition.diagnostics import EditionError
from edition.site.configuration import configuration, content_folder
from edition.site.warnings import collected

DIRTY = "A 'dirty' build is being performed"
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
        EditionError: If the configuration, the content or the place of the site does not
            allow a build; the old site is untouched then.
    """
    config = configuration(config_file)
    target = (site_dir or Path(config.site_dir)).absolute()
    _check_target(target, config)
    with _readable_faults(target), _folder_beside(target) as folder:
        config.site_dir = str(folder / "new")
        run_build(config)
        swap(folder / "new", target, folder / "old")
    return target


def run_build(config: MkDocsConfig, serve_url: str | None = None, *, dirty: bool = False) -> None:
    """Let MkDocs build into the configured folder; a warning is a failure.

    Args:
        config: The configuration.
        serve_url: Address of the preview, if it is one.
        dirty: Whether the folder holds pages that may stay.

    Raises:
        EditionError: With one line for each fault.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    reason = ""
    # MkDocs warns of every build that leaves pages as they are; what it warns of else is
    # collected here in any case.
    config.strict = config.strict and not dirty
    with collected() as messages:
        try:
            config.plugins.on_startup(command="serve" if serve_url else "build", dirty=dirty)
            mkdocs_build(config, serve_url=serve_url, dirty=dirty)
        except (MkDocsException, SystemExit, UnicodeDecodeError) as error:
            reason = str(error).strip() or "the site could not be built"
        finally:
            config.plugins.on_shutdown()
    messages = [message for message in messages if not message.startswith(DIRTY)]
    if messages or reason:
        raise EditionError("\n".join(dict.fromkeys(messages)) or reason)


def _check_target(target: Path, config: MkDocsConfig) -> None:
    """Refuse a place where the site would take something else away."""
    place = target.resolve()
    own = (Path(config.config_file_path).parent, Path(config.docs_dir), content_folder(config))
    if any(folder.resolve().is_relative_to(place) for folder in own):
        raise EditionError(f"{target}: the site would take the place of the edition itself")
    if place.is_relative_to(Path(config.docs_dir).resolve()):
        raise EditionError(f"{target}: the site cannot be inside the folder of its own pages")
    if target.exists() and not target.is_dir():
        raise EditionError(f"{target}: this is a file, not a folder")
    if target.is_dir() and any(target.iterdir()) and not (target / "404.html").is_file():
        raise EditionError(f"{target}: the folder holds something that is not a site")


@contextmanager
def _readable_faults(target: Path) -> Iterator[None]:
    """Turn what the file system refuses into a line for the user."""
    try:
        yield
    except OSError as error:
        name = error.filename or target
        raise EditionError(f"{name}: {error.strerror or error}") from None


@contextmanager
def _folder_beside(target: Path) -> Iterator[Path]:
    """Give a folder on the target's file system and remove it in the end."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=f".{target.name}-", dir=target.parent, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def swap(new: Path, target: Path, old: Path) -> None:
    """Put a new folder in the target's place; two renames on one file system.

    Args:
        new: The new folder.
        target: Where it goes.
        old: Where the folder goes that is there now, if there is one.

    Raises:
        OSError: If that cannot be done; the target is as it was then.
    """
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
