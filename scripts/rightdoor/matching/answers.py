"""Plain data (of a vignette, the command line, a test vector) read as Answers, and words nobody knows refused.

The shape, every part of which may be left out:
`{area, areas: {practice, home…}, age: 17y9m, needs: […], severity, flags: {reason: yes | no | 3w},
since_event: 3m, route, people: {carer: yes}}`. Choosing an `area` answers `areas.practice`.
"""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from rightdoor.model.answers import Answers
from rightdoor.model.measure import AgeRange, Span, age_range

KEYS = ("area", "areas", "age", "needs", "severity", "flags", "since_event", "route", "people")
PLACES = ("practice", "home", "work-or-study", "cared-for", "where-death-occurred")

_Value = TypeVar("_Value")


def answers_from(data: Mapping[str, Any]) -> Answers:
    """The answers that plain data holds; ValueError, in a sentence, for what cannot be read.

    Whether the words are known (needs, reasons, areas…) is another question: see `rightdoor.matching.suggest`.
    """
    _known(data, KEYS, "an answer")
    return Answers(
        needs=tuple(_word(each, "needs") for each in _many(data.get("needs", ()), "needs")),
        age=_maybe(data.get("age"), _age),
        severity=_maybe(data.get("severity"), lambda each: _word(each, "severity")),
        areas=_areas(data),
        flags={_word(reason, "flags"): _flag(said, reason) for reason, said in _mapping(data, "flags").items()},
        since_event=_maybe(data.get("since_event"), lambda each: _span(each, "since_event")),
        route=_maybe(data.get("route"), lambda each: _word(each, "route")),
        people={_word(group, "people"): _yes(said, group) for group, said in _mapping(data, "people").items()},
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """A tip that begins with a blank: the nearest known word, else all of them if they are few."""
    choices = list(known)
    near = get_close_matches(word.casefold(), choices, n=1, cutoff=0.6)
    if near:
        return f" Did you mean “{near[0]}”?"
    return f" Type one of: {', '.join(choices)}." if 0 < len(choices) <= 12 else ""


def _maybe(value: Any, read: Callable[[Any], _Value]) -> _Value | None:
    return None if value is None else read(value)


def _known(data: Mapping[str, Any], allowed: tuple[str, ...], noun: str) -> None:
    for each in data:
        if each not in allowed:
            raise ValueError(f"“{each}” is not {noun}.{nearest(str(each), allowed)}")


def _mapping(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = data.get(name, {})
    if not isinstance(found, Mapping):
        raise ValueError(f"“{name}” holds “{found}”; write one “name: answer” on each line below it.")
    return found


def _many(value: Any, name: str) -> Iterable[Any]:
    if isinstance(value, (list, tuple)):
        return value
    raise ValueError(f"“{name}” holds “{value}”; write a list, such as [{value}].")


def _word(value: Any, name: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise ValueError(f"“{name}” holds “{value}”, which is not a word.")


def _age(value: Any) -> AgeRange:
    """A stated age; a bare number is whole years, as people say it."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    try:
        return age_range(text)
    except (TypeError, ValueError):
        raise ValueError(f"The age “{value}” cannot be read; type an age such as 34y or 17y9m.") from None


def _span(value: Any, name: str) -> Span:
    try:
        return Span.of(value)
    except (TypeError, ValueError):
        tip = "type a number and a unit, such as 3w (weeks) or 6m (months)."
        raise ValueError(f"“{name}” holds “{value}”, which is not a length of time; {tip}") from None


def _flag(value: Any, reason: str) -> str | Span:
    if value in ("yes", "no"):
        return str(value)
    try:
        return Span.of(value)
    except (TypeError, ValueError):
        tip = "answer yes, no, or how long ago, such as 3w."
        raise ValueError(f"“{reason}” is answered “{value}”; {tip}") from None


def _yes(value: Any, group: str) -> bool:
    if value in ("yes", "no"):
        return bool(value == "yes")
    raise ValueError(f"“{group}” is answered “{value}”; answer yes or no.")


def _areas(data: Mapping[str, Any]) -> dict[str, str]:
    """Area ids by what ties the person to them; `area` alone means where their GP practice is."""
    found = {str(place): _word(area, place) for place, area in _mapping(data, "areas").items()}
    _known(found, PLACES, "a tie to an area")
    if data.get("area") is None:
        return found
    chosen = _word(data["area"], "area")
    if found.get("practice", chosen) != chosen:
        raise ValueError(f"“area” says {chosen} and “practice” says {found['practice']}; leave one of them out.")
    return {"practice": chosen, **found}
