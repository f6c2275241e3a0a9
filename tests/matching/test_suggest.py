"""A word that is no code is never taken for one: what may have been meant is suggested."""

import pytest

from matching.town import GRAMMAR, town
from rightdoor.matching.answers import answers_from
from rightdoor.matching.suggest import speaks_of_crisis, suggestion, unknown_words
from rightdoor.matching.words import LISTS, NAMES, words_of

BEREAVEMENT = "Did you mean “bereavement” (Bereavement and grief)?"
UNDER = "Did you mean “under-secondary-care” (Already under secondary mental health care)?"


@pytest.mark.parametrize(
    ("word", "name", "said"),
    [
        ("grief", "needs", BEREAVEMENT),
        ("Grief", "needs", BEREAVEMENT),
        ("bereavment", "needs", BEREAVEMENT),
        ("Bereavement and grief", "needs", BEREAVEMENT),
        ("major depressive disorder", "needs", "Did you mean “depression” (Depression or low mood)?"),
        ("manic depression", "needs", "Did you mean “bipolar” (Bipolar disorder)?"),
        ("personal-safety", "needs", "Did you mean “domestic-abuse”?"),
        ("cmht", "flags", UNDER),
        ("community psychiatric nurse", "flags", UNDER),
        ("doctor", "referrers", "Did you mean “gp”?"),
        ("Northvale", "areas", "Did you mean “northvale”?"),
        (
            "IAPT",
            "needs",
            "It is a kind of service (NHS Talking Therapies). Type a need that it helps with, such as “depression”.",
        ),
        (
            "AMHT",
            "needs",
            "It is a kind of service (Community mental health team). "
            "Type a need that it helps with, such as “depression”.",
        ),
        (
            "cmht",
            "referrers",
            "It is a kind of service (Community mental health team). See all with: rightdoor words referrers",
        ),
        ("zzzzzz", "needs", "See all with: rightdoor words needs"),
        ("zzzzzz", "flags", "See all with: rightdoor words flags"),
        ("awful", "severity", "Type one of: mild, moderate, moderately-severe, severe, severe-enduring."),
        ("x" * 5000, "needs", "See all with: rightdoor words needs"),
        ("", "needs", "See all with: rightdoor words needs"),
    ],
)
def test_a_word_that_is_no_code_brings_what_may_have_been_meant(word: str, name: str, said: str) -> None:
    assert suggestion(word, name, town()) == said


@pytest.mark.parametrize(
    ("word", "name", "said"),
    [
        (
            "BPD",
            "needs",
            "It can mean “complex-emotional-needs” or “bipolar” (Bipolar disorder). Type the one that is meant.",
        ),
        (
            "sad",
            "needs",
            "It can mean “social-anxiety” or “depression” (Depression or low mood). Type the one that is meant.",
        ),
        (
            "OD",
            "needs",
            "It can mean “self-harm” or once a day. Type the one that is meant. See all with: rightdoor words needs",
        ),
    ],
)
def test_an_ambiguous_word_brings_all_its_meanings_and_stands_for_none(word: str, name: str, said: str) -> None:
    assert suggestion(word, name, town()) == said


def test_no_ambiguous_word_of_the_vocabulary_is_given_one_meaning_only() -> None:
    for term in GRAMMAR["ambiguous"]:
        if len(term.more["choices"]) > 1:
            for name in LISTS:
                assert suggestion(term.label, name, town()).startswith("It can mean ")


def test_a_label_or_a_synonym_is_suggested_and_not_taken() -> None:
    told = answers_from({"needs": ["low mood"]})
    assert unknown_words(told, town()) == (
        "“low mood” is not a need of this directory. Did you mean “depression” (Depression or low mood)?",
    )


@pytest.mark.parametrize("word", ["overdose", "OD", "suicide plan", "kill-myself", "TLNWL"])
def test_a_word_of_crisis_is_noticed_though_it_is_no_code(word: str) -> None:
    assert speaks_of_crisis(answers_from({"needs": [word]}), town())
    assert speaks_of_crisis(answers_from({"flags": {word: "yes"}}), town())


def test_other_unknown_words_do_not_speak_of_crisis() -> None:
    assert not speaks_of_crisis(answers_from({"needs": ["grief"]}), town())


def test_every_word_of_a_list_has_a_label_and_is_known_by_it() -> None:
    for name in NAMES:
        words = words_of(name, town())
        assert words
        assert all({each.code, each.label} <= set(each.names) for each in words.values())
