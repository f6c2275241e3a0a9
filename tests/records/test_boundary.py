"""The boundary of an area: what is read, what is refused with its line, and that no file takes long."""

import json
import random
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rightdoor.model.boundary import Ring, simplified
from rightdoor.records.boundaries import read_boundaries
from rightdoor.records.boundary import FINENESS, MAX_BYTES, MAX_POSITIONS, read_boundary
from rightdoor.records.edits import Edit
from rightdoor.records.load import load
from rightdoor.records.tree import guard, items_in
from rightdoor.records.trial import trial
from rightdoor.records.walk import walk

FILE = "directory/boundaries/northvale.geojson"
SQUARE = [[1.0, 55.0], [1.2, 55.0], [1.2, 55.1], [1.0, 55.1], [1.0, 55.0]]
HOLE = [[1.05, 55.02], [1.1, 55.02], [1.1, 55.06], [1.05, 55.02]]
SECONDS = 1.0
"""How long one hostile file may take (docs/safety)."""


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def rings_of(data: Any) -> tuple[Ring, ...]:
    rings, problems = read_boundary(json.dumps(data).encode(), FILE)
    assert problems == ()
    return rings


def fault(raw: str | bytes) -> tuple[int, str, str]:
    rings, problems = read_boundary(raw.encode() if isinstance(raw, str) else raw, FILE)
    assert rings == ()
    (found,) = problems
    assert (found.file, found.code) == (FILE, "boundary-not-readable")
    assert "\n" not in found.message + found.tip
    return found.line, found.message, found.tip


def test_a_polygon_a_feature_and_a_collection_of_features_are_one_boundary():
    square = (tuple(map(tuple, SQUARE)),)
    feature = {"type": "Feature", "properties": {"name": "Northvale"}, "geometry": polygon(SQUARE)}
    assert rings_of(polygon(SQUARE)) == square
    assert rings_of(feature) == square
    assert rings_of({"type": "FeatureCollection", "features": [feature, feature]}) == square * 2
    assert rings_of({"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}) == square * 2


def test_a_hole_stays_a_ring_of_its_own_and_a_height_is_passed_over():
    assert len(rings_of(polygon(SQUARE, HOLE))) == 2
    assert rings_of(polygon([[*each, 120] for each in SQUARE])) == rings_of(polygon(SQUARE))


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        ('{"type": "Polygon",\n "coordinates": [[[1, 55],\n [432000, 280000]]]}', 3, "looks like a grid reference"),
        ('{"type": "Polygon",\n"coordinates": [[[52.1, -1.2]]]}', 2, "has the latitude first"),
        ('{"type": "Polygon",\n"coordinates": [[[1, 55], [1, 56],\n[2, 56]]]}', 3, "does not end where it begins"),
        ('{"type": "Polygon",\n"coordinates": [[[1, 55],\n["a", 56]]]}', 1, "is not two numbers"),
        ('{"type": "Polygon", "coordinates": [[[1e999, 55]]]}', 1, "is no longitude and latitude"),
        ('{"type": "Polygon", "coordinates": [[[NaN, 55]]]}', 1, "NaN stands where a number should be"),
        ('{"type": "Polygon", "coordinates": [[[true, 55]]]}', 1, "is not two numbers"),
        ('{"type": "Polygon",\n\n "coordinates": [[[1, 55],]]}', 3, "This is not GeoJSON"),
        ('{"type": "Polygon", "type": "Polygon"}', 1, "written twice"),
        ('{"type": "Point", "coordinates": [1, 55]}', 1, "a shape of the type Point"),
        ('{"type": "a\\nb\\u202e"}', 1, "a shape of the type"),
        ('{"type": "Polygon", "coordinates": []}', 1, "list of rings is missing"),
        ('{"type": "FeatureCollection", "features": []}', 1, "list of features is missing"),
        ('{"type": "Polygon", "coordinates": [[[1, 55], [1, 55], [1, 55], [1, 55]]]}', 1, "no extent"),
        ("name: Northvale", 1, "This is not GeoJSON"),
        ("", 1, "This is not GeoJSON"),
        ("null", 1, "without a type"),
        (b"\xff\xfe", 1, "not UTF-8"),
        (b" " * (MAX_BYTES + 1), 1, "larger than 1024 KB"),
    ],
)
def test_a_file_that_is_no_boundary_is_told_so_with_its_line(raw: str | bytes, line: int, said: str):
    found = fault(raw)
    assert said in found[1]
    assert (found[0], bool(found[2])) == (line, True)


