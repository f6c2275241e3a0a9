"""Entries broken in every place and in many ways: each value replaced, each field taken away, misspelt or added."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

WRONG: tuple[Any, ...] = (
    None, "", [], {}, 0, -3, 17, 2.5, 999, True, False, "unknown", "N/A", "yes", "18", "5-12", "any", "None stated",
    "x", " padded ", "Iapt", "IAPT", "anxeity", "self", "GP", "low mood", "psychosis", "18 years",
    "17 years and 9 months",
    "25", "6 weeks", "3rd March 2026", "03/04/2026", "2026-8-4", "two words", "A:b", "two\nlines\n", "é" * 4100,
    ["a", "a"], ["anxiety", "anxiety"], [1, 1], ["anxiety"] * 61, [{"reason": "psychosis"}] * 2, {"from": "18y"},
    {"under": "18y", "to": "16y"}, {"x": 1}, {"reason": "BPD", "worde": "x"}, [["self"]], [None], "a, b",
    "mail [at] x.org",
)  # fmt: skip
"""What a hasty hand may type in place of anything."""

Path = tuple[str | int, ...]


SHARE = 8
"""Every value is tried at every eighth place, and at the next places the next values: all of both, not all pairs."""


def broken(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Copies of a sound entry, each broken in one place."""
    for number, path in enumerate(places(data)):
        for wrong in WRONG[number % SHARE :: SHARE]:
            yield changed(data, path, wrong)
        if isinstance(path[-1], str):
            yield misspelt(data, path)
            yield without(data, path)
    for path in [(), *places(data)]:
        if isinstance(at(data, path), dict):
            for name in ("words", "phone", "names", "reasons", "referto", "on", "name", "12", "é"):
                if name not in at(data, path):
                    yield changed(data, (*path, name), "x")


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every place of an entry; of a long list the first two."""
    parts = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    for step, each in parts:
        yield (*path, step)
        yield from places(each, (*path, step))


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def changed(data: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    copy = deepcopy(data)
    at(copy, path[:-1])[path[-1]] = deepcopy(value)
    return copy


def without(data: dict[str, Any], path: Path) -> dict[str, Any]:
    copy = deepcopy(data)
    del at(copy, path[:-1])[path[-1]]
    return copy


def misspelt(data: dict[str, Any], path: Path) -> dict[str, Any]:
    """The same with the last letter of a field's name gone."""
    name = str(path[-1])
    return changed(without(data, path), (*path[:-1], name[:-1] or "x"), deepcopy(at(data, path)))
