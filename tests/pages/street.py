"""A small made-up town and its pages, in the real grammar and through the real templates."""

from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from typing import Any

from rightdoor.model.directory import Directory
from rightdoor.pages.view import Settings, View
from rightdoor.records.assemble import assemble
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder, theme_folder

TODAY = date(2026, 11, 23)
GRAMMAR = load_grammar(schema_folder())
HERE = {"basis": "gp-practice", "areas": ["northvale"]}
GIVEN: Mapping[str, Any] = {
    "name": "A Service",
    "organization": "trust",
    "type": "counselling-service",
    "status": "active",
    "summary": "It helps.",
    "needs": ["depression"],
    "criteria": {"area": HERE},
    "checked": {"how": "provider-phone", "on": "2026-11-01", "by": "volunteer"},
}
CRISIS: Mapping[str, Mapping[str, Any]] = {
    "emergency-999": {"name": "Emergency services", "type": "emergency", "contact": {"phone": "999"}},
    "nhs-111": {"name": "NHS 111", "type": "crisis-line", "contact": {"phone": "111", "phone_note": "then press 2"}},
    "samaritans": {
        "name": "Samaritans",
        "type": "helpline",
        "organization": "charity",
        "contact": {"phone": "116 123"},
    },
}
NATIONWIDE = {"basis": "national", "areas": ["england", "wales"]}
AREAS: Mapping[str, Mapping[str, Any]] = {
    "england": {"name": "England", "kind": "nation", "crisis_routes": ["emergency-999", "nhs-111", "samaritans"]},
    "wales": {
        "name": "Wales",
        "kind": "nation",
        "crisis_routes": ["emergency-999", "samaritans"],
        "crisis_note": "Wales has a line of its own that nobody has checked.",
    },
    "northvale": {"name": "Northvale", "kind": "local-authority", "within": "england", "front_door": "front-door"},
    "eastvale": {"name": "Eastvale", "kind": "local-authority", "within": "england"},
}
ORGANIZATIONS: Mapping[str, Mapping[str, Any]] = {
    "trust": {"name": "The Trust", "kind": "nhs"},
    "charity": {"name": "The Charity", "kind": "charity"},
}


def street(services: Mapping[str, Mapping[str, Any]], **more: Mapping[str, Mapping[str, Any]]) -> Directory:
    """These services in Northvale, and the crisis services; `more` gives areas, organizations and tombstones.

    A crisis service may be changed by its id.
    """
    local = {id: {**GIVEN, **raw} for id, raw in services.items() if id not in CRISIS}
    found = [(f"directory/services/northvale/{id}.yaml", data) for id, data in local.items()]
    for id, raw in CRISIS.items():
        data = {**GIVEN, "criteria": {"area": NATIONWIDE}, "needs": ["crisis"], **raw, **services.get(id, {})}
        found.append((f"directory/services/national/{id}.yaml", data))
    areas = {**AREAS, **more.get("areas", {})}
    organizations = {**ORGANIZATIONS, **more.get("organizations", {})}
    return assemble(
        {
            "service": found,
            "area": [(f"directory/areas/{id}.yaml", raw) for id, raw in areas.items()],
            "organization": [(f"directory/organizations/{id}.yaml", raw) for id, raw in organizations.items()],
            "tombstones": [("directory/tombstones.yaml", {"tombstones": more["tombstones"]})]
            if "tombstones" in more
            else [],
        },
        GRAMMAR,
    )


def view(directory: Directory, today: date = TODAY) -> View:
    """The view of a directory with the project's own templates."""
    return View(directory, today, Settings(), theme_folder())


def view_of(services: Mapping[str, Mapping[str, Any]], **more: Mapping[str, Mapping[str, Any]]) -> View:
    """The view of a street with these services."""
    return view(street(services, **more))


INLINE = {"a", "strong", "em", "time", "svg", "path", "circle"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in INLINE and not (tag == "span" and "data-standing" in dict(attrs)):
            self.parts.append(" ")


def text_of(html: str) -> str:
    """What a reader sees of a page, with single spaces."""
    reader = _Reader()
    reader.feed(html)
    return " ".join("".join(reader.parts).split())


def tags_of(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """The elements of a page with their attributes, in order."""
    reader = _Reader()
    reader.feed(html)
    return reader.tags


def section(html: str, heading: str) -> str:
    """What a reader sees of one section: from its heading's id to the next heading of the same rank."""
    return text_of(html.partition(f'<h2 id="{heading}"')[2].partition(">")[2].partition("<h2 ")[0])
