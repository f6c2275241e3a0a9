"""From referral to recovery: what is published of NHS Talking Therapies in an area, and of one service.

The figures are shown as they were published. They are never added, since a provider's are rounded to 5, and never
divided, since those referred in a month are not those who begin or finish in it. Figures of a wider place stand for an
area only where none are published for the area itself, and say so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.places import TOO_WIDE
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service
from rightdoor.model.statistics import Period, Series

TYPE = "talking-therapies"
"""The kind of service that these figures are of."""
STEPS = ("m001", "m031", "m076", "m191")
SHARES = ("m192", "m195", "m186", "m053", "m055", "m126")
DAYS = ("m049", "m048")
ENDED = ("m056", "m057", "m058", "m060")
WAITING = "m038"
MONTHS = 13
"""So many months make a trend: a year, and the month that it is compared with."""
ENGLAND = "england"


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure: its measure, and its value; None where it was withheld, or not published at all."""

    measure: str
    value: int | float | None
    withheld: bool


@dataclass(frozen=True, slots=True)
class Funnel:
    """The figures of one provider, place or both, in the latest period published.

    `organization` and `area` are ids of the directory, "" for all or where no record has the code; the names are those
    of the publication. `wider` says that the place is wider than what was asked about. `trend` are the months up to
    the latest, in which a month without figures is an empty period. `england` is the same period in all of England.
    """

    series: str
    source: str
    organization: str
    organization_name: str
    area: str
    area_name: str
    wider: bool
    period: Period
    trend: tuple[Period, ...]
    england: Period | None
    made_up: bool

    def figure(self, measure: str) -> Figure:
        """One figure of the latest period."""
        return figure_of(self.period, measure)

    @property
    def of_all_places(self) -> bool:
        """Whether these are a provider's figures wherever it works."""
        return not self.area_name and not self.area


def figure_of(period: Period, measure: str) -> Figure:
    """One figure of a period."""
    return Figure(measure, period.values.get(measure), measure in period.suppressed)


def funnels(directory: Directory, today: date) -> Mapping[str, tuple[Funnel, ...]]:
    """For each area of which anything is published, what to show there: the whole place first, then providers."""
    runs = _runs(directory)
    found = {area: tuple(_of_area(directory, area, runs)) for area in directory.areas if directory.statistics}
    return {area: own for area, own in found.items() if own}


def figures_in(directory: Directory, area: str) -> tuple[Funnel, ...]:
    """The same for one area; () where nothing is published."""
    return tuple(_of_area(directory, area, _runs(directory))) if directory.statistics else ()


def funnels_of_services(directory: Directory, today: date) -> Mapping[str, Funnel]:
    """For each service of the kind whose organization's figures are published, those nearest to it."""
    if not directory.statistics:
        return {}
    found = {}
    for service in directory.services.values():
        if service.type == TYPE and (funnel := _of_service(directory, service)):
            found[service.id] = funnel
    return found


def _runs(directory: Directory) -> Mapping[str, tuple[Service, ...]]:
    """The services of the kind, by the NHS code of the organization that runs them."""
    found: dict[str, tuple[Service, ...]] = {}
    for service in directory.services.values():
        code = _code_of(directory, service)
        if code and service.type == TYPE and service.status != "defunct":
            found[code] = (*found.get(code, ()), service)
    return found


def _code_of(directory: Directory, service: Service) -> str:
    organization = directory.organizations.get(service.organization)
    return organization.identifiers.get("ods", "").upper() if organization else ""


def _of_area(directory: Directory, area: str, runs: Mapping[str, tuple[Service, ...]]) -> Iterator[Funnel]:
    """What is published of the nearest place around an area, and of providers that work there."""
    if directory.areas[area].kind in TOO_WIDE:
        return
    chain = directory.chain(area)
    place, own = _nearest(directory, chain)
    for series in sorted(own, key=lambda each: (bool(each.provider), each.provider_name, each.id)):
        yield _funnel(directory, series, place, place != area)
    told = {each.provider for each in own}
    for series in directory.statistics:
        working = runs.get(series.provider, ()) if not series.area and series.provider not in told else ()
        if any(service.may_serve(frozenset(chain)) for service in working):
            yield _funnel(directory, series, "", False)


def _nearest(directory: Directory, chain: Iterable[str]) -> tuple[str, tuple[Series, ...]]:
    """The first of these areas of which anything is published, and what is; nations are no places."""
    for each in chain:
        code = directory.areas[each].codes.get("ods", "").upper()
        own = tuple(series for series in directory.statistics if code and series.area == code)
        if own and directory.areas[each].kind not in TOO_WIDE:
            return each, own
    return "", ()


def _of_service(directory: Directory, service: Service) -> Funnel | None:
    """The figures of a service's organization: in the one place it serves, or else wherever it works."""
    code = _code_of(directory, service)
    own = {series.area: series for series in directory.statistics if code and series.provider == code}
    areas = service.criteria.area.areas if service.criteria.area else ()
    codes = {each: str(directory.areas[each].codes.get("ods", "")).upper() for each in areas if each in directory.areas}
    if len(areas) == 1 and (series := own.get(codes.get(areas[0], "") or "-")):
        return _funnel(directory, series, areas[0], False)
    return _funnel(directory, own[""], "", False) if "" in own else None


def _funnel(directory: Directory, series: Series, area: str, wider: bool) -> Funnel:
    organization = _organization(directory, series.provider)
    latest = max(series.periods, key=lambda each: (each.last, each.first))
    made_up = _made_up(directory, organization, area)
    return Funnel(
        series=series.id,
        source=series.source,
        organization=organization,
        organization_name=series.provider_name or series.provider,
        area=area,
        area_name=series.area_name or series.area,
        wider=wider,
        period=latest,
        trend=_trend(series),
        england=None if made_up else _same(directory, latest),
        made_up=made_up,
    )


def _organization(directory: Directory, code: str) -> str:
    """The organization with this NHS code, by id; "" where there is none."""
    return next(
        (id for id, each in directory.organizations.items() if code and each.identifiers.get("ods") == code), ""
    )


def _made_up(directory: Directory, organization: str, area: str) -> bool:
    return (bool(organization) and directory.organizations[organization].fictional) or (
        bool(area) and directory.areas[area].fictional
    )


def _same(directory: Directory, period: Period) -> Period | None:
    """The same period in England."""
    whole = next((each for each in directory.statistics if each.id == ENGLAND), None)
    return (
        next((each for each in whole.periods if (each.first, each.last) == (period.first, period.last)), None)
        if whole
        else None
    )


def _trend(series: Series) -> tuple[Period, ...]:
    """The last months of a series up to its latest, with an empty period for each month of which nothing is there."""
    months = {each.first: each for each in series.months}
    if not months:
        return ()
    last = max(months)
    at = int(last[:4]) * 12 + int(last[5:]) - 1
    names = (f"{each // 12:04}-{each % 12 + 1:02}" for each in range(at - MONTHS + 1, at + 1))
    known = [name for name in names if name >= min(months)]
    return tuple(months.get(name, Period(name, name)) for name in known)
