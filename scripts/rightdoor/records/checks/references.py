"""Every place where one record names another: what is named there, and where it stands in the file."""

from collections.abc import Iterator
from typing import NamedTuple

from rightdoor.model.answers import Vignette
from rightdoor.model.area import Area
from rightdoor.model.criteria import Criteria
from rightdoor.model.directory import Directory
from rightdoor.model.refusal import NOBODY, RefusalCount
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, Path

TOMBSTONES = "directory/tombstones.yaml"
LIMITS = ("age", "severity", "area", "time_since_event")
ROWS = ("only", "does_not_take", "check_first", "takes_despite")


class Reference(NamedTuple):
    """Names of records of one kind at a place in a file; `owner` is the id of the record that names them."""

    file: str
    path: Path
    kind: str
    ids: tuple[str, ...]
    owner: str
    listed: bool

    def place(self, index: int) -> Path:
        """Where the name with this index stands."""
        return (*self.path, index) if self.listed else self.path


def references(directory: Directory, context: Context) -> list[Reference]:
    """All references of the directory that name anything, collected once for all checks."""
    return context.once("references", lambda: [each for each in _all(directory) if each.ids])


def refer_on_places(criteria: Criteria, prefix: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Where criteria say to refer instead, and to which services."""
    for name in LIMITS:
        limit = getattr(criteria, name)
        if limit is not None and limit.refer_to:
            yield (*prefix, name, "refer_to"), limit.refer_to
    for name in ROWS:
        for index, row in enumerate(getattr(criteria, name) or ()):
            if row.refer_to:
                yield (*prefix, name, index, "refer_to"), row.refer_to


def _all(directory: Directory) -> Iterator[Reference]:
    for service in directory.services.values():
        yield from _of_service(service)
    for organization in directory.organizations.values():
        yield _listed(
            organization.file, ("commissioned_by",), "organization", organization.commissioned_by, organization.id
        )
    for area in directory.areas.values():
        yield from _of_area(area)
    for vignette in directory.vignettes.values():
        yield from _of_vignette(vignette)
    for row in directory.refusals:
        yield from _of_refusal(directory, row)
    for index, tombstone in enumerate(directory.tombstones.values()):
        yield _listed(TOMBSTONES, ("tombstones", index, "use_instead"), "service", tombstone.use_instead, tombstone.id)


def _of_service(service: Service) -> Iterator[Reference]:
    file, owner = service.file, service.id
    yield Reference(file, ("organization",), "organization", (service.organization,), owner, False)
    if service.folder != "national":
        yield Reference(file, (), "area", (service.folder,), owner, False)
    yield _listed(file, ("related",), "service", service.related, owner)
    yield from _of_rules(service, (), None)
    for area, here in service.by_area.items():
        yield Reference(file, ("by_area", area), "area", (area,), owner, False)
        yield from _of_rules(here, ("by_area", area), service)


def _of_rules(service: Service, prefix: Path, base: Service | None) -> Iterator[Reference]:
    """What criteria and referral name; where they differ from `base`, if there is one."""
    file, owner, criteria = service.file, service.id, service.criteria
    known = set(refer_on_places(base.criteria, (*prefix, "criteria"))) if base else set()
    for path, ids in refer_on_places(criteria, (*prefix, "criteria")):
        if (path, ids) not in known:
            yield _listed(file, path, "service", ids, owner)
    if criteria.area and not (base and base.criteria.area == criteria.area):
        yield _listed(file, (*prefix, "criteria", "area", "areas"), "area", criteria.area.areas, owner)
    if base and base.referral == service.referral:
        return
    if service.referral.via:
        yield Reference(file, (*prefix, "referral", "via"), "service", (service.referral.via,), owner, False)
    yield _listed(file, (*prefix, "referral", "if_declined"), "service", service.referral.if_declined, owner)


def _of_area(area: Area) -> Iterator[Reference]:
    if area.within:
        yield Reference(area.file, ("within",), "area", (area.within,), area.id, False)
    if area.front_door:
        yield Reference(area.file, ("front_door",), "service", (area.front_door,), area.id, False)
    yield _listed(area.file, ("crisis_routes",), "service", area.crisis_routes, area.id)


def _of_vignette(vignette: Vignette) -> Iterator[Reference]:
    file, owner = vignette.file, vignette.id
    for place, area in vignette.answers.areas.items():
        yield Reference(file, ("answers", "areas", place), "area", (area,), owner, False)
    for name in ("never_fits", "at_least_one", "at_least_one_open_to"):
        expected = getattr(vignette, name)
        if expected:
            yield _listed(file, ("expect", name, "services"), "service", expected.services, owner)
    yield _listed(file, ("expect", "refers_to"), "service", vignette.refers_to, owner)


def _of_refusal(directory: Directory, row: RefusalCount) -> Iterator[Reference]:
    """What was reported of a service that closed since stays as it was; no service is called `nobody`."""
    for name in ("service", "taken_by"):
        id = getattr(row, name)
        if id and id not in directory.tombstones and not (name == "taken_by" and id == NOBODY):
            yield Reference(row.file, ("refusals", row.row, name), "service", (id,), row.service, False)


def _listed(file: str, path: Path, kind: str, ids: tuple[str, ...], owner: str) -> Reference:
    return Reference(file, path, kind, ids, owner, True)
