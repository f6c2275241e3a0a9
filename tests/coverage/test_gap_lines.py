"""Gaps that have one cause are one line, and the worst line is read first."""

from __future__ import annotations

import pytest

from coverage.grids import GRAMMAR, TODAY, asked, vale, with_limits
from coverage.test_gaps import AREAS, CAMHS, real, real_grid
from rightdoor.coverage.brief import briefs
from rightdoor.coverage.gap_lines import lines
from rightdoor.coverage.gaps import gaps, worst
from rightdoor.coverage.words import also_words, gap_people, gap_words, how_many_words
from rightdoor.model.criteria import Row


def test_a_long_wait_of_one_service_is_one_line_with_all_the_people_it_keeps_out() -> None:
    found = gaps(real(), real_grid("northvale"))
    told = lines(found)
    assert sorted(gap.id for line in told for gap in (line.gap, *line.also)) == sorted(gap.id for gap in found)
    camhs = [line for line in told if line.gap.services == (CAMHS,) and not line.gap.situation]
    [line] = camhs
    assert line.gap == next(each for each in found if each.services == (CAMHS,))
    assert {each.services for each in line.also} == {(CAMHS,)}
    assert also_words(line, real()) == f"The same holds for {len(line.also)} more groups of people"
    assert gap_people(line.also[0], real()) == "children aged 8 to 10 who harm themselves"


def test_gaps_for_which_no_service_is_known_stand_alone_unless_a_situation_makes_them() -> None:
    told = lines(gaps(real(), real_grid("northvale")))
    alone = [line for line in told if not line.gap.services and not line.gap.situation]
    assert len(alone) > 5 and not any(line.also for line in alone)
    situations_told = [line.gap.situation for line in told if not line.gap.services and line.gap.situation]
    assert len(situations_told) == len(set(situations_told)) > 1


@pytest.mark.parametrize("area", AREAS)
def test_all_areas_side_by_side_name_the_gap_that_the_area_s_own_page_begins_with(area: str) -> None:
    own = [line.gap for line in lines(gaps(real(), real_grid(area)))]
    quick = briefs(real(), TODAY)[area]
    assert quick.worst is not None
    assert gap_words(quick.worst, real(), area) == gap_words(worst(own, 5)[0], real(), area)
    assert quick.gaps == sum(not gap.situation for gap in gaps(real(), real_grid(area)))


def test_a_gap_of_a_situation_never_comes_before_the_worst_of_everybody() -> None:
    mild = with_limits(does_not_take=(Row("psychosis"),))
    found = gaps(vale(mild), asked(mild))
    of_situation = next(each for each in found if each.situation)
    plain = next(each for each in found if not each.situation)
    assert worst((of_situation, plain), 2) == (plain, of_situation)


def test_how_many_gaps_there_are_is_said_with_those_of_situations_apart() -> None:
    mild = with_limits(does_not_take=(Row("psychosis"),))
    found = gaps(vale(mild), asked(mild))
    of_situation = next(each for each in found if each.situation)
    plain = next(each for each in found if not each.situation)
    more = "only where something else is true of people as well"
    told = [(), (plain,), (plain, plain), (plain, of_situation), (of_situation, of_situation)]
    assert [how_many_words(each, GRAMMAR) for each in told] == [
        "no gap is known",
        "one gap",
        "2 gaps",
        f"one gap, and 1 more {more}",
        f"2 {more}",
    ]
