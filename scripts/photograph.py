"""Takes the photographs of all components: `python scripts/photograph.py`, or of some: `… service-card chip`.

They are kept in `tests/look/photographs/`, and the tests compare with them whatever the components look like now
(docs/decisions/0155-photographs.md).
"""

import shutil
import sys

from PIL import Image
from playwright.sync_api import sync_playwright

import likeness
from photographed import ARGUMENTS, ROOT, WAYS, site, take

KEPT = ROOT / "tests" / "look" / "photographs"
TAKEN_WITH = "taken-with.txt"
"""Beside the photographs: the version of the browser, since another may draw letters otherwise."""


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
