"""What has been answered, as it stands in the address: codes only, whole again when it is read."""

from __future__ import annotations

import pytest

from browser.finding import Finder
from rightdoor.model.directory import Directory

WHOLE = (
    "area=northvale&home=eastvale&need=depression,panic&therapy=cbt&age=17y9m&severity=severe&since=3m&route=gp"
    "&yes=under-secondary-care&no=psychosis&ago=recent-attempt:3w&is=carer&isnt=veteran&lang=pl,en&cost=free-nhs"
    "&how=video&access=step-free&self=1&open=1&with=northvale-cmht,samaritans&refused=northvale-cmht&why=too-mild"
)


def test_the_address_holds_every_answer_and_gives_it_back_whole(finder: Finder):
    assert finder("hash", f"#{WHOLE}") == WHOLE


def test_answers_in_another_order_are_the_same_address(finder: Finder):
    assert finder("hash", "#age=34y&need=depression&area=northvale") == "area=northvale&need=depression&age=34y"


@pytest.mark.parametrize(
    "hostile",
    [
        "area=../../etc/passwd",
        "need=<script>alert(1)</script>",
        "age=thirty four",
        "age=javascript:alert(1)",
        "since=yesterday",
        "ago=recent-attempt:now",
        "ago=recent-attempt",
        "yes=__proto__",
        "need=" + "a" * 200,
        "self=yes",
        "toString=1",
        "&&&===",
        "",
    ],
)
def test_what_cannot_be_an_answer_is_dropped(finder: Finder, hostile: str):
    assert finder("hash", f"#{hostile}") == ""


def test_codes_that_no_vocabulary_knows_are_dropped(finder: Finder):
    hash_ = (
        "area=northvale&need=depression,dragons&type=castle&therapy=spells&severity=awful&yes=psychosis,constructor"
        "&is=carer,king"
    )
    assert finder("known", f"#{hash_}") == "area=northvale&need=depression&yes=psychosis&is=carer"


def in_address(directory: Directory) -> list[tuple[str, str]]:
    """Every discreet term as an answer: "need=domestic-abuse", and as it may stand in an address."""
    parts = {"needs": ["need"], "service_types": ["type"], "reasons": ["yes", "no"], "groups": ["yes", "is", "isnt"]}
    terms = [(part, term) for name, named in parts.items() for part in named for term in directory.grammar[name]]
    return [(f"{part}={term.code}", f"{part}={term.slug}") for part, term in terms if term.discreet]


def test_no_discreet_answer_stands_in_the_address_and_both_ways_of_writing_it_are_read(
    finder: Finder, directory: Directory
):
    for plain, neutral in in_address(directory):
        assert plain != neutral
        assert finder("known", f"#area=northvale&{plain}") == f"area=northvale&{neutral}"
        assert finder("known", f"#area=northvale&{neutral}") == f"area=northvale&{neutral}"
        assert finder("discreet", f"#{neutral}") == finder("discreet", f"#{plain}") == [True]
        assert finder("reveals", f"#area=northvale&{plain}")
        assert not finder("reveals", f"#area=northvale&{neutral}")


def test_a_discreet_answer_with_a_time_is_written_neutrally_too(finder: Finder):
    assert finder("known", "#ago=domestic-abuse-now:3w,self-harm:1y") == "ago=personal-safety-now:3w,self-harm:1y"
    assert finder("reveals", "#ago=domestic-abuse-now:3w")


def test_a_neutral_word_finds_the_same_services(finder: Finder):
    assert finder("found", "#area=northvale&need=personal-safety") == finder(
        "found", "#area=northvale&need=domestic-abuse"
    )
    assert finder("discreet", "#need=depression,personal-safety&age=34y") == [False, True, False]


def test_a_therapy_leaves_the_services_that_name_it_with_or_without_a_need(finder: Finder, directory: Directory):
    for hash_ in ("#area=northvale&therapy=cbt", "#area=northvale&need=depression&therapy=cbt"):
        found = finder("found", hash_)
        assert found
        assert [each for each in found if "cbt" not in directory.services[each].therapies] == []
    both = finder("found", "#area=northvale&need=depression&therapy=cbt")
    assert set(both) < set(finder("found", "#area=northvale&need=depression"))


def test_a_list_without_end_is_cut(finder: Finder):
    needs = ",".join(f"need{at}" for at in range(500))
    assert finder("hash", f"#need={needs}").count(",") < 30
    assert finder("hash", "#with=a,b,c,d,e,f") == "with=a,b,c,d"


@pytest.mark.parametrize(
    ("hash_", "enough"),
    [
        ("#area=northvale", False),
        ("#need=depression", False),
        ("#home=northvale&need=depression", False),
        ("#area=northvale&need=depression", True),
        ("#area=northvale&type=cmht", True),
        ("#area=northvale&therapy=cbt", True),
        ("#choose-need", False),
    ],
)
def test_results_need_an_area_and_what_is_looked_for(finder: Finder, hash_: str, enough: bool):
    assert finder("canShow", hash_) is enough


def test_every_answer_is_a_chip_in_a_few_words(finder: Finder):
    assert finder("chips", f"#{WHOLE}") == [
        "Depression or low mood",
        "Panic attacks or agoraphobia",
        "Cognitive behavioural therapy (CBT)",
        "Age 17 years and 9 months",
        "Severity: severe",
        "3 months ago",
        "Referred by: GP",
        "Unpaid carers",
        "Veterans: no",
        "Already under secondary mental health care",
        "Psychosis: no",
        "Recent suicide attempt: 3 weeks ago",
        "Lives in Eastvale (made up)",
    ]


def test_no_is_said_in_the_words_of_the_vocabulary_where_it_has_some(finder: Finder):
    assert finder("chips", "#no=under-secondary-care") == ["Not under secondary mental health care"]


def test_taking_a_chip_away_leaves_every_other_answer(finder: Finder):
    whole = "area=northvale&need=depression,panic&age=34y&yes=under-secondary-care&no=psychosis"
    left = [finder("without", f"#{whole}", at) for at in range(5)]
    assert left == [
        "area=northvale&need=panic&age=34y&yes=under-secondary-care&no=psychosis",
        "area=northvale&need=depression&age=34y&yes=under-secondary-care&no=psychosis",
        "area=northvale&need=depression,panic&yes=under-secondary-care&no=psychosis",
        "area=northvale&need=depression,panic&age=34y&no=psychosis",
        "area=northvale&need=depression,panic&age=34y&yes=under-secondary-care",
    ]


def test_starting_again_keeps_the_practice_and_the_shortlist_only(finder: Finder):
    again = finder("again", f"#{WHOLE}")
    assert again.startswith("area=northvale&lang=pl,en")
    assert "with=northvale-cmht,samaritans" in again
    assert not [word for word in ("home=", "need=", "therapy=", "age=", "yes=", "ago=", "is=") if word in again]
