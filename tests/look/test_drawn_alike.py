"""What templates and browser code both draw is drawn alike: a reader must not meet two shapes for one answer."""

import re
from pathlib import Path

COMPONENTS = Path("docs/.overrides/components")
RESULTS = Path("docs/assets/javascripts/finder/results")
PATH = re.compile(r'"?([a-z]+)"?: "(M[^"]+)"')
BAR = re.compile(r'rd-wait__(scale|open)", d: "([^"]+)"|rd-wait__(scale|open)" d="([^"]+)"')


def paths(file: Path) -> dict[str, str]:
    return dict(PATH.findall(file.read_text("utf-8")))


def bars(file: Path) -> set[tuple[str, ...]]:
    return {tuple(filter(None, found)) for found in BAR.findall(file.read_text("utf-8"))}


def test_each_answer_has_the_same_shape_on_pages_and_in_the_finder(root: Path):
    page, finder = paths(root / COMPONENTS / "outcome/outcome.html"), paths(root / RESULTS / "shapes.js")
    assert page == {"takes": finder["fits"], "check": finder["check"], "refuses": finder["refuses"]}
    assert len(set(page.values())) == 3


def test_waits_are_drawn_on_the_same_scale_on_pages_and_in_the_finder(root: Path):
    page = bars(root / COMPONENTS / "wait/wait.html")
    assert page == bars(root / RESULTS / "wait.js")
    assert {name for name, _ in page} == {"scale", "open"}