@pytest.mark.parametrize(
    "raw",
    [
        "[" * 500_000,
        '{"a":' * 200_000,
        '{"type": "Polygon", "coordinates": ' + "[" * 500_000,
        "9" * 500_000,
        '{"type": "Polygon", "coordinates": [[[' + "9" * 4000 + ", 1]]]}",
        json.dumps(polygon([[at * 1e-5, 55] for at in range(MAX_POSITIONS + 1)])),
        '{"type": "MultiPolygon", "coordinates": [' + "[[[1,55]]]," * 90_000 + "[]]}",
    ],
)
def test_a_hostile_file_is_refused_at_once(raw: str):
    begun = time.process_time()
    fault(raw)
    assert time.process_time() - begun < SECONDS


def test_the_longest_and_most_crooked_boundary_does_not_take_long():
    crooked = [[(at % 2) * 0.01, 50 + at * 1e-5 * (-1) ** at] for at in range(MAX_POSITIONS - 1)]
    begun = time.process_time()
    read_boundary(json.dumps(polygon([*crooked, crooked[0]])).encode(), FILE)
    assert time.process_time() - begun < 2 * SECONDS


def test_a_thinned_ring_keeps_its_ends_and_lies_nowhere_far_from_the_whole():
    chance = random.Random(7)
    ring = tuple((at / 100 + chance.uniform(-0.002, 0.002), chance.uniform(-0.002, 0.002)) for at in range(400))
    thin = simplified(ring, 0.01)
    assert (thin[0], thin[-1]) == (ring[0], ring[-1])
    assert len(thin) < 10
    assert simplified(ring, 0) == ring


def test_what_is_straight_is_said_with_its_corners_alone():
    steps = [[1 + at / 1000, 55.0] for at in range(100)] + [[1.1, 55.0], [1.1, 55.1], [1.0, 55.0]]
    (ring,) = rings_of(polygon(steps))
    assert ring == ((1.0, 55.0), (1.1, 55.0), (1.1, 55.1), (1.0, 55.0))
    assert FINENESS >= 500


def test_the_boundaries_of_this_repository_are_read_and_say_that_they_are_made_up(root: Path):
    areas = load(root, date(2026, 11, 23)).directory.areas
    drawn = [each for each in areas.values() if each.boundary]
    assert {each.id for each in drawn} == {"northvale", "eastvale", "southmoor"}
    assert all(each.boundary and each.boundary.rings and "Made up" in each.boundary.source for each in drawn)


def project(folder: Path, **files: str) -> Path:
    place = folder / "directory/boundaries"
    place.mkdir(parents=True)
    for name, text in files.items():
        (place / f"{name}.geojson").write_text(text)
    return folder


def test_what_is_kept_of_a_boundary_is_used_only_while_the_file_is_the_same(tmp_path: Path):
    root = project(tmp_path, northvale=json.dumps(polygon(SQUARE)))
    first = read_boundaries(root, [FILE], cache=True)
    assert read_boundaries(root, [FILE], cache=True) == first == read_boundaries(root, [FILE], cache=False)
    (root / FILE).write_text(json.dumps(polygon(HOLE)))
    assert read_boundaries(root, [FILE], cache=True).rings != first.rings
    (root / FILE).write_text("{}")
    broken = read_boundaries(root, [FILE], cache=True)
    assert (broken.rings, [each.code for each in broken.problems]) == ({}, ["boundary-not-readable"])


def test_a_boundary_that_is_a_link_or_of_another_name_is_refused(tmp_path: Path):
    root = project(tmp_path, northvale=json.dumps(polygon(SQUARE)), Northvale="{}")
    (root / "directory/boundaries/eastvale.geojson").symlink_to("/etc/passwd")
    (root / "directory/boundaries/README.md").write_text("Made up.")
    (root / "directory/boundaries/southmoor.json").write_text("{}")
    seen = walk(root)
    assert seen.boundaries == [FILE]
    assert sorted(each.code for each in seen.problems) == ["file-kind", "stray-file", "stray-file"]


def test_a_boundary_may_be_larger_than_a_record_and_no_larger_than_its_own_limit(tmp_path: Path):
    root = project(tmp_path, northvale=" " * 200_000)
    assert guard(items_in(root)).problems == ()
    (root / FILE).write_text(" " * (MAX_BYTES + 1))
    assert [each.code for each in guard(items_in(root)).problems] == ["file-limits"]


def test_a_change_that_is_tried_takes_the_boundaries_along(tmp_path: Path):
    root = project(tmp_path, northvale=json.dumps(polygon(SQUARE)))
    file = "directory/areas/northvale.yaml"
    before = b"name: Northvale\nkind: place\nboundary: {file: northvale.geojson, source: Made up}\n"
    (root / file).parent.mkdir()
    (root / file).write_bytes(before)
    change = Edit(file, before, before.replace(b"name: Northvale", b"name: North Vale"))
    assert trial(root, [change], date(2026, 11, 23)).new == ()
