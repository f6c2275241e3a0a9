"""How to refer, in one line on a card: short, and nothing that the entry does not say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from pages.street import GRAMMAR, view_of
from rightdoor.pages.browser_refer import refer_line

PHONE = {"how": "phone", "phone": "01632 960 110"}
FORM = {"how": "online-form", "url": "https://example.org/refer"}


def line(raw: Mapping[str, Any], **others: Mapping[str, Any]) -> str:
    seen = view_of({"one": raw, **others})
    return refer_line(seen, seen.directory.services["one"])


@pytest.mark.parametrize(
    ("routes", "said"),
    [
        ([], ""),
        ([{"who": ["self"], **PHONE}], "Self-referral: phone 01632 960 110"),
        ([{"who": ["self"], **FORM}, {"who": ["self"], **PHONE}], "Self-referral: online form or phone 01632 960 110"),
        ([{"who": ["self"], **PHONE}, {"who": ["gp"], "how": "e-rs"}], "GP: e-RS. Self-referral: phone 01632 960 110"),
        ([{"who": ["gp", "professional"], **FORM}], "Any professional: online form"),
        ([{"who": ["professional", "self"], **FORM}], "The person or any professional: online form"),
        ([{"who": ["gp"], **FORM}, {"who": ["self"], **FORM}], "The person or GP: online form"),
        ([{"who": ["professional"], "how": "not-stated"}], "Any professional: it does not say how"),
        ([{"who": ["gp"], "how": "email", "email": "refer@example.org"}], "GP: email"),
    ],
)
def test_the_line_says_who_may_refer_and_how(routes: list[Mapping[str, Any]], said: str) -> None:
    assert line({"referral": {"routes": routes}}) == said


def test_a_service_behind_a_gate_says_only_the_gate() -> None:
    raw = {"referral": {"via": "gate", "routes": [{"who": ["self"], **PHONE}]}}
    assert line(raw, gate={"name": "The Gate"}) == "Only through The Gate"


def test_what_people_simply_call_says_what_to_call_and_what_to_press() -> None:
    contact = {"phone": "111", "phone_note": "then press 2"}
    assert line({"type": "helpline", "contact": contact}) == "Phone 111 (then press 2)"
    assert line({"type": "helpline", "contact": {"text": "85258", "text_note": "text the word SHOUT"}}) == (
        "Text 85258 (text the word SHOUT)"
    )


def test_a_number_with_nobody_named_who_may_refer_is_no_way_to_refer() -> None:
    assert line({"contact": {"phone": "01632 960 110"}}) == ""


def test_a_helpline_for_professionals_only_says_so() -> None:
    raw = {"type": "helpline", "referral": {"routes": [{"who": ["gp"], **PHONE}]}}
    assert line(raw) == "GP: phone 01632 960 110"


def test_a_long_note_beside_a_number_stays_on_the_page_of_the_service() -> None:
    contact = {"phone": "01632 960 110", "phone_note": "The number does not show on itemised bills from landlines."}
    assert line({"referral": {"routes": [{"who": ["self"], **PHONE}]}, "contact": contact}) == (
        "Self-referral: phone 01632 960 110"
    )


def test_every_way_and_every_referrer_has_a_word_for_the_line() -> None:
    for name in ("referral_who", "referral_how"):
        assert all(len(str(term.more.get("short") or term.label)) <= 30 for term in GRAMMAR[name]), name
