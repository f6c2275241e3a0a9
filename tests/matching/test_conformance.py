"""Every vector of `tests/conformance/` holds in Python; not one is ever skipped."""

import re

import pytest

from matching import vectors as given
from matching.vectors import TODAY, Vector, vectors
from rightdoor.matching import operators
from rightdoor.matching.match import Match, match, match_all
from rightdoor.matching.operators import State

ALL = list(vectors())
ALONE = [each for each in ALL if "order" not in each.expect]
LISTS = [each for each in ALL if "order" in each.expect]

REACHED = {
    "between": set(State),
    "at_least": {State.MET, State.NOT_MET},
    "one_of": set(State),
    "none_of": {State.MET, State.NOT_MET, State.UNKNOWN_SERVICE, State.NOT_ASKED},
    "is_": {State.MET, State.NOT_MET, State.NOT_ASKED},
}
"""What each operator can come to in a directory: a time is only compared where both sides are known, and who a
service is for is either stated or not listed."""


def found(vector: Vector) -> Match:
    return match(vector.directory.services["service"], vector.answers, vector.directory, TODAY)


@pytest.mark.parametrize("vector", ALONE, ids=lambda vector: vector.name)
def test_what_matching_means(vector: Vector) -> None:
    result = found(vector)
    states = {":".join(filter(None, (each.criterion, each.code))): str(each.state) for each in result.reasons}
    listed = vector.expect.get("reasons", {})
    assert len(states) == len(result.reasons)
    assert result.outcome == vector.expect["outcome"]
    assert {name: state for name, state in states.items() if name in listed or state != "met"} == listed
    if "flags" in vector.expect:
        assert list(result.flags) == vector.expect["flags"]
    if "instead" in vector.expect:
        assert list(result.instead) == vector.expect["instead"]


@pytest.mark.parametrize("vector", LISTS, ids=lambda vector: vector.name)
def test_what_is_listed_and_in_which_order(vector: Vector) -> None:
    order = [{each.service.id: str(each.outcome)} for each in match_all(vector.directory, vector.answers, TODAY)]
    assert order == vector.expect["order"]


def test_a_reason_says_where_its_limit_stands_in_the_record_or_that_nobody_wrote_one() -> None:
    for vector in ALONE:
        result = found(vector)
        for each in result.reasons:
            field = "holds_risk" if each.criterion == "risk" else each.criterion
            if field in ("age", "severity", "area", "time_since_event", "holds_risk"):
                stated = getattr(result.service.criteria, field) is not None
                assert each.place == (("criteria", field) if stated else ("criteria",)), vector.name


def test_no_vector_is_lost_and_each_has_its_own_sentence() -> None:
    written = sum(len(re.findall("^- name: ", file.read_text("utf-8"), re.M)) for file in given.FOLDER.glob("*.yaml"))
    names = [each.name for each in ALL]
    assert len(names) == written >= 80
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() and name.endswith(".") for name in names)


def test_vectors_reach_every_operator_in_every_state(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: dict[str, set[State]] = {name: set() for name in REACHED}
    for name in REACHED:
        for module in ("operators", "area", "risk"):
            watch(f"rightdoor.matching.{module}.{name}", reached[name], monkeypatch)
    for vector in ALONE:
        found(vector)
    assert reached == REACHED


def watch(path: str, states: set[State], monkeypatch: pytest.MonkeyPatch) -> None:
    """Note what an operator comes to, wherever a module has it."""
    operator = getattr(operators, path.rpartition(".")[2])

    def noted(*limits: object) -> State:
        states.add(state := operator(*limits))
        return state

    monkeypatch.setattr(path, noted, raising=False)
