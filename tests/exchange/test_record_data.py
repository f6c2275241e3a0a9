"""A record written as data and read again is the record it was."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from changes.changing import FEW, FILE, GRAMMAR, example
from exchange.made_records import records
from rightdoor.exchange.record_data import area_data, data_of, organization_data, tombstone_data
from rightdoor.model.service import Service
from rightdoor.records.assemble import assemble, part_of
from rightdoor.records.assemble_service import service_of
from rightdoor.records.grammar import decider
from rightdoor.records.load import load

QUIETLY = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
WRITERS = {"service": data_of, "organization": organization_data, "area": area_data}
FILES = {
    "service": FILE,
    "organization": "directory/organizations/the-trust.yaml",
    "area": "directory/areas/northvale.yaml",
}


def again(kind: str, data: Mapping[str, Any]) -> tuple[Any, Any]:
    """What a record becomes, and what it becomes once written as data and read again."""
    first = part_of(kind, FILES[kind], data)
    written = WRITERS[kind](first)
    assert decider(kind).is_valid(written) == decider(kind).is_valid(data), written
    return first, part_of(kind, FILES[kind], written)


@QUIETLY
@given(some.data())
@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_whatever_the_grammar_accepts_comes_back_as_it_was(kind: str, data: some.DataObject):
    first, second = again(kind, data.draw(records(kind)))
    assert second == first


@pytest.mark.parametrize("name", ["before", "after"])
def test_an_entry_with_every_field_comes_back_as_it_was(name: str):
    first, second = again("service", example(name))
    assert second == first


def test_every_entry_of_this_directory_comes_back_as_it_was(root: Path):
    directory = load(root, date(2026, 11, 24)).directory
    for service in directory.services.values():
        assert service_of(service.file, data_of(service)) == service
    for organization in directory.organizations.values():
        assert part_of("organization", organization.file, organization_data(organization)) == organization


def test_no_exclusion_stated_is_not_the_same_as_nobody_having_looked():
    looked = data_of(service_of(FILE, {**FEW, "name": "A", "criteria": {"does_not_take": "none stated"}}))
    assert looked["criteria"] == {"does_not_take": "none stated"}
    assert "criteria" not in data_of(service_of(FILE, {**FEW, "name": "A"}))


def test_what_nobody_has_said_is_left_out():
    assert list(data_of(service_of(FILE, {**FEW, "name": "A"}))) == [
        "name", "organization", "type", "status", "summary", "checked",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("usual", "there"),
    [
        ({"languages": {"spoken": ["cy"]}}, {"languages": {"interpreters": "unknown"}}),
        ({"intake": "open"}, {"intake": "unknown"}),
        ({"criteria": {"age": "any"}}, {"criteria": {"age": {"under": "18y"}}}),
        ({"criteria": {"age": "any", "severity": "any"}}, {"criteria": {"does_not_take": "none stated"}}),
        ({"intake": "open"}, {"intake": "open"}),
    ],
)
def test_rules_of_one_area_come_back_as_they_were(usual: Mapping[str, Any], there: Mapping[str, Any]):
    data = {**FEW, "name": "A", **usual, "by_area": {"eastvale": there}}
    first, second = again("service", data)
    assert isinstance(first, Service)
    assert second == first


def test_a_tombstone_comes_back_as_it_was():
    row = {"id": "old-door", "name": "Old Door", "why": "closed", "since": "2026-01-02", "use_instead": ["new-door"]}
    made = assemble({"tombstones": [("directory/tombstones.yaml", {"tombstones": [row]})]}, GRAMMAR)
    assert tombstone_data(made.tombstones["old-door"]) == row
