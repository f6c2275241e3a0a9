"""A small project with a `mkdocs.yml`, built for the tests, and ways to look at what was built."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from rightdoor.pages import publish
from small_project import service, small_project

TODAY = date(2026, 11, 23)
COMMAND = (sys.executable, "-m", "rightdoor", "build", "--today", "2026-11-23")
MKDOCS = """\
site_name: Valeland
theme: {name: material, font: false}
plugins: [rightdoor: {today: 2026-11-23}]
"""


def project(folder: Path, **changes: str) -> Path:
    """The small project in `folder`, ready to be built."""
    (folder / "mkdocs.yml").write_text(MKDOCS.replace("2026-11-23", "'2026-11-23'"))
    return small_project(folder, **changes)


def build(root: Path, out: str | Path = "site", **how: object) -> publish.Report:
    """Builds a project in this process."""
    return publish.build(root, root / out, TODAY, **how)  # type: ignore[arg-type]


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a built site, by name."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def second_line() -> str:
    """A second service, with a number of its own."""
    return service(name="Second Line", type="helpline").replace("960 111", "960 112")


def start_build(root: Path, **environment: str) -> "subprocess.Popen[str]":
    """Begins a build in a process of its own."""
    said = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    return subprocess.Popen(COMMAND, cwd=root, env=said, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
