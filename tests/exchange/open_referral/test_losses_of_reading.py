"""What a feed does not bring is declared, and what is declared does not come; of our own feed nearly all comes."""

from typing import Any

import pytest

from exchange.open_referral.feeds import TODAY, one
from rightdoor.exchange.open_referral.losses import LOSSES, LOSSES_OF_OTHERS
from rightdoor.exchange.record_data import data_of
from rightdoor.records.grammar import schema
from rightdoor.records.load import load
from rightdoor.resources import schema_folder

FULL: dict[str, Any] = {
    "alternate_name": "VG; Vale Circle",
    "description": "A group for people who feel low. It meets weekly.",
    "minimum_age": 18,
    "maximum_age": 65,
    "cost_options": [{"amount": 3, "currency": "GBP", "amount_description": "per session"}],
    "phones": [{"number": "01632 960101", "extension": "4"}, {"number": "85258", "type": "text"}],
    "email": "hello@vale.org.uk",
    "url": "https://vale.org.uk",
    "schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"}],
    "languages": [{"code": "pl"}],
    "service_at_locations": [
        {
            "location": {
                "name": "Hall",
                "latitude": 53.44,
                "longitude": -2.21,
                "addresses": [{"address_1": "1 Mill Lane", "postal_code": "M14 4AA"}],
                "accessibility": [{"description": "Hearing loop"}],
            }
        }
    ],
    "eligibility_description": "Adults who feel low. Not for people with psychosis.",
    "application_process": "Phone us.",
    "wait_time": "Two weeks",
    "interpretation_services": "Yes",
}
INNER = ("criteria", "contact", "languages", "locations", "cost")


def paths(node: dict[str, Any], above: str = "") -> set[str]:
    """The fields that an entry can have, those of groups one by one."""
    whole = schema("service")
    found: set[str] = set()
    for name, each in node["properties"].items():
        while "$ref" in each or "items" in each or "anyOf" in each:
            if "$ref" in each:
                each = whole["$defs"][each["$ref"].rsplit("/", 1)[1]]
            else:
                each = each["items"] if "items" in each else each["anyOf"][-1]
        path = f"{above}{name}"
        deeper = "properties" in each and (path in INNER or path == "criteria.age")
        found |= paths(each, f"{path}.") if deeper else {path}
    return found


def said(data: Any, above: str = "") -> set[str]:
    """The fields that data holds, in the same way."""
    found: set[str] = set()
    for name, each in data.items():
        path = f"{above}{name}"
        if path in INNER or path == "criteria.age":
            for row in each if isinstance(each, list) else [each]:
                found |= said(row, f"{path}.")
        else:
            found.add(path)
    return found


def test_a_full_feed_of_another_brings_every_field_that_is_not_declared_lost_and_no_other() -> None:
    lost = {each.field for each in LOSSES_OF_OTHERS}
    brought = said(one(**FULL).data) | {"organization"}
    assert brought & lost == set()
    assert brought | {each for each in lost if each != "by_area.checked"} == paths(schema("service"))


def test_words_that_are_said_to_stay_words_are_there_as_words() -> None:
    words = one(**FULL).data["description"]
    assert all(each in words for each in ("psychosis", "Phone us.", "Two weeks", "Interpreters: Yes"))


SERVICES = load(schema_folder().parent, TODAY, cache=False).directory.services


@pytest.mark.parametrize("id", sorted(SERVICES))
def test_every_service_of_this_directory_comes_back_from_its_own_record_but_for_what_is_declared(id: str) -> None:
    record = data_of(SERVICES[id])
    kept = {name: each for name, each in record.items() if name not in ("checked", "organization")}
    found = one(name=record["name"], rightdoor={"id": id, **record})
    assert (found.data, found.id) == (kept, id)


def test_of_our_own_feed_only_who_checked_it_is_lost() -> None:
    checked = {"how": "provider-phone", "on": "2026-10-02"}
    record = {"name": "Vale Group", "checked": checked, "by_area": {"eastvale": {"intake": "open", "checked": checked}}}
    found = one(rightdoor=record).data
    assert found == {"name": "Vale Group", "by_area": {"eastvale": {"intake": "open"}}}
    assert [each.field for each in LOSSES] == ["checked", "by_area.checked"]
