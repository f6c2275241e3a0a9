"""Forty and more things that a GP or a frightened person types, and what must come first; and what must not."""

from __future__ import annotations

import pytest

from browser.asking import Look

HARBOUR = "northvale-harbour"
NHS = "northvale-talking-therapies"
EMERGENCY = "emergency-999"
LOSS, AFTER = "need:bereavement-by-suicide", "valeland-after-suicide"
SUICIDE, HARM, CRISIS, ABUSE = "need:suicidal-thoughts", "need:self-harm", "need:crisis", "need:domestic-abuse"


@pytest.mark.parametrize(
    ("typed", "card", "topic", "service"),
    [
        ("my husband hits me", False, ABUSE, HARBOUR),
        ("he hits me", False, ABUSE, HARBOUR),
        ("partner hits me", False, ABUSE, HARBOUR),
        ("beaten by husband", False, ABUSE, HARBOUR),
        ("her boyfriend beats her", False, ABUSE, HARBOUR),
        ("afraid of my partner", False, ABUSE, HARBOUR),
        ("scared of her husband", False, ABUSE, HARBOUR),
        ("controlling partner", False, ABUSE, HARBOUR),
        ("domestic violence", False, ABUSE, HARBOUR),
        ("DA", False, ABUSE, HARBOUR),
        ("strangled", True, ABUSE, HARBOUR),
        ("not safe at home", True, ABUSE, HARBOUR),
        ("in danger", True, CRISIS, EMERGENCY),
        ("kil myself", True, SUICIDE, EMERGENCY),
        ("tried to kill himself", True, SUICIDE, EMERGENCY),
        ("wants to end her life", True, SUICIDE, EMERGENCY),
        ("end his life", True, SUICIDE, EMERGENCY),
        ("dont want to live", True, SUICIDE, EMERGENCY),
        ("doesn’t want to live", True, SUICIDE, EMERGENCY),
        ("no reason to live", True, SUICIDE, EMERGENCY),
        ("I cant go on", True, SUICIDE, EMERGENCY),
        ("attempt", True, SUICIDE, EMERGENCY),
        ("suicide attempt", True, SUICIDE, EMERGENCY),
        ("life not worth living", True, SUICIDE, EMERGENCY),
        ("better off dead", True, SUICIDE, EMERGENCY),
        ("want it to end", True, SUICIDE, EMERGENCY),
        ("giving away", True, SUICIDE, EMERGENCY),
        ("burden", True, SUICIDE, EMERGENCY),
        ("hanging", True, SUICIDE, EMERGENCY),
        ("ligature", True, SUICIDE, EMERGENCY),
        ("jump", True, SUICIDE, EMERGENCY),
        ("hurt myself", True, HARM, EMERGENCY),
        ("son took an overdose", True, HARM, EMERGENCY),
        ("son nearly killed himself", True, SUICIDE, EMERGENCY),
        ("brother killed himself", True, LOSS, AFTER),
        ("my husband took his own life 3 weeks ago", True, LOSS, AFTER),
        ("lost a friend to suicide", True, LOSS, AFTER),
        ("child died", False, "need:bereavement-child", "northvale-rowan"),
        ("phobia of spiders", False, "need:phobia", NHS),
        ("drink problem", False, "need:alcohol", "northvale-tidewell-young"),
        ("couple counselling", False, "need:relationship-difficulties", "northvale-sakinah"),
        ("overdose", True, HARM, EMERGENCY),
        ("od'd", True, HARM, EMERGENCY),
        ("took an overdose", True, HARM, EMERGENCY),
        ("tablets", True, HARM, EMERGENCY),
        ("took all her pills", True, HARM, EMERGENCY),
        ("voices telling him to", True, CRISIS, EMERGENCY),
        ("iapt northvale", False, "type:talking-therapies", NHS),
        ("SPA", False, "type:spa", "northvale-single-point"),
        ("EIT", False, "type:early-intervention-psychosis", "northvale-eip"),
        ("CAHMS", False, "type:camhs", "northvale-camhs"),
        ("menopause", False, "need:anxiety", NHS),
    ],
)
def test_what_is_typed_finds_the_right_help_first(look: Look, typed: str, card: bool, topic: str, service: str) -> None:
    found = look(typed)[0]
    assert (found["crisis"], found["terms"][:1], found["services"][:1], found["read"]) == (card, [topic], [service], "")


@pytest.mark.parametrize(
    "typed",
    [
        "depression",
        "anger",
        "debt",
        "grief",
        "carer",
        "CBT",
        "IAPT",
        "dementia",
        "couples",
        "sleep",
        "six weeks",
        "school",
        "housing",
        "bereaved by cancer",
        "odd",
        "table tennis",
        "low mood",
        "panic attacks",
        "hearing aid",
        "money worries",
        "not sleeping",
        "cutlery",
        "hut",
        "killer heels",
    ],
)
def test_ordinary_words_of_a_gp_show_no_crisis_card(look: Look, typed: str) -> None:
    assert not look(typed)[0]["crisis"]


