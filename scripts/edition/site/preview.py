"""The preview for editors: a live server over all content files, with the findings on the pages.

A change is shown as soon as the pages are built again; the search index and the check, which
take longer, follow in the background.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

from edition.checks.check import check
from edition.content.load import load
from edition.diagnostics import EditionError
from edition.site.build import run_build, swap
from edition.site.configuration import PLUGIN, configuration, content_folder
from edition.site.findings import State, add_panel, page_sources, reasons
from edition.site.kept import Previewed
from edition.site.reloading import PreviewServer
from edition.site.search import build_index

LOG = logging.getLogger(__name__)
POLLING_SECONDS = 0.1
"""How often the files are looked at; MkDocs' own half second would be most of the wait."""


def serve_site(config_file: Path, host: str, port: int) -> None:
    """Serve the site and rebuild it whenever a content file changes.

    A fault that an editor makes meanwhile is logged and shown on the pages, which stay as they
    were.

    Args:
        config_file: ``mkdocs.yml`` of the edition.
        host: Name or number to listen on.
        port: Port to listen on.

    Raises:
        EditionError: If the configuration or the content does not allow a first build, or
            the address cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="edition-", ignore_cleanup_errors=True) as folder:
        preview = Preview(config_file, Path(folder) / "site", f"http://{host}:{port}/")
        config = preview.build()
        server = PreviewServer(
            builder=preview.rebuild,
            host=host,
            port=port,
            root=str(preview.site),
            polling_interval=POLLING_SECONDS,
        )
        server.error_handler = preview.error_page
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
            preview.wait()


class Preview:
    """The pages that an editor sees, and what is known of them."""

    def __init__(self, config_file: Path, site: Path, url: str) -> None:
        """Name the configuration, the folder of the pages, and their address."""
        self.config_file = config_file
        self.site = site
        self.url = url
        self.state = State()
        self._digests: Mapping[str, str] = {}
        self._lock = threading.Lock()
        self._afterwards = threading.Thread()

    def build(self) -> MkDocsConfig:
        """Build beside the pages that are shown and let the new ones take their place.

        Returns:
            The configuration.

        Raises:
            EditionError: If the content does not allow it; the pages are as they were then.
        """
        with tempfile.TemporaryDirectory(
            dir=self.site.parent, ignore_cleanup_errors=True
        ) as folder:
            new = Path(folder) / "new"
            config = configuration(self.config_file, site_dir=str(new))
            config.site_url = self.url
            plugin = cast("Previewed", config.plugins[PLUGIN])
            wanted, plugin.config["search"] = plugin.config["search"], False
            plugin.shown = self._digests
            if self.site.is_dir():
                shutil.copytree(self.site, new)
            run_build(config, self.url, dirty=self.site.is_dir())
            add_panel(new, page_sources(plugin))
            with self._lock:
                self.state = State(self.state.findings)
                self.state.write(new)
                swap(new, self.site, Path(folder) / "old")
                self._digests = plugin.digests
        self._follow(content_folder(config), search=wanted)
        return config

    def rebuild(self) -> None:
        """Build again after a change; a fault is logged and shown, and nothing is raised."""
        try:
            self.build()
        except EditionError as error:
            LOG.error("%s", error)  # noqa: TRY400  # for an editor: no traceback
            with self._lock:
                self.state = State(self.state.findings, reasons(error), checked=True)
                self.state.write(self.site)

    def wait(self) -> None:
        """Wait until the index and the check of the last build have ended."""
        if self._afterwards.ident is not None:
            self._afterwards.join()

    def error_page(self, code: int) -> bytes | None:
        """Return the page for an HTTP error, if the site has one."""
        page = self.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def _follow(self, root: Path, *, search: bool) -> None:
        """Check the content and index the pages in the background, one build after another."""
        before = self._afterwards

        def work() -> None:
            if before.ident is not None:
                before.join()
            findings = check(load(root)).findings
            with self._lock:
                self.state = State(findings, self.state.broken, checked=True)
                self.state.write(self.site)
            if search:
                self._index()

        self._afterwards = threading.Thread(target=work, daemon=True)
        self._afterwards.start()

    def _index(self) -> None:
        try:
            build_index(self.site)
        except EditionError as error:
            # A newer build may have taken the folder away; its own index follows.
            LOG.debug("%s", error)
