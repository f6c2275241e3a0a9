"""Five kinds of service as a volunteer would enter them: what the form is filled with, and where each is kept."""

from __future__ import annotations

from typing import Any, NamedTuple


class Told(NamedTuple):
    """An entry to be filled in: its folder, what its file is to hold, and the id that was chosen, if any."""

    folder: str
    data: dict[str, Any]
    id: str = ""


TALKING = Told(
    "northvale",
    {
        "name": "Brook Street Talking Therapies",
        "also_known_as": ["Brook Street IAPT", "Let's Talk: Brook Street"],
        "organization": "valeland-partnership-nhs-trust",
        "type": "talking-therapies",
        "status": "active",
        "intake": "long-wait",
        "summary": "Talking therapies for adults with mild to moderate anxiety or depression.",
        "needs": ["depression", "anxiety", "panic"],
        "therapies": ["guided-self-help", "cbt"],
        "delivery": ["in-person", "phone"],
        "criteria": {
            "age": {"from": "17y9m", "words": 'Aged 17 years and 9 months or over: "no upper limit".'},
            "severity": {"from": "mild", "to": "moderate", "refer_to": ["northvale-cmht"]},
            "area": {"basis": "gp-practice", "areas": ["northvale"]},
            "does_not_take": [
                {"reason": "psychosis", "words": "Psychosis or schizophrenia.", "refer_to": ["northvale-cmht"]},
                {"reason": "recent-attempt", "within": "4w", "refer_to": ["northvale-crisis-team"]},
                {
                    "reason": "under-secondary-care",
                    "except_via": ["professional", "gp"],
                    "refer_to": ["northvale-cmht"],
                },
            ],
            "check_first": [{"reason": "eating-disorder", "how": "Phone the duty worker"}],
            "takes_despite": [{"reason": "long-term-condition"}],
            "holds_risk": "thoughts-no-intent",
        },
        "referral": {
            "routes": [
                {"who": ["self"], "how": "phone", "phone": "01632 960 641", "hours": "Mo-Fr 09:00-17:00; PH off"},
                {
                    "who": ["professional", "gp"],
                    "how": "online-form",
                    "url": "https://example.org/brook-street/refer",
                    "response": {"to": "triage", "within": "2w", "word": "routine"},
                    "send_with": ["consent", {"what": "phq9-gad7", "max_age": "4w"}],
                    "patient_must_opt_in": {"within": "2w"},
                },
            ],
            "if_declined": ["northvale-living-well"],
        },
        "waits": [{"from": "referral", "to": "assessment", "weeks": 9, "as_of": "2026-11-01"}],
        "cost": {"kind": "free-nhs"},
        "sessions": {"policy": "up-to", "to": 12, "then": "Discharged to the GP; may self-refer again."},
        "contact": {"phone": "01632 960 641", "website": "https://example.org/brook-street"},
        "hours": "Mo-Fr 09:00-17:00; Sa 10:00-12:00; PH off",
        "languages": {"spoken": ["en", "pl"], "interpreters": "yes"},
        "access": ["step-free", "evening"],
        "evidence": [
            {
                "covers": ["criteria", "referral"],
                "url": "https://example.org/brook-street/for-gps",
                "title": "For GPs",
                "seen": "2026-11-20",
            }
        ],
        "checked": {
            "how": "provider-phone",
            "on": "2026-11-20",
            "by": "volunteer",
            "waits": {"how": "published-page", "on": "2026-11-21"},
        },
    },
)

TEAM = Told(
    "northvale",
    {
        "name": "Moor Lane Community Mental Health Team",
        "organization": "valeland-partnership-nhs-trust",
        "type": "cmht",
        "status": "active",
        "summary": "Specialist care for adults with severe or long-term mental illness.",
        "criteria": {
            "age": {"from": "18y", "under": "65y"},
            "severity": {"from": "severe", "to": "severe-enduring"},
            "area": {"basis": "gp-and-address", "areas": ["northvale"]},
            "does_not_take": "none stated",
        },
        "referral": {
            "via": "northvale-single-point",
            "routes": [{"who": ["gp", "secondary-care"], "how": "e-rs"}],
            "advice": {"who": ["gp"], "phone": "01632 960 642", "hours": "Mo-Fr 10:00-16:00"},
        },
        "checked": {"how": "never"},
    },
)

BEREAVEMENT = Told(
    "northvale",
    {
        "name": "Willow Bereavement Friends",
        "organization": "northvale-carers",
        "type": "bereavement-service",
        "status": "active",
        "summary": "A group for people whose partner has died.",
        "needs": ["bereavement"],
        "criteria": {
            "age": "any",
            "severity": "any",
            "area": {"basis": "where-death-occurred", "areas": ["northvale"]},
            "only": [{"reason": "bereaved-partner", "words": "For people whose husband, wife or partner has died."}],
            "time_since_event": {"from": "6m"},
        },
        "cost": {"kind": "donation", "words": "£3 a meeting, if you can"},
        "hours": "Tu[1] 18:00-20:00",
        "locations": [{"name": "St Anne's Hall", "address": "2 Mill Lane, Northvale", "postcode": "NV1 1AB"}],
        "checked": {"how": "published-page", "on": "2026-11-22"},
        "note": "Two leaflets give different days; the hall was asked.",
    },
)

LINE = Told(
    "northvale",
    {
        "name": "Northvale Harbour Lights Crisis Line",
        "organization": "valeland-partnership-nhs-trust",
        "type": "crisis-line",
        "status": "active",
        "intake": "open",
        "summary": "A phone line for anybody in Northvale who is in crisis.",
        "needs": ["suicidal-thoughts", "crisis"],
        "criteria": {"age": "any", "area": {"basis": "home-address", "areas": ["northvale"]}, "holds_risk": "any"},
        "referral": {
            "routes": [
                {"who": ["self", "carer-or-family"], "how": "phone", "phone": "01632 960 643", "hours": "24/7"},
                {"who": ["self"], "how": "text", "text": "01632 960 645"},
            ]
        },
        "contact": {
            "phone": "01632 960 643",
            "text_relay": "18001 01632 960 643",
            "webchat": "yes",
        },
        "hours": "24/7",
        "checked": {"how": "provider-email", "on": "2026-11-23", "by": "link worker"},
    },
)

REFUGE = Told(
    "northvale",
    {
        "name": "Northvale Elm House",
        "organization": "northvale-carers",
        "type": "domestic-abuse-service",
        "status": "temporarily closed",
        "summary": "A safe place to stay for women and their children.",
        "needs": ["domestic-abuse"],
        "criteria": {
            "only": [{"reason": "woman"}],
            "area": {"basis": "national", "areas": ["england"]},
        },
        "contact": {"phone": "01632 960 644"},
        "locations": [{"name": "Refuge", "confidential": True}],
        "access": ["women-only", "childcare"],
        "checked": {"how": "never"},
    },
    "northvale-elms",
)

SERVICES = {
    "talking therapies": TALKING,
    "a community team": TEAM,
    "a bereavement charity": BEREAVEMENT,
    "a crisis line": LINE,
    "a refuge": REFUGE,
}
