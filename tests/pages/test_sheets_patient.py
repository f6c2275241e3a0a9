"""The sheet for patients and carers: plain words, times that somebody published, and what to do when nothing comes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from pages.street import GRAMMAR, section, tags_of, text_of, view_of
from rightdoor.pages import patient_sheet_page, qr
from rightdoor.pages.page import Page
from rightdoor.pages.patient_values import STEPS

TO_TRIAGE = {"who": ["gp"], "how": "email", "response": {"to": "triage", "within": "2w"}}
BY_PHONE = {"who": ["self"], "how": "phone", "phone": "01632 960 110", "hours": "Mo-Fr 09:00-17:00"}
TRUST = {"trust": {"name": "The Trust", "kind": "nhs"}}
PLAIN = {"trust": {"name": "The Group", "kind": "community-group"}}


def sheet_of(fields: Mapping[str, Any], **more: Mapping[str, Any]) -> Page:
    """The sheet of one service with these fields."""
    return patient_sheet_page.page(view_of({"this": fields}, **more), "this")


def body_of(fields: Mapping[str, Any], **more: Mapping[str, Any]) -> str:
    return str(sheet_of(fields, **more).body)


def routes(*each: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return {"referral": {"routes": list(each), **more}}


def test_a_sheet_is_no_page_for_searchers_and_belongs_to_its_service() -> None:
    page = sheet_of({"name": "Lantern"})
    assert (page.address, page.noindex) == ("services/this/patient/", True)
    assert page.crumbs[-1] == ("Lantern", "services/this/")


def test_a_patient_reads_what_they_were_referred_to_and_what_it_does() -> None:
    words = text_of(body_of({"name": "Lantern", "summary": "It helps with low mood."}))
    assert words.startswith("For you to keep Lantern Run by The Trust")
    assert "It helps with low mood." in words


def test_when_to_expect_an_answer_is_the_time_that_the_service_gives() -> None:
    words = section(body_of(routes(TO_TRIAGE)), "next")
    assert "They aim to look at the referral within 2 weeks." in words


def test_times_that_differ_by_who_refers_are_told_apart() -> None:
    by_self = {**BY_PHONE, "response": {"to": "triage", "within": "1w"}}
    words = section(body_of(routes(TO_TRIAGE, by_self)), "next")
    assert "If you refer yourself, they aim to look at the referral within 1 week." in words
    assert "If somebody refers you, they aim to look at the referral within 2 weeks." in words


def test_times_that_differ_by_urgency_are_told_apart_and_the_patient_asks_which_is_theirs() -> None:
    urgent = {"who": ["gp"], "how": "phone", "response": {"to": "assessment", "within": "5d", "word": "urgent"}}
    routine = {"who": ["gp"], "how": "email", "response": {"to": "assessment", "within": "4w", "word": "routine"}}
    body = body_of(routes(urgent, routine))
    assert "If the referral is urgent, they aim to meet you" in section(body, "next")
    assert "Ask today which time is yours." in section(body, "chase")
    assert not re.search("[0-9] (days|weeks)", section(body, "chase"))


@pytest.mark.parametrize("said", ["when you should hear", "how long people wait"])
def test_what_nobody_has_published_is_said_with_the_question_to_ask(said: str) -> None:
    words = section(body_of({}), "next")
    assert f"Nobody has published {said}." in words
    assert "Ask:" in words


def test_a_wait_is_told_of_the_past_with_its_day() -> None:
    wait = {"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-09-30"}
    words = section(body_of({"waits": [wait]}), "next")
    assert "On 30 September 2026 people waited about 4 weeks from referral to assessment." in words


def test_a_wait_that_is_old_is_said_to_be_old() -> None:
    wait = {"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-03-31"}
    fields = {"waits": [wait], "checked": {"how": "provider-phone", "on": "2026-04-02"}}
    assert "Do not rely on it." in section(body_of(fields), "next")


def test_whom_to_chase_and_after_how_long_are_named() -> None:
    fields = {**routes(TO_TRIAGE), "contact": {"phone": "01632 960 110"}, "hours": "Mo-Fr 09:00-17:00"}
    words = section(body_of(fields), "chase")
    assert "If you have heard nothing after 2 weeks , chase it.".replace(" ,", ",") in words.replace(" ,", ",")
    assert "Phone the service on 01632 960 110 (Monday to Friday, 9am to 5pm)" in words
    assert "“Do you have my referral?”" in words


def test_a_number_has_the_same_hours_wherever_it_stands_on_the_sheet() -> None:
    phone = {"contact": {"phone": "01632 960 110"}, "hours": "Mo-Th 08:00-20:00"}
    stated = body_of({**routes(BY_PHONE), **phone})
    assert text_of(stated).count("Monday to Friday, 9am to 5pm") == 2
    assert "Monday to Thursday" not in text_of(stated)
    silent = body_of({**routes({"who": ["self"], "how": "phone", "phone": "01632 960 110"}), **phone})
    assert text_of(silent).count("Monday to Thursday, 8am to 8pm") == 2


def test_hours_for_referrers_only_are_not_those_of_a_patient() -> None:
    line = {"who": ["gp"], "how": "phone", "phone": "01632 960 110", "hours": "24/7"}
    words = text_of(body_of({**routes(line), "contact": {"phone": "01632 960 110"}, "hours": "Mo-Th 08:00-20:00"}))
    assert words.count("Monday to Thursday, 8am to 8pm") == 2
    assert "24 hours" not in words


def test_behind_a_gate_the_gate_is_chased() -> None:
    door = {"name": "The Front Door", "contact": {"phone": "01632 960 100"}}
    made = view_of({"this": {"referral": {"via": "front-door"}}, "front-door": door})
    words = section(str(patient_sheet_page.page(made, "this").body), "chase")
    assert "Phone The Front Door on 01632 960 100" in words


def test_that_the_patient_must_get_in_touch_is_loud_and_comes_before_what_the_service_does() -> None:
    words = body_of(routes({**TO_TRIAGE, "patient_must_opt_in": {"within": "2w"}})).partition('id="reach"')[0]
    assert "you must get in touch with the service yourself within 2 weeks." in text_of(words)
    assert "rd-note--stop" in words


def test_who_may_refer_themselves_reads_how() -> None:
    words = section(body_of(routes(BY_PHONE)), "reach")
    assert words.startswith("You can contact them yourself")
    assert "By phone: 01632 960 110. Monday to Friday, 9am to 5pm." in words


def test_self_referral_that_nobody_stated_is_no_permission() -> None:
    words = section(body_of(routes(TO_TRIAGE)), "reach")
    assert words.startswith("How to reach them")
    assert "Nobody has said that you can refer yourself." in words


def test_a_carer_may_do_it_where_the_service_says_so() -> None:
    said = "A carer, relative or friend can do this for you, if you agree."
    assert said in text_of(body_of(routes({**BY_PHONE, "who": ["self", "carer-or-family"]})))
    assert said not in text_of(body_of(routes(BY_PHONE)))


def test_a_patient_may_ask_for_a_different_therapist_and_for_an_interpreter() -> None:
    words = section(body_of({}, organizations=TRUST), "ask")
    assert "For a different therapist or worker, if the first is not right for you." in words
    assert "For an interpreter" in words
    assert "This is an NHS service, so it costs you nothing." in words


@pytest.mark.parametrize(
    ("interpreters", "said"),
    [
        ("yes", "This service says it can arrange one."),
        ("no", "This service says it has no interpreters."),
        ("unknown", "We do not know if this service has interpreters."),
    ],
)
def test_whether_there_are_interpreters_is_said_and_only_the_nhs_promises_them_free(
    interpreters: str, said: str
) -> None:
    words = section(body_of({"languages": {"interpreters": interpreters}}, organizations=PLAIN), "ask")
    assert said in words
    assert "This is an NHS service" not in words


def test_a_cost_that_nobody_stated_is_not_free() -> None:
    words = section(body_of({}), "cost")
    assert "Nobody has said what it costs. Ask before you start." in words
    assert "Free" not in words


def test_told_not_us_a_patient_reads_what_to_ask_and_where_to_look() -> None:
    made = view_of({"this": {"referral": {"if_declined": ["other"]}}, "other": {"name": "The Other"}})
    body = str(patient_sheet_page.page(made, "this").body)
    words = section(body, "not-us")
    assert "“Why not? Please write it down.”" in words
    assert "“Who should help me instead?”" in words
    assert "You could also ask about The Other." in words
    assert 'href="../../../refused/#area=northvale&amp;refused=this"' in body


def test_a_service_that_takes_nobody_says_so_first() -> None:
    words = text_of(body_of({"intake": "waiting-list-closed"}).partition('id="reach"')[0])
    assert "This service is not taking new people now (waiting list closed)." in words


def test_crisis_help_of_the_area_stands_in_words_on_the_sheet() -> None:
    words = section(body_of({}), "worse")
    assert "If your life is at risk, call 999 or go to A&E." in words
    assert "NHS 111: 111, then press 2" in words
    assert "Samaritans: 116 123" in words


def test_there_is_room_to_write_and_no_field_to_type_into() -> None:
    body = body_of({})
    assert "Date Given to me by" in text_of(body)
    assert [tag for tag, _ in tags_of(body) if tag in ("input", "textarea", "select", "form")] == []


def test_a_sheet_says_how_old_its_oldest_information_is() -> None:
    checked = {"how": "provider-phone", "on": "2026-10-02", "referral": {"how": "provider-phone", "on": "2026-09-01"}}
    words = text_of(body_of({**routes(TO_TRIAGE), "checked": checked}))
    assert words.endswith("Printed from information checked on 1 September 2026: check before use.")


def test_a_sheet_of_what_nobody_checked_says_so() -> None:
    assert text_of(body_of({"checked": {"how": "never"}})).endswith(
        "Nobody has checked this information with the service: check before use."
    )


@pytest.mark.parametrize("how", ["never", "other-directory"])
def test_nobody_is_asked_to_check_before_calling_a_crisis_service(how: str) -> None:
    checked = {"how": how} if how == "never" else {"how": how, "on": "2026-11-01"}
    words = text_of(body_of({"type": "crisis-line", "checked": checked}))
    assert words.endswith("Printed from information as of 23 November 2026. Details not confirmed with the service.")
    assert "check before use" not in words


def test_a_made_up_service_says_so_in_words() -> None:
    assert "This service does not exist. Give this sheet to nobody." in text_of(body_of({"fictional": True}))


def code_of(fields: Mapping[str, Any], site_url: str) -> str:
    made = view_of({"this": fields})
    made.settings = replace(made.settings, site_url=site_url)
    return str(patient_sheet_page.page(made, "this").body)


def test_the_code_leads_to_the_page_of_this_site_where_its_address_is_known() -> None:
    body = code_of({"contact": {"website": "https://example.org/x"}}, "https://vale.example.org/")
    assert qr.qr("https://vale.example.org/services/this/").path in body
    assert "This service on Rightdoor: vale.example.org/services/this" in text_of(body)


def test_the_code_leads_to_the_service_s_own_website_elsewhere_and_says_so() -> None:
    body = code_of({"contact": {"website": "https://example.org/x"}}, "")
    assert qr.qr("https://example.org/x").path in body
    assert "The service's own website: example.org/x" in text_of(body)


def test_without_either_address_or_with_one_that_is_too_long_there_is_no_code() -> None:
    assert "<svg" not in code_of({}, "")
    assert "<svg" not in code_of({"contact": {"website": f"https://example.org/{'x' * 200}"}}, "")


def test_every_step_that_a_service_may_answer_with_has_plain_words() -> None:
    assert set(STEPS) == set(GRAMMAR["wait_steps"].terms) - {"referral"}


def test_the_sentences_of_the_sheet_are_short() -> None:
    bodies = (body_of({}), body_of(routes(TO_TRIAGE, BY_PHONE)), body_of({"intake": "paused"}))
    blocks = (block for body in bodies for block in re.findall(r"<(?:p|li)\b[^>]*>(.*?)</(?:p|li)>", body, re.DOTALL))
    sentences = {each for block in blocks for each in re.split(r"(?<=[.?!:”])\s", text_of(block))}
    assert len(sentences) > 30
    assert [each for each in sentences if len(each.split()) > 20] == []
