"""What a page says of a fact on the day it was built, and what it holds ready for later days."""

from datetime import date, timedelta
from html.parser import HTMLParser

import pytest

from pages.street import CRISIS, TODAY, view, view_of
from pages.street import street as town
from rightdoor.pages import checked_rows
from rightdoor.pages.service_page import page

STORY = {"areas": {"northvale": {"name": "Northvale", "kind": "place", "fictional": True, "story_date": "2026-11-20"}}}


def checked(on: str, how: str = "provider-phone") -> dict[str, object]:
    return {"checked": {"how": how, "on": on}}


def on_a_card(**of_service: object) -> checked_rows.Aged:
    made = view_of({"this": of_service})
    return checked_rows.on_a_card(made, made.directory.services["this"])


def test_a_card_holds_the_words_for_the_day_on_which_its_check_is_overdue():
    said = on_a_card(**checked("2026-11-01"))
    assert said.words == "Whom it takes: confirmed by phone, 1 November 2026."
    for mark in (
        'data-standing="current"',
        'data-checked-on="2026-11-01"',
        'data-checked-how="provider-phone"',
        'data-checked-limit="180"',
        'data-overdue="Whom it takes was last confirmed on 1 November 2026, too long ago. Ask first."',
    ):
        assert mark in said.marks
    assert "data-due=" not in said.marks
    assert "data-not-confirmed=" not in said.marks


@pytest.mark.parametrize("of_service", [checked("2026-11-01", "other-directory"), {"checked": {"how": "never"}}])
def test_what_no_time_can_change_is_not_looked_at_again(of_service: dict[str, object]):
    said = on_a_card(**of_service)
    assert "data-checked-on" not in said.marks
    assert "data-standing" in said.marks


def test_a_made_up_fact_names_the_day_its_story_is_told_on():
    made = view(town({"this": {**checked("2026-11-01"), "fictional": True}}, **STORY))
    assert 'data-story-date="2026-11-20"' in checked_rows.on_a_card(made, made.directory.services["this"]).marks


def test_a_warning_waits_unseen_until_its_day_comes():
    made = view_of({"this": checked("2026-11-01")})
    said = checked_rows.warning(made, made.directory.services["this"], "waits")
    assert said.words == ""
    assert said.marks.endswith(" hidden")
    assert 'data-overdue="Overdue: this was last confirmed on 1 November 2026' in said.marks


class Marked(HTMLParser):
    """Every marked element of a page, with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "data-checked-on" in dict(attrs):
            self.found.append(dict(attrs))


def test_the_words_a_page_holds_ready_are_those_of_a_page_built_on_that_day():
    service = {"this": {**checked("2026-11-01"), "waits": WAITS, "contact": {"phone": "01632 960 001"}}}
    held = {
        (fact["data-checked-limit"], fact["data-overdue"])
        for fact in Marked(page(view(town(service)), "this").body).found
        if fact.get("data-overdue")
    }
    for limit in ("60", "90", "180"):
        later = page(view(town(service), TODAY + timedelta(days=int(limit) * 3 // 2)), "this").body
        words = {said for days, said in held if days == limit}
        assert words
        assert all(said.replace("'", "&#39;") in later for said in words if said)


def test_a_crisis_line_is_never_given_a_warning_however_late_it_is():
    made = view(town({}), date(2028, 1, 1))
    for each in CRISIS:
        assert "rd-warning" not in page(made, each).body


WAITS = [{"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-10-01"}]
