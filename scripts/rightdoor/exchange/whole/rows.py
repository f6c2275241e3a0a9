"""The rows behind the tables: a service as it stands everywhere or in one area, and each thing that it lists."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from rightdoor.exchange.whole.chosen import Chosen
from rightdoor.model.criteria import Criteria, Row
from rightdoor.model.directory import Directory
from rightdoor.model.service import Check, Service

LISTS = ("only", "does_not_take", "check_first", "takes_despite")
_ANY, _LIMITED, _LISTED, _NONE_STATED = "any", "limited", "listed", "none-stated"


class Standing(NamedTuple):
    """A service as its rules are in `area`, or everywhere else where that is "". `item` is one thing it lists."""

    service: Service
    area: str
    directory: Directory
    item: Any = None

    @property
    def organization(self) -> str | None:
        """The name of who runs it."""
        found = self.directory.organizations.get(self.service.organization)
        return found.name if found else None


class Criterion(NamedTuple):
    """One thing that is published about whom a service takes. Ages are in months; `below` is not included."""

    criterion: str
    says: str
    words: str | None = None
    refer_to: tuple[str, ...] = ()
    at_least: int | None = None
    below: int | None = None
    lowest: str | None = None
    highest: str | None = None
    basis: str | None = None
    areas: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    reason: str | None = None
    group: str | None = None
    within: str | None = None
    except_via: tuple[str, ...] = ()
    how: str | None = None


class GroupCheck(NamedTuple):
    """When one group of facts was last confirmed, and how; `group` is "" for the check of everything."""

    group: str
    check: Check


def standings(whole: Chosen) -> Iterator[Standing]:
    """A row for each service, and one for each area in which its rules differ."""
    areas = whole.directory.chain(whole.area) if whole.area else ()
    for service in whole.services:
        yield Standing(service, whole.directory.services[service.id].ruled_in(*areas), whole.directory)
        if not whole.area:
            for area, there in sorted(service.by_area.items()):
                yield Standing(there, area, whole.directory)


def items(rows: Iterable[Standing], read: Callable[[Service], Iterable[Any]]) -> Iterator[Standing]:
    """A row for each thing that these services list."""
    for row in rows:
        yield from (row._replace(item=each) for each in read(row.service))


def checks(service: Service) -> Iterator[GroupCheck]:
    """The check of everything, and those of single groups of facts."""
    yield GroupCheck("", service.checked.overall)
    yield from (GroupCheck(group, each) for group, each in service.checked.groups.items())


def criteria(service: Service) -> Iterator[Criterion]:
    """Everything that a service publishes about whom it takes, in the order of a record."""
    told = service.criteria
    yield from _limits(told)
    for name in LISTS:
        found: tuple[Row, ...] | None = getattr(told, name)
        if name == "does_not_take" and found == ():
            yield Criterion(_code(name), _NONE_STATED)
        yield from (_of_row(name, each) for each in found or ())


def _limits(told: Criteria) -> Iterator[Criterion]:
    if age := told.age:
        says = _ANY if age.at_least is None and age.below is None else _LIMITED
        yield Criterion("age", says, age.words, age.refer_to, at_least=age.at_least, below=age.below)
    if grade := told.severity:
        says = _ANY if grade.lowest is None and grade.highest is None else _LIMITED
        yield Criterion("severity", says, grade.words, grade.refer_to, lowest=grade.lowest, highest=grade.highest)
    if place := told.area:
        yield Criterion("area", _LIMITED, place.words, place.refer_to, basis=place.basis, areas=place.areas)
    if since := told.time_since_event:
        first, last = (each.text if each else None for each in (since.at_least, since.at_most))
        says = _LIMITED if first or last else _ANY
        yield Criterion("time-since-event", says, since.words, since.refer_to, earliest=first, latest=last)


def _of_row(name: str, row: Row) -> Criterion:
    reason, group = (None, row.reason) if name == "only" else (row.reason, None)
    return Criterion(
        _code(name),
        _LISTED,
        row.words,
        row.refer_to,
        reason=reason,
        group=group,
        within=row.within.text if row.within else None,
        except_via=row.except_via,
        how=row.how,
    )


def _code(name: str) -> str:
    """The code of a list of criteria in the vocabulary `data_values`."""
    return name.replace("_", "-")
