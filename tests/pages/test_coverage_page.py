"""The page of coverage of one area: its gaps first, then the tables they were read from."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

from pages.street import GRAMMAR, TODAY, street, text_of, view
from rightdoor.coverage.grid import grid
from rightdoor.coverage.shown import shown
from rightdoor.coverage.states import State
from rightdoor.model.area import KnownGap
from rightdoor.model.directory import Directory
from rightdoor.model.snapshot import Snapshot
from rightdoor.pages import coverage_page
from rightdoor.pages.coverage_cells import LETTERS, cells_text
from rightdoor.pages.coverage_months import months
from rightdoor.pages.coverage_page import share_words
from rightdoor.pages.coverage_tables import overview, severity_tables
from rightdoor.pages.covered import coverage_of
from rightdoor.pages.page import Page
from rightdoor.pages.view import View

AREAS: dict[str, dict[str, Any]] = {"northvale": {"name": "Northvale & <Sons>", "kind": "local-authority"}}
HERE = {"basis": "gp-practice", "areas": ["northvale"]}
ADULTS = {"from": "18y"}
TEAM = {
    "name": "Vale Team",
    "type": "cmht",
    "needs": ["depression"],
    "intake": "open",
    "criteria": {"age": ADULTS, "severity": "any", "area": HERE},
}


def town(**services: dict[str, Any]) -> Directory:
    return street({"team": TEAM, **services}, areas=AREAS)


def looked(directory: Directory, need: str, severity: str) -> Directory:
    area = directory.areas["northvale"]
    gap = KnownGap(need, TODAY, severity=severity)
    return replace(directory, areas={**directory.areas, "northvale": replace(area, known_gaps=(gap,))})


def page(directory: Directory) -> Page:
    return coverage_page.page(view(directory), "northvale")


def cells(directory: Directory) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(cells_text(grid(directory, "northvale", TODAY), directory.grammar))
    return found


def row(table: dict[str, Any], head: str) -> list[tuple[str, str, Any]]:
    cells = next(each["cells"] for each in table["rows"] if each["head"] == head)
    return [(each["label"], each["state"], each.get("amount")) for each in cells]


def tables(directory: Directory) -> tuple[View, Any]:
    return view(directory), grid(directory, "northvale", TODAY)


def test_the_page_begins_with_what_is_missing_and_every_heading_is_in_its_contents():
    made = page(town())
    headings = re.findall(r'<h2 id="([^"]+)">', made.body)
    assert headings[0] == "gaps"
    assert [anchor for anchor, _ in made.toc] == headings


def test_a_name_is_escaped_wherever_it_stands():
    body = page(town()).body
    assert "Northvale &amp; &lt;Sons&gt;" in body
    assert "<Sons>" not in body


def test_neighbours_alike_share_a_cell_that_says_for_which_ages_it_stands():
    made, found = tables(town())
    assert row(overview(made, found), "Depression or low mood") == [
        ("0 to 4", "unasked", None),
        ("5 to 17", "unknown", None),
        ("18 and over", "covered", 5),
    ]


def test_a_row_of_merged_cells_is_as_wide_as_the_table():
    made, found = tables(town())
    for table in (overview(made, found), *(each.table for each in severity_tables(made, found))):
        for each in table["rows"]:
            assert sum(cell["span"] for cell in each["cells"]) == len(table["columns"])


def test_severities_are_counted_and_where_none_is_covered_the_best_that_there_is_stands():
    mild = {**TEAM, "criteria": {**TEAM["criteria"], "severity": {"from": "mild", "to": "moderate"}}}
    made, found = tables(street({"team": mild}, areas=AREAS))
    assert row(overview(made, found), "Depression or low mood")[-1] == ("18 and over", "covered", 2)
    made, found = tables(street({"team": {**mild, "intake": "paused"}}, areas=AREAS))
    assert row(overview(made, found), "Depression or low mood")[-1] == ("18 and over", "closed", None)


def test_what_somebody_looked_for_is_told_apart_from_what_nobody_looked_for():
    made, found = tables(looked(town(), "hoarding", "moderate"))
    by_severity = {each.code: row(each.table, "Hoarding")[-1][1] for each in severity_tables(made, found) if each.code}
    assert by_severity["moderate"] == "none"
    assert by_severity["severe"] == "unknown"


def test_a_table_says_of_each_severity_how_many_services_are_open():
    made, found = tables(town(second={**TEAM, "name": "Second Team"}))
    severe = next(each.table for each in severity_tables(made, found) if each.code == "severe")
    assert row(severe, "Depression or low mood")[-1] == ("18 and over", "covered", 2)


def test_the_letters_in_the_page_are_the_states_of_the_grid():
    directory = looked(town(), "hoarding", "moderate")
    found, letters = grid(directory, "northvale", TODAY), cells(directory)
    for need in found.needs:
        states = [state for each in shown(found, found.plane(need), directory.grammar) for state in each]
        told = letters["needs"][directory.grammar["needs"][need].slug]
        assert len(told) == len(states)
        for letter, state in zip(told, states, strict=True):
            assert letter.isdigit() if state is State.COVERED else letter == (LETTERS[state] if state else ".")


def test_the_letters_name_no_discreet_need():
    directory = town()
    discreet = [term.code for term in directory.grammar["needs"] if term.discreet]
    assert discreet
    text = json.dumps(cells(directory))
    assert [code for code in discreet if f'"{code}"' in text] == []


def test_a_situation_is_told_only_where_it_changes_something():
    refusing = {**TEAM["criteria"], "does_not_take": [{"reason": "psychosis"}]}
    told = cells(street({"team": {**TEAM, "criteria": refusing}}, areas=AREAS))
    plain = told["needs"]["depression"]
    changed = told["in"]["psychosis"]["depression"]
    assert len(changed) == len(plain)
    assert "+" not in changed and "1" in plain


def test_every_need_of_a_table_leads_to_the_part_that_names_its_services():
    body = page(town()).body
    anchors = set(re.findall(r'<a href="#(need-[^"]+)"', body))
    assert anchors and anchors <= set(re.findall(r'<details class="rd-more" id="(need-[^"]+)"', body))
    part = body[body.index('id="need-depression"') :]
    assert "Vale Team" in text_of(part[: part.index("</details>")])


def test_the_questions_wait_for_a_script_and_the_tables_do_not():
    body = page(town()).body
    assert re.search(r"<form[^>]*data-rd-coverage hidden", body)
    assert re.search(r"<div[^>]*data-rd-found hidden", body)
    assert not re.search(r"<div[^>]*data-rd-all hidden", body)


def test_all_whom_one_long_wait_keeps_out_stand_under_one_sentence():
    slow = {
        **TEAM,
        "needs": ["depression", "self-harm"],
        "waits": [{"from": "referral", "to": "treatment", "weeks": 40, "as_of": "2026-11-01"}],
    }
    body = page(street({"team": slow}, areas=AREAS)).body
    [also] = re.findall(r'<details class="rd-more rd-gap__also">(.*?)</details>', body, re.DOTALL)
    assert text_of(also).startswith("The same holds for one more group of people adults ")
    assert body.count("40 weeks at Vale Team") == 1


def test_a_wait_stands_beside_each_standard_by_its_name_and_the_standards_are_listed():
    slow = {
        **TEAM,
        "type": "talking-therapies",
        "waits": [{"from": "referral", "to": "treatment", "weeks": 9, "as_of": "2026-11-01"}],
    }
    areas = {"northvale": {"name": "Northvale", "kind": "local-authority", "within": "england"}}
    body = page(street({"team": slow}, areas=areas)).body
    text = text_of(body)
    assert "1 service publishes a wait longer than a standard of theirs." in text
    assert "NHS Talking Therapies: 6 weeks. 9 weeks: longer than the 6 weeks of the standard." in text
    listed = body[body.index("The standards that hold here") :]
    assert "75% of people begin treatment within 6 weeks of referral." in text_of(listed[: listed.index("</details>")])
    assert "Scotland" not in text_of(listed[: listed.index("</details>")])


def test_a_wait_that_was_not_confirmed_lately_is_over_no_standard():
    old = {
        **TEAM,
        "type": "talking-therapies",
        "waits": [{"from": "referral", "to": "treatment", "weeks": 9, "as_of": "2024-11-01"}],
        "checked": {"how": "provider-phone", "on": "2024-11-01", "by": "volunteer"},
    }
    areas = {"northvale": {"name": "Northvale", "kind": "local-authority", "within": "england"}}
    text = text_of(page(street({"team": old}, areas=areas)).body)
    assert "a standard of theirs" not in text
    assert "so nothing is said of the 6 weeks of the standard" in text


def test_the_months_of_a_made_up_area_end_with_its_story_however_old_the_site():
    story = {"northvale": {**AREAS["northvale"], "fictional": True, "story_date": "2026-11-23"}}
    october = Snapshot("2026-10", date(2026, 10, 31), 1, 1, {"covered": 1}, {"current": 1})
    directory = replace(street({"team": TEAM}, areas=story), snapshots={"northvale": (october,)})
    later = view(directory, date(2028, 1, 1))
    drawn = months(later, coverage_of(later, "northvale"))
    assert [[point.label for point in each.points] for each in drawn][0] == ["October 2026", "November 2026"]


def test_few_of_many_are_said_to_be_under_one_in_a_hundred_and_never_none():
    told = [share_words(*each, GRAMMAR) for each in ((0, 0), (3, 0), (3, 1))]
    assert told == ["(0%)", "(under 1%)", "(1%)"]


def test_where_nobody_is_covered_no_table_stands_empty_and_nobody_is_said_to_be_safe():
    body = page(street({"team": {**TEAM, "intake": "paused"}}, areas=AREAS)).body
    assert "<tbody>\n</tbody>" not in body
    assert "No group of people that is covered" not in body
    assert text_of(body).count("Nobody is covered, so") == 2
    covered = page(town()).body
    assert "Nobody is covered, so" not in covered
