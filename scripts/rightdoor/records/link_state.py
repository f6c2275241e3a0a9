"""What is remembered of addresses that did not answer: since when, until when, and what happened.

Only failing addresses are kept. A link is broken when it failed on two days at least a week apart and answered on none
between: hosts have bad days, and a volunteer's time is too dear for them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from rightdoor.records.opening import read_regular

STATE = ".rightdoor/links.json"
"""Where it is kept in a project."""

APART = timedelta(days=7)
ANSWERS = "answers"
UNCLEAR = "unclear"
"""A server that will not say: it wants a password, or sends robots away. Neither a failure nor a success."""

_VERSION = 1
_LARGEST = 32 * 1024 * 1024


class Answer(NamedTuple):
    """What came of asking one address: ANSWERS, UNCLEAR or a code of `link_faults`; the status where there was one."""

    what: str
    status: int | None = None


class Failure(NamedTuple):
    """An address that has not answered since `first`; `last` is the last time it was asked and failed."""

    first: date
    last: date
    what: str
    status: int | None = None


@dataclass(frozen=True, slots=True)
class State:
    """The addresses that fail, and the day on which all addresses were last asked."""

    asked_on: date | None = None
    failing: Mapping[str, Failure] = field(default_factory=dict)


def is_broken(failure: Failure) -> bool:
    """Whether it failed twice, far enough apart."""
    return failure.last - failure.first >= APART


def noted(state: State, answers: Mapping[str, Answer], today: date, *, whole: bool) -> State:
    """The state after asking; `whole` where all addresses were asked, and those that no record names are forgotten."""
    failing = {address: each for address, each in state.failing.items() if address in answers or not whole}
    for address, answer in answers.items():
        before = failing.get(address)
        if answer.what == ANSWERS:
            failing.pop(address, None)
        elif answer.what != UNCLEAR:
            first, last = (min(before.first, today), max(before.last, today)) if before else (today, today)
            failing[address] = Failure(first, last, answer.what, answer.status)
    return State(today if whole else state.asked_on, failing)


def read_state(file: Path) -> State | None:
    """What was noted; None where there is no file, or one that is damaged or was not written by us."""
    try:
        raw, _ = read_regular(file, _LARGEST + 1)
        said = json.loads(raw.decode()) if len(raw) <= _LARGEST else None
        return _state(said)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _state(said: Any) -> State:
    if said["version"] != _VERSION:
        raise ValueError(said["version"])
    asked_on = date.fromisoformat(said["asked_on"]) if said["asked_on"] is not None else None
    return State(asked_on, {str(address): _failure(each) for address, each in said["failing"].items()})


def _failure(said: Mapping[str, Any]) -> Failure:
    status = said.get("status")
    if not isinstance(said["what"], str) or not (status is None or type(status) is int):
        raise ValueError(said)
    first, last = date.fromisoformat(said["first"]), date.fromisoformat(said["last"])
    return Failure(first, last, said["what"], status)


def text_of(state: State) -> str:
    """The state as a file holds it: the same state gives the same bytes."""
    failing = {
        address: {
            "first": each.first.isoformat(),
            "last": each.last.isoformat(),
            "what": each.what,
            **({} if each.status is None else {"status": each.status}),
        }
        for address, each in sorted(state.failing.items())
    }
    day = state.asked_on.isoformat() if state.asked_on else None
    return json.dumps({"version": _VERSION, "asked_on": day, "failing": failing}, indent=1, ensure_ascii=True) + "\n"


def write_state(file: Path, state: State) -> None:
    """Writes the state, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(f"{file.name}.new")
    aside.write_text(text_of(state), encoding="utf-8")
    aside.replace(file)
