"""A service with every field there is, and the same with every value changed: swapped one by one in tests."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from rightdoor.changes.change import Change
from rightdoor.changes.compare import changes
from rightdoor.model.directory import Directory
from rightdoor.records.assemble import assemble
from rightdoor.records.read import read_source
from rightdoor.records.vocabularies import load_grammar
from rightdoor.resources import schema_folder

GRAMMAR = load_grammar(schema_folder())
FILE = "directory/services/northvale/lantern.yaml"
FEW = {
    "organization": "the-trust",
    "type": "cmht",
    "status": "active",
    "summary": "A team.",
    "checked": {"how": "never"},
}
OTHERS: Mapping[str, list[tuple[str, Mapping[str, Any]]]] = {
    "service": [
        ("directory/services/northvale/first-team.yaml", {**FEW, "name": "First Team"}),
        ("directory/services/northvale/second-team.yaml", {**FEW, "name": "Second Team"}),
    ],
    "organization": [
        ("directory/organizations/the-trust.yaml", {"name": "The Trust", "kind": "nhs"}),
        ("directory/organizations/the-charity.yaml", {"name": "The Charity", "kind": "charity"}),
    ],
    "area": [
        ("directory/areas/northvale.yaml", {"name": "Northvale", "kind": "local-authority"}),
        ("directory/areas/eastvale.yaml", {"name": "Eastvale", "kind": "local-authority"}),
    ],
}
Path_ = tuple[str | int, ...]


@cache
def _read(name: str) -> Any:
    return read_source((Path(__file__).parent / "examples" / f"{name}.yaml").read_bytes(), name).data


def example(name: str = "before") -> dict[str, Any]:
    """The data of one of the examples, to be changed at will."""
    found: dict[str, Any] = deepcopy(_read(name))
    return found


def town(data: Mapping[str, Any] | None, **more: Any) -> Directory:
    """A directory in which the service has this data; None for one without it."""
    services = [*OTHERS["service"], *([(FILE, data)] if data else [])]
    directory = assemble({**OTHERS, "service": services}, GRAMMAR)
    return replace(directory, **more) if more else directory


def told(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> tuple[Change, ...]:
    """What changes between two states of the service."""
    return changes(town(before), town(after))


def words(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> list[str]:
    """The same, as words alone."""
    return [each.words for each in told(before, after)]


def criteria(**fields: Any) -> dict[str, Any]:
    """The data of a service with these criteria and nothing else of note."""
    return {**FEW, "name": "Lantern Talking Rooms", "criteria": fields}


def leaves(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The place of every single value."""
    if isinstance(data, dict | list):
        for name in data if isinstance(data, dict) else range(len(data)):
            yield from leaves(data[name], (*path, name))
    else:
        yield path


def at(data: Any, path: Path_) -> Any:
    """What stands at a place."""
    for each in path:
        data = data[each]
    return data


def with_value(path: Path_, value: Any) -> dict[str, Any]:
    """The first example with another value at one place."""
    data = example()
    at(data, path[:-1])[path[-1]] = value
    return data


def without(path: Path_) -> dict[str, Any]:
    """The first example without a field or a part."""
    data = example()
    del at(data, path[:-1])[path[-1]]
    return data
