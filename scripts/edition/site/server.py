"""The server of the preview: MkDocs' own, for this machine's browsers only.

A page of another site can make a browser send requests here under a name that it has bound to
this machine (DNS rebinding); what it cannot choose is the ``Host`` of the request. Only the names
that the preview has are answered.
"""

from __future__ import annotations

import io
import ipaddress
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TextIO
from wsgiref.util import FileWrapper

from mkdocs import livereload
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from edition.site.reloading import ReloadingServer

LOCAL: Final = ("localhost", "127.0.0.1", "[::1]")
METHODS: Final = ("GET", "HEAD")
HTTP_PORT: Final = 80
POLLING_SECONDS: Final = 0.1
"""How often the files are looked at; MkDocs' own half second would be most of the wait."""

Environment = dict[str, Any]
Respond = Callable[[str, list[tuple[str, str]]], object]


class PreviewServer(ReloadingServer):
    """Answers requests for pages of the preview and nothing else, without ever failing."""

    def __init__(self, builder: Callable[[], None], host: str, port: int, root: Path) -> None:
        """Name what builds, the address, and the folder of the pages."""
        super().__init__(builder, host, port, str(root), polling_interval=POLLING_SECONDS)
        self._watched: set[Path] = set()
        self.RequestHandlerClass = _Handler
        self._names = {*LOCAL, f"[{host}]".lower() if ":" in host else host.lower()}

    def serve_request(self, environ: Environment, start_response: Respond) -> Iterable[bytes]:
        """Answer a request, as WSGI wants it."""
        if not self._is_own(environ.get("HTTP_HOST", "")):
            return _empty("403 Forbidden", start_response)
        if environ["REQUEST_METHOD"] not in METHODS:
            return _empty("405 Method Not Allowed", start_response)
        body: Iterable[bytes] = super().serve_request(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return body
        if isinstance(body, FileWrapper):
            body.close()
        return []

    def _serve_request(
        self, environ: Environment, start_response: Respond
    ) -> Iterable[bytes] | None:
        """Answer a request for a page; ``None`` is a page that is not there."""
        if not _is_plain(environ["PATH_INFO"]):
            return None
        try:
            body: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        except (OSError, ValueError):  # a name that no file can have, or a file that has gone
            return None
        return body

    def _is_own(self, asked: str) -> bool:
        """Tell whether the ``Host`` of a request is one of this server's own."""
        host, port = self.server_address[:2]
        name, _, number = asked.rpartition(":") if not asked.endswith("]") else (asked, "", "")
        if not name:
            name, number = number, ""
        if (number or str(HTTP_PORT)) != str(port):
            return False
        return name.lower() in self._names or (_is_every(str(host)) and _is_number(name))

    def handle_error(self, request: object, client_address: object) -> None:
        """Let a connection that breaks be; the next request comes on another."""

    def watch_files(self, files: Iterable[Path]) -> None:
        """Build again when one of some files changes, also one that an editor replaces.

        Args:
            files: The files. Their folders are looked at, because whoever looks at a file alone
                stops when it is away for a moment.
        """
        for file in set(files) - self._watched:
            self._watched.add(file)
            handler = _OneFile(file, self._changed)
            self.observer.schedule(handler, str(file.parent), recursive=False)

    def _changed(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()


class _Handler(livereload._Handler):  # noqa: SLF001  # the server has no other way to name it
    """Says nothing of a connection that breaks."""

    def get_stderr(self) -> TextIO:
        return io.StringIO()


class _OneFile(FileSystemEventHandler):
    """Tells of the changes of one file among those of its folder."""

    def __init__(self, file: Path, changed: Callable[[], None]) -> None:
        self._file = str(file)
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self._file in {event.src_path, event.dest_path}:
            self._changed()


def _empty(status: str, start_response: Respond) -> list[bytes]:
    start_response(status, [("Content-Length", "0")])
    return []


def _is_plain(path: str) -> bool:
    """Tell whether a path is one that a page of the site can have.

    Args:
        path: As WSGI has it: percent signs decoded, each byte a character.
    """
    try:
        text = path.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    folders = text.split("/")[1:-1]
    return text.startswith("/") and text.isprintable() and not {"", ".", ".."} & set(folders)


def _is_every(host: str) -> bool:
    """Tell whether a server that listens there listens on all addresses of the machine."""
    return _is_number(host) and ipaddress.ip_address(host).is_unspecified


def _is_number(host: str) -> bool:
    """Tell whether a host is an address in numbers, which nobody can bind to another machine."""
    try:
        ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True
