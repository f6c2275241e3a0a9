"""Languages, costs, ages, places and numbers of feeds: data where they are certain, words or lost where not."""

from typing import Any

import pytest

from exchange.open_referral.feeds import one


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"code": "pl"}, "pl"),
        ({"name": "Polish"}, "pl"),
        ({"language": "polish"}, "pl"),
        ({"name": "Polish", "code": "pl"}, "pl"),
        ({"code": "en-GB"}, "en"),
        ({"name": "BSL"}, "bfi"),
    ],
)
def test_a_language_of_our_list_is_spoken(said: dict[str, Any], code: str) -> None:
    assert one(languages=[said]).data["languages"] == {"spoken": [code]}


@pytest.mark.parametrize(
    "said",
    [
        {"name": "Klingon"},
        {"code": "zz"},
        {"name": "Polish", "code": "de"},
        {"name": "Polish and German"},
        {"name": "Polish", "note": "With an interpreter"},
        {"name": "Chinese"},
    ],
)
def test_a_language_that_is_not_certain_is_lost(said: dict[str, Any]) -> None:
    found = one(languages=[said])
    assert "languages" not in found.data
    assert [each.field for each in found.lost] == ["languages"]


def test_a_language_without_a_name_says_nothing() -> None:
    found = one(languages=[{"id": "x"}])
    assert ("languages" in found.data, found.lost) == (False, ())


@pytest.mark.parametrize(
    ("fields", "cost"),
    [
        ({"cost_options": [{"amount": 0}]}, {"kind": "free"}),
        ({"cost_options": [{"amount": 0, "option": "Free"}, {"amount": "0.00"}]}, {"kind": "free"}),
        ({"fees": "Free of charge."}, {"kind": "free"}),
        ({"fees_description": "Free", "cost_options": [{"amount": 0}]}, {"kind": "free"}),
        (
            {"cost_options": [{"amount": 35, "currency": "GBP", "amount_description": "per 1 hour session"}]},
            {"kind": "fixed-fee", "words": "£35 per 1 hour session"},
        ),
        ({"cost_options": [{"amount": 4.5, "currency": "GBP"}]}, {"kind": "fixed-fee", "words": "£4.50"}),
    ],
)
def test_a_cost_is_data_where_its_kind_is_certain(fields: dict[str, Any], cost: dict[str, str]) -> None:
    found = one(**fields)
    assert found.data["cost"] == cost
    assert "Cost" not in found.data.get("description", "")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([{"amount": 0, "option": "Carers"}], "Carers: 0"),
        ([{"amount": 0, "currency": "GBP"}, {"amount": 10, "currency": "GBP"}], "£0; £10"),
        ([{"amount": 10, "currency": "GBP", "amount_description": "suggested donation"}], "£10 suggested donation"),
        ([{"amount": 10}], "10"),
        ([{"amount": 10, "currency": "EUR"}], "10 EUR"),
        ([{"amount": 0, "valid_to": "2026-12-31"}], "0 (2026-12-31)"),
        ([{"option": "Free for members"}], "Free for members"),
        ([{"amount": -5, "option": "x y"}], "x y"),
    ],
)
def test_a_cost_whose_kind_is_not_certain_stays_words(options: list[Any], words: str) -> None:
    found = one(cost_options=options)
    assert "cost" not in found.data
    assert f"Cost: {words}" in found.data["description"]
    assert [each.field for each in found.lost] == ["cost_options"]


def test_nothing_to_pay_beside_fees_in_words_is_not_free() -> None:
    assert "cost" not in one(cost_options=[{"amount": 0}], fees="£5 for tea").data


def test_ages_of_version_1_are_data_where_there_is_one_row_of_them() -> None:
    row = {"eligibility": "Young adults", "minimum_age": 18, "maximum_age": 25}
    data = one(eligibilitys=[row]).data
    assert data["criteria"] == {"age": {"from": "18y", "to": "25y"}}
    assert "Who it is for: Young adults" in data["description"]


def test_ages_of_several_rows_are_not() -> None:
    found = one(eligibilities=[{"minimum_age": 18}, {"eligibility": "Carers", "minimum_age": 12}])
    assert "criteria" not in found.data
    assert "several" in found.lost[0].why


