"""What the interface of a feed answers to questions, and what it refuses to answer."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from changes.changing import FEW, GRAMMAR, OTHERS
from rightdoor.exchange import ids
from rightdoor.exchange.open_referral.writing.questions import Feed, answer, feed_of
from rightdoor.pages.api_server import server_of
from rightdoor.pages.exchange_words import words_of
from rightdoor.records.assemble import assemble

SERVICES = {
    "quiet": {"name": "Quiet Rooms"},
    "grief": {"name": "Grief Café", "also_known_as": ["Lighthouse"], "needs": ["depression"]},
    "young": {"name": "Young Minds Room", "criteria": {"age": {"from": "11y", "under": "18y"}}},
    "adults": {"name": "Adults", "criteria": {"age": {"from": "18y"}}, "organization": "the-charity"},
    "anyone": {"name": "Anyone", "criteria": {"age": "any"}, "checked": {"how": "provider-phone", "on": "2026-10-01"}},
}


@pytest.fixture(scope="module")
def feed() -> Feed:
    files = [(f"directory/services/northvale/{id}.yaml", {**FEW, **data}) for id, data in SERVICES.items()]
    directory = assemble({**OTHERS, "service": files}, GRAMMAR)
    return feed_of(directory, partial(words_of, directory=directory), "Confidential.")


def found(feed: Feed, **questions: str) -> list[str]:
    status, page = answer(feed, "/services", list(questions.items()))
    assert status == 200, page
    return [each["name"] for each in page["contents"]]


def test_without_a_question_all_services_are_listed(feed: Feed) -> None:
    assert found(feed) == ["Adults", "Anyone", "Grief Café", "Quiet Rooms", "Young Minds Room"]


@pytest.mark.parametrize(
    ("questions", "names"),
    [
        ({"search": "ROOM"}, ["Quiet Rooms", "Young Minds Room"]),
        ({"search": "room young"}, ["Young Minds Room"]),
        ({"search": "lighthouse"}, ["Grief Café"]),
        ({"search": "nobody"}, []),
        ({"minimum_age": "18"}, ["Adults", "Anyone"]),
        ({"minimum_age": "17"}, ["Adults", "Anyone", "Young Minds Room"]),
        ({"maximum_age": "10"}, ["Anyone"]),
        ({"maximum_age": "11"}, ["Anyone", "Young Minds Room"]),
        ({"minimum_age": "12", "maximum_age": "13"}, ["Anyone", "Young Minds Room"]),
        ({"modified_after": "2026-09-30"}, ["Anyone"]),
        ({"modified_after": "2026-10-01T00:00:00Z"}, []),
        ({"taxonomy_term_id": str(ids.of("taxonomy_term", "needs/depression"))}, ["Grief Café"]),
        ({"taxonomy_id": str(ids.of("taxonomy", "needs"))}, ["Grief Café"]),
        ({"organization_id": str(ids.of("organization", "the-charity"))}, ["Adults"]),
        ({"page": "2", "per_page": "2"}, ["Grief Café", "Quiet Rooms"]),
        ({"page": "9", "per_page": "2"}, []),
    ],
)
def test_only_what_was_asked_for_is_listed_and_what_nobody_has_said_is_not(
    feed: Feed, questions: dict[str, str], names: list[str]
) -> None:
    assert found(feed, **questions) == names


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("page", "0"),
        ("page", "-1"),
        ("page", "١"),
        ("per_page", "many"),
        ("per_page", "9" * 40),
        ("minimum_age", "-1"),
        ("minimum_age", "1e999"),
        ("maximum_age", "9999"),
        ("modified_after", "yesterday"),
        ("taxonomy_term_id", "depression"),
        ("organization_id", ""),
        ("search", " "),
        ("postcode", "NV1 1AA"),
    ],
)
def test_a_question_that_is_not_understood_is_refused_in_a_sentence(feed: Feed, name: str, said: str) -> None:
    status, value = answer(feed, "/services", [(name, said)])
    assert status == 400
    assert value["error"].startswith(name)


def test_the_same_question_twice_is_refused(feed: Feed) -> None:
    assert answer(feed, "/services", [("page", "1"), ("page", "2")]).status == 400


def test_only_services_can_be_filtered(feed: Feed) -> None:
    assert answer(feed, "/taxonomies", [("search", "x")]).status == 400
    assert answer(feed, "/", [("page", "1")]).status == 400


@pytest.mark.parametrize("path", ["/nothing", "/services/none", "/services/a/b", "/../etc/passwd"])
def test_what_is_not_there_is_said_not_to_be_there(feed: Feed, path: str) -> None:
    assert answer(feed, path, []).status == 404


def test_each_object_is_given_whole_by_its_id(feed: Feed) -> None:
    for name, rows in feed.lists.items():
        for each in rows:
            status, value = answer(feed, f"/{name}/{each['id'].upper()}", [])
            assert (status, value["id"]) == (200, each["id"])
    assert answer(feed, "/", []).value["version"] == "HSDS-UK-3.0"


@pytest.fixture(scope="module")
def address(feed: Feed) -> Iterator[str]:
    with server_of(feed, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def asked(address: str, method: str = "GET") -> tuple[int, Any, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method=method), timeout=10) as reply:
            return reply.status, reply.headers, reply.read()
    except urllib.error.HTTPError as fault:
        return fault.code, fault.headers, fault.read()


def test_the_server_answers_programs_of_any_site(address: str) -> None:
    status, headers, content = asked(f"{address}/services?search=grief")
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "*")
    assert [each["name"] for each in json.loads(content)["contents"]] == ["Grief Café"]


def test_the_server_says_in_a_sentence_what_is_wrong(address: str) -> None:
    for place, status in (("/services?page=x", 400), ("/x", 404), (f"/{'x' * 3000}", 414)):
        found, headers, content = asked(address + place)
        assert (found, headers["Content-Type"]) == (status, "application/json")
        assert json.loads(content)["error"]


def test_nothing_but_asking_is_possible(address: str) -> None:
    status, _, content = asked(f"{address}/services", "HEAD")
    assert (status, content) == (200, b"")
    assert asked(f"{address}/services", "DELETE")[0] == 501
