"""The made-up directory that is measured: always the same, sound, and broken only where that is asked for."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from rightdoor.model.problem import Level
from rightdoor.records.load import load

TODAY = date(2026, 11, 23)
SERVICES = 60


@pytest.fixture(scope="module")
def generate(root: Path) -> Iterator[ModuleType]:
    sys.path.insert(0, str(root / "benchmarks"))
    try:
        import generate

        yield generate
    finally:
        sys.path.remove(str(root / "benchmarks"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_the_same_seed_gives_the_same_bytes(generate: ModuleType, tmp_path: Path):
    for name in ("one", "other"):
        generate.write(tmp_path / name, SERVICES, 3, seed=7)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_another_seed_gives_other_entries_in_the_same_files(generate: ModuleType, tmp_path: Path):
    for seed in (1, 2):
        generate.write(tmp_path / str(seed), SERVICES, 3, seed=seed)
    one, two = contents(tmp_path / "1"), contents(tmp_path / "2")
    assert one.keys() == two.keys()
    assert one != two


def test_there_are_as_many_services_as_were_asked_for(generate: ModuleType, tmp_path: Path):
    generate.write(tmp_path, SERVICES, 3)
    made_up = [each for each in (tmp_path / "directory/services").glob("*/*.yaml") if each.parent.name != "national"]
    assert len(made_up) == SERVICES


def test_the_directory_has_no_errors(generate: ModuleType, tmp_path: Path):
    generate.write(tmp_path, SERVICES, 3)
    loaded = load(tmp_path, TODAY, cache=False)
    assert [each for each in loaded.problems if each.level is Level.ERROR] == []


def test_every_kind_of_service_and_every_criterion_is_among_them(generate: ModuleType, tmp_path: Path):
    generate.write(tmp_path, SERVICES, 3)
    services = load(tmp_path, TODAY, cache=False).directory.services.values()
    assert {each.type for each in services} >= set(generate.KINDS)
    for name in ("age", "severity", "area", "only", "time_since_event", "does_not_take", "check_first", "holds_risk"):
        assert any(getattr(each.criteria, name) for each in services), name


def test_each_broken_entry_has_an_error_and_no_other_entry_has(generate: ModuleType, tmp_path: Path):
    broken = 10
    generate.write(tmp_path, SERVICES, 3, broken=broken)
    loaded = load(tmp_path, TODAY, cache=False)
    wrong = {Path(each.file).stem for each in loaded.problems if each.level is Level.ERROR}
    areas = [generate.area_id(number) for number in range(3)]
    assert wrong == {f"{areas[number % 3]}-service-{number}" for number in range(broken)}


def test_entries_are_broken_in_the_ways_that_are_named(generate: ModuleType, tmp_path: Path):
    generate.write(tmp_path, SERVICES, 3, broken=len(generate.BREAKS))
    codes = {each.code for each in load(tmp_path, TODAY, cache=False).problems if each.level is Level.ERROR}
    assert codes == {code for code, _ in generate.BREAKS}
