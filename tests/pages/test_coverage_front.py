"""The front page of coverage: all areas side by side, for commissioners."""

import pickle
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pages.street import TODAY, street, text_of, view
from rightdoor.coverage.brief import briefs
from rightdoor.coverage.states import State
from rightdoor.model.area import Area
from rightdoor.model.boundary import Boundary, Tile
from rightdoor.model.directory import Directory
from rightdoor.pages import coverage_front_page
from rightdoor.pages.area_shapes import WIDTH, drawing_of, short_name, tiles_of
from rightdoor.pages.page import Page

SQUARE = ((1.0, 55.0), (1.2, 55.0), (1.2, 55.1), (1.0, 55.1), (1.0, 55.0))
EAST = tuple((east + 0.2, north) for east, north in SQUARE)
PLACE = {"kind": "local-authority", "within": "vale"}
AREAS: dict[str, dict[str, Any]] = {
    "vale": {"name": "Vale ICB", "kind": "icb", "within": "england"},
    "northvale": {"name": "Northvale", **PLACE, "tile": {"column": 2, "row": 1}},
    "eastvale": {"name": "Eastvale & <Sons>", **PLACE},
}
BOTH = {
    "criteria": {"age": "any", "severity": "any", "area": {"basis": "gp-practice", "areas": ["northvale", "eastvale"]}}
}
TEAM = {"name": "Vale Team", "type": "cmht", "needs": ["depression"], "intake": "open", **BOTH}
TRUST = {"trust": {"name": "The Trust", "kind": "nhs", "contract_ends": "2027-03-31", "commissioned_by": ["charity"]}}


def town(*, shapes: bool = False, **services: dict[str, Any]) -> Directory:
    directory = street({"team": TEAM, **services}, areas=AREAS, organizations=TRUST)
    if not shapes:
        return directory
    drawn = {"northvale": Boundary("n.geojson", "Drawn by the council.", (SQUARE,)), "eastvale": None}
    return replace(directory, areas={id: replace(each, boundary=drawn.get(id)) for id, each in directory.areas.items()})


def front(directory: Directory, today: date = TODAY) -> Page:
    return coverage_front_page.page(view(directory, today), "coverage")


def said(directory: Directory, today: date = TODAY) -> str:
    return text_of(front(directory, today).body)


def area(id: str, **more: Any) -> Area:
    return Area(id, "x", id.capitalize(), "place", **more)


def test_each_area_leads_with_its_worst_gap_in_a_sentence():
    text = said(town())
    start = text.index("The worst gap of each area")
    assert text.index("Eastvale & <Sons>", start) < text.index("Northvale", start)
    assert "The worst of " in text


def test_nations_and_wider_areas_have_no_gap_of_their_own():
    assert set(briefs(town(), TODAY)) == {"eastvale", "northvale", "vale"}
    body = front(town()).body
    assert 'href="../coverage/northvale/"' in body
    assert "coverage/england/" not in body
    assert "coverage/vale/" not in body


def test_a_directory_without_areas_has_no_page_of_coverage():
    empty = view(replace(town(), areas={}))
    assert list(coverage_front_page.keys(empty)) == []
    assert list(coverage_front_page.keys(view(town()))) == ["coverage"]


def test_a_wider_area_is_as_good_as_the_worst_of_its_places():
    only_north = {"criteria": {**BOTH["criteria"], "area": {"basis": "gp-practice", "areas": ["northvale"]}}}
    found = briefs(town(help={**TEAM, "needs": ["anxiety"], **only_north}), TODAY)
    covered = {id: each.groups[State.COVERED] for id, each in found.items()}
    assert covered["vale"] == covered["eastvale"] < covered["northvale"]
    assert sum(found["vale"].groups.values()) == sum(found["northvale"].groups.values())


def test_the_gaps_that_all_places_share_are_in_a_gap_of_each():
    found = briefs(town(), TODAY)
    assert found["vale"].shared
    assert "None of these places covers:" in said(town())
    assert all("depression" not in each.needs for each in found["vale"].shared)


def test_nothing_is_shared_where_one_place_covers_it():
    found = briefs(town(help={**TEAM, "needs": ["anxiety"]}), TODAY)
    assert all("anxiety" not in each.needs for each in found["vale"].shared)


