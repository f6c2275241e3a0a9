"""Measures the finder in Chromium: bytes, the time to the first answer, and what a key press costs.

    python benchmarks/browser.py [--services 500 10000] [--chromium PATH] [--keep FOLDER]

One made-up area holds all the services. Chromium's processor is slowed four times; for the first rows the network
is slow 4G as well (150 ms, 1.6 Mbit/s), served compressed as a static host does. Nothing here is a test.

Made-up services are much alike, and pack better than any that people write. So the rows of bytes count for the area
what as many services weigh that say as much as those of this repository (`tests/pages/pouring.py`) and for the national
services those of this repository, and say beside it what the made-up ones weigh. "Until it answers" is all that a
link with answers needs to show its results, the typeface too. What comes after them has rows of its own: the search
(`searching.js`), which a key press in the need box wants, and the long texts (`words/`).
"""

import argparse
import gzip
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import generate
from measure import rightdoor
from playwright.sync_api import Page, sync_playwright
from run import ROOT, Line

SLOWER = 4
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
ROUNDS = 5
TYPED = ("depression", "anxiety", "grief", "carer", "low mood", "conselling", "talking", "panic attacks")
AGES = ("34", "17", "8", "80", "25", "61")
READY = "[data-rd-finder][data-ready]"

# Waits until everything that a key press set going at once is done, and the layout is worked out.
SETTLED = """
  await new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
  document.body.offsetHeight;
  return performance.now() - started;
}"""
TYPE = """
  const $input = document.querySelector(selector);
  $input.focus();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call($input, value);
"""
PRESS = f"""async ([selector, value]) => {{{TYPE}
  const started = performance.now();
  $input.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));{SETTLED}"""
ANSWER = f"""async ([selector, value]) => {{{TYPE}
  $input.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
  const started = performance.now();
  const enter = {{ key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true }};
  $input.dispatchEvent(new KeyboardEvent("keydown", enter));
  $input.dispatchEvent(new Event("change", {{ bubbles: true }}));{SETTLED}"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


class Compressed(SimpleHTTPRequestHandler):
    """Serves a folder as static hosts do: text compressed, addresses of folders as their index page."""

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """Answers with the compressed file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@cache
def compressed(path: Path) -> bytes:
    """A file as it travels."""
    return gzip.compress(path.read_bytes(), 9, mtime=0)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def build(folder: Path, services: int) -> tuple[Path, str]:
    """The site of one area with this many services, and the area's id."""
    project, area = folder / f"finder-{services}", generate.area_id(0)
    generate.write(project, services, 1)
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("home_area: northvale", f"home_area: {area}"), "utf-8")
    subprocess.run(rightdoor("build"), cwd=project, check=True, capture_output=True)
    return project / "site", area


def arrive(page: Page, address: str, area: str, network: dict[str, Any] | None) -> tuple[float, dict[str, int]]:
    """Opens the finder with the area remembered: milliseconds from first paint to usable, and the bytes."""
    bytes_of: dict[str, int] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if network:
        session.send("Network.emulateNetworkConditions", network)
    page.on("requestfinished", lambda request: bytes_of.update({request.url: request.sizes()["responseBodySize"]}))
    page.add_init_script(f"localStorage.setItem('rightdoor-area', '{area}')")
    page.add_init_script(
        f"""new MutationObserver((_, watch) => {{
          if (!document.querySelector("{READY}")) return;
          watch.disconnect();
          window.usable = performance.now();
        }}).observe(document, {{ subtree: true, childList: true, attributes: true }})"""
    )
    page.goto(address)
    page.locator(READY).wait_for(state="attached", timeout=120_000)
    page.wait_for_load_state("networkidle")
    return page.evaluate(f"window.usable - {PAINT}"), bytes_of


def presses(page: Page) -> list[float]:
    """Milliseconds of each key press in the box for the need."""
    typed = [word[:length] for word in TYPED for length in range(1, len(word) + 1)]
    return [page.evaluate(PRESS, ["#rd-ask-need", value]) for _ in range(ROUNDS) for value in typed]


