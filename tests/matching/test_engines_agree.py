"""The browser's engine and the Python one mean the same: codes, order, places to go instead and every sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations, product
from pathlib import Path

import pytest

from matching.engines import Asked, Browser, Files, python_says, shipped
from matching.vectors import TODAY, Vector, vectors
from rightdoor.matching import operators
from rightdoor.matching.match import outcome_of
from rightdoor.matching.operators import State
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.records.load import load
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

OPERATORS: Mapping[str, Callable[..., State]] = {
    "between": operators.between,
    "atLeast": operators.at_least,
    "oneOf": operators.one_of,
    "noneOf": operators.none_of,
    "is": operators.is_,
}


@pytest.fixture(scope="module")
def browser_engine() -> Iterator[Browser]:
    engine = Browser()
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def directory(root: Path) -> Directory:
    return load(root, TODAY).directory


@pytest.fixture(scope="module")
def wording() -> Grammar:
    return load_grammar(schema_folder())


def in_words(directory: Directory, wording: Grammar) -> Directory:
    """A directory in the few words of the vectors, with the sentences of the real grammar to say them in."""
    own = directory.grammar.vocabularies
    return replace(directory, grammar=replace(wording, vocabularies={**wording.vocabularies, **own}))


def test_every_operator_comes_to_the_same_state_on_every_side_of_every_limit(browser_engine: Browser) -> None:
    ends = (None, 0, 1, 2, 3)
    pairs = [None, *([low, high] for low, high in product(ends, ends))]
    known = [None, *([low, high] for low in range(4) for high in range(low, 4))]
    words = (None, ["a"], ["b"], ["a", "b"], ["c", "a"], [])
    asked: list[tuple[str, ...]] = [
        *(("between", answer, limit) for answer, limit in product(known, pairs)),
        *(("atLeast", answer, limit) for answer, limit in product(ends, ends)),
        *(("oneOf", *each) for each in product([each for each in words if each != []], words, (["a"], ["c"], []))),
        *(("noneOf", answer, limit) for answer, limit in product((None, "a", "c"), words)),
        *(("is", answer, limit) for answer, limit in product((None, True, False), repeat=2)),
    ]
    assert browser_engine.ask({"compared": asked}) == [
        OPERATORS[name](*map(as_python, sides)) for name, *sides in asked
    ]


def as_python(side: object) -> object:
    return tuple(side) if isinstance(side, list) else side


def test_the_table_of_outcomes_is_the_same(browser_engine: Browser) -> None:
    states = [list(each) for size in range(6) for each in combinations(map(str, State), size)]
    found = browser_engine.ask({"combined": states})
    assert found == [str(outcome_of(State(state) for state in each)) for each in states]


@pytest.mark.parametrize("vector", list(vectors()), ids=lambda vector: vector.name)
def test_every_vector_means_the_same_in_the_browser(vector: Vector, browser_engine: Browser, wording: Grammar) -> None:
    directory = in_words(vector.directory, wording)
    browser_engine.knows("vector", Files(directory, TODAY).whole())
    asked = [(None if "order" in vector.expect else "service", vector.answers)]
    said = browser_engine.says("vector", asked)
    assert said == python_says(directory, asked, TODAY)
    holds(said[0]["matches"], vector)


def holds(matches: list[dict[str, object]], vector: Vector) -> None:
    """What the vector itself expects, read from the browser's own answer."""
    if "order" in vector.expect:
        assert [{each["service"]: each["outcome"]} for each in matches] == vector.expect["order"]
        return
    (found,) = matches
    assert found["outcome"] == vector.expect["outcome"]
    states = {":".join(filter(None, (each[0], each[2]))): each[1] for each in found["reasons"]}
    listed = vector.expect.get("reasons", {})
    assert {name: state for name, state in states.items() if name in listed or state != "met"} == listed
    assert found["flags"] == vector.expect.get("flags", found["flags"])
    assert found["named"] == vector.expect.get("instead", found["named"])


@pytest.mark.parametrize("today", [date(2026, 11, 23), date(2027, 12, 28)], ids=str)
def test_every_vignette_has_the_same_list_in_the_browser(
    today: date, root: Path, directory: Directory, browser_engine: Browser
) -> None:
    browser_engine.knows("vignettes", shipped(root, directory, today))
    asked: list[Asked] = [(None, each.answers) for each in directory.vignettes.values()]
    assert len(asked) >= 25
    browser_engine.agrees("vignettes", directory, asked, today)
