"""Prints how many seconds of processors the grid of coverage of one area takes, in one process.

    python benchmarks/grid.py PROJECT AREA

First as the entries are, then with criteria that no two services share, which is the worst there can be.
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from rightdoor.coverage.grid import grid
from rightdoor.model.criteria import Row
from rightdoor.model.directory import Directory
from rightdoor.model.measure import Span
from rightdoor.records.load import load

TODAY = date(2026, 11, 23)


def varied(directory: Directory) -> Directory:
    """The same services, each with one more row that no other has."""
    services = {}
    for number, (id, each) in enumerate(directory.services.items(), start=1):
        row = Row("recent-attempt", within=Span(f"{number}h", number))
        refused = (*(each.criteria.does_not_take or ()), row)
        services[id] = replace(each, criteria=replace(each.criteria, does_not_take=refused))
    return replace(directory, services=services)


def seconds(directory: Directory, area: str, times: int = 3) -> float:
    """The median of several grids, each with nothing known from the one before."""
    return statistics.median(_once(directory, area) for _ in range(times))


def _once(directory: Directory, area: str) -> float:
    before = time.process_time()
    asked = replace(directory, grammar=replace(directory.grammar))
    for plane in grid(asked, area, TODAY).planes.values():
        assert plane.cells
    return time.process_time() - before


def measured(project: Path, area: str) -> Iterator[tuple[str, float]]:
    """What was measured, and its seconds."""
    directory = load(project, TODAY).directory
    yield "grid of coverage", seconds(directory, area)
    yield "grid of coverage, no two criteria alike", seconds(varied(directory), area)


def main() -> None:
    """Reads the command line, measures, prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("project", type=Path)
    options.add_argument("area")
    told = options.parse_args()
    for what, took in measured(told.project, told.area):
        print(f"{what}\t{took:.3f}")


if __name__ == "__main__":
    main()
