"""Who runs the services of an area, who pays them, when contracts end, and which lists are closed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rightdoor.coverage.local import day_in, local_services
from rightdoor.matching.match import takes_referrals
from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.model.service import Service


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of organization (code of `organization_kinds`), those of it that run services here, and the services."""

    kind: str
    organizations: tuple[str, ...]
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contract:
    """The end of a contract: `days` from the day asked, less than 0 where it has passed."""

    organization: str
    ends: date
    days: int
    services: tuple[str, ...]
    payers: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the last day of the contract is behind: renewed and not entered, or ended."""
        return self.days < 0


@dataclass(frozen=True, slots=True)
class Closed:
    """A service that takes no referrals at present: codes of `status` and `intake`."""

    service: str
    status: str
    intake: str


@dataclass(frozen=True, slots=True)
class Providers:
    """Who stands behind the services of an area; nationwide services are left out.

    `no_contract` are the organizations that somebody pays, and of whose contract no end is known. `payer_unknown` are
    those of which nobody has said who pays them.
    """

    kinds: tuple[KindRow, ...]
    contracts: tuple[Contract, ...]
    no_contract: tuple[str, ...]
    payer_unknown: tuple[str, ...]
    closed: tuple[Closed, ...]


def providers(directory: Directory, area: str, today: date) -> Providers:
    """Who runs and pays the services of an area: contracts soonest first."""
    services = local_services(directory, area)
    run: dict[str, list[Service]] = defaultdict(list)
    for each in services:
        if each.organization in directory.organizations:
            run[each.organization].append(each)
    named = [directory.organizations[each] for each in sorted(run)]
    return Providers(
        kinds=tuple(_kinds(directory, named, run)),
        contracts=tuple(_contracts(named, run, day_in(directory, area, today))),
        no_contract=tuple(each.id for each in named if each.commissioned_by and each.contract_ends is None),
        payer_unknown=tuple(each.id for each in named if not each.commissioned_by),
        closed=tuple(Closed(each.id, each.status, each.intake) for each in services if _is_closed(each, directory)),
    )


def _kinds(
    directory: Directory, named: Iterable[Organization], run: Mapping[str, Iterable[Service]]
) -> Iterable[KindRow]:
    found: dict[str, list[str]] = defaultdict(list)
    for each in named:
        found[each.kind].append(each.id)
    order = [*directory.grammar["organization_kinds"].terms]
    for kind in sorted(found, key=order.index):
        yield KindRow(kind, tuple(found[kind]), _of(found[kind], run))


def _contracts(named: Iterable[Organization], run: Mapping[str, Iterable[Service]], day: date) -> list[Contract]:
    found = [
        Contract(
            each.id, each.contract_ends, (each.contract_ends - day).days, _of([each.id], run), each.commissioned_by
        )
        for each in named
        if each.contract_ends
    ]
    return sorted(found, key=lambda each: (each.ends, each.organization))


def _of(organizations: Iterable[str], run: Mapping[str, Iterable[Service]]) -> tuple[str, ...]:
    return tuple(service.id for each in organizations for service in run[each])


def _is_closed(service: Service, directory: Directory) -> bool:
    return service.status != "active" or takes_referrals(service.intake, directory.grammar) is False
