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
import peers
from measure import Cost, measure, rightdoor

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    services: int
    what: str
    figure: str
    beside: str = ""
    budget: str = ""


def prepare(folder: Path, services: int) -> Path:
    """A made-up directory of this size with this project's own prose and settings around it."""
    project = folder / f"project-{services}"
    generate.write(project, services, max(2, services // 500))
    for name in ("mkdocs.yml", "docs"):
        source, target = ROOT / name, project / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
    return project


def forget(project: Path, *, site: bool) -> Callable[[], None]:
    """Removes what an earlier run left: the cache, and the site too when asked."""

    def clear() -> None:
        shutil.rmtree(project / ".rightdoor", ignore_errors=True)
        if site:
            shutil.rmtree(project / "site", ignore_errors=True)

    return clear


def edit_one(project: Path) -> Callable[[], None]:
    """Changes one word of one entry, another one each time."""
    entry = sorted((project / "directory" / "services").glob("*/*-service-*.yaml"))[7]
    turn = iter(range(1000))

    def edit() -> None:
        text = entry.read_text("utf-8").split("\nnote:")[0].rstrip("\n")
        entry.write_text(f"{text}\nnote: Edited for the {next(turn)}th time.\n", "utf-8")

    return edit


def beside(cost: Cost, peer: Callable[[], Cost], name: str) -> str:
    """The ratio to a peer in words, or that it is missing."""
    try:
        other = peer()
    except peers.PeerMissing as missing:
        return f"left out: {missing}"
    return f"{cost.seconds / other.seconds:.2f} x {name} ({other.seconds:.2f} s, {other.megabytes:.0f} MB)"


def lines(project: Path, services: int, scratch: Path, *, slow_peers: bool) -> Iterator[Line]:
    """Every row for one size."""
    check = measure(rightdoor("check", "--format", "json"), project, before=forget(project, site=False))
    told = f"{check.seconds:.2f} s, {check.megabytes:.0f} MB"
    yield Line(
        services, "check, cold", told, beside(check, lambda: peers.yaml_events(project), "PyYAML C events"), "<= 1.5 x"
    )
    if slow_peers:
        schema = ROOT / "schema" / "service.schema.json"
        yield Line(
            services,
            "check, cold",
            told,
            beside(check, lambda: peers.check_jsonschema(project, schema), "check-jsonschema"),
            "<= 0.05 x",
        )
    warm = measure(rightdoor("check", "--format", "json"), project)
    yield Line(services, "check, warm", f"{warm.seconds:.2f} s", f"{warm.seconds / check.seconds:.2f} x cold")
    cold = measure(rightdoor("build"), project, before=forget(project, site=True))
    told = f"{cold.seconds:.2f} s, {cold.megabytes:.0f} MB"
    yield Line(
        services,
        "build, cold",
        told,
        beside(cold, lambda: peers.hugo(project / "site", scratch / f"hugo-{services}"), "Hugo, same bytes"),
        "<= 0.6 x; <= 400 MB at 10,000",
    )
    if slow_peers:
        material = scratch / f"material-{services}"
        yield Line(
            services,
            "build, cold",
            told,
            beside(cold, lambda: peers.stock_material(project / "site", material), "stock Material"),
            "<= 0.083 x",
        )
    edited = measure(rightdoor("build"), project, before=edit_one(project))
    yield Line(
        services,
        "build, one entry edited",
        f"{edited.seconds:.2f} s",
        f"{edited.seconds / cold.seconds:.2f} x cold",
        "<= 0.15 x at 10,000",
    )


def growth(found: list[Line]) -> Iterator[Line]:
    """How the cold build grows from the smallest to the largest size measured."""
    colds = {each.services: float(each.figure.split()[0]) for each in found if each.what == "build, cold"}
    if len(colds) > 1:
        small, large = min(colds), max(colds)
        exponent = math.log(colds[large] / colds[small]) / math.log(large / small)
        yield Line(large, f"growth of the cold build from {small:,}", f"exponent {exponent:.2f}", "", "<= 1.05")


def main() -> None:
    """Reads the command line, measures, prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--services", type=int, nargs="+", default=[1000, 10000])
    options.add_argument("--keep", type=Path, help="work in this folder and leave it there")
    options.add_argument("--no-slow-peers", action="store_true", help="leave out check-jsonschema and stock Material")
    told = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        scratch = told.keep or Path(temporary)
        found: list[Line] = []
        for services in told.services:
            project = prepare(scratch, services)
            found += lines(project, services, scratch, slow_peers=not told.no_slow_peers)
    print("| services | what | Rightdoor | beside | budget |\n|---:|---|---|---|---|")
    for each in [*found, *growth(found)]:
        print(f"| {each.services:,} | {each.what} | {each.figure} | {each.beside} | {each.budget} |")


if __name__ == "__main__":
    main()
