"""The sheet for referrers: criteria to tick, what to send, how to refer; what is loud, and what nobody has said."""

from collections.abc import Mapping
from typing import Any

import pytest

from pages.street import HERE, section, tags_of, text_of, view_of
from rightdoor.pages import refer_sheet_page, service_page, sheets
from rightdoor.pages.page import Page

GP_ROUTE = {
    "who": ["gp"],
    "how": "email",
    "email": "referrals@example.org",
    "hours": "Mo-Fr 09:00-17:00",
    "response": {"to": "triage", "within": "2w", "word": "routine"},
    "send_with": ["consent", {"what": "blood-tests", "max_age": "4w"}],
    "patient_must_opt_in": {"within": "2w"},
}


def sheet_of(fields: Mapping[str, Any], **others: Mapping[str, Any]) -> Page:
    """The sheet of one service with these fields, among other services."""
    made = view_of({"this": fields, **{id.replace("_", "-"): raw for id, raw in others.items()}})
    return refer_sheet_page.page(made, "this")


def body_of(fields: Mapping[str, Any], **others: Mapping[str, Any]) -> str:
    return str(sheet_of(fields, **others).body)


def text_for_record(fields: Mapping[str, Any], **others: Mapping[str, Any]) -> str:
    """The text to be copied, as a browser would hold it."""
    return text_of(body_of(fields, **others).partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0])


def with_criteria(**criteria: Any) -> dict[str, Any]:
    return {"criteria": {"area": HERE, **criteria}}


def test_a_sheet_is_no_page_for_searchers_and_belongs_to_its_service() -> None:
    page = sheet_of({"name": "Lantern Counselling"})
    assert page.address == "services/this/refer/"
    assert page.noindex
    assert page.crumbs[-1] == ("Lantern Counselling", "services/this/")
    assert page.title == "Refer to Lantern Counselling"
    assert (page.scripts, page.styles) == (("search", "sheet"), ("sheet",))


def test_the_page_of_a_service_leads_to_both_of_its_sheets_before_its_criteria() -> None:
    body = str(service_page.page(view_of({"this": {}}), "this").body).partition('id="takes"')[0]
    assert '<a href="../../services/this/refer/">Refer sheet</a>' in body
    assert '<a href="../../services/this/patient/">Sheet for the patient</a>' in body


def test_999_has_no_sheets_and_neither_has_a_service_that_is_gone_for_good() -> None:
    made = view_of({"this": {}, "gone": {"status": "defunct"}, "away": {"status": "temporarily closed"}})
    keys = set(sheets.keys(made))
    assert {"this", "away", "samaritans"} <= keys
    assert not {"emergency-999", "gone"} & keys
    assert "Refer sheet" not in service_page.page(made, "emergency-999").body


def test_whoever_is_called_and_not_referred_to_has_a_contact_sheet() -> None:
    made = view_of({"this": {}})
    body = str(refer_sheet_page.page(made, "samaritans").body)
    assert "Contact sheet" in body
    assert "tick" not in text_of(body).partition("As plain text")[0]
    assert "116 123" in text_of(body)
    assert "[ ]" not in body
    assert "<li><b>Age:</b>" not in body


def test_a_route_says_who_refers_where_to_when_it_is_staffed_and_when_it_answers() -> None:
    words = section(body_of({"referral": {"routes": [GP_ROUTE]}}), "how")
    assert "GP By email: referrals@example.org" in words
    assert "Monday to Friday, 9am to 5pm. The first look at the referral within 2 weeks" in words


def test_hours_that_are_known_are_not_contradicted_by_an_answer_that_is_not() -> None:
    line = {"who": ["self"], "how": "phone", "phone": "01632 960 110", "hours": "Mo-Fr 09:00-17:00"}
    words = section(body_of({"referral": {"routes": [line]}}), "how")
    assert "The person (self-referral) By phone: 01632 960 110" in words
    assert "Monday to Friday, 9am to 5pm. How soon it looks at a referral is not known." in words


