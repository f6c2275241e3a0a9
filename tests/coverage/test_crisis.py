"""The crisis routes of an area, in its order, with what a commissioner asks of each."""

from dataclasses import replace
from datetime import date

from rightdoor.coverage.crisis import Crisis, crisis
from rightdoor.model.criteria import AgeLimit, Criteria
from rightdoor.model.freshness import Standing
from rightdoor.model.service import Service
from vale_facts import AREAS, HERE, OLD, TODAY, YESTERDAY, directory, service


def of(*services: Service, routes: tuple[str, ...] = ()) -> Crisis:
    areas = {**AREAS, "vale": replace(AREAS["vale"], crisis_routes=routes)}
    return crisis(directory(*services, areas=areas), "vale", TODAY)


def test_the_routes_stand_in_the_order_that_the_area_gives():
    found = of(service("a"), service("b"), routes=("b", "a"))
    assert [(each.place, each.service) for each in found.routes] == [(1, "b"), (2, "a")]
    assert found.named_by == "vale"


def test_an_area_that_names_none_uses_those_of_the_nation_and_says_so():
    found = of(service("nhs-line", "crisis-line"))
    assert (found.named_by, [each.service for each in found.routes]) == ("england", ["nhs-line"])


def test_a_route_that_does_not_run_is_told_beside_those_that_do():
    found = of(service("line"), service("team", status="temporarily closed"), routes=("team", "line"))
    assert [(each.service, each.running) for each in found.routes] == [("team", False), ("line", True)]


def test_where_none_of_the_area_s_own_runs_those_around_it_stand():
    found = of(service("team", status="inactive"), service("nhs-line"), routes=("team",))
    assert found.named_by == "england"


def test_no_route_at_all_is_said():
    assert of() == Crisis("", ())


def test_hours_that_nobody_has_said_are_not_around_the_clock():
    lines = [service(id, hours=hours) for id, hours in (("a", "24/7"), ("b", "Mo-Fr 09:00-17:00"), ("c", None))]
    assert [each.always for each in of(*lines, routes=("a", "b", "c")).routes] == [True, False, None]


def test_a_route_says_whom_it_takes_and_how_long_ago_that_was_confirmed():
    limit = AgeLimit(216, None)
    adults = service("adults", criteria=Criteria(age=limit, area=HERE))
    (first, second) = of(adults, service("old", checked=OLD), routes=("adults", "old")).routes
    assert (first.ages, first.standing, first.checked_on) == (limit, Standing.CURRENT, YESTERDAY)
    assert (second.ages, second.standing, second.checked_on) == (None, Standing.NOT_CONFIRMED, date(2024, 11, 22))


def test_the_rules_are_those_of_the_area():
    here = service("line", hours="24/7")
    national = replace(here, hours=None, by_area={"vale": here})
    assert of(national, routes=("line",)).routes[0].always is True
