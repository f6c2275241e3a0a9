"""The sheet for a patient or carer: what happens next, whom to chase, what they may ask for, and help in a crisis."""

from typing import Any, NamedTuple

from markupsafe import Markup

from rightdoor.model.service import Service
from rightdoor.pages import crisis_strip, refused_page, sheets
from rightdoor.pages.head import DISCREET_TITLE
from rightdoor.pages.links import home_area
from rightdoor.pages.page import Kind, Page, path_to_root
from rightdoor.pages.patient_values import patient_sheet
from rightdoor.pages.prose import safe_href
from rightdoor.pages.qr import LONGEST, Drawn, qr
from rightdoor.pages.view import View
from rightdoor.pages.wording import link_words


def page(view: View, key: str) -> Page:
    """The sheet of one service; a discreet one has no name in its title, in its way down or in a code to scan."""
    service = view.directory.services[key]
    address = sheets.patient_address(key)
    said = values(view, service, address)
    name = DISCREET_TITLE if said["discreet"] else service.name
    title = f"{name}: sheet for the patient"
    return sheets.sheet_page(view, service, address, title, name, "patient_sheet.html", said)


def values(view: View, service: Service, address: str) -> dict[str, Any]:
    """Everything the sheet says, for a page at `address`."""
    sheet = patient_sheet(view, service)
    return {
        **sheet._asdict(),
        "title": DISCREET_TITLE,
        "crisis": crisis_lines(view, service, address),
        "refused": refused_page.address_with(service.id, home_area(view, service)),
        "code": None if sheet.discreet else code(view, service),
    }


def crisis_lines(view: View, service: Service, address: str) -> Markup:
    """Help in a crisis in words, from the routes of the service's area or of all nations; made once for each area."""
    area, root = home_area(view, service), path_to_root(address)

    def make() -> Markup:
        template = view.environment(root).get_template("patient_crisis.html")
        return Markup(template.render(crisis_strip.help_of(view, area)._asdict()))

    return view.once(("patient-crisis", area or "", root), make)


class Code(NamedTuple):
    """What to scan: the drawing, and in words what it leads to and where."""

    drawn: Drawn
    label: str
    address: str


def code(view: View, service: Service) -> Code | None:
    """The code for the service's page on this site where its address is known, else the service's own website."""
    here = sheets.source_address(view, service)
    address = here or safe_href(service.contact.website or "") or ""
    if not address or len(address.encode()) > LONGEST:
        return None
    label = f"This service on {view.settings.site_name}" if here else "The service's own website"
    return Code(qr(address), label, link_words(address))


PAGES = (Kind("patient-sheet", sheets.keys, page),)
