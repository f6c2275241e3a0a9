"""Where the criteria of a service stand in its file: once for everywhere, and again where an area differs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rightdoor.records.checks.frame import Path, Record


@dataclass(frozen=True, slots=True)
class Fields:
    """The criteria that hold somewhere; `places` says where each is written, `own` which are written for here alone."""

    values: Mapping[str, Any]
    places: Mapping[str, Path]
    own: frozenset[str]


def criteria_of(record: Record) -> list[Fields]:
    """The criteria of a service as they hold everywhere, then as they hold in each area that differs."""
    return record.once("criteria", lambda: list(_criteria(record.data)))


def limits_of(record: Record, name: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Each place where a criterion is written out, such as `age: {from: …}`; a single word is passed over."""
    for fields in criteria_of(record):
        if name in fields.own and isinstance(fields.values[name], Mapping):
            yield fields.places[name], fields.values[name]


def _criteria(data: Mapping[str, Any]) -> Iterator[Fields]:
    base: dict[str, Any] = data.get("criteria") or {}
    places: dict[str, Path] = {each: ("criteria", each) for each in base}
    yield Fields(base, places, frozenset(base))
    for area, rules in (data.get("by_area") or {}).items():
        if own := rules.get("criteria"):
            here: dict[str, Path] = {each: ("by_area", area, "criteria", each) for each in own}
            yield Fields({**base, **own}, {**places, **here}, frozenset(own))
