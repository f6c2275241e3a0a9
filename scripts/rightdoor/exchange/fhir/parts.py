"""The small parts that all resources are made of: coded concepts, contact points, identifiers, references.

Nothing is ever null or empty: what is not known is left out.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

Json = dict[str, Any]

ODS = "https://fhir.nhs.uk/Id/ods-organization-code"
"""The identifier system of NHS organizations (UK Core naming systems, read 24 November 2026)."""

GSS = "http://statistics.data.gov.uk/id/statistical-geography"
"""What the Office for National Statistics calls an area by."""

ORG_ID = "http://org-id.guide/list/"
"""Registers of charities and companies, by the codes that org-id.guide gives their lists."""

LANGUAGES = "urn:ietf:bcp:47"
"""The code system of languages."""

NOTE = "http://hl7.org/fhir/StructureDefinition/contactpoint-comment"
"""The extension for what stands beside a number, such as "press 2"."""

URI = "urn:ietf:rfc:3986"
"""The system of an identifier that is itself a whole address."""


def known(**fields: Any) -> Json:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, ())}


def urn(id: UUID) -> str:
    """How resources of a bundle refer to one another."""
    return f"urn:uuid:{id}"


def reference(id: UUID, display: str = "") -> Json:
    """A reference to another resource of the bundle."""
    return known(reference=urn(id), display=display)


def identifier(system: str, value: str) -> Json:
    """A number or name by which somebody else knows the same thing."""
    return {"system": system, "value": value}


def itself(id: UUID) -> Json:
    """The identifier that never changes, by which an importer knows a thing of ours again."""
    return identifier(URI, urn(id))


def concept(text: str, *codings: Json) -> Json:
    """Something that is coded, in words too."""
    return known(coding=list(codings), text=text)


def coding(system: str, code: str, display: str = "") -> Json:
    """One code of a list."""
    return known(system=system, code=code, display=display)


def contact(system: str, value: str | None, note: str | None = None) -> Json:
    """One way to get in touch: `system` is phone, sms, email or url; {} where there is none."""
    if not value:
        return {}
    mark = {"extension": [{"url": NOTE, "valueString": note}]} if note else {}
    return {**mark, "system": system, "value": value, "use": "work"}


def some(items: Iterable[Json]) -> list[Json]:
    """The items that say something, each once."""
    found: list[Json] = []
    for each in items:
        if each and each not in found:
            found.append(each)
    return found
