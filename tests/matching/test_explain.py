"""What is said of a match: sentences of the grammar, and nothing else."""

import re
from string import Formatter

import pytest

from matching.town import GRAMMAR, said_of, town
from rightdoor.matching import phrases
from rightdoor.matching.operators import State
from rightdoor.model.criteria import AgeLimit, Row, SeverityLimit, TimeLimit
from rightdoor.model.measure import Span, months_of

SENTENCES = [
    *(sentence for each in GRAMMAR.criteria.values() for sentence in each.wording.values()),
    *(each.question for each in GRAMMAR.criteria.values()),
    *GRAMMAR.outcomes.values(),
    *GRAMMAR.flags.values(),
    *GRAMMAR.sentences.values(),
    *GRAMMAR.phrases.values(),
]


def test_a_severe_problem_is_refused_in_words_and_sent_on() -> None:
    said = said_of("talking-therapies", {"area": "northvale", "age": "34y", "severity": "severe"})
    assert said.label == "Does not take"
    assert said.because == (
        "Does not take severe problems: takes mild to moderate problems. In its own words: “Mild to moderate.”",
    )
    assert said.refer_instead == "Refer instead to Community Team."
    assert said.also_not_for == ""
    assert said.make_sure == ()


def test_a_place_that_refuses_this_person_too_is_not_named_to_go_to() -> None:
    said = said_of("talking-therapies", {"age": "70y", "flags": {"recent-attempt": "2w"}})
    assert said.instead == ("crisis-team",)


def test_places_to_go_instead_are_all_named_when_each_of_them_refuses_this_person_too() -> None:
    said = said_of("talking-therapies", {"age": "70y", "severity": "severe"})
    assert said.instead == ("cmht",)


def test_places_to_go_instead_are_named_once_each() -> None:
    said = said_of("talking-therapies", {"severity": "severe", "flags": {"recent-attempt": "2w"}})
    assert said.instead == ("cmht", "crisis-team")
    assert said.refer_instead == "Refer instead to Community Team or Crisis Team."
    assert "Does not take people who have tried to end their life in the last 4 weeks." in said.because


def test_a_fit_so_far_names_the_exclusions_that_nobody_asked_about() -> None:
    said = said_of("talking-therapies", {"area": "northvale", "age": "34y", "severity": "mild"})
    assert said.label == "May take"
    assert said.also_not_for == (
        "Also not for: people with psychosis; people who have tried to end their life in the last 4 weeks; "
        "people who are already under secondary mental health care "
        "(except when referred by any health or care professional)."
    )
    assert said.make_sure == ("Check first whether it takes people with an eating disorder.",)
    assert said.met == (
        "Takes people aged 17 years and 9 months or over.",
        "Takes mild to moderate problems.",
        "Takes people registered with a GP practice in Northvale.",
    )


def test_a_row_to_check_says_how() -> None:
    said = said_of("talking-therapies", {"flags": {"eating-disorder": "yes"}})
    assert said.because == (
        "Check first whether it takes people with an eating disorder. How to check: Phone the duty worker.",
    )


def test_who_may_refer_after_all_is_said_beside_the_refusal() -> None:
    said = said_of("talking-therapies", {"flags": {"under-secondary-care": "yes"}, "route": "self"})
    assert said.because == (
        "Does not take people who are already under secondary mental health care. "
        "It may take them if they are referred by any health or care professional.",
    )


def test_where_nobody_said_who_refers_the_sentence_does_not_refuse_and_take_at_once() -> None:
    assert said_of("talking-therapies", {"flags": {"under-secondary-care": "yes"}}).because == (
        "Check who is referring: it does not usually take people who are already under secondary mental health care. "
        "It may take them if they are referred by any health or care professional.",
    )


def test_what_nobody_asked_and_nobody_stated_is_said_to_be_unknown() -> None:
    said = said_of("front-door", {"area": "northvale"})
    assert said.make_sure == (
        "Does not say what ages it takes.",
        "Does not say how severe a problem it takes.",
        "Does not say whom it does not take.",
    )


