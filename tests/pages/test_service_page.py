"""The page of a service: the order that referrers know, every unknown in words, and what must be seen first."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from pages.street import HERE, section, street, tags_of, text_of, view, view_of
from rightdoor.pages import service_page
from rightdoor.pages.page import Page


def page_of(fields: Mapping[str, Any], **others: Mapping[str, Any]) -> Page:
    """The page of one service with these fields, among other services."""
    made = view_of({"this": fields, **{id.replace("_", "-"): raw for id, raw in others.items()}})
    return service_page.page(made, "this")


def body_of(fields: Mapping[str, Any], **others: Mapping[str, Any]) -> str:
    return str(page_of(fields, **others).body)


def with_criteria(**criteria: Any) -> dict[str, Any]:
    return {"criteria": {"area": HERE, **criteria}}


def test_the_sections_stand_in_the_order_that_referrers_know() -> None:
    page = page_of({})
    assert [words for _, words in page.toc] == [
        "Takes", "Check first", "Does not take", "Before you refer", "How to refer", "Waits",
        "Contact and hours", "What it offers", "Evidence", "Checked", "What changed",
    ]  # fmt: skip
    headings = [attributes.get("id") for tag, attributes in tags_of(page.body) if tag == "h2"]
    assert headings == [anchor for anchor, _ in page.toc]


def test_a_page_has_one_first_heading_which_is_the_name() -> None:
    body = body_of({"name": "Lantern Counselling"})
    assert body.count("<h1") == 1
    assert "Lantern Counselling</h1>" in body


def test_a_patient_aged_17_and_9_months_is_in_the_service_s_own_words_too() -> None:
    words = section(body_of(with_criteria(age={"from": "17y9m", "words": "From 17 and three quarters."})), "takes")
    assert "Aged 17 years and 9 months or over" in words
    assert "From 17 and three quarters." in words


def test_whoever_is_too_young_is_told_where_to_go_instead() -> None:
    body = body_of(with_criteria(age={"from": "18y", "refer_to": ["camhs"]}), camhs={"name": "The Children's Team"})
    assert "Others, go instead: The Children's Team" in section(body, "takes")
    assert '<a href="../../services/camhs/">' in body


@pytest.mark.parametrize("label", ["Age", "How severe"])
def test_a_limit_that_nobody_stated_is_not_known_and_never_any(label: str) -> None:
    words = section(body_of({}), "takes")
    assert f"{label} Not known: nobody has said." in words
    assert "any age" not in words.lower()


def test_any_age_is_said_only_where_somebody_said_so() -> None:
    assert "Age Any age" in section(body_of(with_criteria(age="any")), "takes")


def test_exclusions_that_nobody_stated_are_not_a_yes() -> None:
    said = "Not known. There may be people it does not take whom nobody has listed here."
    assert said in section(body_of({}), "does-not-take")


def test_nothing_to_check_first_is_not_a_yes_either() -> None:
    assert "There may still be something to check: ask the service" in section(body_of({}), "check-first")


def test_a_service_that_states_no_exclusion_still_decides() -> None:
    words = section(body_of(with_criteria(does_not_take="none stated")), "does-not-take")
    assert words.startswith("Does not take The service states nobody whom it does not take.")
    assert "It still decides each referral." in words


def test_an_exclusion_stands_with_its_time_its_words_its_exception_and_where_to_go_instead() -> None:
    rows = [
        {"reason": "recent-attempt", "within": "4w", "refer_to": ["crisis-team", "cmht"]},
        {"reason": "under-secondary-care", "except_via": ["professional"], "words": "Your team can refer you."},
    ]
    body = body_of(with_criteria(does_not_take=rows), crisis_team={"name": "Crisis Team"}, cmht={"name": "The CMHT"})
    words = section(body, "does-not-take")
    assert "People who have tried to end their life in the last 4 weeks" in words
    assert "Go instead: Crisis Team or The CMHT" in words
    assert "Your team can refer you." in words
    assert "Unless referred by any health or care professional." in words


def test_what_must_be_checked_first_says_how() -> None:
    rows = [{"reason": "eating-disorder", "words": "Unless mild binge eating.", "how": "Phone the duty worker."}]
    words = section(body_of(with_criteria(check_first=rows)), "check-first")
    assert "People with an eating disorder Unless mild binge eating. Phone the duty worker." in words


def test_a_closed_waiting_list_is_loud() -> None:
    body = body_of({"intake": "waiting-list-closed", "referral": {"if_declined": ["other"]}}, other={"name": "Other"})
    assert "Not taking referrals now: waiting list closed. Think of Other." in text_of(body)
    assert "rd-note--stop" in body.partition('id="takes"')[0]


def test_an_intake_that_nobody_stated_is_neither_open_nor_closed() -> None:
    words = text_of(body_of({}))
    assert "Taking referrals Not known" in words
    assert "Not taking referrals" not in words


def test_a_service_that_is_not_running_says_so_at_the_top() -> None:
    assert "Closed for a time. Do not refer here now." in text_of(body_of({"status": "temporarily closed"}))


def test_a_gate_is_said_at_the_top_and_before_referring() -> None:
    body = body_of({"referral": {"via": "front-door"}}, front_door={"name": "The Front Door"})
    assert "Reached only through The Front Door. Refer there, not here." in text_of(body)
    assert "Through The Front Door only" in section(body, "before-you-refer")
    assert "Only through The Front Door." in section(body, "how-to-refer")


def test_a_gate_names_the_services_it_leads_to() -> None:
    made = view_of({"this": {"name": "The Front Door"}, "inner": {"name": "Inner Team", "referral": {"via": "this"}}})
    assert "The way in to: Inner Team." in section(str(service_page.page(made, "this").body), "how-to-refer")


def test_what_a_referral_must_come_with_and_what_the_person_must_do_then() -> None:
    route = {
        "who": ["gp"],
        "how": "online-form",
        "send_with": ["consent", {"what": "blood-tests", "max_age": "4w"}],
        "patient_must_opt_in": {"within": "2w"},
    }
    words = section(body_of({"referral": {"routes": [route]}}), "before-you-refer")
    assert "Blood tests, no more than 4 weeks old" in words
    assert "The person must then contact the service within 2 weeks." in words


def test_a_route_says_who_how_when_and_how_soon_somebody_answers() -> None:
    route = {
        "who": ["self"],
        "how": "phone",
        "phone": "01632 960 110",
        "hours": "Mo-Fr 09:00-17:00",
        "response": {"to": "triage", "within": "2w", "word": "routine"},
    }
    words = section(body_of({"referral": {"routes": [route]}}), "how-to-refer")
    assert "The person (self-referral) By phone 01632 960 110 Monday to Friday, 9am to 5pm" in words
    assert "within 2 weeks (the service calls this “routine”)" in words


def test_a_route_without_hours_or_answer_does_not_look_staffed() -> None:
    words = section(body_of({"referral": {"routes": [{"who": ["gp"], "how": "email"}]}}), "how-to-refer")
    assert words.count("Not known") == 2


def test_a_wait_carries_the_day_it_was_true() -> None:
    wait = {"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-09-30"}
    words = section(body_of({"waits": [wait]}), "waits")
    assert "About 4 weeks from referral to assessment True on 30 September 2026" in words


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("before-you-refer", "Advice line None is known."),
        ("how-to-refer", "Not known: nobody has said how to refer."),
        ("waits", "Not known: nobody has said how long people wait."),
        ("contact", "Not known: nobody has said when it is open."),
        ("offers", "Not known: nobody has said what it costs."),
        ("offers", "Interpreters Not known"),
        ("offers", "Languages Not known"),
        ("evidence", "No page is named that states these facts."),
    ],
)
def test_what_nobody_has_said_is_said_in_words(heading: str, said: str) -> None:
    assert said in section(body_of({}), heading)


def test_checks_say_how_when_by_whom_and_when_the_next_is_due() -> None:
    words = section(body_of({"intake": "open"}), "checked")
    assert "Waits Confirmed by phone, 1 November 2026 Volunteer Good until 31 December 2026" in words


@pytest.mark.parametrize("part", ["How to refer", "Waits", "Contact", "Opening hours"])
def test_a_part_about_which_the_entry_says_nothing_is_never_good_until_some_day(part: str) -> None:
    assert f"{part} Nothing known" in section(body_of({}), "checked")


def test_a_wait_that_is_stated_for_one_area_only_has_been_checked_too() -> None:
    both = {"basis": "gp-practice", "areas": ["northvale", "eastvale"]}
    words = section(body_of({"criteria": {"area": both}, "by_area": {"eastvale": {"intake": "paused"}}}), "checked")
    assert "Waits Confirmed by phone" in words


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("other-directory", "Copied from another directory on 14 August 2026, not confirmed with the service"),
        ("published-page", "Read on the service's page, 14 August 2026"),
        ("provider-email", "Confirmed by email, 14 August 2026"),
    ],
)
def test_only_what_the_service_said_is_called_confirmed(how: str, said: str) -> None:
    words = section(body_of({"checked": {"how": how, "on": "2026-08-14"}}), "checked")
    assert f"Who it takes {said}" in words
    assert ("Confirmed" in words) == (how == "provider-email")


def test_criteria_that_were_copied_yesterday_carry_a_warning_and_those_read_long_ago_are_not_called_confirmed() -> None:
    copied = section(body_of({"checked": {"how": "other-directory", "on": "2026-11-22"}}), "takes")
    read = section(body_of({"checked": {"how": "published-page", "on": "2026-03-20"}}), "takes")
    assert "Copied from another directory on 22 November 2026, not confirmed with the service. Ask before" in copied
    assert "Overdue: this was read on the service's page on 20 March 2026" in read
    assert "confirmed on" not in read


def test_an_entry_that_nobody_checked_says_so() -> None:
    body = body_of({"checked": {"how": "never"}})
    assert section(body, "checked").endswith("Never checked. Nobody has confirmed any of this with the service.")
    assert "Nobody has confirmed this with the service. Ask before relying on it." in section(body, "takes")


@pytest.mark.parametrize(
    ("on", "said"),
    [("2026-03-20", "Overdue: this was last confirmed on 20 March 2026"), ("2025-10-01", "Not confirmed: this was")],
)
def test_old_criteria_are_said_to_be_old_beside_the_criteria(on: str, said: str) -> None:
    assert said in section(body_of({"checked": {"how": "provider-phone", "on": on}}), "takes")


def test_the_same_entry_grows_old_with_the_day_it_is_built_on() -> None:
    directory = street({"this": {}})
    fresh, old = (
        str(service_page.page(view(directory, day), "this").body) for day in (date(2026, 11, 23), date(2029, 1, 1))
    )
    assert "Not confirmed" not in text_of(fresh)
    assert "Not confirmed" in section(old, "takes")


def test_an_area_with_rules_of_its_own_shows_only_what_differs() -> None:
    fields = {
        **with_criteria(age={"from": "18y"}, severity="any"),
        "by_area": {"eastvale": {"criteria": {"age": {"from": "16y"}}, "intake": "paused"}},
    }
    words = section(body_of(fields), "by-area")
    assert words.endswith("In Eastvale Taking referrals Paused Age Aged 16 and over")
    assert "severe" not in words


def test_a_confidential_place_has_no_address() -> None:
    fields = {"locations": [{"name": "The house", "confidential": True}, {"name": "Office", "address": "1 Mill Lane"}]}
    words = section(body_of(fields), "contact")
    assert "The house. The address is kept confidential" in words
    assert "Office, 1 Mill Lane" in words


def test_a_referral_to_an_entry_that_is_not_there_is_no_broken_link() -> None:
    body = body_of(with_criteria(age={"from": "18y", "refer_to": ["gone"]}))
    assert "gone (no entry)" in text_of(body)
    assert "services/gone/" not in body


def test_a_page_reads_only_the_records_it_names() -> None:
    made = view_of({"this": {"related": ["friend"]}, "friend": {"name": "Friend"}, "stranger": {"name": "Stranger"}})
    made.reads.clear()
    service_page.page(made, "this")
    assert ("services", "friend") in made.reads
    assert ("services", "stranger") not in made.reads
    assert ("services", "*") not in made.reads


def test_the_wait_at_a_glance_carries_its_oldest_date_and_says_when_it_is_old() -> None:
    waits = [
        {"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-09-30"},
        {"from": "assessment", "to": "treatment", "weeks": 12, "as_of": "2026-05-31"},
    ]
    fresh = text_of(body_of({"waits": waits}))
    old = text_of(body_of({"waits": waits, "checked": {"how": "provider-phone", "on": "2026-05-31"}}))
    assert "About 12 weeks from assessment to treatment On 31 May 2026 People" in fresh
    assert "On 31 May 2026, not confirmed lately" in old


def test_a_service_that_is_not_running_is_not_open_to_referrals_at_a_glance() -> None:
    words = text_of(body_of({"status": "inactive", "intake": "open"}))
    assert "Taking referrals Not running at present" in words
    assert "Open to referrals" not in words
