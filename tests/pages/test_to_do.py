"""What needs doing: who is listed, that nothing unknown or stale counts as cover, and that no list is endless."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pages.street import HERE, TODAY, section, street, text_of, view, view_of
from rightdoor.coverage.grid import grid
from rightdoor.coverage.places import areas_asked
from rightdoor.coverage.states import State
from rightdoor.pages import due_page, to_do
from rightdoor.pages.to_do_needs import uncovered
from rightdoor.pages.view import View
from rightdoor.records.due import due
from rightdoor.records.load import load

WHOLE = {"age": "any", "severity": "any", "area": HERE, "does_not_take": "none stated"}
OPEN = {"intake": "open", "criteria": WHOLE}
OVERDUE = {"how": "provider-phone", "on": "2025-08-01"}
STALE = {"how": "provider-phone", "on": "2024-01-01"}
WAITS = [{"from": "referral", "to": "assessment", "weeks": 4, "as_of": "2026-10-01"}]


def folder(made: View, key: str = "northvale") -> str:
    return str(due_page.folder_page(made, key).body)


def rows(services: Mapping[str, Any], task: str) -> dict[str, Any]:
    found = to_do.rows(street(services), TODAY).get(f"northvale/{task}", ())
    return {row.id: row for row in found}


def test_what_nobody_has_said_of_whom_a_service_takes_is_named() -> None:
    criteria = {
        "this": {"criteria": {"area": HERE, "age": "any"}},
        "that": {"criteria": WHOLE},
        "none": {"criteria": {}},
    }
    found = rows(criteria, "criteria")
    assert {id: row.what for id, row in found.items()} == {
        "this": ("severity", "does_not_take"),
        "none": ("age", "severity", "area", "does_not_take"),
    }
    assert list(found) == ["none", "this"], "the most silent comes first"
    assert "Ages, how severe, where from, whom it does not take" in section(folder(view_of(criteria)), "criteria")


def test_a_line_that_one_simply_calls_is_asked_for_ages_and_places_only() -> None:
    found = rows({"line": {"type": "helpline", "criteria": {"area": HERE}}}, "criteria")
    assert found["line"].what == ("age",)
    assert "line" not in rows({"line": {"type": "helpline"}}, "waits")


def test_rules_of_an_area_count_where_every_area_has_some() -> None:
    here = {"criteria": {"area": HERE}, "by_area": {"northvale": {"criteria": WHOLE}}}
    wider = {**here, "criteria": {"area": {"basis": "gp-practice", "areas": ["northvale", "eastvale"]}}}
    assert rows({"here": here}, "criteria") == {}
    assert rows({"wider": wider}, "criteria")["wider"].what == ("age", "severity", "does_not_take")


def test_a_wait_is_missing_unless_it_is_known_or_nobody_is_taken_just_now() -> None:
    services = {"known": {"waits": WAITS}, "unknown": {}, "paused": {"intake": "paused"}, "gone": {"status": "defunct"}}
    assert list(rows(services, "waits")) == ["unknown"]


def test_a_defunct_service_is_nobody_s_work() -> None:
    gone = {"gone": {"status": "defunct", "criteria": {}, "checked": {"how": "never"}}}
    assert [
        key for key in to_do.rows(street(gone), TODAY) if key.startswith("northvale/") and key != "northvale/needs"
    ] == []


def test_each_entry_has_one_line_with_all_that_is_to_be_checked_in_it() -> None:
    checked = {"how": "provider-phone", "on": "2026-08-20", "criteria": {"how": "never"}, "other": {"how": "never"}}
    made = view_of({"this": {"checked": checked, "waits": WAITS, "hours": "24/7"}})
    body = folder(made)
    assert "Waits : Overdue since 19 October 2026 Opening hours : Due again since 18 November 2026" in section(
        body, "due"
    )
    assert "Who it takes, Everything else" in section(body, "never-checked")


def test_what_is_to_be_checked_is_what_the_command_lists(root: Path) -> None:
    directory = load(root, TODAY).directory
    listed = {
        (row.id, fact)
        for key, found in to_do.rows(directory, TODAY).items()
        if key.endswith(("/due", "/never-checked"))
        for row in found
        for _, facts in row.checks
        for fact in facts
    }
    assert listed == {(each.service.id, each.label) for each in due(directory, TODAY)}


def bare(services: Mapping[str, Any], area: str = "northvale", need: str = "depression", **more: Any) -> Any:
    """What is said of a need that nobody covers; None where somebody does."""
    found = uncovered(street(services, **more), TODAY)[area]
    return next((each for each in found if each.need == need), None)


def test_a_need_is_covered_by_a_service_that_sees_people_is_open_and_was_checked() -> None:
    assert bare({"this": OPEN}) is None


@pytest.mark.parametrize(
    ("service", "why"),
    [
        ({"intake": "paused"}, "shut"),
        ({"status": "temporarily closed"}, "shut"),
        ({"intake": "unknown"}, "unsaid"),
        ({"checked": {"how": "never"}}, "stale"),
        ({"checked": STALE}, "stale"),
        ({"checked": {"how": "other-directory", "on": "2026-11-20"}}, "stale"),
        ({"checked": {"how": "provider-phone", "on": "2026-11-01", "waits": STALE}}, "stale"),
        ({"checked": {"how": "provider-phone", "on": "2026-11-01", "contact": OVERDUE}}, "stale"),
        ({"waits": [{**WAITS[0], "weeks": 19}]}, "shut"),
        ({"type": "helpline"}, "called"),
        ({"type": "spa"}, "called"),
        ({"type": "digital-therapy"}, "called"),
        ({"delivery": ["text-or-chat", "online-self-help"]}, "called"),
    ],
)
def test_what_is_closed_unknown_stale_or_only_called_covers_nothing_and_is_counted(service: Any, why: str) -> None:
    found = bare({"this": {**OPEN, **service}})
    counted = {name: getattr(found, name) for name in ("shut", "unsaid", "stale", "unfit", "called")}
    assert counted == {**dict.fromkeys(counted, 0), why: 1}


def test_a_service_whose_area_nobody_has_said_covers_none() -> None:
    elsewhere = {**OPEN, "criteria": {**WHOLE, "area": {"basis": "gp-practice", "areas": ["eastvale"]}}}
    assert bare({"this": elsewhere}).unfit == 0, "a service of another area is not listed at all"
    national = {"name": "Nobody Said Where", "type": "bereavement-service", "needs": ["depression"], "intake": "open"}
    found = bare({"samaritans": {**national, "criteria": {"age": "any"}}})
    assert found.unfit == 1


def test_a_national_service_that_sees_people_counts_and_a_helpline_does_not() -> None:
    everybody = {**WHOLE, "area": {"basis": "national", "areas": ["england"]}}
    face = {"type": "veterans-service", "needs": ["depression"], "intake": "open", "criteria": everybody}
    assert bare({"samaritans": face}) is None
    assert bare({"samaritans": {**face, "criteria": {"area": everybody["area"]}}}).unfit == 1, "nobody has said whom"
    assert bare({"samaritans": {**face, "type": "helpline"}}).called == 1


def test_the_rules_of_the_area_decide() -> None:
    shut_here = {**OPEN, "by_area": {"northvale": {"intake": "waiting-list-closed"}}}
    assert bare({"this": shut_here}).shut == 1


def test_a_service_for_a_wider_need_covers_the_narrower_ones() -> None:
    assert bare({"this": {**OPEN, "needs": ["general-counselling"]}}) is None


def test_a_gap_that_somebody_looked_for_is_said_and_comes_last() -> None:
    northvale = {"name": "Northvale", "kind": "local-authority", "within": "england"}
    gaps = {
        "northvale": {**northvale, "known_gaps": [{"need": "depression", "checked": "2026-10-05", "note": "None."}]}
    }
    found = uncovered(street({}, areas=gaps), TODAY)["northvale"]
    assert found[-1].need == "depression" and found[-1].looked
    page = due_page.list_page(view_of({}, areas=gaps), "northvale/needs/1")
    assert "somebody looked on 5 October 2026 and found nobody. None." in text_of(page.body)


def test_nations_and_areas_whose_parts_are_entered_are_not_asked_about() -> None:
    made = street({}, areas={"inner": {"name": "Inner", "kind": "place", "within": "northvale"}})
    assert areas_asked(made) == ("eastvale", "inner")
    words = text_of(due_page.page(view(made), "due").body)
    assert "Eastvale 0 0 0 0 62 Not asked" in words and "Inner 0 0 0 0 62 Not asked" in words
    assert "National services 0 0 3 0 Not asked Not asked" in words


@pytest.mark.parametrize("day", [TODAY, date(2027, 6, 1)])
def test_the_needs_nobody_covers_are_those_without_a_covered_cell_in_the_grid(root: Path, day: date) -> None:
    directory = load(root, day, keep_going=True).directory
    areas = areas_asked(directory)
    assert areas == ("eastvale", "northvale", "southmoor")
    for area in areas:
        known = grid(directory, area, day)
        expected = {need for need in known.needs if not known.plane(need).cells[State.COVERED]}
        assert {each.need for each in uncovered(directory, day)[area]} == expected


def many(number: int) -> dict[str, Any]:
    return {f"service-{each:04}": {"name": f"Service {each:04}", **OPEN} for each in range(number)}


def test_a_long_list_is_cut_in_the_open_and_stands_whole_on_pages_of_its_own() -> None:
    made = view_of(many(250))
    body = folder(made)
    assert section(body, "waits").count("Enter it") == to_do.SHOWN
    assert "These are the first 20 of 250. See all 250" in section(body, "waits")
    pages = [key for key in due_page.list_keys(made) if key.startswith("northvale/waits/")]
    assert pages == ["northvale/waits/1", "northvale/waits/2", "northvale/waits/3"]
    whole = [due_page.list_page(made, key) for key in pages]
    assert [each.address for each in whole] == [
        "due/northvale/waits/",
        "due/northvale/waits/2/",
        "due/northvale/waits/3/",
    ]
    said = [text_of(each.body) for each in whole]
    assert ["1 to 100 of 250" in said[0], "101 to 200 of 250" in said[1], "201 to 250 of 250" in said[2]] == [True] * 3
    assert all(sum(f"Service {each:04}" in words for words in said) == 1 for each in range(250))
    assert all(each.noindex for each in whole)


def test_no_page_grows_with_the_number_of_services() -> None:
    few, lots = view_of(many(150)), view_of(many(1500))
    for page, key in ((due_page.folder_page, "northvale"), (due_page.list_page, "northvale/waits/1")):
        assert len(str(page(lots, key).body)) < 1.1 * len(str(page(few, key).body)) + 1000


def test_each_line_leads_to_the_form_with_the_entry_in_it() -> None:
    body = folder(view_of({"this": {"criteria": {}, "checked": {"how": "never"}}}))
    assert 'href="../../contribute/add/#confirm=this"' in body
    assert 'href="../../contribute/add/#edit=this&amp;step=takes"' in body
    assert 'href="../../contribute/add/#edit=this&amp;step=waits"' in body
    assert 'href="../../contribute/add/"' in body