def test_what_to_send_is_a_list_to_tick_with_how_recent_it_must_be() -> None:
    body = body_of({"referral": {"routes": [GP_ROUTE]}})
    assert "<li>Blood tests, no more than 4 weeks old</li>" in body
    assert "[ ] Blood tests, no more than 4 weeks old" in text_for_record({"referral": {"routes": [GP_ROUTE]}})


def test_that_the_patient_must_act_is_loud_and_stands_before_everything_to_be_read() -> None:
    body = body_of({"referral": {"routes": [GP_ROUTE]}})
    before = body.partition('id="how"')[0]
    assert "must then contact the service within 2 weeks" in before
    assert "rd-note--stop" in before
    assert "!! The person must then contact" in text_for_record({"referral": {"routes": [GP_ROUTE]}})


def test_a_closed_list_is_loud_on_the_sheet_and_in_the_text() -> None:
    fields = {"intake": "waiting-list-closed"}
    assert "Not taking referrals now: waiting list closed." in text_of(body_of(fields).partition('id="how"')[0])
    assert "!! NOT TAKING REFERRALS NOW: waiting list closed." in text_for_record(fields)


def test_a_gate_is_named_with_its_number() -> None:
    door = {"name": "The Front Door", "contact": {"phone": "01632 960 100"}}
    fields = {"referral": {"via": "front-door"}}
    assert "Reached only through The Front Door, 01632 960 100. Refer there, not here." in text_of(
        body_of(fields, front_door=door)
    )
    assert "!! REACHED ONLY THROUGH The Front Door, phone 01632 960 100." in text_for_record(fields, front_door=door)


def test_each_criterion_is_a_row_to_tick_and_says_where_to_go_instead() -> None:
    fields = with_criteria(
        age={"from": "18y", "refer_to": ["camhs"]},
        check_first=[{"reason": "eating-disorder", "words": "Unless mild.", "how": "Phone the duty worker."}],
        does_not_take=[{"reason": "psychosis", "refer_to": ["camhs"]}],
    )
    body = body_of(fields, camhs={"name": "The Children's Team"})
    assert "Age: Aged 18 and over Others: The Children's Team" in section(body, "takes")
    assert "Unless mild. Phone the duty worker." in section(body, "check-first")
    assert "People with psychosis The Children's Team" in section(body, "does-not-take")
    text = text_for_record(fields, camhs={"name": "The Children's Team"})
    assert "[ ] Age: Aged 18 and over Others -> The Children's Team" in text
    assert '[ ] People with an eating disorder "Unless mild." Phone the duty worker.' in text
    assert "[ ] People with psychosis -> The Children's Team" in text


def test_what_it_takes_in_spite_of_is_a_fact_and_no_condition_to_tick() -> None:
    fields = with_criteria(takes_despite=[{"reason": "psychosis"}])
    assert '<li class="rd-ticks__fact"><b>Also takes:</b> People with psychosis' in body_of(fields)
    assert "- Also takes: People with psychosis" in text_for_record(fields)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("how", "Not known: nobody has said how to refer."),
        ("how", "Not known: nobody has said what a referral must come with."),
        ("takes", "Age: not known, nobody has said"),
        ("does-not-take", "Not known. There may be people it does not take"),
        ("then", "Not known: nobody has said how long people wait."),
    ],
)
def test_what_nobody_has_said_is_said_on_the_sheet(heading: str, said: str) -> None:
    assert said in section(body_of({}), heading)


@pytest.mark.parametrize(
    "said",
    [
        "[ ] Age: Not known: nobody has said.",
        "DOES NOT TAKE (tick when ruled out) Not known.",
        "WAIT Not known: nobody has said.",
        "Not known: nobody has said what a referral must come with.",
    ],
)
def test_what_nobody_has_said_is_said_in_the_text_too(said: str) -> None:
    assert said in text_for_record({})


