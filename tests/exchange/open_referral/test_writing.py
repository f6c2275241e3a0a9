"""Entries as a feed of Open Referral: nothing made up, nothing empty, and all of it back again."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from changes.changing import FEW, FILE, example, town
from exchange.made_records import records
from rightdoor.exchange.open_referral.reading import read_feed
from rightdoor.exchange.open_referral.writing.files import feed_files
from rightdoor.exchange.open_referral.writing.pages import page_of
from rightdoor.exchange.open_referral.writing.schedules import schedules
from rightdoor.exchange.open_referral.writing.services import ages
from rightdoor.exchange.record_data import data_of
from rightdoor.model.directory import Directory
from rightdoor.pages.exchange_words import words_of
from rightdoor.records.assemble_service import service_of
from rightdoor.records.load import load

SCHEMAS = Path(__file__).resolve().parents[4] / "shared" / "data" / "hsds-uk-3.0"
SECRET = "The address of this place is confidential."
Files = Mapping[str, bytes]


def feed(directory: Directory) -> Files:
    return dict(feed_files(directory, partial(words_of, directory=directory), SECRET))


def lantern(**more: Any) -> dict[str, Any]:
    """The page of one service with these fields."""
    return service_in(feed(town({**FEW, "name": "Lantern", **more})), "Lantern")


def service_in(files: Files, name: str) -> dict[str, Any]:
    pages = (json.loads(text) for address, text in files.items() if address.count("/") == 2)
    return next(each for each in pages if each.get("name") == name and "status" in each)


def read(files: Files) -> Any:
    """What our own reader makes of a feed, through addresses as a host serves them."""

    def get(address: str) -> bytes:
        place = address.removeprefix("https://example.org/feed").partition("?")[0].strip("/")
        for each in (place, f"{place}/index.json".strip("/")):
            if each in files:
                return files[each]
        raise OSError(f"{address} is not there.")

    return read_feed(get, "https://example.org/feed/")


def values(value: Any) -> Iterator[Any]:
    yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from values(each)


@pytest.fixture(scope="module")
def whole() -> tuple[Directory, Files]:
    directory = load(Path(__file__).resolve().parents[3], date(2026, 11, 24)).directory
    return directory, feed(directory)


@pytest.mark.parametrize(
    "kind", ["service", "organization", "taxonomy", "taxonomy_term", "service_at_location"], ids=str
)
def test_every_object_is_valid_by_the_schemas_of_the_profile(kind: str, whole: tuple[Directory, Files]) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("The schemas of Open Referral UK are not beside the project.")
    jsonschema_rs = pytest.importorskip("jsonschema_rs")
    schema = json.loads((SCHEMAS / f"{kind}.json").read_text("utf-8"))
    valid = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    folder = "taxonomies" if kind == "taxonomy" else f"{kind}s"
    found = [text for address, text in whole[1].items() if address.startswith(f"{folder}/") and address.count("/") == 2]
    assert found
    assert [error.message for text in found for error in valid.iter_errors(json.loads(text))] == []


def test_nothing_in_a_feed_is_empty(whole: tuple[Directory, Files]) -> None:
    pages = [json.loads(text) for address, text in whole[1].items() if address.count("/") == 2]
    assert [each for page in pages for each in values(page) if each is None or each in ("", [], {})] == []


def test_every_service_has_a_page_of_its_own_at_the_id_it_has_in_the_list(whole: tuple[Directory, Files]) -> None:
    directory, files = whole
    listed = json.loads(files["services/index.json"])
    assert (listed["total_items"], listed["total_pages"]) == (len(directory.services), 1)
    for each in listed["contents"]:
        assert json.loads(files[f"services/{each['id']}/index.json"])["name"] == each["name"]


def test_every_attribute_names_a_term_that_the_feed_has(whole: tuple[Directory, Files]) -> None:
    pages = [json.loads(text) for at, text in whole[1].items() if at.startswith("services/") and at.count("/") == 2]
    named = {each["taxonomy_term_id"] for page in pages for each in page["attributes"]}
    assert named
    assert [id for id in named if f"taxonomy_terms/{id}/index.json" not in whole[1]] == []


def test_what_our_own_reader_makes_of_our_feed_is_what_stands_in_the_files(whole: tuple[Directory, Files]) -> None:
    directory, files = whole
    delivery = read(files)
    assert delivery.refused == ()
    services = {each.id: each for each in delivery.drafts if each.kind == "service"}
    assert sorted(services) == sorted(directory.services)
    for id, draft in services.items():
        assert draft.data == without_what_a_source_cannot_say(data_of(directory.services[id])), id


def without_what_a_source_cannot_say(data: Mapping[str, Any]) -> dict[str, Any]:
    left = {name: each for name, each in data.items() if name not in ("organization", "checked", "by_area")}
    there = {area: but_checked(each) for area, each in data.get("by_area", {}).items()}
    there = {area: each for area, each in there.items() if each}
    return {**left, "by_area": there} if there else left


def but_checked(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in data.items() if name != "checked"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(some.data())
def test_whatever_the_grammar_accepts_comes_back_from_a_feed(data: some.DataObject) -> None:
    record = data.draw(records("service", organization="the-trust"))
    files = feed(town(record))
    drafts = [each for each in read(files).drafts if each.id == "lantern"]
    assert [each.data for each in drafts] == [without_what_a_source_cannot_say(data_of(service_of(FILE, record)))]


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (None, {}),
        ("any", {"minimum_age": 0}),
        ({"from": "18y"}, {"minimum_age": 18}),
        ({"under": "18y"}, {"maximum_age": 17}),
        ({"from": "17y9m", "to": "25y"}, {"minimum_age": 17.75, "maximum_age": 25}),
    ],
)
def test_the_oldest_age_is_one_that_is_still_taken(age: Any, said: Mapping[str, Any]) -> None:
    data = {**FEW, "name": "A", **({"criteria": {"age": age}} if age else {})}
    assert ages(service_of(FILE, data)) == said


def test_a_confidential_place_has_neither_address_nor_point() -> None:
    page = lantern(locations=[{"name": "Refuge", "confidential": True}])
    place = page["service_at_locations"][0]["location"]
    assert set(place) == {"id", "location_type", "name", "description"}
    assert place["description"] == SECRET


@pytest.mark.parametrize("checked", [{"how": "never"}, {"how": "other-directory", "on": "2026-11-01"}])
def test_nobody_assures_what_nobody_confirmed(checked: Mapping[str, str]) -> None:
    page = lantern(checked=checked)
    assert "assured_date" not in page
    assert "last_modified" not in page


def test_somebody_who_confirmed_it_assures_it() -> None:
    page = lantern(checked={"how": "provider-phone", "on": "2026-11-01"})
    assert (page["assured_date"], page["last_modified"]) == ("2026-11-01", "2026-11-01T00:00:00Z")


def test_what_nobody_has_said_is_said_to_be_unknown_and_is_no_attribute() -> None:
    page = lantern()
    assert len(page["eligibility_description"].splitlines()) == 4
    assert [each["link_type"] for each in page["attributes"]] == ["type"]
    assert "minimum_age" not in page


def test_the_words_of_an_exclusion_stand_beside_its_code() -> None:
    rows = service_in(feed(town(example())), "Lantern Talking Rooms")["attributes"]
    found = next(each for each in rows if each["link_type"] == "criteria.does_not_take")
    assert (found["taxonomy_term"]["code"], found["value"]) == ("recent-attempt", "In the last month.")


def test_hours_of_which_a_part_cannot_be_said_stay_words() -> None:
    assert [each["byday"] for each in schedules("x", "Mo-Fr 09:00-17:00", "")] == ["MO,TU,WE,TH,FR"]
    assert [each["byday"] for each in schedules("x", "We[2] 10:00-12:00", "")] == ["2WE"]
    rows = schedules("x", 'Mo 09:00-12:00; "by appointment"', "By appointment.")
    assert [set(each) for each in rows] == [{"id", "service_id", "description"}]


def test_a_list_in_pages_holds_everything_once() -> None:
    rows: list[dict[str, Any]] = [{"at": each} for each in range(5)]
    pages = [page_of(rows, number, 2) for number in (1, 2, 3, 4)]
    assert [each for page in pages for each in page["contents"]] == rows
    assert [page["total_pages"] for page in pages] == [3, 3, 3, 3]
    assert [(page["first_page"], page["last_page"], page["empty"]) for page in pages] == [
        (True, False, False), (False, False, False), (False, True, False), (False, True, True),
    ]  # fmt: skip
    assert page_of([])["empty"]


def test_the_same_directory_gives_the_same_bytes() -> None:
    assert feed(town(example())) == feed(town(example()))
