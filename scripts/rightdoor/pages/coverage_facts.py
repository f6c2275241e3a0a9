"""Offers, providers, freshness and crisis routes of an area, as rows of its coverage page."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any, NamedTuple

from rightdoor.coverage.crisis import Crisis
from rightdoor.coverage.offered import PARTS, Offered, Share
from rightdoor.coverage.people_words import say
from rightdoor.coverage.providers import Providers
from rightdoor.coverage.standing import AreaStandings
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.grammar import Grammar
from rightdoor.pages.links import Link, organization_link, service_link, service_links
from rightdoor.pages.standings import WORDS
from rightdoor.pages.view import View

MOST_SHARES = 6
"""Of each part of what is offered, the codes that most services offer; the rest are in the files."""


class ContractLine(NamedTuple):
    """The end of a contract: whose, when, whether that day is behind, the services it concerns, and who pays."""

    organization: Link
    ends: date
    passed: bool
    services: tuple[Link, ...]
    payers: tuple[Link, ...]


class RouteLine(NamedTuple):
    """A crisis route: whether it runs, whether always, and how its facts stand."""

    service: Link
    running: bool
    always: bool | None
    standing: str
    checked_on: date | None


def offer_charts(view: View, offered: Offered) -> Iterator[dict[str, Any]]:
    """A chart for each part of what is offered: how many services say yes, and of how many it is not known."""
    total, grammar = len(offered.services), view.directory.grammar
    for part, vocabulary in PARTS.items():
        shares = sorted(getattr(offered, part), key=lambda each: -len(each.yes))[:MOST_SHARES]
        terms = grammar[vocabulary]
        rows = [_offer(each, terms.label(each.code), total, grammar) for each in shares if each.yes or each.no]
        if rows:
            yield {"part": part, "rows": rows, "total": total}


def contract_lines(view: View, providers: Providers) -> tuple[ContractLine, ...]:
    """The ends of contracts, soonest first."""
    return tuple(
        ContractLine(
            organization_link(view, each.organization),
            each.ends,
            each.passed,
            service_links(view, each.services),
            tuple(organization_link(view, payer) for payer in each.payers),
        )
        for each in providers.contracts
    )


def kind_rows(directory: Directory, providers: Providers) -> list[Any]:
    """How many services each kind of organization runs, as rows of bars."""
    grammar = directory.grammar
    return [
        SimpleNamespace(
            head=grammar["organization_kinds"].label(each.kind),
            value=len(each.services),
            words=say(
                "run-by-one" if len(each.organizations) == 1 else "run-by-many",
                grammar,
                number=str(len(each.organizations)),
            ),
        )
        for each in providers.kinds
    ]


def closed_lines(view: View, providers: Providers) -> tuple[Link, ...]:
    """The services that take no referrals at present; each link says why."""
    return service_links(view, (each.service for each in providers.closed))


def standing_rows(directory: Directory, found: AreaStandings) -> list[Any]:
    """How many entries were confirmed lately, for each group of facts, as rows of bars."""
    grammar = directory.grammar
    rows = []
    for each in found.groups:
        total = sum(map(len, each.services.values()))
        if not total:
            continue  # nobody says anything of it
        fresh = len(each.services[Standing.CURRENT]) + len(each.services[Standing.DUE])
        rest = [f"{len(each.services[at])} {WORDS[at]}" for at in _NOT_FRESH if each.services[at]]
        words = say(
            "confirmed-of-others" if rest else "confirmed-of", grammar, total=str(total), others=", ".join(rest)
        )
        head = grammar["fact_groups"].label(each.group)
        rows.append(SimpleNamespace(head=head, value=fresh, words=words, share=fresh / total))
    return rows


def route_lines(view: View, crisis: Crisis) -> tuple[RouteLine, ...]:
    """The crisis routes in the area's own order."""
    return tuple(
        RouteLine(service_link(view, each.service), each.running, each.always, WORDS[each.standing], each.checked_on)
        for each in crisis.routes
    )


_NOT_FRESH = (Standing.OVERDUE, Standing.NOT_CONFIRMED, Standing.NEVER)


def _offer(share: Share, label: str, total: int, grammar: Grammar) -> Any:
    unknown = len(share.unknown) + len(share.stale)
    form = "offered-of-unknown" if unknown else "offered-of"
    words = say(form, grammar, total=str(total), number=str(unknown))
    return SimpleNamespace(head=label, value=len(share.yes), words=words, share=len(share.yes) / total)
