"""Areas within areas, who serves them, and whose day it is."""

from datetime import date

from rightdoor.model.area import Area
from rightdoor.model.criteria import AreaLimit, Criteria
from rightdoor.model.directory import Directory
from rightdoor.model.freshness import Standing
from rightdoor.model.grammar import Grammar
from rightdoor.model.service import Check, Checked, Contact, Service
from rightdoor.model.vocabulary import Term, Vocabulary

TODAY = date(2027, 11, 23)
STORY = date(2026, 11, 23)


def an_area(id_: str, within: str | None = None, **more: object) -> Area:
    return Area(id_, f"directory/areas/{id_}.yaml", id_.title(), "place", within, **more)  # type: ignore[arg-type]


def a_service(id_: str, *areas: str, folder: str = "here", **more: object) -> Service:
    limit = AreaLimit("gp-practice", areas) if areas else None
    told: dict[str, object] = {"criteria": Criteria(area=limit), **more}
    return Service(id_, f"{id_}.yaml", id_.title(), "somebody", "cmht", "active", "Helps.", folder, **told)  # type: ignore[arg-type]


def a_directory(*records: Area | Service) -> Directory:
    groups = {"criteria": Term("criteria", "Criteria", more={"days": 180})}
    return Directory(
        Grammar({"fact_groups": Vocabulary("fact_groups", groups)}),
        services={each.id: each for each in records if isinstance(each, Service)},
        areas={each.id: each for each in records if isinstance(each, Area)},
    )


def test_a_service_of_a_wider_area_serves_the_areas_within_it() -> None:
    directory = a_directory(an_area("england"), an_area("here", "england"), a_service("helpline", "england"))
    assert [each.id for each in directory.services_for("here")] == ["helpline"]


def test_a_service_of_a_neighbour_does_not_serve_this_area() -> None:
    directory = a_directory(an_area("here"), an_area("there"), a_service("theirs", "there"))
    assert directory.services_for("here") == ()


def test_a_national_service_that_never_said_where_it_works_is_not_left_out() -> None:
    directory = a_directory(an_area("here"), a_service("somewhere", folder="national"))
    assert [each.id for each in directory.services_for("here")] == ["somewhere"]


def test_a_local_service_that_never_said_where_it_works_may_serve_the_area_of_its_folder_and_no_other() -> None:
    places = an_area("around"), an_area("here", "around"), an_area("within", "here"), an_area("there", "around")
    directory = a_directory(*places, a_service("somewhere"))
    listed = {area: [each.id for each in directory.services_for(area)] for area in directory.areas}
    assert listed == {"around": [], "here": ["somewhere"], "within": ["somewhere"], "there": []}


def test_a_defunct_service_is_listed_for_no_area() -> None:
    gone = Service(
        "gone",
        "gone.yaml",
        "Gone",
        "x",
        "cmht",
        "defunct",
        "Went.",
        "here",
        criteria=Criteria(area=AreaLimit("national", ("here",))),
    )
    assert a_directory(an_area("here"), gone).services_for("here") == ()


def test_a_service_is_listed_as_it_stands_in_the_area() -> None:
    there = a_service("wide", "wider", contact=Contact(phone="111"))
    service = a_service("wide", "wider", by_area={"here": there})
    directory = a_directory(an_area("wider"), an_area("here", "wider"), service)
    assert directory.services_for("here")[0].contact.phone == "111"


def test_areas_that_lie_within_each_other_in_a_circle_end_somewhere() -> None:
    directory = a_directory(an_area("one", "two"), an_area("two", "one"))
    assert directory.chain("one") == ("one", "two")


def test_an_area_without_crisis_routes_uses_those_of_the_area_around_it() -> None:
    directory = a_directory(
        an_area("wider", crisis_routes=("helpline",)), an_area("here", "wider"), a_service("helpline", "wider")
    )
    assert [each.id for each in directory.crisis_routes("here")] == ["helpline"]


def test_a_fictional_area_is_told_on_its_own_day_and_so_are_the_places_within_it() -> None:
    story = an_area("story", fictional=True, story_date=STORY)
    service = a_service("told", "here", fictional=True, checked=Checked(Check("provider-phone", date(2026, 11, 1))))
    directory = a_directory(story, an_area("here", "story", fictional=True), service)
    assert directory.today_for(service, TODAY) == STORY
    assert directory.freshness(service, "criteria", TODAY).standing is Standing.CURRENT


def test_a_real_service_listed_in_a_fictional_area_ages_with_the_calendar() -> None:
    story = an_area("here", fictional=True, story_date=STORY)
    service = a_service("real", "here", checked=Checked(Check("provider-phone", date(2026, 11, 1))))
    directory = a_directory(story, service)
    assert directory.today_for(service, TODAY) == TODAY
    assert directory.freshness(service, "criteria", TODAY).standing is Standing.NOT_CONFIRMED
