"""The files of an area's coverage on the site: all are there, name day and edition, and say what the page says."""

import io
import json
from dataclasses import replace

from openpyxl import load_workbook

from pages.street import TODAY, street, view
from rightdoor.coverage.tables import TABLES
from rightdoor.exchange.delimited import read
from rightdoor.model.area import KnownGap
from rightdoor.model.directory import Directory
from rightdoor.pages import coverage_files
from rightdoor.pages.covered import coverage_of

TEAM = {"name": "Vale Team", "type": "cmht", "intake": "open"}


PAID = {
    "trust": {"name": "The Trust", "kind": "nhs", "commissioned_by": ["board"]},
    "board": {"name": "The Board", "kind": "nhs"},
}


def town() -> Directory:
    return street({"team": TEAM})


def files(directory: Directory) -> dict[str, bytes]:
    seen = view(directory)
    made = [coverage_files.file(seen, key) for key in coverage_files.keys(seen)]
    return {each.address: each.content for each in made}


def edition(directory: Directory) -> str:
    return coverage_files.edition(directory, "northvale", TODAY)


def test_every_file_that_a_page_offers_is_there():
    seen = view(town())
    offered = {each.address for area in ("northvale", "eastvale") for each in coverage_files.downloads(seen, area)}
    assert offered == files(town()).keys()
    assert len(offered) == 2 * (2 + len(TABLES))


def test_every_file_names_its_day_its_area_and_its_edition():
    made, word = files(town()), edition(town())
    told = json.loads(made["coverage/northvale/northvale-coverage.json"])
    assert (told["date"], told["area"], told["version"]) == ("2026-11-23", "northvale", word)
    header, rows = read(made["coverage/northvale/northvale-coverage-gaps.csv"])
    assert [rows[0][header.index(name)] for name in ("date", "area", "version")] == ["2026-11-23", "northvale", word]
    sheet = load_workbook(io.BytesIO(made["coverage/northvale/northvale-coverage.xlsx"]))["Read me"]
    said = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert (said["Version of the directory"], said["Area"]) == (word, "Northvale")
    assert "Made up" not in said


def test_the_gaps_of_the_files_are_those_of_the_page_in_the_same_order():
    seen = view(town())
    told = json.loads(files(town())["coverage/northvale/northvale-coverage.json"])
    assert [row["gap"] for row in told["gaps"]["rows"]] == [each.id for each in coverage_of(seen, "northvale").gaps]


def test_an_edition_changes_with_an_entry_and_with_a_gap_that_somebody_found_and_with_nothing_else():
    before = town()
    found = replace(before.areas["northvale"], known_gaps=(KnownGap("hoarding", TODAY),))
    assert edition(town()) == edition(before)
    assert edition(replace(before, areas={**before.areas, "northvale": found})) != edition(before)
    assert edition(street({"team": {**TEAM, "intake": "paused"}})) != edition(before)
    elsewhere = replace(before.areas["eastvale"], known_gaps=(KnownGap("hoarding", TODAY),))
    assert edition(replace(before, areas={**before.areas, "eastvale": elsewhere})) == edition(before)


def test_equal_directories_make_equal_files():
    assert files(town()) == files(town())


def test_an_edition_changes_with_who_pays_and_with_what_was_looked_for_in_a_wider_area():
    areas = {"northvale": {"name": "Northvale", "kind": "local-authority", "within": "england"}}
    before = street({"team": TEAM}, areas=areas, organizations=PAID)
    renamed = replace(before.organizations["board"], name="The New Board")
    assert edition(replace(before, organizations={**before.organizations, "board": renamed})) != edition(before)
    england = replace(before.areas["england"], known_gaps=(KnownGap("hoarding", TODAY),))
    assert edition(replace(before, areas={**before.areas, "england": england})) != edition(before)
