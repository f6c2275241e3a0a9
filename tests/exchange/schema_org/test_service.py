"""A service as JSON-LD: only types and properties that there are, nothing guessed, nothing hidden given away."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pages.street import TODAY, street, view, view_of
from rightdoor.exchange.schema_org.hours import hours
from rightdoor.model.service import Service
from rightdoor.pages.links import is_discreet
from rightdoor.pages.structured import structured
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load
from rightdoor.resources import theme_folder

TERMS = yaml.safe_load((Path(__file__).parent / "terms.yaml").read_text())
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*)</script>', re.DOTALL)
Json = dict[str, Any]


def read(text: str) -> Json:
    found = SCRIPT.fullmatch(text)
    assert found and "<" not in found[1]
    return json.loads(found[1])


def data_of(service: Service, whole: View, address: str) -> str:
    """The element as the page of the service has it."""
    return structured(whole, service, is_discreet(whole, service), address)


def told(service: Service, whole: View) -> Json:
    return read(data_of(service, whole, f"services/{service.id}/"))


def only(**fields: Any) -> Json:
    """The data of one service with these fields."""
    made = view_of({"this": fields})
    return told(made.directory.services["this"], made)


def nodes(value: Any) -> Iterator[Json]:
    """Every node in some data."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def above(kind: str) -> set[str]:
    """A type and every type above it."""
    return {kind, *(each for wider in TERMS["types"].get(kind, ()) for each in above(wider))}


def channels(data: Json) -> list[Json]:
    found = data.get("availableChannel", [])
    return found if isinstance(found, list) else [found]


def test_every_type_and_property_on_the_pages_of_the_directory_is_one_of_schema_org(root: Path):
    directory = load(root, TODAY).directory
    whole, used = view(directory), set()
    for service in directory.services.values():
        if text := data_of(service, whole, "x/"):
            for each in nodes(read(text)):
                kinds = above(each["@type"])
                assert "Thing" in kinds, each["@type"]
                for name in each.keys() - {"@type", "@context", "@id"}:
                    assert kinds & set(TERMS["properties"][name]), (each["@type"], name)
                    used.add(name)
    assert used >= {"areaServed", "servicePhone", "opens", "suggestedMinAge", "identifier", "streetAddress"}


def test_nothing_that_is_not_known_is_there():
    data = only(criteria={})
    assert not {"areaServed", "audience", "hoursAvailable", "offers", "availableChannel", "url"} & data.keys()
    assert all(value not in (None, "", [], {}) for each in nodes(data) for value in each.values())


def test_a_made_up_service_says_so_in_its_name_and_first_thing():
    data = only(fictional=True)
    assert data["name"] == "A Service (made up)"
    assert data["description"].startswith("Made up")


def test_a_discreet_service_says_nothing_to_search_engines():
    made = view_of({"this": {"needs": ["domestic-abuse"]}})
    assert data_of(made.directory.services["this"], made, "x/") == ""


def test_a_service_that_closed_for_good_says_nothing_either():
    made = view_of({"this": {"status": "defunct"}})
    assert data_of(made.directory.services["this"], made, "x/") == ""


def test_a_service_that_is_not_running_says_so_before_the_summary():
    assert only(status="temporarily closed")["description"] == "Not running as usual: Closed for a time. It helps."


def test_a_gate_is_named_before_the_summary():
    assert only(referral={"via": "samaritans"})["description"] == "Reached only through Samaritans. It helps."


def test_a_service_of_the_nhs_is_a_service_of_government_and_one_of_a_charity_is_not():
    assert only()["@type"] == "GovernmentService"
    assert only()["provider"] == {"@type": "GovernmentOrganization", "name": "The Trust"}
    assert only(organization="charity")["@type"] == "Service"
    assert only(organization="charity")["provider"]["@type"] == "NGO"


@pytest.mark.parametrize(
    ("age", "audience"),
    [
        ({"from": "18y"}, {"suggestedMinAge": 18}),
        ({"from": "17y9m"}, {"suggestedMinAge": 17.75}),
        ({"from": "17y1m"}, {"suggestedMinAge": 17.09}),
        ({"from": "16y", "under": "25y"}, {"suggestedMinAge": 16, "suggestedMaxAge": 24}),
        ({"under": "18y"}, {"suggestedMaxAge": 17}),
        ({"from": "11y", "under": "17y6m"}, {"suggestedMinAge": 11}),
    ],
)
def test_ages_are_in_years_and_never_wider_than_the_limit(age: Json, audience: Json):
    assert only(criteria={"age": age})["audience"] == {"@type": "PeopleAudience", **audience}


