"""Links to other services say when these take nobody, and nothing keeps anybody from calling a crisis service."""

import pytest

from pages.street import CRISIS, section, tags_of, text_of, view_of
from pages.test_service_page import body_of, with_criteria
from rightdoor.pages import service_page

CLOSED = {"waiting-list-closed": "waiting list closed", "paused": "paused", "not-yet-open": "not yet open"}


@pytest.mark.parametrize(("intake", "said"), CLOSED.items())
def test_a_link_to_go_instead_says_when_that_service_takes_nobody(intake: str, said: str) -> None:
    rows = [{"reason": "psychosis", "refer_to": ["other"]}]
    fields = {**with_criteria(does_not_take=rows, age={"from": "18y", "refer_to": ["other"]}), "intake": "paused"}
    fields["referral"] = {"if_declined": ["other"]}
    words = text_of(body_of(fields, other={"name": "Other", "intake": intake}))
    for before in ("Others, go instead:", "Go instead:", "Think of", "If it declines"):
        assert f"{before} Other ({said})" in words


@pytest.mark.parametrize(
    ("status", "said"),
    [("defunct", "closed for good"), ("temporarily closed", "closed for a time"), ("inactive", "not running")],
)
def test_a_link_to_a_service_that_is_not_running_says_so(status: str, said: str) -> None:
    body = body_of({"referral": {"if_declined": ["other"]}}, other={"name": "Other", "status": status})
    assert f"If it declines Other ({said}" in text_of(body)


def test_a_link_to_a_service_that_is_paused_in_one_area_names_the_area() -> None:
    both = {"basis": "gp-practice", "areas": ["northvale", "eastvale"]}
    other = {"name": "Other", "criteria": {"area": both}, "by_area": {"eastvale": {"intake": "paused"}}}
    assert "Other (paused in Eastvale)" in text_of(body_of({"referral": {"if_declined": ["other"]}}, other=other))


def test_a_link_to_a_service_that_may_take_people_says_nothing_more() -> None:
    body = body_of({"referral": {"if_declined": ["other"]}}, other={"name": "Other", "intake": "long-wait"})
    assert "If it declines Other They were refused" in text_of(body)


UNSAYABLE = (
    "Ask first", "Ask before", "Not known whether it takes referrals", "Taking referrals", "Nobody has confirmed",
)  # fmt: skip


@pytest.mark.parametrize("crisis_service", ["emergency-999", "nhs-111", "samaritans"])
def test_nothing_keeps_anybody_from_calling_a_crisis_service_that_nobody_has_checked(crisis_service: str) -> None:
    never = {"checked": {"how": "never"}, "referral": {"routes": [{"who": ["self"], "how": "phone"}]}}
    made = view_of({crisis_service: {**CRISIS[crisis_service], **never}})
    page = service_page.page(made, crisis_service)
    words = text_of(page.body)
    assert [each for each in UNSAYABLE if each in words] == []
    assert section(str(page.body), "checked") == "Checked Details not confirmed with the service."
    assert "How to refer" not in words
    headings = [attributes.get("id") for tag, attributes in tags_of(page.body) if tag == "h2"]
    assert headings == [anchor for anchor, _ in page.toc]


def test_a_crisis_line_that_has_paused_still_says_so() -> None:
    made = view_of({"nhs-111": {**CRISIS["nhs-111"], "intake": "paused"}})
    assert "Not taking referrals now: paused." in text_of(service_page.page(made, "nhs-111").body)
