"""The server of the preview: for its own hosts, and for whatever is asked of it."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.site.server import PreviewServer

Answer = tuple[int, bytes]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    """A server of one page; it builds nothing."""
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "en" / "page.html").write_text("<body>a page</body>", encoding="utf-8")
    (site / "index.html").write_text("<body>the first page</body>", encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    yield from served(site, "127.0.0.1")


def served(site: Path, host: str) -> Iterator[PreviewServer]:
    """Serve a folder as the preview does, without its watching."""
    server = PreviewServer(lambda: None, host, 0, site)
    server.error_handler = lambda code: f"error {code}".encode()
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.serve_thread = thread
    server.shutdown(wait=False)
    thread.join()


def ask(server: PreviewServer, path: str, host: str | None = None, method: str = "GET") -> Answer:
    """Ask for a path and return status and body."""
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host if host is not None else f"127.0.0.1:{port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def ask_raw(server: PreviewServer, request: bytes) -> bytes:
    """Send bytes and return the answer."""
    port = server.server_address[1]
    request = request.replace(b"PORT", str(port).encode())
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request)
        return connection.makefile("rb").read()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LocalHost", "[::1]"])
def test_its_own_hosts_are_answered(host: str, server: PreviewServer) -> None:
    """By any of the names that this machine has for itself, with the port."""
    port = server.server_address[1]
    status, body = ask(server, "/en/page.html", f"{host}:{port}")
    assert 200 == status
    assert b"a page" in body


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:PORT",
        "localhost",
        "localhost:1",
        "localhost.evil.example:PORT",
        "evil.example@localhost:PORT",
        "localhost:PORT@evil.example",
        "127.0.0.1:PORT:PORT",
        "10.0.0.7:PORT",
        "[::2]:PORT",
        "[::1]",
        ":PORT",
        "PORT",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/en/page.html", "/livereload/0/1", "/nowhere"])
def test_a_foreign_host_gets_nothing(host: str, path: str, server: PreviewServer) -> None:
    """Another site whose name leads here learns nothing, not even what is there."""
    host = host.replace("PORT", str(server.server_address[1]))
    assert (403, b"") == ask(server, path, host)


def test_a_request_without_a_host_gets_nothing(server: PreviewServer) -> None:
    """Neither does one with two of them."""
    assert ask_raw(server, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 403 Forbidden\r\n")
    two = b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\n\r\n"
    assert ask_raw(server, two).startswith(b"HTTP/1.0 403 Forbidden\r\n")


def test_on_all_addresses_any_number_is_its_own(tmp_path: Path) -> None:
    """Whoever listens on all addresses wants to be reached by them; a name stays foreign."""
    (tmp_path / "index.html").write_text("here", encoding="utf-8")
    for server in served(tmp_path, "0.0.0.0"):  # noqa: S104  # what is tested
        port = server.server_address[1]
        assert [200, 200, 403] == [
            ask(server, "/", f"{host}:{port}")[0] for host in ("192.0.2.7", "[2001:db8::7]", "a.b")
        ]


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/en/page.html%00",
        "/%ff",
        "/en/%c3",
        "/..%2f",
        "/..%2fsecret.html",
        "/../secret.html",
        "/en/%2e%2e/%2e%2e/secret.html",
        "/./index.html",
        "/en//page.html",
        "/%0a",
        "/%1b[31m",
        "/%e2%80%ae",
        "/en/page.html/",
        "/en/page.html/x",
        "/" + "a" * 300,
        "/" + "a/" * 3000,
        "/%5c..%5csecret.html",
        "http://localhost/en/page.html",
        "*",
        "/nowhere",
    ],
)
def test_a_path_that_no_page_has_is_not_found(
    path: str, server: PreviewServer, capfd: pytest.CaptureFixture[str]
) -> None:
    """However it is malformed; and nothing is printed."""
    assert (404, b"error 404") == ask(server, path)
    assert ("", "") == capfd.readouterr()


def test_a_request_that_is_none_is_refused(
    server: PreviewServer, capfd: pytest.CaptureFixture[str]
) -> None:
    """Too long, of no known form, or with a method that a preview does not have."""
    long = b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n"
    assert b"414" in ask_raw(server, long)
    assert b"Error code: 400" in ask_raw(server, b"\x00\x01\x02 / HTTP/x\r\n\r\n")
    assert (405, b"") == ask(server, "/en/page.html", method="POST")
    assert (200, b"") == ask(server, "/en/page.html", method="HEAD")
    assert (404, b"") == ask(server, "/nowhere", method="HEAD")
    assert ("", "") == capfd.readouterr()


def test_a_file_that_an_editor_replaces_is_watched_on(server: PreviewServer) -> None:
    """Many editors write a new file and give it the old one's name; others' changes are none."""
    file = Path(server.root) / "mkdocs.yml"
    server.watch_files([file])
    server.watch_files([file])
    (emitter,) = server.observer.emitters or [None]
    assert emitter is None or emitter.watch.path == str(file.parent)
    (handlers,) = server.observer._handlers.values()  # noqa: SLF001  # there is no other way in
    (handler,) = handlers
    from watchdog.events import FileModifiedEvent, FileMovedEvent  # noqa: PLC0415

    handler.dispatch(FileModifiedEvent(str(file.parent / "notes.txt")))
    assert not server._want_rebuild  # noqa: SLF001
    handler.dispatch(FileMovedEvent(str(file.parent / "mkdocs.yml~"), str(file)))
    assert server._want_rebuild  # noqa: SLF001
