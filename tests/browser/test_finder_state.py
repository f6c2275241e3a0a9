"""What has been answered, as it stands in the address: codes only, whole again when it is read."""

from __future__ import annotations

import pytest

from browser.finding import Finder

WHOLE = (
    "area=northvale&home=eastvale&need=depression,panic&age=17y9m&severity=severe&since=3m&route=gp"
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
    hash_ = "area=northvale&need=depression,dragons&type=castle&severity=awful&yes=psychosis,constructor&is=carer,king"
    assert finder("known", f"#{hash_}") == "area=northvale&need=depression&yes=psychosis&is=carer"


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
        ("#choose-need", False),
    ],
)
def test_results_need_an_area_and_what_is_looked_for(finder: Finder, hash_: str, enough: bool):
    assert finder("canShow", hash_) is enough


def test_every_answer_is_a_chip_in_a_few_words(finder: Finder):
    assert finder("chips", f"#{WHOLE}") == [
        "Depression or low mood",
        "Panic attacks or agoraphobia",
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
    assert not [word for word in ("home=", "need=", "age=", "yes=", "ago=", "is=") if word in again]
