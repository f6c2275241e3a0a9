"""Waits as bars on the scale of a year: what is unknown or old never looks like a short wait."""

from __future__ import annotations

import re
from typing import Any

from pages.street import text_of, view_of
from rightdoor.pages import card, service_page
from rightdoor.pages.view import View
from rightdoor.pages.waits import LEAST, YEAR, WaitRow, bar, wait_rows

TO_ASSESSMENT = {"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-10-31"}
TO_TREATMENT = {"from": "assessment", "to": "treatment", "weeks": 12, "as_of": "2026-10-31"}


def view_with(*waits: dict[str, Any], **others: Any) -> View:
    return view_of({"this": {"waits": list(waits), **others}})


def rows_of(*waits: dict[str, Any]) -> tuple[WaitRow, ...]:
    made = view_with(*waits)
    return wait_rows(made, made.directory.services["this"])


def page_with(*waits: dict[str, Any], **others: Any) -> str:
    return service_page.page(view_with(*waits, **others), "this").body


def bars(html: str) -> list[str]:
    return re.findall(r'class="rd-wait__time" d="([^"]*)"', html)


def test_the_wait_for_treatment_begins_where_the_wait_for_assessment_ends() -> None:
    first, second = rows_of(TO_ASSESSMENT, TO_TREATMENT)
    assert (first.bar, second.bar) == ("M0 0h4v8h-4z", "M4 0h12v8h-12z")


def test_waits_may_be_written_in_any_order() -> None:
    second, first = rows_of(TO_TREATMENT, TO_ASSESSMENT)
    assert (first.bar, second.bar) == ("M0 0h4v8h-4z", "M4 0h12v8h-12z")


def test_both_steps_are_told_in_words_before_they_are_drawn() -> None:
    html = page_with(TO_ASSESSMENT, TO_TREATMENT)
    words = text_of(html)
    assert "About 4 weeks from referral to assessment" in words
    assert "About 12 weeks from assessment to treatment" in words
    assert html.index("About 4 weeks") < html.index("rd-wait__bar")


def test_the_drawing_is_for_the_eye_alone() -> None:
    drawings = re.findall(r'<svg class="rd-wait__bar"[^>]*>', page_with(TO_ASSESSMENT))
    assert drawings and all('aria-hidden="true"' in each and 'focusable="false"' in each for each in drawings)


def test_an_unknown_wait_has_no_bar_and_no_scale_on_which_it_could_be_read_as_none() -> None:
    html = page_with()
    assert "Wait Not known" in text_of(html)
    assert "rd-wait__open" in html
    assert "rd-wait__time" not in html and "rd-wait__scale" not in html


def test_an_unknown_wait_looks_the_same_in_a_list() -> None:
    html = card.cards(view_with(), "", ["this"])
    assert "Wait Not known" in text_of(html)
    assert "rd-wait--unknown" in html and not bars(html)


def test_a_wait_that_begins_nobody_knows_when_is_not_drawn_as_if_it_began_at_the_referral() -> None:
    (only,) = rows_of(TO_TREATMENT)
    assert only.bar == ""
    html = page_with(TO_TREATMENT)
    assert not bars(html) and "rd-wait__open" in html
    assert "About 12 weeks from assessment to treatment" in text_of(html)


def test_less_than_a_week_can_still_be_seen() -> None:
    (only,) = rows_of(TO_ASSESSMENT | {"weeks": 0})
    assert only.weeks == "less than a week"
    assert only.bar == f"M0 0h{LEAST}v8h-{LEAST}z"


def test_a_year_just_fills_the_scale_and_longer_is_broken_off() -> None:
    assert bar(0, YEAR) == "M0 0h52v8h-52z"
    assert bar(0, YEAR + 1) == bar(0, 182) == "M0 0H50.5l1.5 2-1.5 2 1.5 2-1.5 2H0z"


def test_a_wait_that_begins_after_a_year_still_shows_at_the_end_of_the_scale() -> None:
    first, second = rows_of(TO_ASSESSMENT | {"weeks": 182}, TO_TREATMENT)
    assert second.bar.startswith("M48 0H50.5")
    assert first.bar != second.bar


def test_two_waits_that_lead_in_a_circle_end_in_words_and_not_in_a_hang() -> None:
    there, back = TO_TREATMENT, {"from": "treatment", "to": "assessment", "weeks": 3, "as_of": "2026-10-31"}
    assert [each.bar for each in rows_of(there, back)] == ["", ""]


def test_an_old_wait_carries_its_standing_beside_its_day_for_the_broken_edge() -> None:
    html = page_with(TO_ASSESSMENT, checked={"how": "provider-phone", "on": "2026-01-31"})
    assert re.search(r'rd-wait__on">On 31 October 2026<span data-standing="not[^"]*"[^>]*>, not confirmed lately', html)


def test_a_fresh_wait_says_nothing_of_its_age_but_its_day() -> None:
    html = page_with(TO_ASSESSMENT)
    assert "On 31 October 2026" in text_of(html)
    assert "not confirmed lately" not in text_of(html)
