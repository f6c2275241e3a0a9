"""Whether the directory gives the answer that a clinician's story expects, and if not, why, in a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rightdoor.matching.explain import explain, service_words
from rightdoor.matching.instead import places_to_go
from rightdoor.matching.match import Match, Outcome, match_all
from rightdoor.model.answers import Answers, Expectation, Vignette
from rightdoor.model.directory import Directory

FITTING = frozenset((Outcome.FITS, Outcome.MEETS))
OPEN = FITTING | {Outcome.CHECK}


@dataclass(frozen=True, slots=True)
class Failure:
    """An expectation that does not hold: its name in the record (`never_fits`…) and why, in a sentence."""

    expectation: str
    message: str


def failures(directory: Directory, vignette: Vignette, today: date) -> tuple[Failure, ...]:
    """Every expectation of a vignette that the directory does not live up to."""
    found = match_all(directory, vignette.answers, today)
    return (
        *_never(found, vignette, directory),
        *_some("at_least_one", vignette.at_least_one, FITTING, found, vignette.answers, directory),
        *_some("at_least_one_open_to", vignette.at_least_one_open_to, OPEN, found, vignette.answers, directory),
        *_refers(found, vignette, directory),
    )


def _never(found: Iterable[Match], vignette: Vignette, directory: Directory) -> Iterator[Failure]:
    for each in _among(found, vignette.never_fits):
        if each.outcome in FITTING:
            label = directory.grammar.outcomes[each.outcome]
            yield Failure("never_fits", f"{each.service.name} must never fit this person, but comes out as “{label}”.")


def _some(
    name: str,
    expected: Expectation | None,
    enough: frozenset[Outcome],
    found: Iterable[Match],
    answers: Answers,
    directory: Directory,
) -> Iterator[Failure]:
    """A failure where nothing that runs comes out well enough, with what stands in the way of those expected."""
    there = list(_among(found, expected))
    if expected is None or any(each.outcome in enough and each.service.status == "active" for each in there):
        return
    why = " ".join(_why(each, answers, directory) for each in there)
    nothing = "None of them is listed for these answers: look at their needs and their areas."
    yield Failure(name, f"No {_expected(expected, directory)} may take this person. {why or nothing}")


def _refers(found: Iterable[Match], vignette: Vignette, directory: Directory) -> Iterator[Failure]:
    named = {place for each in found for place in places_to_go(each, vignette.answers, directory)}
    for each in vignette.refers_to:
        if each not in named:
            name = service_words([each], directory)
            yield Failure("refers_to", f"No service that does not take this person says to refer to {name} instead.")


def _among(found: Iterable[Match], expected: Expectation | None) -> Iterator[Match]:
    for each in found:
        if expected and (each.service.type in expected.types or each.service.id in expected.services):
            yield each


def _expected(expected: Expectation, directory: Directory) -> str:
    """The services expected, by type and by name: "service of the type Community mental health team"."""
    types = [f"service of the type “{directory.grammar['service_types'].label(each)}”" for each in expected.types]
    named = [f"service named “{service_words([each], directory)}”" for each in expected.services]
    return " or ".join((*types, *named))


def _why(match: Match, answers: Answers, directory: Directory) -> str:
    said = explain(match, directory, answers)
    running = "" if match.service.status == "active" else " It is not running."
    return f"{match.service.name}: {said.label}.{running} {' '.join(said.because)}".strip()
