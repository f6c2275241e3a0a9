"""The page of a service, in the order that referrers know: takes, check first, does not take, before, how, waits."""

from collections.abc import Iterable, Mapping
from typing import Any

from rightdoor.model.service import Service
from rightdoor.pages import compare_page, funnel, history, in_search, refused_page, sheets
from rightdoor.pages.links import home_area, is_discreet
from rightdoor.pages.page import Kind, Page
from rightdoor.pages.service_values import values
from rightdoor.pages.structured import structured
from rightdoor.pages.view import View

TOC = (
    ("takes", "Takes"),
    ("check-first", "Check first"),
    ("does-not-take", "Does not take"),
    ("before-you-refer", "Before you refer"),
    ("how-to-refer", "How to refer"),
    ("waits", "Waits"),
    ("figures", "Published figures"),
    ("contact", "Contact and hours"),
    ("offers", "What it offers"),
    ("evidence", "Evidence"),
    ("checked", "Checked"),
    ("changed", "What changed"),
)


def keys(view: View) -> Iterable[str]:
    """Every service."""
    return view.whole.services


def page(view: View, key: str) -> Page:
    """The page of one service."""
    service = view.directory.services[key]
    discreet, area = is_discreet(view, service), home_area(view, service)
    said = told(view, service)
    address = f"services/{key}/"
    return Page(
        address=address,
        kind="service",
        title=in_search.service_title(view, service),
        description=in_search.service_description(view, service),
        body=view.render("service.html", address, **said),
        crumbs=crumbs(view, service, discreet, area),
        toc=toc(service, said),
        source=service.file,
        area=area,
        discreet=discreet,
        data=structured(view, service, discreet, address),
    )


def told(view: View, service: Service) -> dict[str, Any]:
    """Everything the page says, which sections it leaves out, and the pages that it leads to."""
    said, area = values(view, service, is_discreet(view, service)), home_area(view, service)
    said["figures"] = funnel.service_figures(view, service)
    return said | {
        "history": history.for_page(view.past(service.id)),
        "left_out": left_out(said),
        "sheets": sheets.links(view, service),
        "compare": compare_page.address_with(service.id, area),
        "if_refused": refused_page.address_with(service.id, area),
    }


def crumbs(view: View, service: Service, discreet: bool, area: str | None) -> tuple[tuple[str, str], ...]:
    """The way down to a service; a discreet one's kind is left out."""
    listed = bool(area) and service.folder == area and service.may_serve(frozenset({area}))
    place = (view.directory.areas[area].name, f"areas/{area}/") if area and listed else None
    first = (("Areas", "areas/"), place) if place else (("Services", "services/"),)
    term = view.directory.grammar["service_types"].terms.get(service.type)
    if term is None or discreet:
        return first
    return (*first, (term.label, f"areas/{area}/types/{term.slug}/" if place else f"types/{term.slug}/"))


def left_out(said: Mapping[str, Any]) -> frozenset[str]:
    """Sections with nothing to say: figures; and of a service that one simply calls, how to refer, and waits."""
    figures = frozenset() if said["figures"] else frozenset({"figures"})
    if said["referred"]:
        return figures
    told = {
        "check-first": said["check_first"],
        "before-you-refer": said["advice"] or said["to_send"] or said["opt_ins"] or said["if_declined"],
        "how-to-refer": said["routes"] or said["gate_for"],
        "waits": said["waits"],
    }
    return figures | frozenset(anchor for anchor, anything in told.items() if not anything)


def toc(service: Service, said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The headings of the page."""
    whole = (*TOC[:9], ("by-area", "Where it differs"), *TOC[9:]) if service.by_area else TOC
    words = {} if said["referred"] else {"how-to-refer": "How to get in touch"}
    hidden = left_out(said)
    return tuple((anchor, words.get(anchor, label)) for anchor, label in whole if anchor not in hidden)


PAGES = (Kind("service", keys, page),)