def answers(page: Page, address: str, area: str) -> list[float]:
    """Milliseconds from an age to its results."""
    page.goto(f"{address}#area={area}&need=depression")
    page.locator(".rd-results .rd-match").first.wait_for()
    return [page.evaluate(ANSWER, ["#rd-ask-age", value]) for _ in range(ROUNDS) for value in AGES]


def most(times: list[float]) -> float:
    """The time that 95 of 100 stay below."""
    return statistics.quantiles(times, n=20)[-1]


def lines(browser: Any, folder: Path, services: int) -> Iterator[Line]:
    """Every row for one size."""
    site, area = build(folder, services)
    with served(site) as address:
        if services <= 500:
            yield from lines_of_arrival(browser, address, area, services)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        arrive(page, address, area, None)
        allowed = 16 if services <= 500 else 50
        for what, times in (
            ("a key press in the need box", presses(page)),
            ("an age to its results", answers(page, address, area)),
        ):
            took = most(times)
            said = f"{took:.1f} ms (median {statistics.median(times):.1f})"
            yield Line(services, f"{what}, 95 of 100", said, f"{allowed} ms", took / allowed, 1)
        page.close()


def lines_of_arrival(browser: Any, address: str, area: str, services: int) -> Iterator[Line]:
    """The rows of the first visit."""
    found = []
    for _ in range(ROUNDS):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        found.append(arrive(page, address, area, SLOW_4G))
        page.close()
    usable = statistics.median(each for each, _ in found)
    yield Line(services, "first paint to usable", f"{usable:.0f} ms", "2,000 ms", usable / 2000, 1)
    sizes = found[0][1]
    for url, size in sorted(sizes.items(), key=lambda each: -each[1]):
        print(f"|  | {url.removeprefix(address) or 'the page'} | {size / 1000:.1f} kB | | | | |")
    words, search, fonts, own, national = (
        sum(size for url, size in sizes.items() if part in url)
        for part in ("/words/", "/searching.js", ".woff2", f"h/area/{area}", "h/national")
    )
    total, (real, shared) = sum(sizes.values()) - words - search, varied(services)
    for what, alike, size, allowed in (
        ("all bytes of the page until it answers", total, total - own - national + real + shared, 150),
        ("of which the area's data", own, real, 60),
    ):
        said = f"{size / 1000:.1f} kB (made-up services: {alike / 1000:.1f})"
        yield Line(services, what, said, f"{allowed} kB", size / 1000 / allowed, 1)
    for what, size in (
        ("of which the typeface", fonts),
        ("the search, after the results", search),
        ("long texts, after the results (made-up services)", words),
    ):
        print(f"| {services} | {what} | {size / 1000:.1f} kB | | | | |")


def varied(services: int) -> tuple[int, int]:
    """What an area of services as varied as those of this repository weighs, and what the national services do."""
    sys.path.insert(0, str(ROOT / "tests"))
    from pages.pouring import poured
    from pages.street import TODAY, view
    from rightdoor.pages import browser_data
    from rightdoor.pages.browser_table import table
    from rightdoor.records.load import load

    seen = view(load(ROOT, TODAY).directory)
    files = [browser_data.told(seen, f"area/{area}") for area in ("northvale", "eastvale", "southmoor")]
    records = list({each["id"]: each for file in files for each in file["services"]}.values())
    text = " ".join(each.summary for each in seen.whole.services.values())
    many = poured(records, services, sorted(set(re.findall(r"[A-Za-z]{4,9}", text))))
    many.sort(key=lambda each: (each["type"], each["id"]))
    file = {**browser_data.packed(seen, "area/northvale"), "services": table(many)}
    both = (file, browser_data.packed(seen, "national"))
    area, national = (len(gzip.compress(browser_data.as_text(each).encode(), 9, mtime=0)) for each in both)
    return area, national


def main() -> None:
    """Reads the command line, measures, prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--services", type=int, nargs="+", default=[500, 10000])
    options.add_argument("--chromium", default=shutil.which("chromium"), help="the browser to measure in")
    options.add_argument("--keep", type=Path, help="work in this folder and leave it there")
    told = options.parse_args()
    print("| services | what | Rightdoor | budget | ratio | | |\n|---:|---|---|---|---:|---|---|")
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=told.chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for services in told.services:
            for line in lines(browser, told.keep or Path(temporary), services):
                print(line, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
