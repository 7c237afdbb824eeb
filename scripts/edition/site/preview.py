"""The preview for editors: a live server over all content files."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from edition.diagnostics import EditionError
from edition.site.build import run_build, swap
from edition.site.configuration import configuration, content_folder

LOG = logging.getLogger(__name__)


def serve_site(config_file: Path, host: str, port: int) -> None:
    """Serve the site and rebuild it whenever a content file changes.

    A fault that an editor makes meanwhile is logged, and the pages stay as they were.

    Args:
        config_file: ``mkdocs.yml`` of the edition.
        host: Name or number to listen on.
        port: Port to listen on.

    Raises:
        EditionError: If the configuration or the content does not allow a first build, or
            the address cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="edition-", ignore_cleanup_errors=True) as folder:
        site = Path(folder) / "site"
        url = f"http://{host}:{port}/"

        def rebuild() -> None:
            try:
                _build(config_file, site, url)
            except EditionError as error:
                LOG.error("%s", error)  # noqa: TRY400  # for an editor: no traceback

        config = _build(config_file, site, url)
        server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(site))
        server.error_handler = lambda code: _error_page(site, code)
        for name in ("articles", "tables"):
            server.watch(str(content_folder(config) / name))
        server.watch(config.docs_dir)
        server.watch(str(config_file))
        try:
            server.serve()
        except OSError as error:
            raise EditionError(f"{host}:{port}: {error.strerror or error}") from None
        finally:
            server.shutdown()


def _build(config_file: Path, site: Path, url: str) -> MkDocsConfig:
    """Build beside the pages that are shown and let the new ones take their place."""
    with tempfile.TemporaryDirectory(dir=site.parent, ignore_cleanup_errors=True) as folder:
        new = Path(folder) / "new"
        config = configuration(config_file, site_dir=str(new))
        config.site_url = url
        run_build(config, url)
        swap(new, site, Path(folder) / "old")
    return config


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
