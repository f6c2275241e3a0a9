"""What browser code reads of places: the areas to choose from, where practices lie, and where to ask."""

from typing import Any

from rightdoor.model.service import Service
from rightdoor.pages.area_page import gap_words
from rightdoor.pages.browser_facts import known
from rightdoor.pages.view import View


def areas(view: View) -> dict[str, Any]:
    """The areas to choose from, by name, and the one whose site this is."""
    found = sorted(view.directory.areas.values(), key=lambda area: (area.name.casefold(), area.id))
    choices = [
        known({"id": area.id, "name": f"{area.name} (made up)" if area.fictional else area.name}) for area in found
    ]
    return {"areas": choices, "home": view.settings.home_area}


def places(view: View) -> dict[str, Any]:
    """What people type to say where: postcode districts with their areas, and GP practices with the district."""
    found = sorted(view.directory.areas.values(), key=lambda area: area.id)
    districts: dict[str, list[str]] = {}
    for area in found:
        for district in area.postcode_districts:
            districts.setdefault(district, []).append(area.id)
    practices = [
        (each.name, (each.postcode or "").partition(" ")[0], area.id) for area in found for each in area.practices
    ]
    return {"districts": districts, "practices": sorted(practices, key=lambda each: (each[2], each[0].casefold()))}


def crisis_data(service: Service) -> dict[str, Any]:
    """A crisis route in the words and numbers of its one record."""
    contact = service.contact
    name = f"{service.name} (made up)" if service.fictional else service.name
    said = {"id": service.id, "name": name, "phone": contact.phone, "phone_note": contact.phone_note}
    return known(
        said | {"text": contact.text, "text_note": contact.text_note, "emergency": service.type == "emergency"}
    )


def front_door(view: View, service_id: str | None) -> dict[str, Any] | None:
    """Where to ask in an area when nothing fits."""
    service = view.directory.services.get(service_id) if service_id else None
    if service is None:
        return None
    told = {"id": service.id, "name": service.name, "phone": service.contact.phone}
    return known(told | {"fictional": service.fictional})


def gaps(view: View, key: str) -> list[dict[str, Any]]:
    """What somebody looked for in an area and nobody offers: by need, in words, with the day."""
    area = view.directory.areas[key]
    said = zip(area.known_gaps, gap_words(view, area), strict=True)
    return [known({"need": gap.need, "what": link.words, "note": note, "on": on}) for gap, (link, on, note) in said]