def test_any_age_is_no_audience():
    assert "audience" not in only(criteria={"age": "any"})


def test_a_group_that_a_service_is_only_for_is_its_audience():
    assert only(criteria={"only": [{"reason": "veteran"}]})["audience"]["audienceType"]


def test_hours_are_given_only_where_all_of_them_can_be():
    assert [(each["dayOfWeek"], each["opens"], each["closes"]) for each in hours("Mo-Tu 09:00-17:00; PH off")] == [
        (["Monday", "Tuesday"], "09:00", "17:00"),
        ("https://schema.org/PublicHolidays", "00:00", "00:00"),
    ]
    assert [(each["opens"], each["closes"]) for each in hours("24/7")] == [("00:00", "23:59")] * 2
    for text in ("Th 19:00-21:00; SH off", "We[2] 19:00-20:30", 'Mo 09:00-17:00 "by appointment"', None):
        assert hours(text) == []


def test_hours_that_schema_org_cannot_say_stand_in_words():
    (channel,) = channels(only(hours="We[2] 19:00-20:30", contact={"phone": "01632 960 111"}))
    assert channel["description"] == "Second Wednesday of the month, 7pm to 8:30pm"


def test_the_hours_of_a_number_are_those_of_its_way_in():
    route = {"who": ["self"], "how": "phone", "phone": "01632 960 111", "hours": "Mo 09:00-12:00"}
    (channel,) = channels(only(contact={"phone": "01632 960 111"}, referral={"routes": [route]}))
    assert channel["servicePhone"]["hoursAvailable"]["closes"] == "12:00"


def test_what_is_free_has_a_price_of_nothing_and_what_is_not_has_words() -> None:
    assert only(cost={"kind": "free-nhs"})["offers"] == {
        "@type": "Offer",
        "description": "Free (NHS)",
        "price": "0",
        "priceCurrency": "GBP",
    }
    assert only(cost={"kind": "fixed-fee", "words": "£10"})["offers"] == {"@type": "Offer", "description": "£10"}


def test_a_confidential_place_is_not_there_at_all():
    place = {"name": "Harbour", "confidential": True, "address": "1 Mill Lane", "postcode": "NV1 1AA"}
    assert channels(only(locations=[place])) == []


def test_a_place_of_the_nhs_is_a_clinic_and_one_of_a_charity_is_a_place():
    place = {"name": "The Mill", "address": "1 Mill Lane", "postcode": "NV1 1AA", "latitude": 53.5, "longitude": -2.5}
    (channel,) = channels(only(locations=[place]))
    assert channel["serviceLocation"]["@type"] == "MedicalClinic"
    assert channel["serviceLocation"]["geo"] == {"@type": "GeoCoordinates", "latitude": 53.5, "longitude": -2.5}
    (channel,) = channels(only(locations=[place], organization="charity"))
    assert channel["serviceLocation"]["@type"] == "Place"


def test_only_addresses_of_the_web_are_given_as_such():
    assert "url" not in only(contact={"website": "javascript:alert(1)"})
    routes = [{"who": ["self"], "how": "online-form", "url": "javascript:alert(1)"}]
    assert channels(only(referral={"routes": routes})) == []


def test_no_text_of_an_entry_ends_the_data_early():
    hostile = "</script><script>alert(1)</script> & \u2028 <!--"
    made = view_of({"this": {"name": hostile, "summary": hostile}})
    text = data_of(made.directory.services["this"], made, "x/")
    assert text.count("<") == 2 and "\u2028" not in text
    assert read(text)["name"] == hostile


def test_where_the_site_knows_its_address_the_data_names_the_page():
    settings = Settings(site_url="https://vale.example/")
    made = View(street({"this": {}}), TODAY, settings, theme_folder())
    data = told(made.directory.services["this"], made)
    assert data["mainEntityOfPage"] == "https://vale.example/services/this/"
    assert data["@id"] == "https://vale.example/services/this/#service"
