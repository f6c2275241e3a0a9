"""The tables of an area's files: figures as they were published, and crisis routes as they are known."""

from dataclasses import replace
from datetime import date

from rightdoor.coverage.area import area_coverage
from rightdoor.coverage.tables import book
from rightdoor.model.directory import Directory
from rightdoor.model.organization import Organization
from rightdoor.model.statistics import Period, Series
from rightdoor.model.table import Value
from vale_facts import AREAS, TODAY, directory, service

SOURCE = "NHS England"
MONTHS = (
    Period("2026-08", "2026-08", {"m001": 700}),
    Period("2026-09", "2026-09", {"m001": 705, "m053": 70}, ("m031",)),
)
PLACE = Series("vale", "vale.yaml", SOURCE, area="9ZZ", area_name="NHS Vale", periods=MONTHS)


def town(*statistics: Series, **parts: object) -> Directory:
    trust = Organization("trust", "trust.yaml", "Trust", "nhs", identifiers={"ods": "RXX"})
    areas = {**AREAS, "vale": replace(AREAS["vale"], codes={"ods": "9ZZ"}, crisis_routes=("team", "line"))}
    services = (service("team", hours="24/7"), service("line", status="temporarily closed"))
    made = directory(*services, organizations={"trust": trust}, areas=areas, statistics=statistics)
    return replace(made, **parts)  # type: ignore[arg-type]


def rows(directory: Directory, name: str, today: date = TODAY) -> list[dict[str, Value]]:
    table = book(directory, area_coverage(directory, "vale", today), today, "abc").table(name)
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def test_figures_stand_month_by_month_as_they_were_published_and_a_withheld_one_is_no_number():
    found = {
        (row["first_month"], row["measure_code"]): (row["figure"], row["known"]) for row in rows(town(PLACE), "figures")
    }
    assert found["2026-08", "M001"] == (700, "Published")
    assert found["2026-09", "M001"] == (705, "Published")
    assert found["2026-09", "M031"] == (None, "Below 5, or withheld")
    assert found["2026-09", "M192"] == (None, "Not published")


def test_each_month_stands_once_with_the_place_its_source_and_the_standard():
    found = rows(town(PLACE), "figures")
    seen = [(row["first_month"], row["measure_code"]) for row in found]
    assert len(seen) == len(set(seen))
    assert {(row["provider"], row["of_place"], row["source"]) for row in found} == {
        ("All providers", "NHS Vale", SOURCE)
    }
    assert {row["at_least_standard"] for row in found if row["measure_code"] == "M053"} == {75}


def test_a_provider_s_figures_from_everywhere_say_so():
    own = replace(PLACE, id="rxx", provider="RXX", provider_name="The Trust", area="", area_name="")
    therapies = service("therapies", "talking-therapies")
    made = town(own)
    found = rows(replace(made, services={**made.services, "therapies": therapies}), "figures")
    assert {(row["provider"], row["provider_id"], row["of_place"], row["of_place_id"]) for row in found} == {
        ("The Trust", "trust", "Wherever it works", None)
    }


def test_an_area_without_published_figures_has_an_empty_table():
    assert rows(town(), "figures") == []


def test_crisis_routes_stand_in_their_order_also_those_that_do_not_run():
    found = rows(town(), "crisis")
    told = [(row["place"], row["id"], row["running"], row["always"], row["hours"]) for row in found]
    assert told == [(1, "team", "Yes", "Yes", "24/7"), (2, "line", "No", None, None)]
    assert {row["named_by"] for row in found} == {"Vale"}


def test_what_nobody_has_said_of_a_crisis_route_is_left_empty_and_never_no():
    line = rows(town(), "crisis")[1]
    assert (line["always"], line["takes_age"]) == (None, None)
