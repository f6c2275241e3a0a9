"""The matches of a directory as text for a terminal and as plain data: codes, and the sentences said of them."""

from collections.abc import Iterator, Sequence
from typing import Any

from rightdoor.matching.answers import PLACES
from rightdoor.matching.explain import explain
from rightdoor.matching.match import Match, Outcome
from rightdoor.matching.phrases import fill
from rightdoor.matching.told import flag
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service

FITTING = (Outcome.MEETS, Outcome.FITS)


def as_text(matches: Sequence[Match], answers: Answers, directory: Directory) -> str:
    """The services under their outcomes, best first; then where to ask when nothing fits, and crisis help.

    Where what was told speaks of a crisis, crisis help comes before everything else; then, for somebody whom a team
    already sees, that this team is the one to ask.
    """
    blocks = [crisis_words(answers, directory)] if _speaks_of_crisis(answers, directory) else []
    blocks.append(_ask_first(answers, directory) or "")
    for outcome in Outcome:
        found = [each for each in matches if each.outcome is outcome]
        if found:
            services = (_service_text(each, answers, directory) for each in found)
            blocks.append("\n\n".join((directory.grammar.outcomes[outcome].upper(), *services)))
    return "\n\n".join(each for each in (*blocks, "\n".join(_ending(matches, answers, directory))) if each)


def as_data(matches: Sequence[Match], answers: Answers, directory: Directory) -> dict[str, Any]:
    """The same as plain data, for another program. Nothing that was answered is repeated in it."""
    return {
        "version": 1,
        "ask_first": _ask_first(answers, directory),
        "matches": [_service_data(each, answers, directory) for each in matches],
        "front_door": getattr(_front_door(answers, directory), "id", None),
        "crisis_first": _speaks_of_crisis(answers, directory),
        "crisis": [each.id for each in _crisis(answers, directory)],
        "sentences": list(_ending(matches, answers, directory)),
    }


def _service_text(match: Match, answers: Answers, directory: Directory) -> str:
    said = explain(match, directory, answers).sentences
    return "\n".join((f"  {match.service.name} ({match.service.id})", *(f"    {each}" for each in said)))


def _service_data(match: Match, answers: Answers, directory: Directory) -> dict[str, Any]:
    said = explain(match, directory, answers)
    return {
        "service": match.service.id,
        "name": match.service.name,
        "outcome": str(match.outcome),
        "label": said.label,
        "flags": list(match.flags),
        "reasons": [
            {"criterion": each.criterion, "state": str(each.state), "code": each.code, "refer_to": list(each.refer_to)}
            for each in match.reasons
        ],
        "refer_instead": list(said.instead),
        "sentences": list(said.sentences),
    }


def _ending(matches: Sequence[Match], answers: Answers, directory: Directory) -> Iterator[str]:
    """No dead end: what an empty result does not mean, the front door, and always crisis help."""
    said = directory.grammar.sentences
    if not any(each.outcome in FITTING for each in matches):
        yield said["nothing_fits" if matches else "nothing_listed"]
        if door := _front_door(answers, directory):
            yield fill(said["front_door"], service=_named(door, directory))
    if crisis := crisis_words(answers, directory):
        yield crisis


def _ask_first(answers: Answers, directory: Directory) -> str | None:
    """Where to ask before anywhere else: the team that sees the person already, where one does."""
    told = flag("under-secondary-care", answers, directory.grammar["reasons"])
    return directory.grammar.sentences["ask_first"] if told == "yes" else None


def _speaks_of_crisis(answers: Answers, directory: Directory) -> bool:
    """Whether a flag that was not answered no, or a chosen need, is one that calls for crisis help first."""
    reasons, needs = directory.grammar["reasons"], directory.grammar["needs"]
    told = (reason for reason, said in answers.flags.items() if said != "no")
    return any(each in reasons and reasons[each].more.get("crisis") for each in told) or any(
        each in needs and needs[each].more.get("crisis_check") for each in answers.needs
    )


def crisis_words(answers: Answers, directory: Directory) -> str:
    """The sentence that names crisis help where the person is; empty where the directory has none."""
    routes = "; ".join(_named(each, directory) for each in _crisis(answers, directory))
    return fill(directory.grammar.sentences["crisis"], services=routes) if routes else ""


def _named(service: Service, directory: Directory) -> str:
    """A service with its number; one that is made up says so beside its name, among real ones."""
    said = directory.grammar.phrases
    words = _with_number(service, directory)
    return fill(said["made_up"], name=words) if service.fictional else words


def _with_number(service: Service, directory: Directory) -> str:
    """A service with its number, said once, and what to do there: press 2, or text and do not ring."""
    contact, said = service.contact, directory.grammar.phrases
    number = contact.phone or contact.text
    note = contact.phone_note if contact.phone else contact.text_note
    if not number or (number in service.name and not note):
        return service.name
    form = "with_number_and_note" if note else "with_number" if contact.phone else "with_text"
    if not contact.phone and number in service.name:
        form = "with_note"
    return fill(said[form], name=service.name, number=number, note=note or "")


def _areas(answers: Answers) -> list[str]:
    return [answers.areas[place] for place in PLACES if place in answers.areas]


def _front_door(answers: Answers, directory: Directory) -> Service | None:
    """The front door of the nearest area that has one."""
    places = (wider for area in _areas(answers) for wider in directory.chain(area))
    doors = (directory.services.get(directory.areas[place].front_door or "") for place in places)
    return next(filter(None, doors), None)


def _crisis(answers: Answers, directory: Directory) -> tuple[Service, ...]:
    """The crisis routes where the person is; where no area was answered, those that every nation has."""
    for area in _areas(answers):
        if routes := directory.crisis_routes(area):
            return routes
    nations = [directory.crisis_routes(each.id) for each in directory.areas.values() if each.kind == "nation"]
    return tuple(each for each in (nations[0] if nations else ()) if all(each in routes for routes in nations))
