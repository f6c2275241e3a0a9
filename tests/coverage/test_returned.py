"""What may be said of returned referrals: enough to help, and no small number that anybody could read out of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.coverage.returned import ReturnedInFolder, months, returned, returned_in_folder
from rightdoor.model.criteria import Criteria, Row, SeverityLimit
from rightdoor.model.directory import Directory
from rightdoor.model.refusal import NOBODY, RefusalCount
from rightdoor.model.service import Referral, Service
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

TODAY = date(2026, 11, 23)
GRAMMAR = load_grammar(schema_folder())


def service(id: str, **fields: object) -> Service:
    made = Service(id, f"{id}.yaml", id.title(), "trust", "cmht", "active", "S", "vale")
    return replace(made, **fields)  # type: ignore[arg-type]


SERVICES = {each: service(each) for each in ("therapies", "team", "charity")}


def reports(number: int, **said: str | None) -> RefusalCount:
    fields = {"service": "therapies", "month": "2026-09", "reason": "too-complex", **said}
    return RefusalCount(count=number, **fields)  # type: ignore[arg-type]


def directory(*rows: RefusalCount, **services: Service) -> Directory:
    return Directory(GRAMMAR, services={**SERVICES, **services}, refusals=rows)


def test_four_reports_say_nothing_and_five_do():
    assert returned(directory(reports(4)), TODAY) == {}
    assert returned_in_folder(directory(reports(4)), TODAY) == {}
    assert returned(directory(reports(5)), TODAY)["therapies"].least == 5


def test_a_number_is_said_as_at_least_and_never_exactly():
    assert [returned(directory(reports(number)), TODAY)["therapies"].least for number in (5, 9, 10, 14)] == [
        5,
        5,
        10,
        10,
    ]


@pytest.mark.parametrize(
    ("month", "counts"), [("2025-11", False), ("2025-12", True), ("2026-11", True), ("2026-12", False)]
)
def test_the_last_twelve_months_count_up_to_the_month_of_today(month: str, counts: bool):
    assert bool(returned(directory(reports(6, month=month)), TODAY)) is counts
    assert months(TODAY) == ("2025-12", "2026-11")
    assert months(date(2026, 12, 1)) == ("2026-01", "2026-12")


def test_a_reason_is_called_the_most_given_only_by_five_and_more_than_half():
    said = returned(directory(reports(6), reports(6, reason="list-closed")), TODAY)["therapies"]
    assert said.reason == ""
    assert returned(directory(reports(4), reports(1, reason="list-closed")), TODAY)["therapies"].reason == ""
    assert returned(directory(reports(6), reports(5, reason="list-closed")), TODAY)["therapies"].reason == "too-complex"


def test_what_took_most_people_is_considered_where_five_reports_name_it():
    named = returned(directory(reports(5, taken_by="team"), reports(4, taken_by="charity")), TODAY)["therapies"]
    assert (named.consider, named.from_entry) == (("team",), False)
    assert returned(directory(reports(4, taken_by="team"), reports(4)), TODAY)["therapies"].consider == ()


def test_nobody_is_no_service_to_consider_and_neither_is_one_that_is_not_listed():
    assert returned(directory(reports(9, taken_by=NOBODY)), TODAY)["therapies"].consider == ()
    assert returned(directory(reports(9, taken_by="closed-since")), TODAY)["therapies"].consider == ()


def test_otherwise_the_entry_says_where_to_go_for_that_reason():
    limit = SeverityLimit("mild", "moderate", None, ("team",))
    strict = service("therapies", criteria=Criteria(severity=limit), referral=Referral(if_declined=("charity",)))
    said = returned(directory(reports(5), therapies=strict), TODAY)["therapies"]
    assert (said.consider, said.from_entry) == (("team",), True)
    rows = (Row("psychosis", None, ("team",)), Row("bipolar", None, ("charity",)))
    strict = service("therapies", criteria=Criteria(does_not_take=rows))
    assert returned(directory(reports(5, reason="bipolar"), therapies=strict), TODAY)["therapies"].consider == (
        "charity",
    )


def test_otherwise_where_the_service_sends_those_it_declines():
    plain = service("therapies", referral=Referral(if_declined=("charity", "closed-since")))
    assert returned(directory(reports(5), therapies=plain), TODAY)["therapies"].consider == ("charity",)


def test_of_an_area_only_services_that_may_be_named_are_counted():
    few = reports(4, service="team", reason="list-closed", referrer="self")
    rows = (reports(5, referrer="gp"), few, replace(few, service="charity"))
    said = returned_in_folder(directory(*rows), TODAY)["vale"]
    assert [each.service for each in said.services] == ["therapies"]
    assert (said.reasons, said.referrers, said.taken_by) == ((("too-complex", 5),), (("gp", 5),), (("", 5),))


def test_unknown_is_counted_as_unknown():
    said = returned_in_folder(directory(reports(5), reports(5, referrer="gp")), TODAY)["vale"]
    assert said.referrers == (("", 5), ("gp", 5))


def test_a_service_that_closed_is_not_spoken_of():
    assert returned(directory(reports(20, service="closed-since")), TODAY) == {}


CELLS = tuple(product(("therapies", "team"), ("too-complex", "list-closed", "no-reason")))
COUNTS = st.lists(st.integers(0, 11), min_size=len(CELLS), max_size=len(CELLS)).map(tuple)


def made(counts: Iterable[int]) -> Directory:
    cells = zip(CELLS, counts, strict=True)
    return directory(*(reports(number, service=id, reason=reason) for (id, reason), number in cells if number))


def said(counts: Iterable[int]) -> tuple[object, ...]:
    found = made(counts)
    return returned(found, TODAY), returned_in_folder(found, TODAY)


def shown(of_folder: ReturnedInFolder) -> Iterator[int]:
    yield from (each.least for each in of_folder.services)
    for pairs in (of_folder.reasons, of_folder.referrers, of_folder.taken_by):
        yield from (least for _, least in pairs)


@given(COUNTS)
def test_no_number_that_is_shown_is_below_five_or_exact(counts: tuple[int, ...]):
    for each in returned_in_folder(made(counts), TODAY).values():
        assert all(number >= 5 and number % 5 == 0 for number in shown(each))


@settings(deadline=None, max_examples=60)
@given(COUNTS)
def test_of_no_small_count_can_it_be_worked_out_what_it_is(counts: tuple[int, ...]):
    """For every count from 1 to 4 there are other counts that would be said in exactly the same words."""
    told = said(counts)
    for place, number in enumerate(counts):
        if 0 < number < 5:
            assert any(said(other) == told for other in _others(counts, place)), (counts, place)


def _others(counts: tuple[int, ...], place: int) -> Iterator[tuple[int, ...]]:
    """The counts with another number in this place, and up to three other places changed by one."""
    steps = [step for step in (-1, 1, -2, 2, -3, 3) if counts[place] + step >= 0]
    elsewhere = [each for each in range(len(counts)) if each != place]
    for step, three, by in product(steps, combinations(elsewhere, 3), product((0, -1, 1), repeat=3)):
        changed = {place: step, **dict(zip(three, by, strict=True))}
        new = tuple(number + changed.get(index, 0) for index, number in enumerate(counts))
        if min(new) >= 0:
            yield new
