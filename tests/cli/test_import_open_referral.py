"""`rightdoor import open-referral`: the feeds of Open Referral's own validator, and one in a file."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rightdoor.cli import main
from small_project import small_project

MOCKS = Path(__file__).resolve().parents[3] / "shared" / "data" / "oruk-validator-mocks"
mocks = pytest.mark.skipif(not MOCKS.is_dir(), reason="the validator's feeds are not beside the project")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return small_project(tmp_path / "project")


def run(root: Path, feed: Path | str, *arguments: str) -> Result:
    own = ["--area", "valeland", "--root", str(root), "--today", "2026-11-23", "--organization-kind", "charity"]
    return CliRunner().invoke(main, ["import", "open-referral", str(feed), *own, *arguments])


def totals(said: Result) -> dict[str, int]:
    found: dict[str, int] = json.loads(said.stdout)["totals"]
    return found


@mocks
@pytest.mark.parametrize("name", ["Default", "Warn"])
def test_feeds_that_pass_or_only_warn_go_in_and_change_nothing_the_second_time(root: Path, name: str) -> None:
    first = run(root, MOCKS / f"V3.0-UK-{name}", "--write", "--format", "json")
    assert (totals(first)["new"], totals(first)["refused"]) == (2, 0)
    again = run(root, MOCKS / f"V3.0-UK-{name}", "--write", "--format", "json")
    assert (totals(again)["unchanged"], json.loads(again.stdout)["files"]) == (2, [])


@mocks
def test_the_feed_that_fails_says_why(root: Path) -> None:
    said = run(root, MOCKS / "V3.0-UK-Fail").output
    assert "It has no name." in said
    assert "does not say which profile" in said
    assert "It is not an address that can be used." in said


@mocks
def test_the_feed_whose_envelope_lies_is_read_and_the_lie_is_said(root: Path) -> None:
    said = run(root, MOCKS / "V3.0-UK-Test", "--format", "json")
    assert "31 services; 128 were there" in json.loads(said.stdout)["notes"][0]
    assert totals(said)["new"] == 2


def test_a_file_is_a_source_too_and_what_is_none_is_said(root: Path, tmp_path: Path) -> None:
    feed = tmp_path / "feed.json"
    who = {"id": "o1", "name": "Vale Helpers"}
    feed.write_text(json.dumps({"contents": [{"id": "s1", "name": "Vale Group", "organization": who, "phones": []}]}))
    assert "2 new" in run(root, feed).output
    feed.write_text("<html>")
    assert "It is a web page and not data." in run(root, feed).output
    assert run(root, tmp_path / "nothing.json").exit_code == 2


def test_a_private_address_is_not_asked(root: Path) -> None:
    said = run(root, "http://10.0.0.1/feed")
    assert said.exit_code == 1
    assert "not on the public internet" in said.output
    assert not (root / "directory/imports").exists()


class Feed(BaseHTTPRequestHandler):
    """A feed of two pages on this very computer."""

    def do_GET(self) -> None:
        """Answer one page."""
        number = 2 if self.path.endswith("page=2") else 1
        who = {"id": "o1", "name": "Vale Helpers"}
        item = {"id": f"s{number}", "name": f"Vale Group {number}", "organization": who, "phones": []}
        body = json.dumps({"total_pages": 2, "total_items": 2, "contents": [item]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_a_feed_of_several_pages_is_read_over_the_web_and_remembered(root: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        feed = f"http://127.0.0.1:{server.server_port}/services"
        assert "3 new" in run(root, feed, "--allow-private-addresses", "--write", "--source", "web").output
        assert "3 unchanged" in run(root, feed, "--allow-private-addresses", "--source", "web").output
    finally:
        server.shutdown()
        server.server_close()
    assert (root / "directory/imports/web.yaml").is_file()
