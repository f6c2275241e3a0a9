"""Which addresses stand in the records, and when one that fails is called broken."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pages.street import street
from rightdoor.records.link_state import (
    ANSWERS,
    UNCLEAR,
    Answer,
    Failure,
    State,
    is_broken,
    noted,
    read_state,
    text_of,
    write_state,
)
from rightdoor.records.links import Asked, addresses, asked

TODAY = date(2026, 11, 23)
WEEK = timedelta(days=7)
PAGE = "https://charity.org.uk/page"


def found(area: str | None = None, organizations: Mapping[str, Any] | None = None, **services: Any) -> dict[str, Any]:
    directory = street(services, organizations=organizations or {})
    return {address: [(each.kind, each.id, each.field) for each in places]
            for address, places in addresses(directory, area).places.items()}  # fmt: skip


def test_every_field_that_holds_an_address_is_found() -> None:
    service = {
        "contact": {"website": "https://a.org.uk/", "webchat": "https://b.org.uk/chat"},
        "referral": {"routes": [{"who": ["self"], "how": "online-form", "url": "https://c.org.uk/refer"}]},
        "waits": [{"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-10-01", "source": "https://d.org.uk/"}],
        "evidence": [{"covers": ["criteria"], "url": "https://e.org.uk/for-gps", "title": "For GPs"}],
        "description": "See [its leaflet](https://f.org.uk/leaflet.pdf), or https://g.org.uk/more.",
        "by_area": {"eastvale": {"contact": {"website": "https://h.org.uk/eastvale"}}},
    }  # fmt: skip
    places = found(this=service)
    assert list(places) == [
        "https://a.org.uk/", "https://b.org.uk/chat", "https://c.org.uk/refer", "https://d.org.uk/",
        "https://e.org.uk/for-gps", "https://f.org.uk/leaflet.pdf", "https://g.org.uk/more", "https://h.org.uk/eastvale",
    ]  # fmt: skip
    assert places["https://c.org.uk/refer"] == [("service", "this", ("referral", "routes", "url"))]
    assert places["https://h.org.uk/eastvale"] == [("service", "this", ("by_area", "eastvale", "contact", "website"))]


def test_organizations_and_areas_have_addresses_too() -> None:
    organizations = {"trust": {"name": "The Trust", "kind": "nhs", "website": PAGE}}
    assert found(organizations=organizations) == {PAGE: [("organization", "trust", ("website",))]}


def test_an_address_without_its_fragment_is_one_however_many_records_name_it() -> None:
    one, other = {"contact": {"website": f"{PAGE}#top"}}, {"contact": {"website": f"{PAGE}#end"}}
    assert [(each[1]) for each in found(one=one, other=other)[PAGE]] == ["one", "other"]


@pytest.mark.parametrize(
    "address", ["https://example.org/", "http://www.example.com/a", "https://a.test/", "http://localhost/"]
)
def test_names_that_lead_nowhere_by_agreement_are_not_asked_but_counted(address: str) -> None:
    directory = street({"this": {"contact": {"website": address}}})
    assert addresses(directory) == ({}, 1)


def test_what_is_made_up_is_not_asked() -> None:
    directory = street({"this": {"contact": {"website": PAGE}, "fictional": True}})
    assert addresses(directory) == ({}, 1)


def test_one_area_s_addresses_are_those_on_its_list() -> None:
    organizations = {"trust": {"name": "The Trust", "kind": "nhs", "website": "https://trust.nhs.uk/"}}
    service, line = {"contact": {"website": PAGE}}, {"contact": {"phone": "111", "website": "https://111.nhs.uk/"}}
    services = {"this": service, "nhs-111": line}
    directory = street(services, organizations=organizations)
    assert list(addresses(directory, "northvale").places) == [PAGE, "https://trust.nhs.uk/"]
    assert list(addresses(directory, "national").places) == ["https://111.nhs.uk/", "https://trust.nhs.uk/"]
    assert list(addresses(directory, "eastvale").places) == []


def after(*answers: tuple[int, str]) -> State:
    """The state after an address was asked on these days of November, with these answers."""
    state = State()
    for day, what in answers:
        state = noted(state, {PAGE: Answer(what)}, date(2026, 11, day), whole=True)
    return state


def test_a_link_that_fails_once_is_not_broken() -> None:
    assert not is_broken(after((1, "no-answer")).failing[PAGE])


def test_a_link_that_fails_twice_within_a_week_is_not_broken() -> None:
    assert not is_broken(after((1, "no-answer"), (7, "not-found")).failing[PAGE])


def test_a_link_that_fails_twice_a_week_apart_is_broken_and_keeps_the_day_of_the_first() -> None:
    failure = after((1, "no-answer"), (8, "not-found")).failing[PAGE]
    assert is_broken(failure)
    assert failure == Failure(date(2026, 11, 1), date(2026, 11, 8), "not-found")


def test_a_success_between_begins_again() -> None:
    assert not is_broken(after((1, "no-answer"), (5, ANSWERS), (8, "no-answer")).failing[PAGE])
    assert after((1, "no-answer"), (8, "no-answer"), (9, ANSWERS)).failing == {}


def test_a_server_that_will_not_say_is_neither_a_failure_nor_a_success() -> None:
    assert after((1, UNCLEAR), (8, UNCLEAR)).failing == {}
    assert is_broken(after((1, "not-found"), (4, UNCLEAR), (8, "not-found")).failing[PAGE])


def test_addresses_that_no_record_names_any_more_are_forgotten_once_all_were_asked() -> None:
    state = after((1, "not-found"))
    assert noted(state, {}, TODAY, whole=False).failing == state.failing
    assert noted(state, {}, TODAY, whole=True) == State(TODAY, {})


def test_the_day_on_which_all_were_asked_is_not_that_of_one_area() -> None:
    assert noted(State(), {PAGE: Answer(ANSWERS)}, TODAY, whole=False).asked_on is None


def test_a_clock_that_went_back_breaks_nothing() -> None:
    assert after((8, "not-found"), (1, "not-found")).failing[PAGE].first == date(2026, 11, 1)


def test_the_state_is_read_back_as_it_was_written_and_the_same_state_gives_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "folder/links.json"
    failing = {
        PAGE: Failure(TODAY - WEEK, TODAY, "server-error", 503),
        "https://é.org/": Failure(TODAY, TODAY, "circle"),
    }
    write_state(file, State(TODAY, failing))
    assert read_state(file) == State(TODAY, failing)
    assert text_of(State(TODAY, dict(reversed(failing.items())))) == file.read_text()
    assert [each.name for each in file.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "[" * 100_000, '{"version": 2, "asked_on": null, "failing": {}}',
     '{"version": 1, "asked_on": "soon", "failing": {}}', '{"version": 1, "asked_on": null, "failing": []}',
     '{"version": 1, "asked_on": null, "failing": {"https://a.org/": {"first": "2026-11-01"}}}',
     '{"version": 1, "asked_on": null, "failing": {"a": {"first": "2026-11-01", "last": "2026-11-08", "what": {}}}}',
     '{"version": 1, "asked_on": null, "failing": {"https://a.org/": 5}}'],
)  # fmt: skip
def test_a_state_that_is_torn_or_not_ours_is_as_none(text: str, tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    file.write_text(text)
    assert read_state(file) is None
    assert read_state(tmp_path / "nothing.json") is None


def test_a_state_behind_a_link_is_not_read(tmp_path: Path) -> None:
    write_state(tmp_path / "real.json", State(TODAY))
    (tmp_path / "links.json").symlink_to(tmp_path / "real.json")
    assert read_state(tmp_path / "links.json") is None


def test_what_is_broken_is_said_of_each_record_that_names_it_and_of_no_other() -> None:
    failing = {
        PAGE: Failure(TODAY - WEEK, TODAY, "not-found", 404),
        "https://gone.org.uk/": Failure(TODAY - WEEK, TODAY, "not-found", 404),
        "https://lately.org.uk/": Failure(TODAY, TODAY, "no-answer"),
    }
    services = {
        "this": {"contact": {"website": f"{PAGE}#part"}},
        "that": {"contact": {"website": "https://lately.org.uk/"}},
    }
    said = asked(State(TODAY, failing), street(services))
    assert isinstance(said, Asked) and said.on == TODAY
    [broken] = said.broken
    assert (broken.address, broken.place.id, broken.place.folders, broken.status) == (PAGE, "this", ("northvale",), 404)


def test_a_state_is_plain_json_that_holds_nothing_but_what_failed(tmp_path: Path) -> None:
    assert json.loads(text_of(after((1, "not-found")))) == {
        "version": 1,
        "asked_on": "2026-11-01",
        "failing": {PAGE: {"first": "2026-11-01", "last": "2026-11-01", "what": "not-found"}},
    }
