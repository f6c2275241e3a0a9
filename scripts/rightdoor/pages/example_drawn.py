"""One state of a component as a piece of a page: drawn by its macro or template with real values, or by browser code.

Many states of one component stand on one page, so the ids within each get the name of its box before them, and links
to pages, of which the made-up directory has none, lead back to the box.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import TemplateError
from markupsafe import Markup, escape

from rightdoor.model.service import Service
from rightdoor.pages import card, crisis_strip, pack_entries, patient_sheet_page, refer_sheet_page, service_page
from rightdoor.pages.browser_data import as_text
from rightdoor.pages.examples import ExamplesFaulty, State
from rightdoor.pages.page import Kind, Page, path_to_root
from rightdoor.pages.view import View

_FROM_SERVICE: Mapping[str, Callable[[View, Service], Mapping[str, Any]]] = {
    "page": service_page.told,
    "card": lambda view, service: card.values(view, service, whole=False),
    "whole-card": lambda view, service: card.values(view, service, whole=True),
    "refer-sheet": refer_sheet_page.values,
    "patient-sheet": lambda view, service: patient_sheet_page.values(view, service, ""),
    "pack-entry": lambda view, service: {**pack_entries.entry(view, service), **pack_entries.anchored({service.id})},
}
_ID = re.compile(r' id="([^"]+)"')
_REFERS = re.compile(r' (for|aria-(?:labelledby|describedby|controls|owns|details))="([^"]+)"')
_HREF = re.compile(r' href="([^"]*)"')
_ELSEWHERE = ("https://", "http://", "mailto:", "tel:", "sms:")
_FOLD = re.compile(r"<details(?![^>]* open)")


def drawn(view: View, kinds: Mapping[str, Kind], state: State, address: str) -> Markup:
    """A state in the example directory `view`, for the page at `address`; ExamplesFaulty where it cannot be drawn."""
    try:
        html = _html(view, kinds, state, path_to_root(address))
    except (TemplateError, TypeError, LookupError, AttributeError) as fault:
        raise ExamplesFaulty(f"{state.place}: {state.box} cannot be drawn: {_said(fault)}") from fault
    html = _apart(html, state.box)
    return Markup(_FOLD.sub("<details open", html) if state.open else html)


def _said(fault: Exception) -> str:
    if isinstance(fault, AttributeError):
        return f"there is no {fault.name}."
    missing = isinstance(fault, LookupError) and not isinstance(fault, TemplateError)
    return f"there is no {fault}." if missing else str(fault)


def _html(view: View, kinds: Mapping[str, Kind], state: State, root: str) -> str:
    if state.around:
        return f'<div data-around="{escape(state.around)}"><p>It stands around this page.</p></div>'
    if state.drawn:
        return _to_draw(state)
    if state.page:
        return _body(view, kinds, state)
    values = _values(view, state)
    if state.template:
        return view.environment(root).from_string(state.template).render(values)
    macro: Any = view.macro(root, state.component, state.macro)
    named = {name: value for name, value in values.items() if name in macro.arguments or name in state.given}
    return str(macro(**named))


def _to_draw(state: State) -> str:
    """The place in which browser code draws, with what it needs."""
    given = as_text({"area": state.area, "service": state.service, "open": state.open, **state.given})
    place = Markup('<div data-draw="{}" data-given="{}"><p>This is drawn by a script.</p></div>')
    return place.format(state.drawn, given)


def _body(view: View, kinds: Mapping[str, Kind], state: State) -> str:
    kind, _, key = state.page.partition("/")
    made = kinds[kind].page(view, key)
    if not isinstance(made, Page):
        raise TypeError(f"{kind} is no kind of pages")
    return made.body


def _values(view: View, state: State) -> dict[str, Any]:
    """The values of the service and of the area that a state names, and over them what it gives itself."""
    values: dict[str, Any] = {}
    if state.area:
        view.whole.areas[state.area]
        values |= crisis_strip.help_of(view, state.area)._asdict()
    if state.service:
        values |= _FROM_SERVICE[state.shown_as](view, view.directory.services[state.service])
    return values | state.values()


def _apart(html: str, box: str) -> str:
    """The same with its ids apart from those of other states, and with no way off the page."""
    ids = set(_ID.findall(html))

    def refers(found: re.Match[str]) -> str:
        words = " ".join(f"{box}-{each}" if each in ids else each for each in found[2].split(" "))
        return f' {found[1]}="{words}"'

    def leads(found: re.Match[str]) -> str:
        if found[1].startswith(_ELSEWHERE):
            return found[0]
        inside = found[1][1:] if found[1].startswith("#") else ""
        return f' href="#{box}-{inside}"' if inside in ids else f' href="#{box}"'

    html = _ID.sub(lambda found: f' id="{box}-{found[1]}"', html)
    return _HREF.sub(leads, _REFERS.sub(refers, html))
