"""Answers read from plain data, and what is said of those that cannot be read."""

import pytest

from matching.town import town
from rightdoor.matching.answers import answers_from, nearest
from rightdoor.matching.suggest import unknown_words
from rightdoor.model.answers import Answers
from rightdoor.model.measure import AgeRange, Span


def test_everything_that_may_be_told_is_read() -> None:
    told = {
        "area": "northvale",
        "areas": {"home": "eastvale"},
        "age": "17y9m",
        "needs": ["depression"],
        "severity": "mild",
        "flags": {"psychosis": "no", "recent-attempt": "3w"},
        "since_event": "3m",
        "route": "gp",
        "people": {"carer": "yes", "veteran": "no"},
    }
    assert answers_from(told) == Answers(
        needs=("depression",),
        age=AgeRange(213, 213),
        severity="mild",
        areas={"practice": "northvale", "home": "eastvale"},
        flags={"psychosis": "no", "recent-attempt": Span("3w", 504)},
        since_event=Span("3m", 2190),
        route="gp",
        people={"carer": True, "veteran": False},
    )


def test_nothing_told_is_nothing_known() -> None:
    assert answers_from({}) == Answers()


@pytest.mark.parametrize("age", [17, "17", "17y"])
def test_an_age_in_whole_years_may_be_any_month_of_the_year(age: object) -> None:
    assert answers_from({"age": age}).age == AgeRange(204, 215)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"aeg": "17y"}, "“aeg” is not an answer. Did you mean “age”?"),
        ({"age": "old"}, "The age “old” cannot be read; type an age such as 34y or 17y9m."),
        ({"age": True}, "The age “True” cannot be read; type an age such as 34y or 17y9m."),
        ({"needs": "anxiety"}, "“needs” holds “anxiety”; write a list, such as [anxiety]."),
        ({"needs": [3]}, "“needs” holds “3”, which is not a word."),
        ({"severity": ["mild"]}, "“severity” holds “['mild']”, which is not a word."),
        ({"flags": ["x"]}, "“flags” holds “['x']”; write one “name: answer” on each line below it."),
        ({"flags": {"x": "maybe"}}, "“x” is answered “maybe”; answer yes, no, or how long ago, such as 3w."),
        ({"people": {"carer": "3w"}}, "“carer” is answered “3w”; answer yes or no."),
        (
            {"since_event": 3},
            "“since_event” holds “3”, which is not a length of time; "
            "type a number and a unit, such as 3w (weeks) or 6m (months).",
        ),
        ({"areas": {"hmoe": "x"}}, "“hmoe” is not a tie to an area. Did you mean “home”?"),
        (
            {"area": "a", "areas": {"practice": "b"}},
            "“area” says a and “practice” says b; leave one of them out.",
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_what_may_be_typed(told: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError) as raised:
        answers_from(told)
    assert str(raised.value) == sentence


def test_a_word_that_nobody_knows_comes_with_the_nearest_one() -> None:
    told = {"area": "nrthvale", "needs": ["depresion"], "severity": "sever", "route": "gpp"}
    others = {"flags": {"psychossis": "yes"}, "people": {"carrer": "yes"}}
    assert unknown_words(answers_from({**told, **others}), town()) == (
        "“depresion” is not a need of this directory. Did you mean “depression” (Depression or low mood)?",
        "“sever” is not a severity of this directory. Did you mean “severe”?",
        "“nrthvale” is not an area of this directory. Did you mean “northvale”?",
        "“psychossis” is not a flag of this directory. Did you mean “psychosis”?",
        "“gpp” is not a referrer of this directory. Did you mean “gp”?",
        "“carrer” is not a group of people of this directory. Did you mean “carer” (Unpaid carers)?",
    )


def test_known_words_are_not_remarked_on() -> None:
    assert unknown_words(answers_from({"area": "northvale", "needs": ["depression"]}), town()) == ()


def test_where_no_word_is_near_a_short_list_is_given_whole() -> None:
    assert nearest("zzz", ["mild", "severe"]) == " Type one of: mild, severe."
    assert nearest("zzz", []) == ""