@pytest.mark.parametrize("self", ["myself", "himself", "herself", "yourself", "themselves", "themself", "herslef"])
@pytest.mark.parametrize("act", ["kill", "kil", "killing", "hurt", "hurting", "cut", "harm"])
def test_whoever_is_meant_words_of_harm_show_the_crisis_card(look: Look, act: str, self: str) -> None:
    assert look(f"{act} {self}")[0]["crisis"]


@pytest.mark.parametrize("whose", ["my", "his", "her", "their", "your"])
def test_whosever_life_it_is_words_of_ending_it_show_the_crisis_card(look: Look, whose: str) -> None:
    assert [found["crisis"] for found in look(f"end {whose} life", f"took all {whose} tablets")] == [True, True]


def test_a_topic_of_crisis_among_the_first_three_shows_the_crisis_card(look: Look) -> None:
    found = look("breakdown")[0]
    assert CRISIS in found["terms"][:3]
    assert found["crisis"]


@pytest.mark.parametrize(
    "typed",
    [
        "hits",
        "husband",
        "hanging",
        "dead",
        "changing",
        "morning",
        "window",
        "winner",
        "strangers",
        "struggled",
        "career",
        "monkey",
        "material",
        "protect",
    ],
)
def test_a_real_word_is_never_read_as_another(look: Look, typed: str) -> None:
    assert look(typed, f"my {typed} depression")[1]["read"] == ""
    assert look(typed)[0]["read"] == ""


def test_what_was_mended_is_said_and_the_other_words_are_searched_as_typed(look: Look) -> None:
    found = look("conselling zzzz for a widow")[0]
    assert found["read"] == "counselling"
    assert "need:general-counselling" in found["terms"]
    assert found["services"]


def test_nhs_talking_therapies_are_among_the_first_for_cbt(look: Look) -> None:
    assert NHS in look("CBT")[0]["services"][:2]


def test_help_for_one_group_comes_after_help_for_everybody_unless_the_group_was_typed(look: Look) -> None:
    stress, staff, student = look("cant cope", "stress employee", "student stress")
    assert "vale-water-wellbeing" not in stress["services"][:5]
    assert staff["services"][0] == "vale-water-wellbeing"
    assert student["services"][0] == "university-of-valeland-counselling"


def test_help_that_costs_comes_after_help_that_is_free(look: Look) -> None:
    found = look("anxiety")[0]["services"]
    assert found.index("northvale-mill-lane") > found.index("northvale-lantern-counselling")


@pytest.mark.parametrize("typed", ["domestic violence", "domestic abuse", "my husband hits me"])
def test_help_for_people_who_use_abuse_comes_after_help_for_those_who_live_with_it(look: Look, typed: str) -> None:
    found = look(typed)[0]
    assert found["services"][0] == HARBOUR
    assert "northvale-turnaround" not in found["services"][:-1]
    assert found["terms"][0] == ABUSE


@pytest.mark.parametrize(
    "typed", ["hits", "hurts", "violence", "violent", "abusive", "controlling", "my partner is violent"]
)
def test_a_word_that_either_may_type_leads_first_to_help_for_those_who_live_with_abuse(look: Look, typed: str) -> None:
    found = look(typed)[0]
    assert "need:uses-abuse" not in found["terms"][:1]
    assert "northvale-turnaround" not in found["services"][:1]


@pytest.mark.parametrize(
    "typed", ["perpetrator", "hits his wife", "I hit my wife", "abusive to partner", "stop hurting my partner"]
)
def test_somebody_who_uses_abuse_finds_the_help_to_stop(look: Look, typed: str) -> None:
    found = look(typed)[0]
    assert (found["terms"][0], found["services"][0]) == ("need:uses-abuse", "northvale-turnaround")


@pytest.mark.parametrize("typed", ["mum has dementia", "husband has cancer", "his wife has dementia"])
def test_illness_in_the_family_offers_support_for_carers_too(look: Look, typed: str) -> None:
    assert "need:carer-support" in look(typed)[0]["terms"]


@pytest.mark.parametrize("typed", ["dementia", "dad died of cancer", "mum is anxious"])
def test_illness_alone_and_a_death_do_not_speak_of_a_carer(look: Look, typed: str) -> None:
    assert "need:carer-support" not in look(typed)[0]["terms"]


def test_an_area_among_other_words_says_where_and_is_not_searched_for(look: Look) -> None:
    plain, placed, alone, elsewhere = look("iapt", "iapt northvale", "Northvale", "grief in Eastvale")
    assert placed["place"] == "northvale"
    assert placed["services"] == plain["services"]
    assert placed["former"] == plain["former"]
    assert (alone["place"], alone["terms"][:1]) == ("", ["area:northvale"])
    assert elsewhere["place"] == "eastvale"


def test_those_that_patients_may_refer_themselves_to_are_found_so(look: Look) -> None:
    assert NHS in look("self referral")[0]["services"]
