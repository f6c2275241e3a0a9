"""A web server on this very computer that answers as badly as real ones do, and remembers how it was asked."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any

STATUSES = {"/fine": 200, "/gone": 404, "/fault": 500, "/password": 401, "/robots": 403, "/busy": 429, "/wrong": 400}
MOVED = {
    "/moved": "/fine",
    "/moved-to-gone": "/gone",
    "/circle": "/circle",
    "/inside": "http://10.0.0.1/",
    "/metadata": "http://169.254.169.254/latest",
    "/elsewhere": "ftp://example.org/",
    "/broken-address": "http://[",
}


class Answers(BaseHTTPRequestHandler):
    """What the server does with each path."""

    def do_HEAD(self) -> None:
        """Answers as GET does, but for a path that knows only GET."""
        self._answer(405 if self.path == "/only-get" else None)

    def do_GET(self) -> None:
        """Answers; `/endless` never stops."""
        self._answer(None)
        if self.path == "/endless":
            try:
                while True:
                    self.wfile.write(b"x" * 4096)
            except OSError:
                self.close_connection = True

    def _answer(self, status: int | None) -> None:
        self.server.asked.append((self.command, self.path, dict(self.headers)))  # type: ignore[attr-defined]
        if self.path == "/slow":
            sleep(1)
        if self.path.startswith("/silent"):
            self.close_connection = True
            return
        if self.path == "/nonsense":
            self.wfile.write(b"\x00\xff nothing that anybody could read\r\n\r\n")
            return
        path = self.path.partition("?")[0]
        if path.startswith("/hop"):
            path, moved = "", f"/hop{int(path[4:]) - 1}" if path != "/hop0" else "/fine"
        else:
            moved = MOVED.get(path, "")
        self.send_response(status or (301 if moved else 200 if path == "/only-get" else STATUSES.get(path, 200)))
        if moved:
            self.send_header("Location", moved)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    """The server; `asked` holds the method, path and headers of every question."""

    asked: list[tuple[str, str, dict[str, str]]]

    def address(self, path: str) -> str:
        """A path as an address."""
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: askers leave early."""


@contextmanager
def serving(certificate: str = "") -> Iterator[Server]:
    """The server while it runs; with the file of a certificate and key it speaks HTTPS."""
    server = Server(("127.0.0.1", 0), Answers)
    server.asked = []
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