def test_numbers_are_found_with_contacts_and_places_and_names_of_people_are_not_taken() -> None:
    contact = {"name": "Ann Persona", "title": "Manager", "phones": [{"number": "01632 960101"}]}
    found = one(contacts=[contact])
    assert found.data["contact"] == {"phone": "01632 960 101"}
    assert [(each.field, each.value) for each in found.lost] == [("contacts", "Manager")]
    place = {"location": {"name": "Hall", "phones": [{"number": "01632 960102", "extension": 12}]}}
    assert one(service_at_locations=[place]).data["contact"] == {"phone": "01632 960 102", "phone_note": "extension 12"}


def test_a_fax_is_no_phone_and_a_number_for_text_messages_is_one_for_text_messages() -> None:
    rows = [{"number": "01632 960103", "type": "fax"}, {"number": "85258", "type": "sms"}, {"number": "01632 960104"}]
    found = one(phones=rows)
    assert found.data["contact"] == {"text": "85258", "phone": "01632 960 104"}
    assert [each.value for each in found.lost] == ["01632 960103"]


@pytest.mark.parametrize("kind", ["virtual", "postal"])
def test_where_nobody_can_go_is_no_place(kind: str) -> None:
    found = one(service_at_locations=[{"location": {"name": "Online", "location_type": kind}}])
    assert "locations" not in found.data
    assert found.lost[0].field == "locations"


def test_a_place_has_the_address_to_which_one_goes_and_its_point_on_the_map() -> None:
    addresses = [
        {"address_1": "PO Box 1", "address_type": "postal"},
        {"address_1": "1 Mill Lane", "postal_code": "m14 4aa"},
    ]
    place = {"name": "Hall", "addresses": addresses, "latitude": 53.44, "longitude": -2.21}
    found = one(service_at_locations=[{"location": place}])
    said = {"name": "Hall", "address": "1 Mill Lane", "postcode": "M14 4AA", "latitude": 53.44, "longitude": -2.21}
    assert found.data["locations"] == [said]
    assert found.lost[0].value == "PO Box 1; postal"


@pytest.mark.parametrize("point", [(100, 101), ("53", "-2"), (True, False), (53.4, None), (0, 0)])
def test_a_point_that_is_not_in_the_united_kingdom_is_none(point: tuple[Any, Any]) -> None:
    place = {"addresses": [{"postal_code": "M14 4AA"}], "latitude": point[0], "longitude": point[1]}
    found = one(service_at_locations=[{"location": place}])
    assert found.data["locations"] == [{"postcode": "M14 4AA"}]
    assert found.lost[0].field == "latitude"


def test_a_place_is_accessible_where_a_word_of_our_list_says_so_and_prose_is_lost() -> None:
    def at(*said: str) -> Any:
        rows = [{"description": each} for each in said]
        return one(service_at_locations=[{"location": {"name": "Hall", "accessibility": rows}}])

    assert at("Wheelchair accessible", "Hearing loop").data["access"] == ["step-free", "hearing-loop"]
    assert "access" not in at("Not wheelchair accessible").data
    assert at("Ramp at the back, ask Ann").lost[0].field == "accessibility"


def test_the_access_of_one_of_several_places_is_not_that_of_the_service() -> None:
    hall = {"location": {"name": "Hall", "accessibility": [{"description": "Hearing loop"}]}}
    found = one(service_at_locations=[hall, {"location": {"name": "Mill"}}])
    assert "access" not in found.data
    assert found.lost[0].field == "accessibility"


@pytest.mark.parametrize("wrong", [1, "x", [], [1], [None], [[]], {"a": 1}, True, None, [{"amount": {}, "byday": {}}]])
def test_any_fact_of_any_wrong_kind_spoils_nothing_else(wrong: Any) -> None:
    names = ["schedules", "regular_schedules", "languages", "cost_options", "eligibilitys", "accessibility", "fees"]
    names += ["holiday_schedules", "contacts", "locations"]
    for name in names:
        assert one(**{name: wrong}).data["name"] == "Vale Group"
    inner = ["schedules", "phones", "contacts", "addresses", "accessibility", "latitude", "location_type", "location"]
    for name in inner:
        assert one(service_at_locations=[{name: wrong, "location": {name: wrong}}]).data["name"] == "Vale Group"
    for name in ("freq", "byday", "opens_at", "closes_at", "interval", "valid_to", "description", "code", "note"):
        row = [{name: wrong}]
        assert one(schedules=row, languages=row, cost_options=row, phones=row).data["name"] == "Vale Group"
