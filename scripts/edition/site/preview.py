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
from contextlib import suppress
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

from edition.checks.check import check
from edition.content.limits import Limits, limited
from edition.content.load import load
from edition.diagnostics import EditionError
from edition.failures import details, failure
from edition.site.build import CONTENT_FOLDERS, readable_faults, run_build
from edition.site.configuration import (
    PLUGIN,
    configured,
    content_folder,
    limits_of,
)
from edition.site.findings import State, add_panel, page_sources, reasons
from edition.site.search import build_index
from edition.site.server import PreviewServer
from edition.site.swap import swap
from edition.site.unchanged import Previewed
from edition.site.workspace import TEMPORARY, working_folder

LOG = logging.getLogger(__name__)


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
    temporary = Path(tempfile.gettempdir())
    with readable_faults(temporary), working_folder(temporary, TEMPORARY) as folder:
        preview = Preview(config_file, folder / "site", f"http://{host}:{port}/")
        config = preview.build()

        def rebuild() -> None:
            preview.rebuild()
            server.watch_files(preview.settings)  # mkdocs.yml may inherit others now

        server = PreviewServer(rebuild, host, port, preview.site)
        server.error_handler = preview.error_page
        for name in CONTENT_FOLDERS:
            server.watch(str(content_folder(config) / name))
        server.watch(config.docs_dir)
        server.watch_files(preview.settings)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or error
            raise EditionError(f"{host}:{port}: {reason}") from None
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
        self._built = 0
        self.settings: tuple[Path, ...] = ()

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
            config, self.settings = configured(self.config_file, site_dir=str(new))
            config.site_url = self.url
            plugin = cast("Previewed", config.plugins[PLUGIN])
            wanted, plugin.config["search"] = plugin.config["search"], False
            plugin.shown = self._digests
            if self.site.is_dir():
                shutil.copytree(self.site, new, copy_function=_copy_if_there)
            run_build(config, self.url, dirty=self.site.is_dir())
            add_panel(new, page_sources(plugin))
            with self._lock:
                self.state = State(self.state.findings)
                self.state.write(new)
                swap(new, self.site, Path(folder) / "old")
                self._digests = plugin.digests
                self._built += 1
        self._follow(content_folder(config), limits_of(config), search=wanted)
        return config

    def rebuild(self) -> None:
        """Build again after a change; any fault is logged and shown, and nothing is raised."""
        try:
            self.build()
        except (Exception, SystemExit) as error:  # noqa: BLE001  # the preview goes on
            self._show(error)

    def _show(self, error: Exception | SystemExit) -> None:
        """Log and show why the last change cannot be built or checked."""
        known = error if isinstance(error, Exception) else EditionError(str(error))
        text = failure(known).text
        LOG.error("%s", "\n".join(filter(None, (text, details(known)))))
        shown = known if isinstance(known, EditionError) else EditionError(text)
        with self._lock, suppress(OSError):  # no room even for that: the line is logged
            self.state = State(self.state.findings, reasons(shown), checked=True)
            self.state.write(self.site)

    def wait(self) -> None:
        """Wait until the index and the check of the last build have ended."""
        if self._afterwards.ident is not None:
            self._afterwards.join()

    def error_page(self, code: int) -> bytes | None:
        """Return the page for an HTTP error, if the site has one."""
        page = self.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def _follow(self, root: Path, limits: Limits, *, search: bool) -> None:
        """Check the content and index the pages in the background, one build after another."""
        before, built = self._afterwards, self._built

        def work() -> None:
            if before.ident is not None:
                before.join()
            try:
                with limited(limits):
                    self._check(root)
                if search:
                    build_index(self.site)
            except Exception as error:  # noqa: BLE001  # the next change is checked again
                if built == self._built:
                    self._show(error)
                else:  # a newer build has taken the folder away; its own index follows
                    LOG.debug("%s", error)

        self._afterwards = threading.Thread(target=work, daemon=True)
        self._afterwards.start()

    def _check(self, root: Path) -> None:
        findings = check(load(root)).findings
        with self._lock:
            self.state = State(findings, self.state.broken, checked=True)
            self.state.write(self.site)


def _copy_if_there(source: str, target: str) -> None:
    """Copy a page or a part of the index, which the background may be making anew just now."""
    with suppress(FileNotFoundError):
        shutil.copy2(source, target)
