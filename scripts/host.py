"""A static host as archives and publishers have: texts compressed, everything kept for a year.

For measuring and picturing the site; what a reader's browser gets over the wire is what it gets
here.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli

TEXTS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


class HostHandler(SimpleHTTPRequestHandler):
    """Serves the files of a folder and logs nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # the base's name
        """Answer with a file, compressed if it is a text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = path.read_bytes()
        is_text = path.suffix in TEXTS
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path) + "; charset=utf-8" * is_text)
        if is_text and "br" in self.headers.get("Accept-Encoding", ""):
            body = brotli.compress(body)
            self.send_header("Content-Encoding", "br")
        elif is_text:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Say nothing."""


class Host(ThreadingHTTPServer):
    """A server whose clients may hang up in the middle of an answer, as browsers do."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, handling: type[SimpleHTTPRequestHandler] = HostHandler) -> Iterator[str]:
    """Serve a folder on a free port of this machine; give its address, with a slash at the end."""
    handler = partial(handling, directory=str(folder))
    with Host(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
