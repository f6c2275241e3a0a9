"""A preview that builds again at every save and reloads the page in the browser.

An error in an entry leaves the last good site in view, and is printed. The site is served from a folder of its own,
so that a preview never touches what was published.
"""

import http.server
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from rightdoor.model.problem import Level
from rightdoor.pages import publish

WATCHED = ("directory", "docs", "schema", "mkdocs.yml")
SETTLE = 0.03
"""Seconds without a further change before a build begins: editors write a file in several steps."""

RELOAD = "/rightdoor-reload.js"
_WAIT = "/rightdoor-reload/"
_SCRIPT = b"""fetch("/rightdoor-reload/" + document.currentScript.dataset.seen)
  .then((answer) => (answer.status === 200 ? location.reload() : setTimeout(() => location.reload(), 60000)))
  .catch(() => setTimeout(() => location.reload(), 2000));
"""


class Preview:
    """The built site, how often it has been built, and who waits for the next time."""

    def __init__(self, root: Path, out: Path, today: date, say: Callable[[str], None]) -> None:
        self.root, self.out, self.today, self.say = root, out, today, say
        self.built = 0
        self._changed = threading.Condition()

    def build(self) -> None:
        """Builds again; whatever is wrong is said, and the last good site stays."""
        start = time.monotonic()
        try:
            report = publish.build(self.root, self.out, self.today, jobs=1)
        except publish.BuildRefused as refusal:
            self.say(f"{refusal}")
            return
        for problem in report.problems:
            if problem.level is Level.ERROR:
                place = f"{problem.file}:{problem.line}:{problem.column}"
                self.say(f"{place}  {problem.code}\n  {problem.message}\n  {problem.tip}".rstrip())
        if not report.published:
            self.say("The preview still shows the last good site." if self.built else "There is no good site yet.")
            return
        took = time.monotonic() - start
        self.say(f"Built in {took:.2f} seconds: {report.written} of {report.pages} pages are made anew.")
        with self._changed:
            self.built += 1
            self._changed.notify_all()

    def wait(self, seen: int) -> bool:
        """Waits up to 25 seconds for a site newer than the one `seen`; whether there is one."""
        with self._changed:
            return self._changed.wait_for(lambda: self.built > seen, timeout=25)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends the files of the site, with a script in each page that waits for the next one."""

    def __init__(self, *args: Any, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*args, directory=str(preview.out))

    def do_GET(self) -> None:
        """Sends a file, the script, or the news that there is a newer site."""
        if self.path == RELOAD:
            self._send(_SCRIPT, "text/javascript")
        elif self.path.startswith(_WAIT):
            seen = self.path.removeprefix(_WAIT)
            newer = seen.isdecimal() and self.preview.wait(int(seen))
            self._send(b"", "text/plain", HTTPStatus.OK if newer else HTTPStatus.ACCEPTED)
        elif (page := self._page()) is not None:
            self._send(self._with_script(page.read_bytes()), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        index = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        return index if index.suffix == ".html" and index.is_file() else None

    def _with_script(self, page: bytes) -> bytes:
        script = f'<script src="{RELOAD}" data-seen="{self.preview.built}"></script></body>'
        return page.replace(b"</body>", script.encode(), 1)

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Sends the site's own page for missing addresses."""
        missing = self.preview.out / "404.html"
        if code == HTTPStatus.NOT_FOUND and missing.is_file():
            self._send(missing.read_bytes(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: what was looked at is nobody's business."""


class Saves(FileSystemEventHandler):
    """Tells of changes to files, once for each burst of them."""

    def __init__(self) -> None:
        self._changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notes a change; opening and reading a file are none."""
        if event.event_type not in ("opened", "closed_no_write") and not event.is_directory:
            self._changed.set()

    def wait(self) -> None:
        """Waits for a change, and until changes have stopped."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            time.sleep(SETTLE)


def serve(root: Path, host: str, port: int, today: date) -> None:
    """Serves a preview of the project at `root` until it is interrupted."""
    with tempfile.TemporaryDirectory(prefix="rightdoor-") as folder:
        preview = Preview(root, Path(folder) / "site", today, _print)
        preview.build()
        server = http.server.ThreadingHTTPServer((host, port), partial(Handler, preview=preview))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _print(f"The preview is at http://{host}:{server.server_address[1]}/ (Ctrl+C ends it)")
        try:
            watch(preview)
        except KeyboardInterrupt:
            _print("The preview has ended.")
        finally:
            server.shutdown()


def watch(preview: Preview) -> None:
    """Builds again after every change to the project's files; never returns."""
    saves, observer = Saves(), Observer()
    for name in WATCHED:
        if (preview.root / name).exists():
            observer.schedule(saves, str(preview.root / name), recursive=True)
    observer.start()
    try:
        while True:
            saves.wait()
            preview.build()
    finally:
        observer.stop()
        observer.join()


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
