"""What is due to be checked again, worst first, as text, as an issue and as data."""

import json
import shutil
from datetime import date
from pathlib import Path

from rightdoor.model.directory import Directory
from rightdoor.records.due import as_json, as_markdown, as_text, due
from rightdoor.records.load import load
from small_project import service, small_project

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)


def directory(folder: Path, **services: str) -> Directory:
    shutil.rmtree(folder / "directory", ignore_errors=True)
    return load(small_project(folder, **services), TODAY, cache=False).directory


def checked(on: str, **fields: str) -> str:
    return service(checked=f"{{how: provider-phone, on: {on}}}", intake="unknown", **fields)


def groups(found: Directory, within: int = 0) -> dict[str, str]:
    return {each.group: each.standing.value for each in due(found, TODAY, within=within)}


def test_only_facts_that_the_entry_states_are_due_and_a_crisis_route_as_a_whole(tmp_path: Path):
    found = directory(tmp_path, valeland_line=checked("2026-07-23"))
    assert groups(found) == {"crisis": "not-confirmed", "contact": "overdue"}


def test_what_is_due_within_some_days_is_told_when_asked(tmp_path: Path):
    found = directory(tmp_path, valeland_line=checked("2026-10-30"))
    assert groups(found) == {}
    assert groups(found, within=6) == {"crisis": "current"}
    assert "Due soon" in as_text(due(found, TODAY, within=6), TODAY)


def test_an_entry_that_nobody_ever_checked_is_always_told(tmp_path: Path):
    found = directory(tmp_path, valeland_line=service(checked="{how: never}"))
    assert set(groups(found).values()) == {"never"}


def test_a_folder_is_told_alone(tmp_path: Path):
    found = directory(tmp_path, valeland_line=service(checked="{how: never}"))
    assert {each.service.id for each in due(found, TODAY, "national")} == {"valeland-line"}
    assert due(found, TODAY, "valeland") == ()


def test_the_text_says_each_service_once_under_each_heading_and_counts_them(tmp_path: Path):
    found = due(directory(tmp_path, valeland_line=checked("2026-07-23")), TODAY)
    assert as_text(found, TODAY) == (
        "Not relied on any more\n"
        "  valeland-line  Valeland Line (fictional): crisis route (due 2026-08-22)\n"
        "\n"
        "Overdue\n"
        "  valeland-line  Valeland Line (fictional): contact (due 2026-10-21)\n"
        "\n"
        "1 service to check."
    )


def test_an_issue_has_boxes_and_nothing_in_a_name_is_markup_or_calls_anybody(tmp_path: Path):
    name = '"@nhs [x](https://example.org) #12 <b>`|*"'
    found = due(directory(tmp_path, valeland_line=service(checked="{how: never}", name=name)), TODAY)
    said = next(line for line in as_markdown(found, TODAY).splitlines() if line.startswith("- [ ] `valeland-line`"))
    named = said.removeprefix("- [ ] `valeland-line` ").partition(" (fictional)")[0]
    assert named.startswith("&#64;nhs &#91;x&#93;&#40;https&#58;//example.org&#41; &#35;12 &#60;b&#62;")
    assert not set("@[]<>`|*").intersection(named)


def test_an_issue_is_empty_where_nothing_is_due(tmp_path: Path):
    assert as_markdown(due(directory(tmp_path), TODAY), TODAY) == ""


def test_the_data_keep_their_shape(tmp_path: Path):
    found = due(directory(tmp_path, valeland_line=checked("2026-07-23")), TODAY)
    told = json.loads(as_json(found, TODAY))
    assert (told["version"], told["today"]) == (1, "2026-11-23")
    assert told["due"][0] == {
        "service": "valeland-line",
        "name": "Valeland Line",
        "folder": "national",
        "fictional": True,
        "group": "crisis",
        "label": "Crisis route",
        "standing": "not-confirmed",
        "on": "2026-07-23",
        "due_on": "2026-08-22",
    }


def test_the_worst_and_then_what_is_longest_due_comes_first():
    found = due(load(ROOT, TODAY).directory, TODAY)
    order = [each.standing.value for each in found]
    ranks = ["not-confirmed", "overdue", "due", "never"]
    assert order == sorted(order, key=ranks.index)
    dated = [each.stands.due_on for each in found if each.standing.value == "overdue"]
    assert dated == sorted(dated)
