"""Takes the photographs of all components: `python scripts/photograph.py`, or of some: `… service-card chip`.

They are kept in `tests/look/photographs/`, and the tests compare with them whatever the components look like now
(docs/decisions/0155-photographs.md). The page that is photographed is `about/components/` of a small site of the
made-up directory, in Debian's Chromium, with the typeface that the site ships, at noon of a day that never changes.
"""

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import build_browser
import likeness
from rightdoor.pages import components_page, publish
from rightdoor.pages.example_directory import HOME, TODAY, components_folder

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "look" / "photographs"
TAKEN_WITH = "taken-with.txt"
"""Beside the photographs: the version of the browser, since another may draw letters otherwise."""

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--font-render-hinting=none", "--disable-lcd-text", "--force-device-scale-factor=1", "--force-color-profile=srgb",
    "--hide-scrollbars",
]  # fmt: skip
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12)
AT_ONCE = 6_000
"""So many pixels of boxes are taken in one picture, which is then cut up: one picture for each box takes minutes."""

HIGH = 1_200
"""A photograph is cut here: what needs more to show its look is too long for an example."""

WIDE = 1_024
"""So wide are photographs at most: about what a page has beside its contents."""

SETTINGS = f"""\
site_name: Rightdoor
theme: {{name: material, font: false}}
plugins: [rightdoor: {{components: true, home_area: {HOME}, today: '{TODAY}'}}]
"""
PROSE = ("about", "how-it-works", "privacy", "accessibility")

# Nothing but the boxes, one below the other, each beginning at a whole pixel: what one is like moves no other.
SHEET = """
    *, *::before, *::after { animation: none !important; transition: none !important;
        caret-color: transparent !important; content-visibility: visible !important; }
    body > :not(main), main > :not(.rd-content), .rd-content > :not(.rd-components) { display: none !important; }
    .rd-component > :not(.rd-example) { display: none !important; }
    .rd-components { position: absolute !important; inset: 0 auto auto 0 !important; width: 100vw !important;
        max-width: WIDE !important; margin: 0 !important; padding: 0 !important; }
    .rd-component { margin: 0 !important; padding: 0 !important; max-width: none !important; }
    .rd-example { margin: 0 !important; outline: 0 !important; }
    .rd-example[hidden] { display: none !important; }
""".replace("WIDE", f"{WIDE}px")
ALIGN = f"""boxes => {{ for (const box of boxes)
    box.style.height = `${{Math.min(Math.ceil(box.getBoundingClientRect().height), {HIGH})}}px`; }}"""
BOXES = """boxes => boxes.map((box) => ({ name: box.dataset.example, focus: box.dataset.focus ?? "",
    wide: "wide" in box.dataset, around: box.querySelector("[data-around]")?.dataset.around ?? "",
    height: box.getBoundingClientRect().height }))"""
SHOW = """(boxes, names) => { for (const box of boxes) box.hidden = !names.includes(box.dataset.example); }"""


class Way(NamedTuple):
    """How photographs are taken: the ending of their names, the colour scheme, the width of the window in pixels.

    In a wide window the boxes are as wide as WIDE. Dark differs in colours alone, and a small screen in how things
    stand: half the size shows both.
    """

    ending: str
    scheme: str
    width: int
    half: bool


WAYS = (Way("light", "light", 1280, False), Way("dark", "dark", 1280, True), Way("light.320", "light", 320, True))


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def site() -> Iterator[str]:
    """The address of a small site of the made-up directory, built from the sources as they stand."""
    build_browser.build(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(components_folder() / "directory", root / "directory")
        (root / "mkdocs.yml").write_text(SETTINGS)
        (root / "docs").mkdir()
        for name in PROSE:
            (root / "docs" / f"{name}.md").write_text(f"# {name.capitalize().replace('-', ' ')}\n")
        publish.build(root, root / "site", TODAY)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root / "site")))
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        server.server_close()


def take(browser: Browser, address: str, way: Way) -> dict[str, Image.Image]:
    """The pictures of every state, by the name of its photograph: `chip/one.light`."""
    context = browser.new_context(
        viewport={"width": way.width, "height": 800},
        color_scheme="dark" if way.scheme == "dark" else "light",
        reduced_motion="reduce",
        bypass_csp=True,  # for the stylesheet that lays the boxes out
    )
    context.clock.set_fixed_time(NOON)
    page = context.new_page()
    page.goto(address + components_page.ADDRESS)
    page.locator(".rd-components[data-drawn]").wait_for()
    page.evaluate("Promise.all([...document.fonts].map((font) => font.load()))")
    taken = {f"{name}.{way.ending}": picture for name, picture in _pictures(page, way)}
    context.close()
    return {name: picture.reduce(2) for name, picture in taken.items()} if way.half else taken


def _pictures(page: Page, way: Way) -> Iterator[tuple[str, Image.Image]]:
    boxes = page.locator("[data-example]")
    for box in boxes.evaluate_all(BOXES):
        if box["around"]:
            yield box["name"], _opened(page.locator(box["around"]).first.screenshot())
    page.add_style_tag(content=SHEET)
    boxes.evaluate_all(ALIGN)
    wanted = [box for box in boxes.evaluate_all(BOXES) if not box["around"] and (way.width > 320 or not box["wide"])]
    for part in _parts(wanted):
        boxes.evaluate_all(SHOW, [box["name"] for box in part])
        if part[0]["focus"]:
            page.locator(f'[data-example="{part[0]["name"]}"] {part[0]["focus"]}').first.focus()
        yield from _cut(_opened(page.screenshot(full_page=True)), part)


def _parts(boxes: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The boxes in groups that are taken at once; one that has the focus is alone."""
    part: list[dict[str, Any]] = []
    for box in boxes:
        full = sum(each["height"] for each in part) + box["height"] > AT_ONCE
        if part and (full or box["focus"] or part[0]["focus"]):
            yield part
            part = []
        part.append(box)
    if part:
        yield part


def _cut(picture: Image.Image, part: list[dict[str, Any]]) -> Iterator[tuple[str, Image.Image]]:
    top = 0
    for box in part:
        end = top + round(box["height"])
        yield box["name"], picture.crop((0, top, min(picture.width, WIDE), end))
        top = end


def _opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def keep(taken: dict[str, Image.Image], only: frozenset[str]) -> list[str]:
    """Keeps photographs in the place of those that look different, and takes away what no state has; the names."""
    changed = []
    for name, picture in taken.items():
        file = KEPT / f"{name}.png"
        if name.split("/")[0] in only and (not file.is_file() or likeness.difference(file, picture)):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(likeness.png_of(likeness.reduced(picture)))
            changed.append(name)
    for file in sorted(KEPT.glob("*/*.png")):
        name = f"{file.parent.name}/{file.stem}"
        if name not in taken:
            file.unlink()
            changed.append(f"{name} (taken away)")
    return changed


def main() -> None:
    """Takes the photographs of the components named, or of all."""
    taken: dict[str, Image.Image] = {}
    with site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for way in WAYS:
            taken |= take(browser, address, way)
        version = browser.version
        browser.close()
    components = frozenset(name.split("/")[0] for name in taken)
    changed = keep(taken, frozenset(sys.argv[1:]) or components)
    (KEPT / TAKEN_WITH).write_text(f"Chromium {version}\n")
    sys.stdout.write("".join(f"{each}\n" for each in changed))
    sys.stdout.write(f"{len(taken)} photographs, {len(changed)} of them changed, in {KEPT.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
