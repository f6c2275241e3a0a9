"""What the pages that answer come to show: each state is opened as a reader comes to it, and still when it is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.compared import LANTERN, TEAM, THERAPIES, compare
from browser.conftest import Window
from browser.resulting import ADULT, ALL_REFUSE, NOBODY, SEVERE, opened, refusals, shown

if TYPE_CHECKING:
    from playwright.sync_api import Page

REFUSED = "refused/#area=northvale&need=depression&age=34y&refused=northvale-talking-therapies"


def everything_open(window: Window) -> Page:
    page = shown(window, SEVERE)
    refusals(page)
    opened(page.locator(".rd-match").first)
    opened(page.locator(".rd-match--refuses").first)
    page.locator(".rd-filters__summary").click()
    for group in page.locator(".rd-filters__group > summary").all():
        group.click()
    page.get_by_text("Other questions").click()
    return page


def typed(words: str) -> Callable[[Window], Page]:
    def opener(window: Window) -> Page:
        window.page.goto("about:blank")
        page = window.go("")
        page.locator("#rd-ask-need").press_sequentially(words)
        page.locator(".autocomplete__option:visible").first.wait_for()
        return page

    return opener


def no_age(window: Window) -> Page:
    window.page.goto("about:blank")
    page = window.go("")
    page.locator("#rd-ask-age").fill("340")
    page.keyboard.press("Enter")
    page.locator(".rd-ask__error:not(:empty)").first.wait_for()
    return page


def answered(answers: str) -> Callable[[Window], Page]:
    return lambda window: shown(window, answers)


def listed(window: Window) -> Page:
    page = shown(window, f"{ADULT}&with={TEAM},{THERAPIES}")
    expect(page.locator(".rd-tray__item")).to_have_count(2)
    return page


def side_by_side(window: Window) -> Page:
    return compare(window, THERAPIES, TEAM, LANTERN, "northvale-complex-needs", told=ADULT)


def refused(why: str) -> Callable[[Window], Page]:
    def opener(window: Window) -> Page:
        window.page.goto("about:blank")
        window.page.goto(f"{window.site}{REFUSED}&why={why}")
        window.page.locator(".rd-refused__answer .rd-match").first.wait_for()
        window.page.locator(".rd-group--refuses summary").click()
        return window.page

    return opener


def journey(answers: str) -> Callable[[Window], Page]:
    def opener(window: Window) -> Page:
        page = shown(window, f"area=northvale&{answers}")
        page.locator(".rd-journey__part").first.wait_for()
        return page

    return opener


def unreadable(window: Window) -> Page:
    page = window.page
    page.goto("about:blank")
    page.route("**/data/search/area/*.json", lambda route: route.fulfill(status=200, body="not data"))
    page.goto(f"{window.site}#{ADULT}")
    page.locator(".rd-results__prompt li").first.wait_for()
    page.unroute("**/data/search/area/*.json")
    return page


STATES: dict[str, Callable[[Window], Page]] = {
    "every fold of the results open": everything_open,
    "suggestions": typed("dep"),
    "meanings of an ambiguous word": typed("BPD"),
    "nothing found": typed("zzqqzz"),
    "an age that cannot be read": no_age,
    "words of a crisis in a field": typed("suicid"),
    "a crisis answered": answered(f"{ADULT}&yes=suicide-plan"),
    "a need that is a crisis": answered("area=northvale&need=suicidal-thoughts"),
    "nobody listed": answered(NOBODY),
    "all refuse": answered(ALL_REFUSE),
    "filters that leave nothing": answered(f"{ADULT}&lang=cy&how=residential"),
    "data that cannot be read": unreadable,
    "a shortlist": listed,
    "four side by side": side_by_side,
    "a refusal answered": refused("too-complex"),
    "a refusal for risk answered": refused("risk-too-high"),
    "a bereavement": journey("need=bereavement&is=bereaved-parent&since=3m"),
    "a carer": journey("need=carer-support&cared=northvale"),
}
