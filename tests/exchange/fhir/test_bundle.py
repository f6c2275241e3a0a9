"""The directory as a FHIR bundle: valid, with nothing guessed, nothing empty, and nothing that gives a refuge away."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from pages.street import street
from rightdoor.exchange.fhir.bundle import bundle, bundle_text, editions
from rightdoor.exchange.fhir.value_sets import faults
from rightdoor.model.directory import Directory
from rightdoor.pages.exchange_words import words_of
from rightdoor.records.load import load

TODAY = date(2026, 11, 24)
Json = dict[str, Any]


def made(directory: Directory, area: str = "") -> Json:
    say = partial(words_of, directory=directory)
    return bundle(directory, editions(directory, area), say, "Nobody may know where this is.", TODAY)


def resources(kind: str, directory: Directory, area: str = "") -> list[Json]:
    return [each["resource"] for each in made(directory, area)["entry"] if each["resource"]["resourceType"] == kind]


def only(**fields: Any) -> Json:
    """The resource of one service with these fields."""
    found = resources("HealthcareService", street({"this": fields}))
    return next(each for each in found if each["name"] == fields.get("name", "A Service"))


def everything_in(value: Any) -> Iterator[Any]:
    yield value
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from everything_in(each)


@pytest.fixture(scope="module")
def whole(root: Path) -> Directory:
    return load(root, TODAY).directory


@pytest.mark.parametrize("area", ["", "northvale", "eastvale"])
def test_the_directory_is_a_bundle_that_a_library_of_fhir_takes_and_our_own_checks_too(whole: Directory, area: str):
    told = made(whole, area)
    assert faults(told) == ()
    assert len(Bundle.model_validate(json.loads(bundle_text(told))).entry) == len(told["entry"]) > 50


def test_nothing_in_a_bundle_is_empty(whole: Directory):
    assert [each for each in everything_in(made(whole)) if each is None or each in ("", [], {})] == []


def test_the_same_directory_gives_the_same_bytes(whole: Directory):
    assert bundle_text(made(whole)) == bundle_text(made(whole))


def test_every_service_of_the_directory_is_in_it_with_its_rules_by_area(whole: Directory):
    expected = sum(1 + len(each.by_area) for each in whole.services.values())
    assert len(resources("HealthcareService", whole)) == expected


def test_what_is_made_up_is_marked_as_such_for_machines_and_for_people():
    told = only(fictional=True)
    assert told["meta"]["tag"][0]["code"] == "HTEST"
    assert told["comment"].startswith("Made up")


def test_criteria_are_sentences_and_what_nobody_has_said_is_said_to_be_unknown():
    told = {each["code"]["text"]: each for each in only(criteria={"age": {"from": "18y"}})["eligibility"]}
    assert told["Ages"]["comment"] == "Takes people aged 18 and over."
    for name in ("Severity", "Where people must belong", "Whom it does not take"):
        assert told[name]["code"]["coding"][0]["code"] == "unknown"
        assert told[name]["comment"].startswith("Does not say")


def test_a_reason_never_stands_alone_as_a_code_that_could_be_read_as_who_may_come():
    told = only(criteria={"does_not_take": [{"reason": "psychosis", "words": "People with psychosis."}]})["eligibility"]
    found = next(each for each in told if "psychosis" in each["comment"])
    assert [each["code"] for each in found["code"]["coding"]] == ["does_not_take.psychosis"]
    assert found["comment"].startswith("Does not take people with psychosis.")


def test_somebody_who_looked_and_found_no_exclusion_is_not_the_same_as_nobody_looking():
    told = only(criteria={"does_not_take": "none stated"})["eligibility"]
    assert [each["comment"] for each in told if "exclusion" in each["comment"]] == ["States no exclusion."]


def test_a_way_in_that_nobody_has_told_of_is_unknown_since_silence_means_that_no_referral_is_needed():
    (way,) = only()["referralMethod"]
    assert way["coding"][0]["code"] == "unknown"


def test_an_ordinary_email_address_is_not_called_secure():
    (way,) = only(referral={"routes": [{"who": ["gp"], "how": "email", "email": "refer@example.org"}]})[
        "referralMethod"
    ]
    assert "semail" not in [each["code"] for each in way["coding"]]
    assert way["text"] == "GP: by email (refer@example.org)."


def test_a_referral_by_phone_has_the_code_of_fhir_beside_ours():
    routes = [{"who": ["self"], "how": "phone", "phone": "01632 960 111", "hours": "Mo-Fr 09:00-17:00"}]
    (way,) = only(referral={"routes": routes})["referralMethod"]
    assert [each["code"] for each in way["coding"]] == ["phone", "phone"]
    assert way["text"].endswith("Hours: Monday to Friday, 9am to 5pm.")


def test_a_gate_and_a_closed_list_stand_before_everything_else():
    told = only(intake="waiting-list-closed", referral={"via": "samaritans"})["comment"]
    assert told == "NOT TAKING REFERRALS NOW: Waiting list closed. Reached only through Samaritans. It helps."


def test_only_a_running_service_is_active():
    assert only()["active"] is True
    assert only(status="temporarily closed")["active"] is False


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (
            "Mo-Fr 09:00-17:00; PH off",
            {
                "availableTime": [
                    {
                        "daysOfWeek": ["mon", "tue", "wed", "thu", "fri"],
                        "availableStartTime": "09:00:00",
                        "availableEndTime": "17:00:00",
                    }
                ],
                "notAvailable": [{"description": "Closed on bank holidays"}],
            },
        ),
        (
            "24/7",
            {"availableTime": [{"daysOfWeek": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "allDay": True}]},
        ),
        (
            "Su 22:00-02:00",
            {
                "availableTime": [
                    {"daysOfWeek": ["sun"], "availableStartTime": "22:00:00", "availableEndTime": "23:59:59"},
                    {"daysOfWeek": ["mon"], "availableStartTime": "00:00:00", "availableEndTime": "02:00:00"},
                ]
            },
        ),
        ("We[2] 19:00-20:30", {"availabilityExceptions": "Second Wednesday of the month, 7pm to 8:30pm."}),
        (
            'Mo-Fr 09:00-17:00 "by appointment"; PH off',
            {
                "availabilityExceptions": "Monday to Friday, 9am to 5pm (by appointment). Closed on bank holidays.",
            },
        ),
        (None, {}),
    ],
)
def test_hours_of_every_week_are_a_table_and_all_others_are_words(hours: str | None, told: Json):
    found = only(hours=hours) if hours else only()
    names = ("availableTime", "notAvailable", "availabilityExceptions")
    assert {name: found[name] for name in names if name in found} == told


def test_a_confidential_place_has_no_address_whatever_the_entry_says():
    place = {"name": "Harbour", "confidential": True, "address": "1 Mill Lane", "postcode": "NV1 1AA", "latitude": 5.0}
    told = json.dumps(made(street({"this": {"locations": [place]}})))
    assert "Nobody may know where this is." in told
    assert not any(each in told for each in ("Mill Lane", "NV1", "position", "5.0"))


def test_an_ordinary_place_has_its_address_and_its_postcode_and_where_it_lies():
    place = {"name": "The Mill", "address": "1 Mill Lane", "postcode": "NV1 1AA", "latitude": 53.5, "longitude": -2.5}
    found = next(each for each in resources("Location", street({"this": {"locations": [place]}})) if "address" in each)
    assert found["address"] == {
        "use": "work",
        "type": "physical",
        "text": "1 Mill Lane, NV1 1AA",
        "line": ["1 Mill Lane"],
        "postalCode": "NV1 1AA",
        "country": "GB",
    }
    assert found["position"] == {"longitude": -2.5, "latitude": 53.5}


def test_numbers_of_an_organization_name_the_register_that_they_stand_in():
    numbers = {"ods": "RXX", "charity": "SC123456", "company": "01234567"}
    directory = street({"this": {}}, organizations={"trust": {"name": "T", "kind": "nhs", "identifiers": numbers}})
    (found,) = (each for each in resources("Organization", directory) if each["name"] == "T")
    assert {each["system"]: each["value"] for each in found["identifier"][1:]} == {
        "https://fhir.nhs.uk/Id/ods-organization-code": "RXX",
        "http://org-id.guide/list/GB-SC": "SC123456",
        "http://org-id.guide/list/GB-COH": "01234567",
    }


def test_a_copied_entry_is_not_dated_by_the_day_on_which_it_was_copied():
    assert "meta" not in only(checked={"how": "other-directory", "on": "2026-11-01"})
    assert only(checked={"how": "provider-phone", "on": "2026-11-01"})["meta"]["lastUpdated"] == "2026-11-01T00:00:00Z"


def test_rules_that_differ_in_an_area_are_a_resource_of_their_own_there_and_the_only_one_in_the_bundle_of_that_area():
    both = {"area": {"basis": "home-address", "areas": ["northvale", "eastvale"]}, "age": {"from": "18y"}}
    fields = {"criteria": both, "by_area": {"eastvale": {"criteria": {"age": {"from": "16y"}}}}}
    directory = street({"this": fields})
    names = [each["name"] for each in resources("HealthcareService", directory)]
    assert {"A Service", "A Service (Eastvale)"} <= set(names)
    there = next(each for each in resources("HealthcareService", directory, "eastvale") if "A Service" in each["name"])
    assert there["eligibility"][0]["comment"] == "Takes people aged 16 and over."


def test_the_ids_of_things_never_change():
    assert only()["id"] == "513e4768-002b-55fb-b700-18a72ec8d65d"


@pytest.mark.parametrize(
    ("where", "wrong", "said"),
    [
        ("availableTime", [{"daysOfWeek": ["monday"]}], "daysOfWeek is monday"),
        ("telecom", [{"system": "telephone", "value": "1"}], "telecom.system is telephone"),
        ("availableTime", [{"availableStartTime": "9:00"}], "availableStartTime is 9:00"),
        ("notAvailable", [{"during": {"start": "2026"}}], "a time when it is closed has words"),
        ("providedBy", {"reference": "urn:uuid:0"}, "urn:uuid:0 is not in the bundle"),
        ("comment", " ", "has no words"),
        ("characteristic", [], "is empty"),
        (
            "serviceProvisionCode",
            [
                {
                    "coding": [
                        {"system": "http://terminology.hl7.org/CodeSystem/service-provision-conditions", "code": "x"}
                    ]
                }
            ],
            "x is no code of",
        ),
    ],
)
def test_our_own_checks_find_what_a_library_lets_through(where: str, wrong: Any, said: str):
    told = made(street({"this": {}}))
    told["entry"][0]["resource"][where] = wrong
    assert any(said in each for each in faults(told)), faults(told)
