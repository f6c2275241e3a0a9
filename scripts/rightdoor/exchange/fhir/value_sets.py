"""Our own judgement of a bundle: codes of required value sets, forms of values, and references that lead somewhere.

Libraries that know the shape of FHIR take `monday` for a day and `telephone` for a kind of contact. The lists are those
of FHIR R4 (4.0.1, https://hl7.org/fhir/R4/terminologies-valuesets.html, read on 24 November 2026); only the elements
that a bundle of ours has are here.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rightdoor.exchange.fhir.parts import Json

REQUIRED: Mapping[str, frozenset[str]] = {
    "Bundle.type": frozenset(("collection",)),
    "daysOfWeek": frozenset(("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
    "telecom.system": frozenset(("phone", "fax", "email", "pager", "url", "sms", "other")),
    "telecom.use": frozenset(("home", "work", "temp", "old", "mobile")),
    "address.use": frozenset(("home", "work", "temp", "old", "billing")),
    "address.type": frozenset(("postal", "physical", "both")),
    "Location.mode": frozenset(("instance", "kind")),
    "Location.status": frozenset(("active", "suspended", "inactive")),
}
"""The codes that an element may have, and no other; the name of an element with that of what it is in, where needed."""

EXAMPLES: Mapping[str, frozenset[str]] = {
    "http://terminology.hl7.org/CodeSystem/service-provision-conditions": frozenset(("free", "disc", "cost")),
    "http://terminology.hl7.org/CodeSystem/service-referral-method": frozenset(
        ("fax", "phone", "elec", "semail", "mail")
    ),
    "http://terminology.hl7.org/CodeSystem/service-category": frozenset(str(number) for number in range(1, 37)),
    "http://terminology.hl7.org/CodeSystem/location-physical-type": frozenset(
        ("si", "bu", "wi", "wa", "lvl", "co", "ro", "bd", "ve", "ho", "ca", "rd", "area", "jdn")
    ),
    "http://terminology.hl7.org/CodeSystem/data-absent-reason": frozenset(("unknown",)),
    "http://terminology.hl7.org/CodeSystem/v3-ActReason": frozenset(("HTEST",)),
}
"""The codes of the code systems that we name."""

_FORMS: Mapping[str, re.Pattern[str]] = {
    "id": re.compile(r"[A-Za-z0-9\-.]{1,64}\Z"),
    "lastUpdated": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z"),
    "timestamp": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z"),
    "availableStartTime": re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\Z"),
    "availableEndTime": re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\Z"),
    "system": re.compile(r"\S+\Z"),
    "code": re.compile(r"\S+(?: \S+)*\Z"),
    "url": re.compile(r"\S+\Z"),
}


def faults(bundle: Json) -> tuple[str, ...]:
    """Everything that is wrong with a bundle, in words; () where nothing is."""
    entries = bundle.get("entry", [])
    addresses = [each["fullUrl"] for each in entries]
    found = [f"{each}: two resources have this address" for each in sorted(set(addresses)) if addresses.count(each) > 1]
    found += _in_element("Bundle", {key: value for key, value in bundle.items() if key != "entry"}, "Bundle")
    for each in entries:
        resource = each["resource"]
        place = f"{resource['resourceType']} {resource.get('name', resource['id'])}"
        found += _in_element(resource["resourceType"], resource, place)
        found += [f"{place}: {to} is not in the bundle" for to in _references(resource) if to not in addresses]
        found += _of_resource(resource, place)
    return tuple(found)


def _of_resource(resource: Json, place: str) -> Iterator[str]:
    """What a kind of resource must have."""
    if resource["resourceType"] == "Organization" and not (resource.get("identifier") or resource.get("name")):
        yield f"{place}: an organization has a number or a name"
    for each in resource.get("notAvailable", ()):
        if not each.get("description"):
            yield f"{place}: a time when it is closed has words"


def _in_element(name: str, value: Any, place: str, parent: str = "") -> Iterator[str]:
    """What is wrong with an element and all below it."""
    if value in (None, "", [], {}):
        yield f"{place}: {parent}.{name} is empty"
    if isinstance(value, Mapping):
        yield from _in_coding(value, place)
        for key, below in value.items():
            yield from _in_element(key, below, place, name)
    elif isinstance(value, list):
        for each in value:
            yield from _in_element(name, each, place, parent)
    elif isinstance(value, str):
        yield from _in_text(name, value, place, parent)


def _in_coding(value: Mapping[str, Any], place: str) -> Iterator[str]:
    """A code that its code system does not have."""
    codes = EXAMPLES.get(str(value.get("system", "")))
    if codes and "code" in value and value["code"] not in codes:
        yield f"{place}: {value['code']} is no code of {value['system']}"


def _in_text(name: str, value: str, place: str, parent: str) -> Iterator[str]:
    allowed = REQUIRED.get(f"{parent}.{name}") or REQUIRED.get(name)
    if allowed and value not in allowed:
        yield f"{place}: {parent}.{name} is {value}; it may be {', '.join(sorted(allowed))}"
    form = _FORMS.get(name)
    if form and not form.match(value) and f"{parent}.{name}" not in REQUIRED:
        yield f"{place}: {parent}.{name} is {value}, which is not of its form"
    if not value.strip() or any(ord(each) < 32 and each not in "\t\n\r" for each in value):
        yield f"{place}: {parent}.{name} has no words, or signs that are not text"


def _references(value: Any) -> Iterator[str]:
    """Every address that a resource refers to."""
    if isinstance(value, Mapping):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for below in value.values():
            yield from _references(below)
    elif isinstance(value, list):
        for below in value:
            yield from _references(below)
