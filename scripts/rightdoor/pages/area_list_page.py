"""The services of an area for one need, or of one kind: the way in that needs no JavaScript."""

from collections.abc import Iterable

from rightdoor.model.vocabulary import Term
from rightdoor.pages import in_search, lists
from rightdoor.pages.area_page import beside, crumbs, front_door, gap_words
from rightdoor.pages.card import whole_cards
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.urgent import is_crisis_need
from rightdoor.pages.view import View


def need_keys(view: View) -> Iterable[str]:
    """Every area with every need for which it has a service or a known gap, as `area/need`."""
    gaps = {f"{area.id}/{gap.need}" for area in view.whole.areas.values() for gap in area.known_gaps}
    return sorted(gaps.union(view.listed(lists.by_area_and_need)))


def type_keys(view: View) -> Iterable[str]:
    """Every area with every kind of service it has, as `area/type`."""
    return sorted(view.listed(lists.by_area_and_type))


def need_page(view: View, key: str) -> Page:
    """The services of an area for one need; those that name it come before those that take many needs.

    Where the need may mean danger, the area's crisis help stands before them all, in the order the area gives.
    """
    area, code = key.split("/")
    crisis = crisis_first(view, area, code)
    ids = tuple(each for each in view.listing(lists.by_area_and_need, key) if each not in crisis)
    around = view.directory.chain(area)
    named = tuple(each for each in ids if code in view.directory.services[each].in_area(*around).needs)
    wider = tuple(each for each in ids if each not in named)
    return _page(view, area, _term(view, "needs", code), "needs", named, wider, crisis)


def crisis_first(view: View, area: str, need: str) -> tuple[str, ...]:
    """The crisis help that stands first on the list of a need in an area."""
    if not is_crisis_need(view.directory.grammar, need):
        return ()
    return tuple(each.id for each in view.directory.crisis_routes(area))


def type_page(view: View, key: str) -> Page:
    """The services of an area of one kind."""
    area, code = key.split("/")
    return _page(view, area, _term(view, "service_types", code), "types", view.listing(lists.by_area_and_type, key))


def _term(view: View, vocabulary: str, code: str) -> Term:
    """A term; one that the vocabulary lacks is known by its code alone."""
    return view.directory.grammar[vocabulary].terms.get(code) or Term(code, code)


def _page(view: View, area: str, term: Term, folder: str, *groups: tuple[str, ...]) -> Page:
    """The page of services in groups: those that name it, those that take many needs, crisis help."""
    named, wider, crisis = (*groups, (), ())[:3]
    place = view.directory.areas[area]
    address = f"areas/{area}/{folder}/{term.slug}/"
    body = view.render(
        "area_list.html",
        address,
        area=place,
        term=term,
        folder=folder,
        number=len(named) + len(wider) + len(crisis),
        gaps=tuple(gap_words(view, place, term.code)) if folder == "needs" else (),
        crisis=whole_cards(view, address, crisis, area),
        front_door=front_door(view, area),
        beside=beside(view, place),
        cards=whole_cards(view, address, named, area),
        wider=whole_cards(view, address, wider, area),
    )
    return Page(
        address=address,
        kind=f"area-{folder.rstrip('s')}",
        title=in_search.list_title(term, place, of_kind=folder == "types"),
        description=in_search.list_description(view, term, place, (*named, *wider)),
        body=body,
        crumbs=(*crumbs(view, place), (place.name, f"areas/{area}/")),
        area=area,
        discreet=term.discreet,
    )


PAGES = (Kind("area-need", need_keys, need_page), Kind("area-type", type_keys, type_page))
