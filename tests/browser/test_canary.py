"""A strange word is typed into every field of every page; it must be seen again nowhere but in that field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from browser.conftest import Window, Windows
from browser.kept import kept, sent
from browser.kinds import KINDS
from browser.resulting import ADULT, shown
from browser.states import REFUSED

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Request

CANARY = "zebra7quartz"
FIELDS = (
    "input:not([type=checkbox], [type=radio], [type=hidden], [readonly]):visible, "
    "textarea:not([readonly]):visible, [contenteditable]:visible"
)
VALUES = "[...document.querySelectorAll('input, textarea')].map((each) => each.value)"
CODES = re.compile(r"(([a-z]+)=([a-z0-9,:-]+)(&|$))*")


def question(answers: str, words: str) -> Callable[[Window], Page]:
    """The finder with a question that has a field of its own."""

    def opener(window: Window) -> Page:
        page = shown(window, answers)
        if page.locator("#rd-ask-span").count() == 0:
            page.get_by_text("Other questions").click()
            page.get_by_role("button", name=words).click()
        page.locator("#rd-ask-span").wait_for()
        return page

    return opener


def refused(window: Window) -> Page:
    window.page.goto("about:blank")
    window.page.goto(f"{window.site}{REFUSED}&why=too-complex")
    window.page.locator("#rd-refused-age").wait_for()
    return window.page


def compared(window: Window) -> Page:
    window.page.goto(f"{window.site}compare/#{ADULT}")
    window.page.locator("[data-rd-compare][data-ready]").wait_for()
    return window.page


PLACES: dict[str, Callable[[Window], Page]] = {
    **{kind: (lambda window, at=address: window.go(at)) for kind, address in KINDS.items()},  # type: ignore[misc]
    "the finder with results": lambda window: shown(window, ADULT),
    "how long ago an attempt was": question(ADULT, "tried to end their life"),
    "how long ago somebody died": question("area=northvale&need=bereavement&is=bereaved", "How long ago"),
    "a refusal answered": refused,
    "a comparison for answers": compared,
}

# A field does as its form does where it says nothing itself.
LEFT_ON = """each => [
    ...(each.spellcheck ? ["spellcheck"] : []),
    ...((each.getAttribute("autocomplete") ?? each.form?.autocomplete) === "off" ? [] : ["autocomplete"])]"""


@dataclass
class Flight:
    """The strange word typed into every field of one place, and where it was seen again."""

    fields: set[str] = field(default_factory=set)
    moments: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)


def typed(page: Page, box: Locator, flight: Flight) -> None:
    """Types, and goes on by Enter and by leaving the field."""
    flight.fields.add(str(box.evaluate("each => each.id || each.name || each.className")))
    flight.hints += [f"{trait} of {box.get_attribute('id')}" for trait in box.evaluate(LEFT_ON)]
    box.fill(CANARY)
    page.keyboard.press("Space")
    flight.moments.append(kept(page))
    page.keyboard.press("Enter")
    flight.moments.append(kept(page))
    page.keyboard.press("Tab")


def flown(window: Window, place: str, requests: list[Request]) -> Flight:
    requests.clear()
    page, flight = PLACES[place](window), Flight()
    for box in page.locator(FIELDS).all():
        typed(page, box, flight)
    address = page.url
    page.goto(f"{window.site}about/")
    flight.moments.append(kept(page))
    page.go_back()
    window.ready()
    flight.moments += [kept(page), str(page.evaluate(VALUES))]
    page.go_forward()
    flight.moments.append(kept(page))
    flight.fragments.append(address.partition("#")[2])
    flight.sent = sent(requests)
    return flight


@pytest.fixture(scope="module")
def flights(windows: Windows) -> Iterator[dict[str, Flight]]:
    with windows() as window:
        requests: list[Request] = []
        window.page.on("request", lambda request: requests.append(request))
        yield {place: flown(window, place, requests) for place in PLACES}


@pytest.mark.parametrize("place", PLACES)
def test_a_word_typed_into_any_field_goes_into_no_address_title_storage_or_history(
    flights: dict[str, Flight], place: str
):
    assert flights[place].fields
    assert [each for each in flights[place].moments if CANARY in each] == []


@pytest.mark.parametrize("place", PLACES)
def test_a_word_typed_into_any_field_goes_into_no_request(flights: dict[str, Flight], place: str):
    assert flights[place].sent
    assert [each for each in flights[place].sent if CANARY in each] == []


@pytest.mark.parametrize("place", PLACES)
def test_no_request_asks_anything_but_a_file(flights: dict[str, Flight], place: str):
    asked = [each.split()[1] for each in flights[place].sent]
    assert [each for each in asked if re.search(r"[?#](?!v=[0-9a-f]+$)", each)] == []
    assert {each.split()[0] for each in flights[place].sent} == {"GET"}


@pytest.mark.parametrize("place", sorted(PLACES.keys() - KINDS.keys()))
def test_answers_go_into_no_request(flights: dict[str, Flight], place: str):
    assert [each for each in flights[place].sent if re.search("34y|depression|bereave|too-complex", each)] == []


@pytest.mark.parametrize("place", PLACES)
def test_the_address_holds_codes_only(flights: dict[str, Flight], place: str):
    assert [each for each in flights[place].fragments if not CODES.fullmatch(each)] == []


@pytest.mark.parametrize("place", PLACES)
def test_no_field_lets_the_browser_keep_or_check_what_is_typed(flights: dict[str, Flight], place: str):
    """A browser offers again what it keeps, and may send words away to have their spelling checked."""
    assert flights[place].hints == []


def test_every_field_of_the_site_was_tried(flights: dict[str, Flight]):
    tried = set().union(*(flight.fields for flight in flights.values()))
    assert {"rd-ask-area", "rd-ask-need", "rd-ask-age", "rd-ask-span"} <= tried
    assert {"rd-refused-area", "rd-refused-age"} <= tried


def test_a_word_that_leaves_its_field_would_be_seen(window: Window):
    requests: list[Request] = []
    window.page.on("request", lambda request: requests.append(request))
    page = window.go("")
    for leak in ("history.pushState({q: w}, '')", "localStorage.setItem('q', w)", "document.title = w"):
        page.evaluate(f"(w) => {{ {leak} }}", CANARY)
        assert CANARY in kept(page)
        page = window.go("about/")
        page.evaluate("localStorage.clear()")
    page.evaluate("(w) => fetch('./', {headers: {'x-q': w}})", CANARY)
    assert CANARY in "".join(sent(requests))
