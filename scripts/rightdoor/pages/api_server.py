"""A small server of the feed of Open Referral, for those who need its questions answered: a static host cannot."""

import http.server
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from rightdoor.exchange.open_referral.writing.pages import text_of
from rightdoor.exchange.open_referral.writing.questions import Answer, Feed, answer

_LONGEST = 2_000


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD, to programs of any site, and keeps no record of who asks."""

    server_version, sys_version = "Rightdoor", ""

    def __init__(self, *args: Any, feed: Feed) -> None:
        self.feed = feed
        super().__init__(*args)

    def do_GET(self) -> None:
        """Sends the answer to a question."""
        content = self._answered()
        if content is not None:
            self.wfile.write(content)

    def do_HEAD(self) -> None:
        """Sends what stands before the answer."""
        self._answered()

    def _answered(self) -> bytes | None:
        status, value = self._answer()
        content = text_of(value)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        return content

    def _answer(self) -> Answer:
        if len(self.path) > _LONGEST:
            return Answer(HTTPStatus.REQUEST_URI_TOO_LONG, {"error": "The address is too long."})
        asked = urlsplit(self.path)
        return answer(self.feed, unquote(asked.path), parse_qsl(asked.query, keep_blank_values=True))

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: what was asked is nobody's business."""


def server_of(feed: Feed, host: str, port: int) -> http.server.ThreadingHTTPServer:
    """A server that answers with this feed; port 0 takes any that is free. OSError where the port is taken."""

    def handler(*args: Any) -> Handler:
        return Handler(*args, feed=feed)

    return http.server.ThreadingHTTPServer((host, port), handler)


def serve_api(feed: Feed, host: str, port: int, say: Callable[[str], None]) -> None:
    """Answers until somebody presses Ctrl+C."""
    with server_of(feed, host, port) as server:
        say(f"The feed is at http://{host}:{server.server_port}/ - press Ctrl+C to stop.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Stopped.")
