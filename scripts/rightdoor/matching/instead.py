"""Where a person who is not taken can go instead."""

from rightdoor.matching.judge import judge
from rightdoor.matching.match import Match, Outcome, outcome_of, places_of, where_asked
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory


def places_to_go(found: Match, answers: Answers, directory: Directory) -> tuple[str, ...]:
    """The services named to go to instead that serve where this very person is and do not refuse them.

    A service for several areas names the door of each, and one that refuses for severity names a team for every
    age: whoever reads must be sent on once, not round. Where none serves the area, or each refuses, all that are left
    are named: some way on is better than none.
    """
    near = tuple(each for each in found.instead if _serves(each, answers, directory)) or found.instead
    return tuple(each for each in near if not _refuses(each, answers, directory)) or near


def _serves(service_id: str, answers: Answers, directory: Directory) -> bool:
    """Whether a service may serve any of the areas that were answered; where none was, or it is not there, yes."""
    service = directory.services.get(service_id)
    if service is None or not answers.areas:
        return True
    return where_asked(service, answers, directory).may_serve(places_of(answers, directory))


def _refuses(service_id: str, answers: Answers, directory: Directory) -> bool:
    service = directory.services.get(service_id)
    if service is None:
        return False
    criteria = where_asked(service, answers, directory).criteria
    reasons = judge(criteria, answers, directory)
    return service.status == "defunct" or outcome_of(each.state for each in reasons) is Outcome.DOES_NOT_FIT
