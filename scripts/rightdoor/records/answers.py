"""What an answer that somebody typed becomes in a record, or why it is none."""

from collections.abc import Mapping
from typing import Any

from rightdoor.records.answer_checks import NoAnswer, refuse_unusable
from rightdoor.records.findings import findings
from rightdoor.records.grammar_values import say
from rightdoor.records.ids import id_of
from rightdoor.records.marks import Path
from rightdoor.records.nearest import guess, nearest_word, vocabulary
from rightdoor.records.questions import Question, put
from rightdoor.records.refusals import shown

Known = Mapping[str, Mapping[str, str]]
"""Of organizations, services and areas the id of each record there is, with its name."""

ANY = "any"
_YES = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


class NoRecord(NoAnswer):
    """What was typed names a record that is not there."""


def answer(question: Question, kind: str, typed: str, known: Known) -> tuple[Path, Any]:
    """The place of an answer and what stands there; raises `NoAnswer`. Several are told apart by commas."""
    if question.any_at and typed.strip().casefold() == ANY:
        return question.any_at, ANY
    if question.yes_or_no:
        return question.path, _yes(typed)
    parts = typed.split(",") if question.several else [typed]
    found = [_one(question, each.strip(), known) for each in parts if each.strip()]
    if not found:
        raise NoAnswer("There is nothing in this answer.")
    value = list(dict.fromkeys(found)) if question.several else found[0]
    _judge(kind, question.path, value)
    return question.path, value


def _yes(typed: str) -> bool:
    try:
        return _YES[typed.strip().casefold()]
    except KeyError:
        raise NoAnswer("Type yes or no.") from None


def _one(question: Question, typed: str, known: Known) -> str:
    """One answer as the record has it: the code of what it is called, the id of what it names."""
    if question.names:
        return _id(typed, known[question.names], question.names)
    return _code(typed, question.words) if question.words else typed


def _id(typed: str, records: Mapping[str, str], kinds: str) -> str:
    if typed in records:
        return typed
    if id_of(typed) in records:
        return id_of(typed)
    called = [id for id, name in records.items() if name.casefold() == typed.casefold()]
    if len(called) == 1:
        return called[0]
    near = nearest_word(typed, [*records, *records.values()])
    meant = near if near in records else next((id for id, name in records.items() if name == near), None)
    make = f"ake its record first with: rightdoor new {kinds[:-1]}"
    tip = f"Did you mean {meant} ({records[meant]})? If not, m{make}" if meant else f"M{make}"
    raise NoRecord(f"There is no record of {shown(typed)}. {tip}")


def _code(typed: str, name: str) -> str:
    words = vocabulary(name)
    if typed in words:
        return typed
    meant = guess(typed, name)
    if meant.sure:
        return meant.codes[0]
    listed = "; ".join(f"{code} ({words.label(code)})" for code in meant.codes)
    raise NoAnswer(f"“{shown(typed)}” is not one of the words. " + (f"Did you mean {listed}?" if listed else ""))


def _judge(kind: str, path: Path, value: Any) -> None:
    """Refuse what the grammar refuses in this place."""
    data: dict[str, Any] = {}
    put(data, path, value)
    amiss = [each for each in findings(data, kind) if each.path[: len(path)] == path]
    if amiss:
        said = say(min(amiss, key=lambda each: each.rule == "maxLength"))
        raise NoAnswer(f"{said.message} {said.tip}".strip())
    for each in (part for part in (value if isinstance(value, list) else [value]) if isinstance(part, str)):
        refuse_unusable(kind, path, each)
