"""The fast validator that decides and the slow one that explains agree about every record."""

import random
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.records import grammar_values, schema_lint
from rightdoor.records.findings import explainer, make_explainer
from rightdoor.records.grammar import compiled, decider, judge_source, schema
from rightdoor.records.marks import Mark
from rightdoor.records.read import Source, read_source
from rightdoor.records.schema_enums import nodes

ROOT = Path(__file__).parents[2]
KINDS = ("service", "organization", "area", "vignette")
AWKWARD: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    18,
    4.5,
    "",
    " ",
    "yes",
    "x\n",
    "18y",
    "4w",
    "2026-08-14",
    "٤w",
    "a" * 500,
]
AWKWARD += [[], {}, [None], [[]], {"from": 18}, {"reason": "psychosis"}, "none stated", "any", "A-b", "a--b", "-a"]


class Unmarked(Source):
    """A source of data that no file holds: every place is the first line."""

    def mark(self, path: Any, *, field: bool = False) -> Mark:
        return Mark(1, 1)


@cache
def filled(kind: str) -> dict[str, Any]:
    """The template of a kind with every field in use."""
    text = (ROOT / "schema" / "templates" / f"{kind}.yaml").read_text("utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines() if not line.startswith("##")]
    return read_source("\n".join(lines).encode(), f"{kind}.yaml").data


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every list or group of a record with each of its places."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]


def mutated(data: dict[str, Any], seed: int) -> dict[str, Any]:
    """The record with a few of its parts replaced, removed or added."""
    chance, changed = random.Random(seed), deepcopy(data)
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(places(changed))
        act = chance.randrange(4)
        if act == 0:
            del holder[key]
        elif act == 1 and isinstance(holder, dict):
            holder[chance.choice(["phone", "nmae", "from", "to", "under", "x y"])] = deepcopy(chance.choice(AWKWARD))
        elif act == 2 and isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
        else:
            holder[key] = deepcopy(chance.choice(AWKWARD))
        if not places(changed):
            break
    return changed


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_both_validators_agree_about_a_record_with_parts_changed(kind: str, seed: int):
    data = mutated(filled(kind), seed)
    assert decider(kind).is_valid(data) == (not list(explainer(kind).iter_errors(data)))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_every_refused_record_gets_at_least_one_problem_and_every_problem_has_words(kind: str, seed: int):
    data = mutated(filled(kind), seed)
    problems = judge_source(Unmarked("x.yaml", data, b"name: x\n"), kind)
    assert bool(problems) != decider(kind).is_valid(data)
    for problem in problems:
        assert problem.message.endswith(".")
        assert problem.tip
        assert problem.message.isprintable()


PATTERNS = sorted(
    {node["pattern"] for kind in KINDS for node in nodes(schema(kind)) if type(node.get("pattern")) is str}
)


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=12) | st.text("ab-0129ymwd :/\n", max_size=12))
def test_both_validators_agree_about_a_pattern_on_any_text(pattern: str, text: str):
    whole = {"$schema": schema("service")["$schema"], "type": "string", "pattern": pattern}
    assert compiled(whole).is_valid(text) == make_explainer(whole).is_valid(text)


@pytest.mark.parametrize("field", ["name", "organization", "summary"])
def test_a_line_end_after_a_value_is_refused_by_both(field: str):
    data = {**filled("service"), field: filled("service")[field] + "\n"}
    assert not decider("service").is_valid(data)
    assert list(explainer("service").iter_errors(data))


def test_a_line_end_after_a_date_an_age_and_a_time_is_refused_by_both():
    for criteria in ({"age": {"from": "18y\n"}}, {"time_since_event": {"from": "6m\n"}}):
        data = {**filled("service"), "criteria": criteria}
        assert not decider("service").is_valid(data)
        assert list(explainer("service").iter_errors(data))
    data = {**filled("service"), "checked": {"how": "provider-phone", "on": "2026-08-14\n"}}
    assert not decider("service").is_valid(data)
    assert list(explainer("service").iter_errors(data))


def test_every_rule_of_a_value_has_words():
    said_elsewhere = {
        "properties",
        "additionalProperties",
        "required",
        "dependentRequired",
        "not",
        "items",
        "propertyNames",
    }
    said_elsewhere |= {"if", "else", "dependentSchemas", "minLength", "minItems", "minProperties"}
    assert schema_lint.RULES - said_elsewhere == set(grammar_values.SAY)
