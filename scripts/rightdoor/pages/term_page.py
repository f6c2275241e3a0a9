"""The pages of needs and of kinds of service: who offers this, in each area and nationally, and the lists of both."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from rightdoor.model.area import Area
from rightdoor.model.vocabulary import Term
from rightdoor.pages import in_search, lists
from rightdoor.pages.card import cards
from rightdoor.pages.links import Link, need_link, service_links, type_link
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.view import View

NAMED_AT_MOST = 200
"""How many local services a page names; beyond that it gives only their number in each area, so that it stays small."""


def need_keys(view: View) -> Iterable[str]:
    """Every need of the vocabulary, used or not."""
    return view.whole.grammar["needs"].terms


def type_keys(view: View) -> Iterable[str]:
    """Every kind of service of the vocabulary, used or not."""
    return view.whole.grammar["service_types"].terms


def need_page(view: View, key: str) -> Page:
    """The services for a need: national ones as cards, local ones by area."""
    needs = view.directory.grammar["needs"]
    wider = tuple(need_link(needs[code]) for code in needs.with_broader(key)[1:] if code in needs)
    return _page(view, needs[key], "needs", view.listing(lists.by_need, key), wider)


def type_page(view: View, key: str) -> Page:
    """The services of a kind: national ones as cards, local ones by area."""
    return _page(view, view.directory.grammar["service_types"][key], "types", view.listing(lists.by_type, key), ())


def _page(view: View, term: Term, folder: str, ids: tuple[str, ...], wider: tuple[Link, ...]) -> Page:
    address = f"{folder}/{term.slug}/"
    body = view.render(
        "term.html",
        address,
        term=term,
        folder=folder,
        wider=wider,
        areas=tuple(_by_area(view, term, folder)),
        national=_national(view, address, ids),
    )
    return Page(
        address=address,
        kind=folder.rstrip("s"),
        title=in_search.term_title(term),
        description=in_search.term_description(view, term),
        body=body,
        crumbs=(("Needs", "needs/"),) if folder == "needs" else (("Services", "services/"),),
        discreet=term.discreet,
    )


def _national(view: View, address: str, ids: tuple[str, ...]) -> Markup:
    national = set(view.listing(lists.national, "national"))
    return cards(view, address, (each for each in ids if each in national))


def _by_area(view: View, term: Term, folder: str) -> Iterable[tuple[Link, int, bool, tuple[Link, ...]]]:
    """Areas with services of their own here: the link to the list, the number, whether made up, and their names."""
    local = lists.local_by_area_and_need if folder == "needs" else lists.local_by_area_and_type
    found = [(area, view.listing(local, f"{area.id}/{term.code}")) for area in _by_name(view.directory.areas.values())]
    few = sum(len(ids) for _, ids in found) <= NAMED_AT_MOST
    for area, ids in found:
        if ids:
            link = Link(area.name, f"areas/{area.id}/{folder}/{term.slug}/")
            yield link, len(ids), area.fictional, service_links(view, ids) if few else ()


def _by_name(areas: Iterable[Area]) -> list[Area]:
    return sorted(areas, key=lambda area: (area.fictional, area.name.casefold()))


def _index(vocabulary: str, address: str, title: str, link: Callable[[Term], Link]) -> Callable[[View, str], Page]:
    def page(view: View, key: str) -> Page:
        """The list of the whole vocabulary, with the description of each term."""
        rows = tuple((link(term), term.description) for term in view.directory.grammar[vocabulary])
        return Page(
            address=address,
            kind=address.rstrip("/"),
            title=f"{title}: services and who they take",
            description=f"{title} in the directory. Choose one, then an area, to see who each service takes.",
            body=view.render("terms.html", address, title=title, rows=rows, needs=vocabulary == "needs"),
        )

    return page


def _one(view: View) -> Iterable[str]:
    return ("all",)


def types_page(view: View, key: str) -> Page:
    """A signpost: the list of kinds lies under `services/`, but their pages under `types/`."""
    return Page(
        address="types/",
        kind="types",
        title="Kinds of service",
        description="The list of kinds of service has moved: here is where it is now, and where the A to Z is.",
        body=view.render("types.html", "types/"),
        noindex=True,
    )


PAGES = (
    Kind("need", need_keys, need_page),
    Kind("type", type_keys, type_page),
    Kind("needs", _one, _index("needs", "needs/", "Needs", need_link)),
    Kind("types", _one, types_page),
    Kind("services", _one, _index("service_types", "services/", "Kinds of service", type_link)),
)
