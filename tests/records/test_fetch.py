"""Pages of a source: fetched within bounds, from the public web, a file or a folder."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from rightdoor.records.asking import Asker
from rightdoor.records.fetch import Fetcher, NotFetched, from_folder
from rightdoor.records.turns import Turns

BIG = gzip.compress(b"0" * (8 * 1024 * 1024))


class Pages(BaseHTTPRequestHandler):
    """A server that answers by what is asked."""

    def do_GET(self) -> None:
        """Answer one address."""
        name = self.path.partition("?")[0].strip("/")
        body, head, status = b'{"a": 1}', {}, 200
        if name == "packed":
            body, head = gzip.compress(body), {"Content-Encoding": "gzip"}
        elif name == "bomb":
            body, head = BIG, {"Content-Encoding": "gzip"}
        elif name == "wrongly-packed":
            head = {"Content-Encoding": "gzip"}
        elif name == "round":
            status, head = 302, {"Location": "/round"}
        elif name == "moved":
            status, head = 302, {"Location": "/plain"}
        elif name == "inside":
            status, head = 302, {"Location": "http://10.0.0.1/"}
        elif name == "missing":
            status = 404
        length = len(body) + (10 if name == "cut" else 0)
        self.send_response(status)
        for key, value in {**head, "Content-Length": str(length)}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fetcher(*, private: bool = True, most: int = 1024 * 1024) -> Fetcher:
    return Fetcher(Asker("tests", timeout=5.0, allow_loopback=private, turns=Turns(0)), most=most)


@pytest.mark.parametrize("name", ["plain", "packed", "moved", "plain?page=2"])
def test_a_page_is_fetched(address: str, name: str) -> None:
    assert fetcher().get(f"{address}/{name}") == b'{"a": 1}'


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bomb", "larger than is read"),
        ("wrongly-packed", "cannot be unpacked"),
        ("round", "on and on"),
        ("inside", "not on the public internet"),
        ("missing", "status 404"),
        ("cut", "breaks off"),
    ],
)
def test_what_cannot_be_fetched_is_said(address: str, name: str, said: str) -> None:
    with pytest.raises(NotFetched, match=said):
        fetcher().get(f"{address}/{name}")


def test_this_very_computer_is_asked_only_where_that_is_allowed(address: str) -> None:
    with pytest.raises(NotFetched):
        fetcher(private=False).get(f"{address}/plain")


@pytest.mark.parametrize(
    "where", ["file:///etc/passwd", "ftp://example.org", "http://user@example.org/", "http://[", ""]
)
def test_only_addresses_of_the_web_are_asked(where: str) -> None:
    with pytest.raises(NotFetched):
        fetcher().get(where)


def test_all_pages_together_are_bounded(address: str) -> None:
    few = fetcher()
    few.left = 12
    few.get(f"{address}/plain")
    with pytest.raises(NotFetched, match="larger than is read"):
        few.get(f"{address}/plain")


def test_a_source_may_not_take_longer_than_it_may(address: str) -> None:
    slow = fetcher()
    slow.until = 0.0
    with pytest.raises(NotFetched, match="too slow"):
        slow.get(f"{address}/plain")


def test_a_folder_stands_for_the_addresses_of_a_feed(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "services/index.json").write_text("[]")
    (tmp_path / "api_details.json").write_text("{}")
    get = from_folder(tmp_path)
    assert (get(""), get("/services?page=2")) == (b"{}", b"[]")


@pytest.mark.parametrize("where", ["../secret", "services/../../secret", "services/%2e%2e", "services\\x", "nothing"])
def test_nothing_outside_a_folder_is_read(tmp_path: Path, where: str) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/index.json").write_text("secret")
    inside = tmp_path / "feed"
    inside.mkdir()
    with pytest.raises(NotFetched):
        from_folder(inside)(where)
