"""The services of an area for one need, or of one kind: the way in that needs no JavaScript."""

from collections.abc import Iterable

from rightdoor.model.vocabulary import Term
from rightdoor.pages import lists
from rightdoor.pages.area_page import beside, crumbs, front_door
from rightdoor.pages.card import cards
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View


def need_keys(view: View) -> Iterable[str]:
    """Every area with every need for which it has a service, as `area/need`."""
    return sorted(view.listed(lists.by_area_and_need))


def type_keys(view: View) -> Iterable[str]:
    """Every area with every kind of service it has, as `area/type`."""
    return sorted(view.listed(lists.by_area_and_type))


def need_page(view: View, key: str) -> Page:
    """The services of an area for one need; those that name it come before those that take many needs."""
    area, code = key.split("/")
    term = _term(view, "needs", code)
    ids = view.listing(lists.by_area_and_need, key)
    named = tuple(each for each in ids if code in view.directory.services[each].in_area(area).needs)
    wider = tuple(each for each in ids if each not in named)
    return _page(view, area, term, "needs", named, wider)


def type_page(view: View, key: str) -> Page:
    """The services of an area of one kind."""
    area, code = key.split("/")
    return _page(view, area, _term(view, "service_types", code), "types", view.listing(lists.by_area_and_type, key), ())


def _term(view: View, vocabulary: str, code: str) -> Term:
    """A term; one that the vocabulary lacks is known by its code alone."""
    return view.directory.grammar[vocabulary].terms.get(code) or Term(code, code)


def _page(view: View, area: str, term: Term, folder: str, named: tuple[str, ...], wider: tuple[str, ...]) -> Page:
    place = view.directory.areas[area]
    address = f"areas/{area}/{folder}/{term.slug}/"
    body = view.render(
        "area_list.html",
        address,
        area=place,
        term=term,
        folder=folder,
        number=len(named) + len(wider),
        front_door=front_door(view, area),
        beside=beside(view, place),
        cards=cards(view, address, named, area),
        wider=cards(view, address, wider, area),
    )
    return Page(
        address=address,
        kind=f"area-{folder.rstrip('s')}",
        title=f"{term.label} in {place.name}",
        description=f"Services in {place.name}: {term.label}. Whom each takes, how long the wait is, how to refer.",
        body=body,
        crumbs=(*crumbs(view, place), (place.name, f"areas/{area}/")),
        area=area,
        discreet=term.discreet,
    )


PAGES = (Kind("area-need", need_keys, need_page), Kind("area-type", type_keys, type_page))
