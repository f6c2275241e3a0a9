"""What pages say of returned referrals, and what they never say."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from pages.street import TODAY, street
from rightdoor.model.refusal import RefusalCount
from rightdoor.pages import refusals_page, refused_page, service_page
from rightdoor.pages.page import Page
from rightdoor.pages.view import Settings, View
from rightdoor.resources import theme_folder

SERVICES: dict[str, dict[str, Any]] = {
    "northvale-therapies": {"name": "Northvale Therapies", "type": "talking-therapies"},
    "northvale-team": {"name": "Northvale <Team> & Co", "type": "cmht"},
    "northvale-line": {"name": "Northvale Line", "type": "crisis-line"},
}

HOSTED = {"repository": "https://example.org/vale", "edit_folder": "edit/main"}


def reports(number: int, service: str = "northvale-therapies", **said: str) -> RefusalCount:
    return RefusalCount(service, said.pop("month", "2026-09"), said.pop("reason", "too-complex"), number, **said)


def view(*rows: RefusalCount, today: date = TODAY, **settings: str) -> View:
    directory = replace(street(SERVICES), refusals=rows)
    return View(directory, today, Settings(**settings), theme_folder())  # type: ignore[arg-type]


def words(page: Page) -> str:
    return " ".join(re.sub("<[^>]*>", " ", page.body).split())


def of_service(made: View, id: str = "northvale-therapies") -> str:
    return words(service_page.page(made, id))


def test_a_service_with_five_reports_says_the_reason_where_to_go_and_of_which_months():
    said = of_service(view(reports(7, taken_by="northvale-team")))
    assert "Referrals returned: mostly “too complex or too severe for it”." in said
    assert "Consider Northvale &lt;Team&gt; &amp; Co ." in said
    assert "From at least 5 reports published here for the 12 months December 2025 to November 2026." in said


def test_a_service_with_four_reports_says_nothing():
    assert "Referrals returned" not in of_service(view(reports(4)))
    assert "Referrals returned" not in of_service(view(reports(4), reports(20, month="2025-11")))


def test_where_no_reason_is_given_most_none_is_named():
    said = of_service(view(reports(5), reports(5, reason="list-closed")))
    assert "Referrals returned." in said
    assert "mostly" not in said


def test_nothing_of_this_delays_somebody_in_a_crisis():
    assert "Referrals returned" not in of_service(view(reports(50, "northvale-line")), "northvale-line")


def test_the_page_of_an_area_names_only_services_that_may_be_named_and_no_exact_number():
    made = view(reports(13, referrer="gp"), reports(4, "northvale-team", reason="psychosis", referrer="self"))
    page = refusals_page.folder_page(made, "northvale")
    said = words(page)
    assert "Northvale Therapies 10 Too complex or too severe for it" in said
    assert "13" not in said
    assert "Northvale &lt;Team" not in said
    assert "Psychosis" not in said
    assert "Reason At least Too complex or too severe for it 10" in said
    assert "Referrer At least GP 10" in said
    assert "Service At least Not known 10" in said


def test_the_list_of_areas_has_only_those_of_which_something_may_be_said():
    assert list(refusals_page.folder_keys(view(reports(4)))) == []
    assert "too few reports to say anything yet" in words(refusals_page.page(view(reports(4)), "refusals"))
    made = view(reports(5))
    assert list(refusals_page.folder_keys(made)) == ["northvale"]
    assert 'href="../refusals/northvale/"' in refusals_page.page(made, "refusals").body


def test_a_report_is_made_with_the_form_of_the_repository_where_there_is_one():
    body = refusals_page.page(view(**HOSTED), "refusals").body
    assert "https://example.org/vale/issues/new?template=refused.yml" in body
    assert 'href="../refused/">They were refused</a>, choose the service and the reason' in body


def test_without_a_repository_it_is_said_to_whom_a_report_is_sent():
    said = words(refusals_page.page(view(email="vale@example.org"), "refusals"))
    assert "send the e-mail to vale@example.org" in said


def test_where_nobody_would_read_a_report_that_is_said_and_nothing_else():
    said = words(refusals_page.page(view(), "refusals"))
    assert "names nobody to whom a report could be sent" in said
    assert "Report this" not in said


def test_the_page_on_which_a_refusal_is_answered_knows_where_it_is_reported():
    hosted = refused_page.page(view(**HOSTED), "refused").body
    assert 'data-issue="https://example.org/vale/issues/new?template=refused.yml"' in hosted
    assert 'data-email="vale@example.org"' in refused_page.page(view(email="vale@example.org"), "refused").body
    nobody = refused_page.page(view(), "refused").body
    assert "data-issue" not in nobody and "data-email" not in nobody


def test_one_report_more_makes_only_pages_again_that_say_something_else():
    before = refusals_page.returned_words(view(reports(6)), "northvale-therapies")
    assert before == refusals_page.returned_words(view(reports(7)), "northvale-therapies")
    assert before != refusals_page.returned_words(view(reports(10)), "northvale-therapies")