def test_a_gate_a_closed_list_and_old_facts_stand_beside_the_outcome() -> None:
    changed = {
        "intake": "waiting-list-closed",
        "checked": {"how": "never", "contact": {"how": "provider-phone", "on": "2025-11-02"}},
    }
    said = said_of("cmht", {}, cmht=changed)
    assert said.flags == (
        "NOT TAKING REFERRALS NOW: Waiting list closed.",
        "Reached only through Front Door.",
        "Who it takes: never confirmed with the service.",
        "Contact: not confirmed since 2 November 2025.",
    )
    assert said.sentences[: len(said.flags)] == said.flags


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"intake": "unknown"}, "Does not say whether it is taking referrals now."),
        ({"intake": "long-wait"}, "Open, with a long wait."),
        ({"status": "temporarily closed"}, "Not running as usual: Closed for a time."),
        ({"fictional": True}, "Made up, to show how the directory works. It is not a real service."),
        (
            {"checked": {"how": "provider-phone", "on": "2026-11-23", "contact": {"how": "x", "on": "2026-07-20"}}},
            "Contact: last confirmed on 20 July 2026, and overdue to be confirmed again.",
        ),
    ],
)
def test_each_flag_has_a_sentence(changed: dict[str, object], sentence: str) -> None:
    assert said_of("crisis-team", {}, crisis_team=changed).flags == (sentence,)


def test_a_risk_is_told_against_what_the_service_can_hold() -> None:
    holds = {"criteria": {"holds_risk": "thoughts-no-intent"}}
    said = said_of("cmht", {"flags": {"self-harm": "yes"}}, cmht=holds)
    assert said.because == (
        "Does not take people who harm themselves. What it says it can support, at most: "
        "thoughts of suicide or self-harm without plan or intent.",
    )
    assert said_of("cmht", {"flags": {"self-harm": "yes"}}).because == (
        "Does not say whether it takes people who harm themselves.",
    )


@pytest.mark.parametrize(
    ("youngest", "limit", "words"),
    [
        (None, None, "of any age"),
        ("18y", None, "aged 18 and over"),
        ("17y9m", None, "aged 17 years and 9 months or over"),
        (None, "65y", "aged under 65"),
        ("16y", "26y", "aged 16 to 25"),
        ("16y", "17y", "aged 16"),
        ("17y9m", "65y", "aged 17 years and 9 months or over, and under 65"),
    ],
)
def test_ages_are_written_as_the_nhs_writes_them(youngest: str | None, limit: str | None, words: str) -> None:
    low, high = (months_of(each) if each else None for each in (youngest, limit))
    assert phrases.age_words(AgeLimit(low, high), GRAMMAR) == words


@pytest.mark.parametrize(
    ("lowest", "highest", "words"),
    [
        (None, None, "problems of any severity"),
        ("mild", "moderate", "mild to moderate problems"),
        ("moderate", "moderately-severe", "moderate to moderately severe problems"),
        ("mild", "moderately-severe", "mild to moderately severe problems"),
        ("severe", "severe-enduring", "severe problems, or more severe"),
        (None, "severe-enduring", "problems of any severity"),
        ("severe", None, "severe problems, or more severe"),
        ("severe-enduring", None, "severe and long-term problems"),
        (None, "moderate", "problems up to moderate"),
        ("severe", "severe", "severe problems"),
    ],
)
def test_severity_reads_as_people_say_it(lowest: str | None, highest: str | None, words: str) -> None:
    assert phrases.severity_words(SeverityLimit(lowest, highest), GRAMMAR) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (None, None, "however long ago the event was"),
        ("0d", None, "however long ago the event was"),
        ("6m", None, "at least 6 months after the death or other event"),
        (None, "2y", "up to 2 years after the death or other event"),
        ("6m", "2y", "from 6 months to 2 years after the death or other event"),
    ],
)
def test_time_since_an_event_reads_as_people_say_it(least: str | None, most: str | None, words: str) -> None:
    limit = TimeLimit(*(Span.of(each) if each else None for each in (least, most)))
    assert phrases.time_words(limit, GRAMMAR) == words


def test_a_row_within_a_time_that_has_no_phrase_of_its_own_adds_the_time() -> None:
    row = Row("psychosis", within=Span.of("6m"))
    assert phrases.row_words(row, GRAMMAR["reasons"], GRAMMAR) == "people with psychosis in the last 6 months"


