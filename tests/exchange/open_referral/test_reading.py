"""Feeds of Open Referral as they are: of three versions, wrong in many ways, and hostile."""

import json
from typing import Any

import pytest

from exchange.open_referral.feeds import START, envelope, one, read, service
from rightdoor.exchange.open_referral.reading import Limits


def test_the_root_leads_to_the_services_and_says_the_version() -> None:
    found = read({"": {"version": "HSDS-UK-3.0", "profile": "x"}, "/services": envelope(service())})
    assert found.facts["format"] == "Open Referral HSDS-UK-3.0"
    assert [each.source_id for each in found.drafts] == ["o1", "s1"]
    assert found.drafts[1].address == f"{START}/services/s1"


@pytest.mark.parametrize("name", ["contents", "content"])
def test_pages_of_both_versions_are_read_to_the_end(name: str) -> None:
    total = "total_pages" if name == "contents" else "totalPages"
    pages = {"": {total: 2, name: [service("s1")]}, "?page=2": {total: 2, name: [service("s2")]}}
    assert len(read(pages).drafts) == 3


def test_a_list_without_detail_is_completed_from_the_page_of_each_service() -> None:
    item = {"id": "s1", "name": "Vale Group"}
    found = read({"": envelope(item), "/s1": service(email="hello@vale.org.uk")})
    assert found.drafts[1].data["contact"] == {"email": "hello@vale.org.uk"}


def test_a_service_that_nobody_runs_or_that_has_no_name_is_refused_with_the_reason() -> None:
    found = read({"": envelope(service("s1", organization=None), service("s2", name=None), {"name": "x"})})
    assert [each.why for each in found.refused] == [
        "It does not say which organisation runs it.",
        "It has no name.",
        "It has no id.",
    ]


def test_an_envelope_that_counts_wrongly_is_said() -> None:
    assert "31 services; 1 were there" in read({"": envelope(service(), total=31)}).notes[0]


def test_whom_it_takes_stays_prose() -> None:
    data = one(eligibility_description="Adults with depression only", minimum_age=-1, maximum_age=0).data
    assert "Who it is for: Adults with depression only" in data["description"]
    assert "criteria" not in data


def test_ages_that_are_numbers_are_data() -> None:
    assert one(minimum_age=18, maximum_age=25).data["criteria"] == {"age": {"from": "18y", "to": "25y"}}


@pytest.mark.parametrize("ages", [(30, 20), (True, True), ("18", "x"), (18.5, 200)])
def test_ages_that_cannot_be_are_not(ages: tuple[Any, Any]) -> None:
    assert "criteria" not in one(minimum_age=ages[0], maximum_age=ages[1]).data


def test_markup_becomes_words_and_a_script_nothing() -> None:
    said = one(description="<p>One &amp; two</p><script>alert(1)</script><b>three</b> &lt;img src=x&gt;").data
    assert said["description"] == "One & two\nthree ‹img src=x›"


def test_a_script_in_a_name_is_no_script() -> None:
    assert one(name="Vale <script>alert(1)</script>Group").data["name"] == "Vale Group"


def test_what_has_no_place_is_said_to_be_lost() -> None:
    lost = one(funding=[{"source": "grant"}], url="nowhere", phones=[{"number": "ask Ann"}], pc_x="1", logo=None).lost
    assert {each.field for each in lost} == {"funding", "url", "phones", "pc_x"}


def test_a_mobile_is_not_taken_since_it_may_be_a_persons_own() -> None:
    found = one(phones=[{"number": "07400 123456"}])
    assert "contact" not in found.data
    assert found.lost[0].why == "A mobile may be a person's own."


def test_an_impossible_postcode_is_said_and_left_out() -> None:
    place = {"location": {"name": "Hall", "addresses": [{"address_1": "1 Mill Lane", "postal_code": "WA154 1HF X"}]}}
    found = one(service_at_locations=[place])
    assert found.data["locations"] == [{"name": "Hall", "address": "1 Mill Lane"}]
    assert found.lost[0].value == "WA154 1HF X"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b'{"contents": [', "breaks off"),
        (b"<!doctype html><p>Sign in", "web page"),
        (b'{"contents": [{"id": "a", "minimum_age": NaN}]}', "NaN"),
        (b'{"contents": [{"id": "a", "minimum_age": 1e999}]}', "too large"),
        (b'{"contents": [{"id": "a", "id": "b"}]}', "twice"),
        (b"[" * 100_000, "deep"),
        (b"1" * 10_000, "too many digits"),
        (b"null", "no list"),
        (b"", "breaks off"),
    ],
)
def test_what_is_no_feed_is_said_in_words_and_gives_nothing(raw: bytes, said: str) -> None:
    found = read({"": raw})
    assert found.drafts == ()
    assert not found.whole
    assert said in found.notes[0]


def test_a_mark_of_byte_order_and_latin_letters_are_survived() -> None:
    raw = json.dumps(envelope(service(name="Café")), ensure_ascii=False)
    assert read({"": b"\xef\xbb\xbf" + raw.encode()}).drafts[1].data["name"] == "Café"
    latin = read({"": raw.encode("latin-1")})
    assert latin.drafts[1].data["name"] == "Café"
    assert "UTF-8" in latin.notes[0]


def test_pages_that_never_end_end_where_they_say_nothing_new() -> None:
    again = envelope(service(), pages=10**9)
    found = read({"": again, "?page=2": again})
    assert not found.whole
    assert "says the same" in found.notes[0]


def test_a_feed_that_breaks_off_keeps_what_came_before() -> None:
    found = read({"": envelope(service(), pages=3)})
    assert len(found.drafts) == 2
    assert not found.whole


def test_a_feed_of_more_than_is_read_stops_and_is_not_whole() -> None:
    pages = {"" if n == 1 else f"?page={n}": envelope(service(f"s{n}"), page=n, pages=50) for n in range(1, 51)}
    found = read(pages, Limits(pages=5))
    assert len(found.drafts) == 6
    assert not found.whole


def test_a_page_with_a_hundred_thousand_services_is_cut_off() -> None:
    items = [service(f"s{each}") for each in range(100_000)]
    found = read({"": envelope(*items)}, Limits(services=1_000))
    assert len(found.drafts) == 1_001
    assert not found.whole


def test_what_is_left_out_is_shown_in_words_and_not_as_code() -> None:
    [lost] = one(schedules=[{"id": "x1", "description": "Weekdays from 10"}]).lost
    assert lost.value == "Weekdays from 10"
    assert "by hand" in lost.why


def test_an_id_that_comes_twice_is_taken_once() -> None:
    found = read({"": envelope(service(), service(name="Other"))})
    assert [each.why for each in found.refused] == ["Its id was in the source before."]


@pytest.mark.parametrize("wrong", [1, "x", [], [1], {"a": 1}, True, None])
def test_any_field_of_any_wrong_kind_spoils_nothing_else(wrong: Any) -> None:
    names = ["description", "url", "email", "phones", "contacts", "service_at_locations", "locations", "minimum_age"]
    names += ["alternate_name", "status", "eligibility_description", "schedules", "attributes"]
    for name in names:
        found = read({"": envelope(service(**{name: wrong}))})
        assert [each.source_id for each in found.drafts] == ["o1", "s1"]
