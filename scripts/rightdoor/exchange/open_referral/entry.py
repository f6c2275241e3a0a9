"""A service and an organization of a feed as drafts: what is data there and here is taken, all else is said to be lost.

Whom a service takes is prose in feeds. Prose stays prose: it goes into the description. A record of ours that a feed
holds is data already, and is taken as it is.
"""

import re
from collections.abc import Mapping
from typing import Any

from rightdoor.exchange.open_referral.contact import contact_of, locations_of
from rightdoor.exchange.open_referral.costs import cost_of
from rightdoor.exchange.open_referral.facts import (
    ELIGIBILITIES,
    SCHEDULES,
    Knowing,
    access_of,
    ages_of,
    eligibility_words,
    hours_there,
    languages_of,
)
from rightdoor.exchange.open_referral.ours import id_of, record_of
from rightdoor.exchange.open_referral.plain import line_of, prose_of, rows_of, short, text_of
from rightdoor.exchange.tables import cleaning
from rightdoor.model.draft import Draft, Lost

_STATUS = {"active", "inactive", "defunct", "temporarily closed", "temporarily-closed"}
_SAID = (
    ("eligibility_description", "Who it is for"),
    ("application_process", "How to apply"),
    ("wait_time", "Waiting time"),
    ("fees_description", "Fees"),
    ("fees", "Fees"),
    ("interpretation_services", "Interpreters"),
    ("alert", "Notice"),
)
_TAKEN = {
    *("id", "name", "status", "description", "url", "email", "organization", "organization_id", "alternate_name"),
    *("minimum_age", "maximum_age", "phones", "contacts", "service_at_locations", "locations", "last_modified"),
    *("languages", "cost_options", "holiday_schedules", *SCHEDULES, *ELIGIBILITIES),
    *(name for name, _ in _SAID),
}
_NO_PLACE = "Entries have no field for it."
_OWN_LIST = "They are words of a list of its own: type in needs and criteria by hand."
_BY_HAND = {
    "attributes": _OWN_LIST,
    "taxonomies": _OWN_LIST,
    "service_taxonomys": _OWN_LIST,
    "service_taxonomies": _OWN_LIST,
    "service_areas": "Whom an area is for is not said as data: see --basis.",
    "assured_date": "What somebody elsewhere assured is not confirmed here.",
}
_IDENTIFIERS = {"gb-chc": "charity", "gb-coh": "company", "gb-nhs": "ods", "gb-sc": "charity", "gb-nic": "charity"}
_NUMBER = {"charity": "(?:[0-9]{6,8}|SC[0-9]{6}|NIC[0-9]{6})", "company": "[A-Z0-9]{8}", "ods": "[A-Z0-9]{3,8}"}


def organization_draft(value: Any, place: str) -> Draft | None:
    """Who runs a service; None where its id or its name is missing. Unsound where its own record is no record."""
    if not isinstance(value, dict) or not isinstance(value.get("id"), str | int):
        return None
    name, source_id = line_of(value.get("name"), 120), str(value["id"]).strip()
    if not name:
        return None
    if (record := record_of(value)) is not None:
        return Draft("organization", source_id, place, record, id=id_of(value), exact=True)
    data: dict[str, Any] = {"name": name}
    numbers: dict[str, str] = {}
    for each in rows_of(value.get("organization_identifiers")):
        scheme = str(each.get("identifier_scheme") or each.get("identifier_type") or "").lower()
        kind, number = _IDENTIFIERS.get(scheme), str(each.get("identifier") or "").strip()
        if kind and re.fullmatch(_NUMBER[kind], number):
            numbers[kind] = number
    data |= {"identifiers": numbers} if numbers else {}
    website = cleaning.web_address(text_of(value.get("website") or value.get("url")))
    data |= {"website": website} if website else {}
    about = prose_of(value.get("description"))[:4000].strip()
    data |= {"description": about} if about and about != name else {}
    return Draft("organization", source_id, place, data)


def service_draft(
    value: Mapping[str, Any], id: str, place: str, organization: str, address: str | None, knowing: Knowing
) -> Draft:
    """A service as a draft. Unsound where its own record is no record."""
    if (record := record_of(value)) is not None:
        return Draft("service", id, place, record, organization, address, id=id_of(value), exact=True)
    lost: list[Lost] = []
    data: dict[str, Any] = {"name": line_of(value["name"], 120)}
    known = [line_of(each, 120) for each in str(value.get("alternate_name") or "").split(";")]
    data |= {"also_known_as": list(dict.fromkeys(filter(None, known)))} if any(known) else {}
    status = str(value.get("status") or "active").strip().lower()
    data["status"] = status if status in _STATUS else "active"
    if status not in _STATUS:
        lost.append(Lost("status", status[:80], "It is no status of Open Referral, so it is taken as active."))
    data |= _facts(value, knowing, lost)
    for name in value:
        if name not in _TAKEN and value[name] not in (None, "", [], {}):
            lost.append(Lost(name[:60], short(value[name]), _BY_HAND.get(name, _NO_PLACE)))
    return Draft("service", id, place, data, organization, address, tuple(lost))


def _facts(value: Mapping[str, Any], knowing: Knowing, lost: list[Lost]) -> dict[str, Any]:
    """All that follows the name and the status; what nobody says is not there."""
    cost, cost_words = cost_of(value, lost)
    age, spoken = ages_of(value, lost), languages_of(value, knowing, lost)
    found = {
        "description": _described(value, cost_words, lost),
        "criteria": {"age": age} if age else {},
        "cost": cost,
        "contact": contact_of(value, lost),
        "hours": hours_there(value, knowing, lost),
        "languages": {"spoken": spoken} if spoken else {},
        "access": access_of(value, knowing, lost),
        "locations": list(locations_of(value, lost)),
    }
    return {name: each for name, each in found.items() if each}


def _described(value: Mapping[str, Any], cost: str, lost: list[Lost]) -> str:
    parts = [prose_of(value.get("description"))]
    said = [(prose_of(value.get(name)), title) for name, title in _SAID]
    for words, title in [(eligibility_words(value), "Who it is for"), *said, (cost, "Cost")]:
        if words and not any(words in each for each in parts):
            parts.append(f"{title}: {words}")
    whole = "\n\n".join(filter(None, parts))
    if len(whole) > 4000:
        lost.append(Lost("description", short(whole[4000:]), "It is longer than 4,000 letters."))
        whole = whole[:4000].rsplit(" ", 1)[0]
    return whole.strip()
