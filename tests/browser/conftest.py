"""The site of this repository, built once and served on this machine, and windows that write down what they do."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock

import build_browser
from browser.asking import Look, asker
from browser.finding import Finder
from needs import require_node
from rightdoor.model.directory import Directory
from rightdoor.pages import publish
from rightdoor.records.load import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12)

# Tells of everything that the policy stopped; run before anything of the page.
TELL_OF_STOPPED = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does, with the site's own page for what is not there."""

    def log_message(self, format: str, *args: Any) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(missing)))
        self.end_headers()
        self.wfile.write(missing)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a folder served on this machine, and the paths that are asked of it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    server.asked = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", server.asked  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; the browser code in it is that of the sources as they stand."""
    require_node()
    with FileLock(tmp_path_factory.getbasetemp().parent / "rightdoor-browser-code.lock"):
        build_browser.build(root)
    out = tmp_path_factory.mktemp("site") / "site"
    report = publish.build(root, out, TODAY)
    assert report.published, report.message
    return out


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(folder) as (address, _):
        yield address


@pytest.fixture(scope="session")
def directory(root: Path) -> Directory:
    """The directory of this repository."""
    return load(root, TODAY).directory


@pytest.fixture(scope="session")
def look(root: Path, directory: Directory) -> Look:
    """Asks the search code what it finds."""
    return asker(root, directory)


@pytest.fixture(scope="session")
def finder(root: Path, directory: Directory) -> Iterator[Finder]:
    """Runs the finder's own logic."""
    found = Finder(root, directory, TODAY)
    yield found
    found.close()


@dataclass
class Window:
    """A window with one page, and what happened in it; whatever was wrong with it is said when it is shut."""

    page: Page
    site: str
    scripts: bool = True
    requests: list[str] = field(default_factory=list)
    wrongs: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        """Opens a page of the site and waits, where scripts run, until its search box or its finder can answer."""
        self.page.goto(self.site + address)
        self.ready()
        return self.page

    def asked(self, address: str) -> None:
        """Writes down what is asked of anybody; only the site itself may be."""
        self.requests.append(address)
        if not address.startswith((self.site, "file:", "data:", "about:", "blob:")):
            self.wrongs.append(address)

    def erred(self, words: str) -> None:
        """Writes down what the browser complains of; nothing may be tried that the policy stops."""
        self.said.append(words)
        if words.startswith("policy:"):
            self.wrongs.append(words)

    def ready(self) -> None:
        """Waits until the page is still."""
        if self.scripts:
            self.page.locator(".rd-search__area option:nth-child(2), .rd-finder[data-ready]").first.wait_for(
                state="attached"
            )


Windows = Callable[..., AbstractContextManager[Window]]


def watched(context: BrowserContext, site: str, scripts: bool) -> Window:
    """A new page whose requests, errors and stopped attempts are written down."""
    page = context.new_page()
    window = Window(page, site, scripts)
    page.on("request", lambda request: window.asked(request.url))
    page.on("console", lambda message: window.erred(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: window.erred(str(error)))
    return window


@pytest.fixture(scope="session")
def windows(browser: Browser, site: str) -> Windows:
    """Opens windows, as in `with windows(color_scheme="dark")`. Their clock stands at noon on the day of the build."""

    @contextmanager
    def opened(at: datetime = NOON, site: str = site, **how: Any) -> Iterator[Window]:
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | how))
        scripts = how.get("java_script_enabled", True)
        if scripts:
            context.clock.set_fixed_time(at)
            context.add_init_script(TELL_OF_STOPPED)
        window = watched(context, site, scripts)
        try:
            yield window
        finally:
            context.close()
        assert window.wrongs == [], "Something was asked of another host, or tried that the policy stops."

    return opened


@pytest.fixture
def window(windows: Windows) -> Iterator[Window]:
    """One window as it comes."""
    with windows() as opened:
        yield opened


@pytest.fixture(scope="session")
def drive(folder: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with offline packs; `folder` has the browser code built."""
    from browser import packs

    return packs.drive(root, tmp_path_factory.mktemp("drive"))


@pytest.fixture(scope="session")
def packs(browser: Browser, drive: Path) -> Windows:
    """Opens offline packs, as in `with packs(days=31)`."""
    from browser.packs import opener

    return opener(browser, drive)