def test_a_wait_carries_its_date() -> None:
    fields = {"waits": [{"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-09-30"}]}
    assert "About 4 weeks from referral to assessment, on 30 September 2026" in section(body_of(fields), "then")
    assert "About 4 weeks from referral to assessment, on 30 September 2026" in text_for_record(fields)


def test_old_criteria_are_said_to_be_old_beside_them_and_in_the_text() -> None:
    fields = {"checked": {"how": "provider-phone", "on": "2026-03-20"}}
    assert "Overdue: this was last confirmed on 20 March 2026" in section(body_of(fields), "takes")
    assert "!! Overdue: this was last confirmed on 20 March 2026" in text_for_record(fields)


def test_an_entry_that_nobody_checked_says_so_once_and_loudly() -> None:
    body = body_of({"checked": {"how": "never"}})
    assert "Never checked. Nobody has confirmed any of this" in text_of(body.partition('id="how"')[0])
    assert "!! Never checked" in text_for_record({"checked": {"how": "never"}})


def test_a_crisis_service_asks_nobody_to_check_before_calling() -> None:
    made = view_of({"samaritans": {"checked": {"how": "never"}}})
    words = text_of(str(refer_sheet_page.page(made, "samaritans").body))
    assert "Never checked" not in words
    assert "Ask before relying" not in words
    assert "check before use" not in words


def test_rules_that_differ_in_an_area_are_on_the_sheet() -> None:
    fields = {**with_criteria(age={"from": "18y"}), "by_area": {"eastvale": {"criteria": {"age": {"from": "16y"}}}}}
    assert "Different in Eastvale Age: Aged 16 and over." in text_of(body_of(fields))
    assert "DIFFERENT IN EASTVALE - Age: Aged 16 and over" in text_for_record(fields)


def test_a_made_up_service_says_so_in_words_on_the_sheet_and_in_the_text() -> None:
    assert "This service does not exist. Send nobody here." in text_of(body_of({"fictional": True}))
    assert "MADE UP: this service does not exist." in text_for_record({"fictional": True})


def test_no_field_of_the_sheet_can_be_filled_in() -> None:
    fields = [tag for tag, attributes in tags_of(body_of({})) if tag in ("input", "select", "form")]
    areas = [attributes for tag, attributes in tags_of(body_of({})) if tag == "textarea"]
    assert fields == []
    assert len(areas) == 1
    assert "readonly" in areas[0]


def test_before_a_discreet_text_is_pasted_the_reader_is_told_who_else_may_read_the_record() -> None:
    body = body_of({"type": "domestic-abuse-service", "needs": ["domestic-abuse"]})
    assert "Hide this from online access before you paste it." in text_of(body)
    assert "Hide this" not in text_of(body_of({}))


def test_a_sheet_reads_only_the_records_it_names() -> None:
    made = view_of({"this": {"referral": {"if_declined": ["friend"]}}, "friend": {"name": "F"}, "stranger": {}})
    made.reads.clear()
    refer_sheet_page.page(made, "this")
    assert ("services", "friend") in made.reads
    assert ("services", "stranger") not in made.reads


def test_the_number_of_the_gate_is_answered_when_the_gate_says_for_those_who_refer() -> None:
    number = "01632 960 100"
    ways = [
        {"who": ["gp", "professional"], "how": "phone", "phone": number, "hours": "24/7"},
        {"who": ["self"], "how": "phone", "phone": number, "hours": "Mo-Su 08:00-20:00"},
    ]
    route = {"who": ["gp"], "how": "phone", "phone": number}
    inner = {"referral": {"via": "front-door", "routes": [route]}}
    door = {"front-door": {"name": "The Front Door", "contact": {"phone": number}, "referral": {"routes": ways}}}
    made = view_of({"this": inner, **door})
    words = section(str(refer_sheet_page.page(made, "this").body), "how")
    assert "Hours not known" not in words
    assert "8am to 8pm" not in words
    assert "24 hours" in words
