"""The coverage of an area, worked out once for all pages and files of a build that tell of it.

A page notes what its area's coverage is made of, not the coverage itself: so a later build that changes nothing there
need not work it out to know that.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from rightdoor.coverage.area import AreaCoverage, area_coverage
from rightdoor.coverage.funnel import Funnel, funnels
from rightdoor.coverage.places import areas_asked
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service
from rightdoor.pages.lists import kept
from rightdoor.pages.view import View

R = TypeVar("R")


def coverage_of(view: View, area: str) -> AreaCoverage:
    """What commissioners ask of one area; KeyError where there is no such area."""
    view.listing(read_for_coverage, area)
    return view.once(("coverage", area), lambda: area_coverage(view.whole, area, view.today))


@kept
def read_for_coverage(directory: Directory, today: date) -> Mapping[str, tuple[Any, ...]]:
    """What the coverage of each area is made of: records as they stand there, and what was counted of them."""
    figures = funnels(directory, today)
    return {area: _read(directory, area, figures.get(area, ())) for area in areas_asked(directory)}


def _read(directory: Directory, area: str, figures: tuple[Funnel, ...]) -> tuple[Any, ...]:
    services = directory.services_for(area)
    gates = [gate for each in services for gate in _ways_in(directory, each)]
    run_by = _named(directory.organizations, (each.organization for each in services))
    payers = _named(directory.organizations, (payer for each in run_by for payer in each.commissioned_by))
    ids = {each.id for each in services}
    refusals = tuple(row for row in directory.refusals if row.service in ids)
    takers = _named(directory.services, (row.taken_by or "" for row in refusals))
    around = tuple(directory.areas[each] for each in directory.chain(area))
    months = directory.snapshots.get(area, ())
    return (services, tuple(gates), run_by, payers, refusals, takers, around, figures, months)


def _named(records: Mapping[str, R], ids: Iterable[str]) -> tuple[R, ...]:
    """The records of some ids, each once; those that are not there are left out."""
    return tuple(records[each] for each in sorted(set(ids)) if each in records)


def _ways_in(directory: Directory, service: Service) -> list[Service]:
    """The services through which one is reached, one behind the other."""
    found: list[Service] = []
    gate = service.referral.via
    while gate and gate in directory.services and directory.services[gate] not in found:
        found.append(directory.services[gate])
        gate = found[-1].referral.via
    return found
