"""A preview is built again at every save, and an error leaves the last good site in view."""

import http.client
import re
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from pages.sites import TODAY, project
from rightdoor.pages import serve
from rightdoor.pages.preview import allowed, allowing_reload
from small_project import SERVICE, service


class Shown:
    """A preview that runs, what it has said, and a way to look at it."""

    def __init__(self, root: Path) -> None:
        self.said: list[str] = []
        self.preview = serve.Preview(root, root / "preview", TODAY, self.said.append)
        self.preview.build()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(serve.Handler, preview=self.preview))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        threading.Thread(target=serve.watch, args=(self.preview,), daemon=True).start()

    def get(self, address: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection(*self.server.server_address[:2])
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def until(self, holds: Callable[[], bool]) -> float:
        start = time.monotonic()
        while not holds():
            assert time.monotonic() - start < 20, self.said
            time.sleep(0.01)
        return time.monotonic() - start


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    running = Shown(project(tmp_path))
    time.sleep(0.2)
    yield running
    running.server.shutdown()


def test_a_saved_entry_is_on_its_page_soon_after(shown: Shown) -> None:
    assert "Valeland Line" in shown.get("/services/valeland-line/")[1]
    (shown.preview.root / SERVICE).write_text(service(name="Valeland Night Line"))
    shown.until(lambda: "Valeland Night Line" in shown.get("/services/valeland-line/")[1])


def test_a_build_never_makes_more_pages_than_there_are(shown: Shown) -> None:
    made, pages = map(int, re.findall(r"(\d+) of (\d+) pages", shown.said[0])[0])
    assert made == pages


def test_an_error_is_printed_with_its_place_and_the_last_good_site_stays(shown: Shown) -> None:
    (shown.preview.root / SERVICE).write_text(service(type="nonsense"))
    shown.until(lambda: any("last good site" in each for each in shown.said))
    assert any(each.startswith(f"{SERVICE}:") and "nonsense" in each for each in shown.said)
    assert shown.get("/services/valeland-line/")[0] == 200
    (shown.preview.root / SERVICE).write_text(service(name="Mended Line"))
    shown.until(lambda: "Mended Line" in shown.get("/services/valeland-line/")[1])


def test_pages_reload_by_a_script_of_the_preview_which_the_site_itself_does_not_have(shown: Shown) -> None:
    page = shown.get("/")[1]
    assert f'<script src="{serve.RELOAD}" data-seen="1"></script>' in page
    assert serve.RELOAD not in (shown.preview.out / "index.html").read_text()
    assert shown.get(serve.RELOAD)[0] == 200
    assert shown.get("/rightdoor-reload/0")[0] == 200


def test_a_missing_address_shows_the_page_for_it_with_crisis_help(shown: Shown) -> None:
    status, page = shown.get("/services/nobody/")
    assert status == 404 and "Page not found" in page and "01632 960 111" in page


def test_nothing_outside_the_site_is_sent(shown: Shown) -> None:
    assert shown.get("/../mkdocs.yml")[0] == 404
    assert shown.get("/%2e%2e/mkdocs.yml")[0] == 404


def test_the_preview_of_mkdocs_may_run_its_own_script_and_no_other() -> None:
    page = b"<meta content=\"script-src 'self'; style-src 'self'\"><script>reload()</script>"
    assert b"script-src 'self' 'sha256-" in allowed(page)

    def serving(environ: dict[str, object], start: Callable[..., None]) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html"), ("Content-Length", "1")])
        return [page]

    started: list[object] = []
    body = b"".join(allowing_reload(serving)({}, lambda *args: started.extend(args)))
    assert body == allowed(page)
    assert dict(started[1])["Content-Length"] == str(len(body))  # type: ignore[call-overload]
