"""Lists of all areas side by side: contracts that end soon, lists that are closed, and how fresh entries are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any, NamedTuple

from rightdoor.coverage.brief import Brief
from rightdoor.coverage.people_words import say
from rightdoor.coverage.providers import Closed, Contract
from rightdoor.model.freshness import Standing
from rightdoor.pages.links import Link, organization_link, service_link
from rightdoor.pages.view import View

ADDRESS = "coverage/"
SOON = 365
"""Days from now within which the end of a contract is soon; one that has passed is shown too."""


class ContractRow(NamedTuple):
    """The end of an organization's contract, in how many days, whom it concerns and who pays."""

    organization: Link
    ends: date
    days: int
    services: int
    areas: tuple[Link, ...]
    payers: tuple[Link, ...]


class ClosedRow(NamedTuple):
    """A list that is closed, why, and in which areas."""

    service: Link
    why: str
    areas: tuple[Link, ...]


def address_of(area: str) -> str:
    """Where the coverage of an area lies."""
    return f"{ADDRESS}{area}/"


def coverage_link(view: View, area: str) -> Link:
    """An area by name, leading to its coverage."""
    return Link(view.directory.areas[area].name, address_of(area))


def contracts(view: View, found: Mapping[str, Brief]) -> Iterator[ContractRow]:
    """The contracts that end soon, each once, the soonest first."""
    of: dict[str, list[tuple[str, Contract]]] = defaultdict(list)
    for area, brief in found.items():
        for each in brief.contracts:
            if each.days <= SOON:
                of[each.organization].append((area, each))
    for id, rows in sorted(of.items(), key=lambda each: (each[1][0][1].ends, each[0])):
        services = {service for _, each in rows for service in each.services}
        first = rows[0][1]
        payers = tuple(organization_link(view, each) for each in first.payers)
        areas = tuple(coverage_link(view, area) for area, _ in rows)
        yield ContractRow(organization_link(view, id), first.ends, first.days, len(services), areas, payers)


def closed(view: View, found: Mapping[str, Brief]) -> Iterator[ClosedRow]:
    """The lists that are closed, each once for all areas in which it is closed for the same reason."""
    of: dict[Closed, list[str]] = defaultdict(list)
    for area, brief in found.items():
        for each in brief.closed:
            of[each].append(area)
    grammar, services = view.directory.grammar, view.directory.services
    for each in sorted(of, key=lambda each: (services[each.service].name.casefold(), each.service, each.intake)):
        stopped = each.status != "active"
        why = grammar["status"].label(each.status) if stopped else grammar["intake"].label(each.intake)
        link = service_link(view, each.service)
        yield ClosedRow(Link(link.words, link.address), why, tuple(coverage_link(view, area) for area in of[each]))


def entries(view: View, found: Mapping[str, Brief]) -> list[Any]:
    """How many entries of each area were confirmed lately, as rows of bars."""
    rows = []
    for area, brief in found.items():
        entries = brief.entries or {}
        total = sum(entries.values())
        fresh = entries.get(Standing.CURRENT, 0) + entries.get(Standing.DUE, 0)
        said = (
            {
                "value": fresh,
                "words": say("entries-of", view.directory.grammar, total=str(total)),
                "share": fresh / total,
            }
            if total
            else {}
        )
        rows.append(SimpleNamespace(head=view.directory.areas[area].name, address=address_of(area), **said))
    return rows
