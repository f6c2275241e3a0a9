"""The page of components as it is photographed: a small site of the made-up directory, and pictures of its boxes.

Always the same picture of the same look: Debian's Chromium, the typeface that the site ships, noon of a day that never
changes, nothing that moves (docs/decisions/0155-photographs.md).
"""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page

import build_browser
from rightdoor.pages import components_page, publish
from rightdoor.pages.example_directory import HOME, TODAY, components_folder
from served import served

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--font-render-hinting=none", "--disable-lcd-text", "--force-device-scale-factor=1", "--force-color-profile=srgb",
    "--hide-scrollbars",
]  # fmt: skip
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12)
AT_ONCE = 6_000
"""So many pixels of boxes are taken in one picture, which is then cut up: one picture for each box takes minutes."""

HIGH = 900
"""A photograph is cut here: what needs more to show its look is too long for an example."""

FULL = 240
"""So high is a picture at most that is kept at its full size; a higher one is kept at half of it."""

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
    .rd-component { margin: 0 !important; padding: 0 !important; border: 0 !important; max-width: none !important; }
    .rd-example { margin: 0 !important; max-height: none !important;
        overflow: hidden !important; outline: 0 !important; }
    .rd-example[hidden] { display: none !important; }
""".replace("WIDE", f"{WIDE}px")
ALIGN = f"""boxes => {{ for (const box of boxes)
    box.style.height = `${{Math.min(Math.ceil(box.getBoundingClientRect().height), {HIGH})}}px`; }}"""
BOXES = """boxes => boxes.map((box) => ({ name: box.dataset.example, focus: box.dataset.focus ?? "",
    wide: "wide" in box.dataset,
    height: box.getBoundingClientRect().height }))"""
SHOW = """(boxes, names) => { for (const box of boxes) box.hidden = !names.includes(box.dataset.example); }"""
TOPS = """boxes => Object.fromEntries(boxes.filter((box) => !box.hidden).map((box) =>
    [box.dataset.example, box.getBoundingClientRect().top + scrollY]))"""


class Way(NamedTuple):
    """How photographs are taken: the ending of their names, the colour scheme, the width of the window in pixels.

    In a wide window the boxes are as wide as WIDE. Dark differs in colours alone, and a small screen in how things
    stand, so they are kept at a part of their size: `part` is 3 for a third.
    """

    ending: str
    scheme: str
    width: int
    part: int


WAYS = (Way("light", "light", 1280, 1), Way("dark", "dark", 1280, 3), Way("light.320", "light", 320, 2))


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
        with served(root / "site") as address:
            yield address


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
    page.locator(".rd-components[data-drawn]").wait_for(timeout=60_000)
    page.evaluate("Promise.all([...document.fonts].map((font) => font.load()))")
    taken = {f"{name}.{way.ending}": _smaller(picture, way) for name, picture in _pictures(page, way)}
    context.close()
    return taken


def _pictures(page: Page, way: Way) -> Iterator[tuple[str, Image.Image]]:
    boxes = page.locator("[data-example]")
    page.add_style_tag(content=SHEET)
    boxes.evaluate_all(ALIGN)
    wanted = [box for box in boxes.evaluate_all(BOXES) if way.width > 320 or not box["wide"]]
    for part in _parts(wanted):
        boxes.evaluate_all(SHOW, [box["name"] for box in part])
        if part[0]["focus"]:
            page.locator(f'[data-example="{part[0]["name"]}"] {part[0]["focus"]}').first.focus()
        yield from _cut(_opened(page.screenshot(full_page=True)), part, boxes.evaluate_all(TOPS))


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


def _cut(picture: Image.Image, part: list[dict[str, Any]], tops: dict[str, float]) -> Iterator[tuple[str, Image.Image]]:
    for box in part:
        top = round(tops[box["name"]])
        yield box["name"], picture.crop((0, top, min(picture.width, WIDE), top + round(box["height"])))


def _smaller(picture: Image.Image, way: Way) -> Image.Image:
    part = max(way.part, 1 if picture.height <= FULL else 2)
    return picture.reduce(part) if part > 1 else picture


def _opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")