def test_every_gap_is_a_plain_name_and_no_sentence_promises() -> None:
    for sentence in SENTENCES:
        gaps = [(name, form, kind) for _, name, form, kind in Formatter().parse(sentence) if name is not None]
        assert all(re.fullmatch("[a-z_]+", name) and not form and not kind for name, form, kind in gaps)
        assert not re.search(r"will accept|guarantee|eligible", sentence, re.I)


def test_every_criterion_has_words_for_what_it_can_come_to() -> None:
    for criterion in GRAMMAR.criteria.values():
        assert set(criterion.wording) <= set(State)
        assert State.MET in criterion.wording
        assert criterion.operator in ("between", "at_least", "one_of", "none_of", "is")


def test_a_service_that_never_said_how_soon_after_a_death_it_takes_people_says_so() -> None:
    said = said_of("crisis-team", {"area": "northvale", "since_event": "3m"})
    assert "Does not say how soon or how long after the event it takes people." in said.because


def test_a_risk_is_worded_as_a_risk_beside_a_limit_of_time() -> None:
    criteria = {"time_since_event": {"from": "6m"}, "holds_risk": "thoughts-no-intent"}
    told = {"since_event": "7m", "flags": {"recent-attempt": "yes"}}
    said = said_of("crisis-team", told, crisis_team={"criteria": criteria})
    assert said.because == (
        "Does not take people who have tried to end their life recently. "
        "What it says it can support, at most: thoughts of suicide or self-harm without plan or intent.",
    )


def test_a_risk_that_nobody_was_asked_about_is_a_thing_to_ask() -> None:
    holds = {"criteria": {"holds_risk": "recent-attempt"}}
    assert "Ask about risk. What it says it can support, at most: recent suicide attempt." in (
        said_of("cmht", {}, cmht=holds).make_sure
    )


@pytest.mark.parametrize(
    ("needs", "service_needs", "limit", "asked"),
    [
        ([], ["depression"], {"from": "6m"}, True),
        (["bereavement-by-suicide"], ["depression", "bereavement"], {"from": "6m"}, True),
        (["depression"], ["depression", "bereavement"], {"from": "6m"}, False),
        (["perinatal"], ["pregnancy-and-baby-loss", "perinatal"], {"from": "6w"}, True),
        (["bereavement"], ["bereavement"], {"from": "0d"}, False),
        (["bereavement"], ["bereavement"], "any", False),
    ],
)
def test_when_somebody_died_is_asked_only_where_it_matters(
    needs: list[str], service_needs: list[str], limit: object, asked: bool
) -> None:
    changed = {"needs": service_needs, "criteria": {"time_since_event": limit}}
    said = said_of("crisis-team", {"needs": needs}, crisis_team=changed)
    assert any(each.startswith("Ask when it happened: takes people ") for each in said.make_sure) is asked


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (
            {"how": "other-directory", "on": "2026-11-20"},
            "Contact: copied from another directory on 20 November 2026. Nobody has confirmed it with the service.",
        ),
        (
            {"how": "published-page", "on": "2026-07-20"},
            "Contact: read on a published page on 20 July 2026, and overdue to be checked again.",
        ),
        (
            {"how": "published-page", "on": "2026-01-20"},
            "Contact: read on a published page on 20 January 2026, which is too long ago to rely on.",
        ),
    ],
)
def test_what_the_service_did_not_confirm_is_not_said_to_be_confirmed(check: dict[str, str], sentence: str) -> None:
    changed = {"checked": {"how": "provider-phone", "on": "2026-11-23", "contact": check}}
    assert said_of("crisis-team", {}, crisis_team=changed).flags == (sentence,)


def test_whom_a_service_is_only_for_is_a_thing_to_make_sure_of() -> None:
    men = {"criteria": {"only": [{"reason": "man"}]}}
    assert "Make sure: it is for men only." in said_of("crisis-team", {}, crisis_team=men).make_sure


def test_all_four_nations_are_the_uk_and_three_are_named() -> None:
    nations = ("england", "wales", "scotland", "northern-ireland")
    assert phrases.place_words(nations, town()) == "the UK"
    assert phrases.place_words(nations[:3], town()) == "England, wales or scotland"
