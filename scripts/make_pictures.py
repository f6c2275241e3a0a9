"""Takes the pictures of the README, of the hand-written pages and of shared links: `python scripts/make_pictures.py`.

They show the real site, built from the files as they stand: the finder and a service as they are for the person of whom
this project is, 34, severely depressed, whom a community team already sees. `… finder.webp` takes only those of that
name. What each picture shows is written down beside it, and a test says when that has changed (`pictures_shown.py`).
Needs Chromium and Pillow, as the tests do.
"""

import io
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

import build_browser
from pictures_shown import ROOT, Shown, digests, files_behind, record, write
from rightdoor.pages import publish
from served import served

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
TODAY = date(2026, 11, 23)
PATIENT = "#area=northvale&need=depression&age=34y&severity=severe&yes=under-secondary-care"
SERVICE = "services/northvale-talking-therapies/"
FORM, ENTRY, STEP = "contribute/add/", "#edit=northvale-lantern-counselling", "[data-step]:not([hidden]) h2"
MARK, WORDMARK, SOCIAL = "docs/assets/images/rightdoor.svg", ".github/images/rightdoor.svg", "scripts/drawn/social.html"
QUALITY = 60
TOP = "element => element.getBoundingClientRect().top + scrollY"
CLASSES = """([top, bottom]) => [...document.querySelectorAll("[class]")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.height && box.top + scrollY < bottom && box.bottom + scrollY > top;
}).flatMap((element) => [...element.classList])"""


class Picture(NamedTuple):
    """A picture of a page, so many pixels high and wide, each of `sharp`; it begins `above` pixels before `top`."""

    file: str
    page: str
    top: str
    high: int
    wide: int = 1000
    sharp: float = 1.5
    ready: str = "h1"
    above: int = 0


class Drawing(NamedTuple):
    """A picture that a page of ours draws, its size, and what it is drawn from."""

    file: str
    page: str
    wide: int
    high: int
    made_of: tuple[str, ...]


PICTURES = (
    Picture(".github/images/finder.webp", PATIENT, "body", 1200, ready=".rd-match"),
    Picture(".github/images/criteria.webp", SERVICE, ".rd-criteria", 920, above=14),
    Picture("docs/assets/images/finder.webp", PATIENT, "main", 640, wide=860, sharp=1.2, ready=".rd-match"),
    Picture("docs/assets/images/service.webp", SERVICE, ".rd-criteria", 680, wide=900, sharp=1.2, above=14),
    Picture("docs/assets/images/form-start.webp", FORM, "main", 700, wide=900, sharp=1.2, ready=STEP),
    Picture(
        "docs/assets/images/form-not.webp",
        f"{FORM}{ENTRY}&step=not",
        STEP,
        700,
        wide=900,
        sharp=1.2,
        ready=STEP,
        above=40,
    ),
    Picture(
        "docs/assets/images/form-look.webp",
        f"{FORM}{ENTRY}&step=look",
        STEP,
        700,
        wide=900,
        sharp=1.2,
        ready=STEP,
        above=40,
    ),
)
DRAWINGS = (
    Drawing("docs/assets/images/social.png", SOCIAL, 1200, 630, (SOCIAL, MARK, WORDMARK)),
    Drawing(
        "docs/assets/images/rightdoor-180.png", "scripts/drawn/icon.html", 180, 180, ("scripts/drawn/icon.html", MARK)
    ),
)


def main(names: list[str]) -> int:
    """Takes all pictures, or those of the names given."""
    build_browser.build(ROOT)
    _hold_places()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = publish.build(ROOT, Path(folder) / "site", TODAY)
        if not report.published:
            print(report.message)
            return 1
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with served(Path(folder) / "site") as site, served(ROOT) as sources:
            write({**_still_wanted(), **_all(browser, site, sources, names)})
        browser.close()
    return 0


def _hold_places() -> None:
    """An empty picture where one is missing: no site is published that lacks what its pages show."""
    for each in PICTURES:
        if not (ROOT / each.file).exists():
            Image.new("RGB", (each.wide, each.high)).save(ROOT / each.file)


def _still_wanted() -> Shown:
    """What is written down of pictures that are still taken."""
    wanted = {each.file for each in (*PICTURES, *DRAWINGS)}
    return {name: files for name, files in record().items() if name in wanted}


def _all(browser: Browser, site: str, sources: str, names: list[str]) -> Shown:
    shown = {each.file: take(browser, site, each) for each in PICTURES if _wanted(each.file, names)}
    shown |= {each.file: draw(browser, sources, each) for each in DRAWINGS if _wanted(each.file, names)}
    for name in shown:
        print(f"{name}  {(ROOT / name).stat().st_size / 1000:.0f} kB")
    return shown


def _wanted(file: str, names: list[str]) -> bool:
    return not names or Path(file).name in names


def take(browser: Browser, site: str, picture: Picture) -> dict[str, str]:
    """Takes a picture of a page; the files it shows."""
    context = browser.new_context(
        viewport={"width": picture.wide, "height": max(900, picture.high)}, device_scale_factor=picture.sharp
    )
    context.clock.set_fixed_time(datetime(TODAY.year, TODAY.month, TODAY.day, 12))
    page = context.new_page()
    page.goto(site + picture.page, wait_until="networkidle")
    page.locator(picture.ready).first.wait_for()
    page.evaluate("document.fonts.ready")
    top = max(0.0, float(page.locator(picture.top).first.evaluate(TOP)) - picture.above)
    shot = page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": picture.wide, "height": picture.high})
    Image.open(io.BytesIO(shot)).convert("RGB").save(ROOT / picture.file, "WEBP", quality=QUALITY, method=6)
    files = files_behind(page.evaluate(CLASSES, [top, top + picture.high]), "docs/.overrides/partials/mark.html")
    context.close()
    return digests(files)


def draw(browser: Browser, sources: str, drawing: Drawing) -> dict[str, str]:
    """Draws the picture for shared links, or the icon for phones, in as few colours as show no difference."""
    page = browser.new_page(viewport={"width": drawing.wide, "height": drawing.high})
    page.goto(sources + drawing.page, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    few = shot.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(ROOT / drawing.file, "PNG", optimize=True)
    page.close()
    return digests((*drawing.made_of, "docs/assets/stylesheets/tokens.css"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
