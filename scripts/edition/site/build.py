"""Build the site beside the old one and exchange them only when it is whole.

A failed or killed build leaves the last good site as it was.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from edition.content.limits import limited
from edition.diagnostics import ContentError, EditionError, escaped
from edition.failures import system_fault
from edition.site.configuration import PLUGIN, configuration, content_folder, limits_of
from edition.site.manifest import write_manifest
from edition.site.said import Made, placed
from edition.site.swap import place_of, replacing
from edition.site.warnings import collected

CONTENT_FOLDERS = ("articles", "tables")
DIRTY = "A 'dirty' build is being performed"
EPOCH = "1199145600"
"""A fixed date (2008-01-01) for everything that would otherwise carry today's."""


def build_site(config_file: Path, site_dir: Path | None = None, *, force: bool = False) -> Path:
    """Build the site strictly and put it in the place of the old one.

    Args:
        config_file: ``mkdocs.yml`` of the edition.
        site_dir: Folder of the site, if not the configured one; links are followed.
        force: Whether files in it that the edition has not written may be lost.

    Returns:
        The folder of the finished site, as it was named.

    Raises:
        EditionError: If the configuration, the content or the place of the site does not
            allow a build; the old site is untouched then.
    """
    config = configuration(config_file)
    target = (site_dir or Path(config.site_dir)).absolute()
    place = place_of(target)
    _check_place(target, place, config)
    with readable_faults(target), replacing(place, force=force) as new:
        config.site_dir = str(new)
        run_build(config)
        write_manifest(new)
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
    with collected() as messages, limited(limits_of(config)):
        try:
            config.plugins.on_startup(command="serve" if serve_url else "build", dirty=dirty)
            mkdocs_build(config, serve_url=serve_url, dirty=dirty)
        except (MkDocsException, SystemExit, UnicodeDecodeError) as error:
            reason = str(error).strip() or "the site could not be built"
        finally:
            config.plugins.on_shutdown()
    messages = [message for message in messages if not message.startswith(DIRTY)]
    plugin = cast("Made", config.plugins[PLUGIN])
    if plugin.failed is not None:
        raise plugin.failed
    if messages:
        raise ContentError(placed(dict.fromkeys(messages), config, plugin))
    if reason:
        raise EditionError(reason)


def _check_place(target: Path, place: Path, config: MkDocsConfig) -> None:
    """Refuse a place where the site would take something else away."""
    name = escaped(str(target))
    own = (Path(config.config_file_path).parent, Path(config.docs_dir), content_folder(config))
    if any(folder.resolve().is_relative_to(place) for folder in own):
        raise EditionError(f"{name}: the site would take the place of the edition itself")
    if place.is_relative_to(Path(config.docs_dir).resolve()):
        raise EditionError(f"{name}: the site cannot be inside the folder of its own pages")
    content = content_folder(config).resolve()
    if any(place.is_relative_to(content / name) for name in CONTENT_FOLDERS):
        raise EditionError(f"{name}: the site cannot be inside the folder of its content")


@contextmanager
def readable_faults(target: Path) -> Iterator[None]:
    """Turn what the file system refuses into a line for the user.

    Raises:
        EditionError: For an ``OSError``.
    """
    try:
        yield
    except OSError as error:
        where = f"{target}, or the temporary folder"  # writing does not say to which file
        raise EditionError(system_fault(error, where)) from None
