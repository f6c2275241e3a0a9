"""Does not take begins with the limits of Takes: the page and the engine refuse the same people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pages.street import HERE, section, view_of
from rightdoor.matching.judge import judge
from rightdoor.matching.operators import State
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import Criteria
from rightdoor.model.directory import Directory
from rightdoor.model.measure import AgeRange
from rightdoor.pages import service_page
from rightdoor.pages.limit_rows import limit_rows
from rightdoor.pages.view import Settings, View
from rightdoor.records.load import load

NONE_LISTED = "The service states nobody else whom it does not take."
UNKNOWN = "Who else is not known. There may be people it does not take"


def refused(**criteria: Any) -> str:
    """The words under Does not take on the page of a service with these criteria."""
    others = {"other": {"name": "The Other Team"}}
    made = view_of({"this": {"criteria": {"area": HERE, **criteria}}, **others})
    return section(str(service_page.page(made, "this").body), "does-not-take")


def test_whoever_is_too_ill_is_refused_first_in_the_service_s_own_words_and_told_where_to_go() -> None:
    limit = {"from": "mild", "to": "moderate", "words": "Nothing severe or complex.", "refer_to": ["other"]}
    words = refused(severity=limit, does_not_take=[{"reason": "psychosis"}])
    assert words.startswith(
        "Does not take Problems more severe than moderate Nothing severe or complex. Go instead: The Other Team"
        " People with psychosis"
    )


@pytest.mark.parametrize(
    ("criteria", "said"),
    [
        ({"severity": {"from": "severe", "to": "severe-enduring"}}, "Problems milder than severe"),
        (
            {"severity": {"from": "moderate", "to": "severe"}},
            "Problems milder than moderate or more severe than severe",
        ),
        ({"age": {"from": "17y9m"}}, "People aged under 17 years and 9 months"),
        ({"age": {"under": "18y"}}, "People aged 18 and over"),
        ({"age": {"from": "16y", "under": "25y"}}, "People aged under 16 or aged 25 and over"),
    ],
)
def test_a_limit_says_whom_it_leaves_out(criteria: dict[str, Any], said: str) -> None:
    assert refused(**criteria).startswith(f"Does not take {said} {UNKNOWN}")


@pytest.mark.parametrize("criteria", [{}, {"age": "any", "severity": "any"}, {"severity": {"from": "mild"}}])
def test_a_limit_that_is_none_or_that_nobody_stated_refuses_nobody(criteria: dict[str, Any]) -> None:
    assert refused(**criteria).startswith("Does not take Not known.")


def test_a_service_that_states_nobody_is_not_said_to_take_those_beyond_its_limits() -> None:
    words = refused(age={"from": "18y"}, does_not_take="none stated")
    assert words.startswith(f"Does not take People aged under 18 {NONE_LISTED}")


@pytest.fixture(scope="module")
def everything(root: Path) -> Directory:
    return load(root, date(2026, 11, 23)).directory


def test_the_page_refuses_beyond_a_limit_exactly_where_the_engine_does(everything: Directory, root: Path) -> None:
    pages = View(everything, date(2026, 11, 23), Settings(), root / "docs" / ".overrides")
    wrong = []
    for service in everything.services.values():
        said = " ".join(row.text for row in limit_rows(pages, service))
        rows = {words for words in ENDS if re.search(words, said)}
        if rows != set(shut_out(service.criteria, everything)):
            wrong.append(service.id)
    assert wrong == []


ENDS = ("milder than", "more severe than", "aged under", "(and|or) over")


def shut_out(criteria: Criteria, directory: Directory) -> Iterator[str]:
    """Which ends the engine shuts: the mildest and the worst, the youngest and the oldest, for that alone."""
    bands = list(directory.grammar["severity_bands"].terms)
    told = [
        Answers(severity=bands[0]),
        Answers(severity=bands[-1]),
        *(Answers(age=AgeRange(at, at)) for at in (0, 1439)),
    ]
    for words, answers, criterion in zip(ENDS, told, ("severity", "severity", "age", "age"), strict=True):
        found = {reason.criterion: reason.state for reason in judge(criteria, answers, directory)}
        if found[criterion] is State.NOT_MET:
            yield words