def test_a_place_without_any_service_says_that_nobody_has_looked_and_never_a_number():
    alone = street({}, areas={"northvale": AREAS["northvale"], "vale": AREAS["vale"], "eastvale": AREAS["eastvale"]})
    text = said(alone)
    assert "0%" not in text.partition("Area by area")[0].partition("Groups of people for whom")[0]
    assert "Nobody has looked" in text


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 23), "31 March 2027, in 4 months"),
        (date(2027, 3, 30), "31 March 2027, in 1 day"),
        (date(2027, 3, 31), "31 March 2027, today"),
        (date(2027, 5, 1), "31 March 2027, has passed"),
    ],
)
def test_a_contract_that_ends_soon_is_named_once_with_the_areas_it_concerns(today: date, words: str):
    text = said(town(), today)
    assert f"The Trust {words} 1 in Eastvale & <Sons> and Northvale The Charity" in text
    assert text.count(words) == 1


def test_a_contract_that_ends_in_more_than_a_year_is_not_named():
    assert "No contract is known to end within a year." in said(town(), date(2026, 3, 1))


def test_a_closed_list_is_named_once_with_why_and_where():
    text = said(town(other={**TEAM, "name": "Vale Clinic", "intake": "waiting-list-closed"}))
    assert "Vale Clinic Waiting list closed Eastvale & <Sons> and Northvale" in text
    assert "No list is known to be closed." in said(town())


def test_entries_confirmed_lately_are_counted_of_all():
    stale = {**TEAM, "name": "Old", "checked": {"how": "provider-phone", "on": "2020-01-01", "by": "volunteer"}}
    assert "Northvale 1 of 2 entries" in said(town(old=stale))


def test_an_area_that_gives_a_boundary_is_drawn_and_who_drew_it_is_said():
    assert "rd-land" not in front(town()).body
    page = front(town(shapes=True))
    assert page.body.count('class="rd-land ') == 1
    assert "Drawn by the council." in text_of(page.body)


def test_a_name_from_a_stranger_is_only_ever_text():
    body = front(town(shapes=True)).body
    assert "<Sons>" not in body
    assert "&lt;Sons&gt;" in body


def test_a_change_of_one_service_is_seen_by_the_page_and_a_name_of_no_service_here_is_not():
    made = view(town())
    coverage_front_page.page(made, "coverage")
    read = {name for name, _ in made.reads}
    assert "rightdoor.coverage.brief.briefs" in read
    assert not any(name == "services" and id == "*" for name, id in made.reads)


def test_shapes_lie_beside_one_another_as_on_a_map_and_fit_their_drawing():
    drawing = drawing_of(
        [area("a", boundary=Boundary("a", "x", (SQUARE,))), area("b", boundary=Boundary("b", "x", (EAST,)))]
    )
    assert drawing.width == WIDTH
    assert 0 < drawing.shapes["a"].x < drawing.shapes["b"].x < WIDTH
    numbers = [
        float(each)
        for each in " ".join(each.path for each in drawing.shapes.values())
        .replace("M", " ")
        .replace("L", " ")
        .replace("Z", " ")
        .split()
    ]
    assert min(numbers) >= 0
    assert max(numbers) <= WIDTH
    assert drawing_of([area("c")]).shapes == {}


def test_the_words_of_a_bent_shape_stand_within_it():
    bent = (
        (0.0, 50.0),
        (3.0, 50.0),
        (3.0, 50.5),
        (1.0, 50.5),
        (1.0, 52.5),
        (3.0, 52.5),
        (3.0, 53.0),
        (0.0, 53.0),
        (0.0, 50.0),
    )
    drawing = drawing_of([area("a", boundary=Boundary("a", "x", (bent,)))])
    assert drawing.shapes["a"].x < drawing.width / 3


def test_an_area_stands_on_its_own_square_and_the_others_in_order_below():
    asked = [area("a"), area("b", tile=Tile(3, 2)), area("c", tile=Tile(3, 2)), *(area(each) for each in "defg")]
    found = tiles_of(asked)
    assert found["b"] == Tile(3, 2)
    assert len(set(found.values())) == len(asked)
    assert {found[each].row for each in "acde"} == {3}
    assert {found[each].row for each in "fg"} == {4}


@pytest.mark.parametrize(
    ("name", "short"),
    [("Northvale", "Northvale"), ("Newcastle upon Tyne", "Newcastle"), ("North Somerset", "N Somers…"),
     ("Wolverhampton", "Wolverha…"), ("Bath and North East Somerset", "Bath"), ("East Vale", "East Vale")],
)  # fmt: skip
def test_a_square_has_a_name_that_it_has_room_for(name: str, short: str):
    assert short_name(name) == short


def test_what_is_listed_of_an_area_is_the_same_whenever_it_is_listed():
    once, again = (pickle.dumps(briefs(town(), TODAY)) for _ in range(2))
    assert pickle.loads(once) == pickle.loads(again)
