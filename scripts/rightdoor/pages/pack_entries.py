"""The directory of an area inside a pack, as HTML that needs no script: every service under its kind, and by need.

Links lead to places in the same file: `#service-samaritans`. A record that does not serve the area, but that services
here send people to, has a short entry of its own, so that no link ends in nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from rightdoor.model.service import Service
from rightdoor.model.vocabulary import Term
from rightdoor.pages import browser_areas, browser_data, checked_rows
from rightdoor.pages.area_page import front_door, neighbours
from rightdoor.pages.card import wait_line
from rightdoor.pages.criteria_rows import short, takes_line
from rightdoor.pages.links import Link, is_discreet, service_link
from rightdoor.pages.pack_data import national_here
from rightdoor.pages.pieces import pieces
from rightdoor.pages.service_values import values
from rightdoor.pages.view import View


class Group(NamedTuple):
    """Services under one heading: a kind with its entries, or a need with links to them and to wider needs."""

    label: str
    slug: str
    members: tuple[Any, ...]
    wider: tuple[Link, ...] = ()


def contents(view: View, area: str) -> dict[str, Any]:
    """What the template of a pack lists: services by kind and by need, those elsewhere, and the areas beside."""
    here = view.directory.services_for(area)
    whole = {each.id for each in here} | {each.id for each in view.directory.crisis_routes(area)}
    beyond = sorted(_elsewhere(view, area) - whole)
    anchors = anchored(whole.union(beyond))
    return {
        **anchors,
        "kinds": _kinds(view, area, here, anchors),
        "needs": _needs(view, here),
        "number": len(here),
        "beyond": tuple(view.directory.services[each] for each in beyond),
        "beside": tuple((each, front_door(view, each.id)) for each in neighbours(view, view.directory.areas[area])),
    }


def anchored(ids: set[str]) -> Mapping[str, Callable[..., Any]]:
    """`link` and `links` as pages have them, but to places in this file; whatever is not in it is named without one."""
    made = pieces("")

    def there(it: Link) -> Link:
        id = it.address.removeprefix("services/").removesuffix("/")
        return it._replace(address=f"#service-{id}" if id in ids else it.address if it.address[:1] == "#" else "")

    def links(items: Sequence[Link], word: str) -> Markup:
        return Markup(made["links"]([there(each) for each in items], word))

    return {"link": lambda it: made["link"](there(it)), "links": links}


def _elsewhere(view: View, area: str) -> set[str]:
    """Every service that has a record in the finder's data."""
    told = browser_data.told(view, f"area/{area}")
    records = [each for name in browser_data.TABLES for each in told.get(name, ())]
    records += [*national_here(view, area), *browser_data.told(view, browser_areas.NATIONAL).get("elsewhere", ())]
    named = {door.address.split("/")[1] for door in (front_door(view, area),) if door and door.address}
    return named.union(each["id"] for each in records)


def _kinds(view: View, area: str, here: Iterable[Service], anchors: Mapping[str, Any]) -> tuple[Group, ...]:
    found: dict[str, list[Markup]] = defaultdict(list)
    template = view.environment("").get_template("pack_service.html")
    for service in here:
        found[service.type].append(Markup(template.render({**entry(view, service), **anchors})))
    known = view.directory.grammar["service_types"].terms
    terms = [*known.values(), *(Term(code, code) for code in found if code not in known)]
    return tuple(Group(term.label, term.slug, tuple(found[term.code])) for term in terms if term.code in found)


def entry(view: View, service: Service) -> dict[str, Any]:
    """What the entry of a service says: what its page does, shorter."""
    said = values(view, service, is_discreet(view, service))
    urgent = said["urgent"]
    return said | {
        "takes_line": takes_line(view, service),
        "short": short(view, service),
        "wait": wait_line(view, service),
        "contact_lately": None if urgent else checked_rows.lately(view, service, "contact"),
        "trust": checked_rows.calm(view, service) if urgent else checked_rows.on_a_card(view, service),
        "number": number,
    }


def number(phone: str) -> Markup:
    """A phone number that cannot be pressed: most stand many times in a pack, which must stay small."""
    return Markup('<b class="rd-phone">{}</b>').format(phone)


def _needs(view: View, here: Sequence[Service]) -> tuple[Group, ...]:
    """Links to the services that name each need, and to the wider needs that it lies within.

    Each service stands under the needs it names only: with all that they hold, the lists would be a third of the pack.
    """
    needs = view.directory.grammar["needs"]
    named = {code: [each for each in here if code in each.needs] for code in needs.terms}
    wider = {code: [each for each in needs.with_broader(code) if each != code and named.get(each)] for code in named}
    return tuple(
        Group(
            needs[code].label,
            needs[code].slug,
            tuple(service_link(view, each.id) for each in services),
            tuple(Link(needs[each].label, f"#need-{needs[each].slug}") for each in wider[code]),
        )
        for code, services in named.items()
        if services or wider[code]
    )
