"""What holds for every service and every person that can be made up."""

from collections.abc import Mapping
from dataclasses import fields, replace

from hypothesis import assume, given
from hypothesis import strategies as st

from matching.vectors import GRAMMAR, TODAY, directory_of
from rightdoor.matching.judge import judge
from rightdoor.matching.match import Outcome, match_all, outcome_of
from rightdoor.matching.operators import State
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import AgeLimit, AreaLimit, Criteria, Row, SeverityLimit, TimeLimit
from rightdoor.model.directory import Directory
from rightdoor.model.measure import AgeRange, Span

WORLD = directory_of({})
TIES = ("practice", "home", "work-or-study", "cared-for", "where-death-occurred")
BASES = ("gp-practice", "home-address", "gp-or-address", "gp-and-address", "work-or-study", "cared-for-address")


def code(vocabulary: str) -> st.SearchStrategy[str]:
    return st.sampled_from(list(GRAMMAR[vocabulary].terms))


areas = st.sampled_from(list(WORLD.areas))
spans = st.sampled_from(["0h", "3d", "4w", "29d", "1m", "6m", "1y", "12m"]).map(Span.of)
ages = st.integers(0, 1200)
age_limits = st.builds(AgeLimit, st.none() | ages, st.none() | ages)
bands = st.lists(code("severity_bands"), min_size=2, max_size=2).map(
    lambda two: sorted(two, key=GRAMMAR["severity_bands"].rank)
)
severity_limits = st.builds(SeverityLimit) | bands.map(lambda two: SeverityLimit(*two))
area_limits = st.builds(AreaLimit, st.sampled_from(BASES), st.lists(areas, min_size=1, max_size=2).map(tuple))
whos = st.lists(code("referral_who"), max_size=2).map(tuple)
rows = st.builds(Row, code("reasons"), within=st.none() | spans, except_via=whos)
lists = st.lists(rows, max_size=3, unique_by=lambda row: row.reason).map(tuple)
criteria = st.builds(
    Criteria,
    age=st.none() | age_limits,
    severity=st.none() | severity_limits,
    area=st.none() | area_limits,
    only=st.lists(st.builds(Row, code("groups")), max_size=2).map(tuple),
    time_since_event=st.none() | st.builds(TimeLimit, st.none() | spans, st.none() | spans),
    does_not_take=st.none() | lists,
    check_first=lists,
    takes_despite=lists,
    holds_risk=st.none() | code("risk_levels"),
)
answers = st.builds(
    Answers,
    needs=st.lists(code("needs"), max_size=2).map(tuple),
    age=st.none() | st.builds(lambda least, more: AgeRange(least, least + more), ages, st.sampled_from([0, 11])),
    severity=st.none() | code("severity_bands"),
    areas=st.dictionaries(st.sampled_from(TIES), areas, max_size=3),
    flags=st.dictionaries(code("reasons"), st.sampled_from(["yes", "no"]) | spans, max_size=4),
    since_event=st.none() | spans,
    route=st.none() | code("referral_who"),
    people=st.dictionaries(code("groups"), st.booleans(), max_size=3),
)


def outcome(of: Criteria, told: Answers, directory: Directory = WORLD) -> Outcome:
    return outcome_of(each.state for each in judge(of, told, directory))


@given(criteria, answers)
def test_a_service_that_left_something_unsaid_never_meets(of: Criteria, told: Answers) -> None:
    for name in ("age", "severity", "area", "does_not_take"):
        assert outcome(replace(of, **{name: None}), told) is not Outcome.MEETS


@given(criteria, answers)
def test_a_limit_that_was_never_stated_is_never_met(of: Criteria, told: Answers) -> None:
    silent = {name for name in ("age", "severity", "area", "time_since_event") if getattr(of, name) is None}
    for reason in judge(of, told, WORLD):
        if reason.criterion in silent:
            assert reason.state in (State.NOT_ASKED, State.UNKNOWN_SERVICE)


@given(criteria, answers)
def test_a_person_who_was_not_asked_never_meets_a_limit(of: Criteria, told: Answers) -> None:
    unasked: Mapping[str, Answers] = {
        "age": replace(told, age=None),
        "severity": replace(told, severity=None),
        "area": replace(told, areas={}),
        "time_since_event": replace(told, since_event=None),
    }
    for name, fewer in unasked.items():
        limit = getattr(of, name)
        if limit is not None and limit not in (AgeLimit(), SeverityLimit(), TimeLimit()):
            assert outcome(of, fewer) is not Outcome.MEETS


@given(criteria)
def test_a_person_of_whom_nothing_is_known_is_neither_refused_nor_sent_to_be_checked(of: Criteria) -> None:
    assert outcome(of, Answers()) in (Outcome.FITS, Outcome.MEETS)


@given(criteria, answers, answers)
def test_one_more_answer_never_opens_a_door_that_was_shut(of: Criteria, told: Answers, more: Answers) -> None:
    assume(outcome(of, told) is Outcome.DOES_NOT_FIT)
    for field in ("age", "severity", "since_event", "route"):
        if getattr(told, field) is None:
            assert outcome(of, replace(told, **{field: getattr(more, field)})) is Outcome.DOES_NOT_FIT
    asked = {*told.flags, *told.needs, *told.people}
    flags = {**{reason: said for reason, said in more.flags.items() if reason not in asked}, **told.flags}
    assert outcome(of, replace(told, flags=flags)) is Outcome.DOES_NOT_FIT
    assert outcome(of, replace(told, areas={**more.areas, **told.areas})) is Outcome.DOES_NOT_FIT


@given(criteria, answers)
def test_an_excluded_person_does_not_fit_whatever_else_is_so(of: Criteria, told: Answers) -> None:
    refused = replace(of, does_not_take=(Row("psychosis"),))
    assert outcome(refused, replace(told, flags={**told.flags, "psychosis": "yes"})) is Outcome.DOES_NOT_FIT


@given(st.permutations(["a", "b", "c", "d"]), answers)
def test_the_order_of_the_files_does_not_change_the_order_of_the_list(ids: list[str], told: Answers) -> None:
    services = {"a": {}, "b": {"intake": "paused"}, "c": {"criteria": {"age": "absent"}}, "d": {"name": "A"}}
    told = replace(told, needs=())
    shuffled = match_all(directory_of({id: services[id] for id in ids}), told, TODAY)
    assert [each.service.id for each in shuffled] == [
        each.service.id for each in match_all(directory_of(services), told, TODAY)
    ]


def test_every_answer_there_is_can_be_made_up() -> None:
    assert {field.name for field in fields(Answers)} == {
        "needs", "age", "severity", "areas", "flags", "since_event", "route", "people"
    }  # fmt: skip
