"""Measures Rightdoor beside its peers and prints one table: ratios of one run on one machine, never a test.

    python benchmarks/run.py [--services 1000 10000] [--keep FOLDER] [--no-slow-peers]

Each row names its budget. A peer that is not installed is left out, and its row says so.
"""

import argparse
import math
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import generate
import grid
import peers
from measure import Run, measure, rightdoor

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; `ratio` is to what it stands beside, and `most` what the budget allows."""

    services: int
    what: str
    figure: str
    beside: str = ""
    ratio: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        """The line as Markdown."""
        ratio = "" if self.ratio is None else f"{self.ratio:.3g}"
        budget = "" if self.most is None else f"≤ {self.most:g}"
        held = "" if not ratio or not budget else "held" if (self.ratio or 0) <= (self.most or 0) else "**missed**"
        return f"| {self.services:,} | {self.what} | {self.figure} | {self.beside} | {ratio} | {budget} | {held} |"


def prepare(folder: Path, services: int) -> Path:
    """A made-up directory of this size with this project's own prose and settings around it."""
    project = folder / f"project-{services}"
    generate.write(project, services, max(2, services // 500))
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    home = f"home_area: {generate.area_id(0)}"
    (project / "mkdocs.yml").write_text(settings.replace("home_area: northvale", home), "utf-8")
    return project


def forget(project: Path, *, site: bool) -> Callable[[], None]:
    """Removes what an earlier run left: the cache, and the site with what is kept beside it too when asked."""

    def clear() -> None:
        shutil.rmtree(project / ".rightdoor", ignore_errors=True)
        if site:
            for name in ("site", ".site.build"):
                shutil.rmtree(project / name, ignore_errors=True)

    return clear


def edit_one(project: Path) -> Callable[[], None]:
    """Changes one word of one entry, another one each time."""
    entry = sorted((project / "directory" / "services").glob("*/*-service-*.yaml"))[7]
    turn = iter(range(1000))

    def edit() -> None:
        text = entry.read_text("utf-8").split("\nnote:")[0].rstrip("\n")
        entry.write_text(f"{text}\nnote: Edited for the {next(turn)}th time.\n", "utf-8")

    return edit


def beside(services: int, what: str, ours: Run, peer: Callable[[], Run], most: float, times: int = 3) -> Line:
    """Ours and a peer, taking turns; a peer that is not installed is left out, and the line says so."""
    try:
        other = peer()
    except peers.PeerMissing as missing:
        return Line(services, what, str(*measure(ours, times=times)), f"left out: {missing}", None, most)
    cost, theirs = measure(ours, other, times=times)
    return Line(services, what, str(cost), f"{peer.__name__}: {theirs}", cost.seconds / theirs.seconds, most)


def lines(project: Path, services: int, scratch: Path, *, slow_peers: bool) -> Iterator[Line]:
    """Every row for one size."""
    yield from lines_of_check(project, services, slow_peers=slow_peers)
    yield from lines_of_build(project, services, scratch, slow_peers=slow_peers)


def lines_of_check(project: Path, services: int, *, slow_peers: bool) -> Iterator[Line]:
    """`rightdoor check`, with nothing kept and with everything kept."""
    check = Run(rightdoor("check", "--format", "json"), project, before=forget(project, site=False))

    def pyyaml_events() -> Run:
        return peers.yaml_events(project)

    def the_check_jsonschema_command() -> Run:
        return peers.check_jsonschema(project, ROOT / "schema" / "service.schema.json")

    yield beside(services, "check, cold", check, pyyaml_events, 1.5, times=5)
    if slow_peers:
        yield beside(services, "check, cold", check, the_check_jsonschema_command, 0.05, times=1)
    (warm,) = measure(Run(check.command, project))
    yield Line(services, "check, nothing changed", str(warm))


def lines_of_build(project: Path, services: int, scratch: Path, *, slow_peers: bool) -> Iterator[Line]:
    """`rightdoor build`, with nothing kept and after one entry was edited."""
    cold = Run(rightdoor("build"), project, before=forget(project, site=True))
    again = Run(rightdoor("build"), project, before=edit_one(project))
    site, copy = project / "site", scratch / f"hugo-{services}"

    def hugo() -> Run:
        return peers.hugo(site, copy)

    def stock_material() -> Run:
        return peers.stock_material(site, scratch / f"material-{services}")

    first, edited = measure(cold, again)
    yield Line(services, "build, one entry edited", str(edited), f"cold: {first}", edited.seconds / first.seconds, 0.15)
    yield Line(services, "build, cold: memory", f"{first.megabytes:.0f} MB", "400 MB", first.megabytes / 400, 1)
    yield beside(services, "build, cold", cold, hugo, 0.6)
    if copy.exists():
        peers.prove_alike(site, copy)
    if slow_peers:
        yield beside(services, "build, cold", cold, stock_material, 1 / 12, times=1)


def lines_of_grid(scratch: Path) -> Iterator[Line]:
    """The grid of coverage of one area with 500 services, in one process."""
    project, services = scratch / "project-grid", 500
    generate.write(project, services, 1)
    for what, took in grid.measured(project, generate.area_id(0)):
        yield Line(services, what, f"{took:.2f} s of processors", "2 s", took / 2, 1)


def growth(found: list[Line]) -> Iterator[Line]:
    """How the cold build grows from the smallest to the largest size measured."""
    colds = {each.services: float(each.figure.split()[0]) for each in found if each.what == "build, cold"}
    if len(colds) > 1:
        small, large = min(colds), max(colds)
        exponent = math.log(colds[large] / colds[small]) / math.log(large / small)
        yield Line(large, f"growth of the cold build from {small:,}", "", "exponent", exponent, 1.05)


def main() -> None:
    """Reads the command line, measures, prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--services", type=int, nargs="+", default=[1000, 10000])
    options.add_argument("--keep", type=Path, help="work in this folder and leave it there")
    options.add_argument("--no-slow-peers", action="store_true", help="leave out check-jsonschema and stock Material")
    told = options.parse_args()
    print("| services | what | Rightdoor | beside | ratio | budget | |\n|---:|---|---|---|---:|---:|---|")
    with tempfile.TemporaryDirectory() as temporary:
        scratch = told.keep or Path(temporary)
        found: list[Line] = []
        for line in lines_of_grid(scratch):
            print(line, flush=True)
        for services in told.services:
            project = prepare(scratch, services)
            for line in lines(project, services, scratch, slow_peers=not told.no_slow_peers):
                print(line, flush=True)
                found.append(line)
    for line in growth(found):
        print(line)


if __name__ == "__main__":
    main()
