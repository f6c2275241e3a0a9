"""Where a person who is not taken can go instead."""

from rightdoor.matching.judge import judge
from rightdoor.matching.match import Match, Outcome, outcome_of, where_asked
from rightdoor.model.answers import Answers
from rightdoor.model.directory import Directory


def places_to_go(found: Match, answers: Answers, directory: Directory) -> tuple[str, ...]:
    """The services named to go to instead that do not refuse this very person; all that are named if each does.

    A service for several areas names the door of each, and one that refuses for severity names a team for every
    age: whoever reads must be sent on once, not round.
    """
    open_to = tuple(each for each in found.instead if not _refuses(each, answers, directory))
    return open_to or found.instead


def _refuses(service_id: str, answers: Answers, directory: Directory) -> bool:
    service = directory.services.get(service_id)
    if service is None:
        return False
    criteria = where_asked(service, answers, directory).criteria
    reasons = judge(criteria, answers, directory)
    return service.status == "defunct" or outcome_of(each.state for each in reasons) is Outcome.DOES_NOT_FIT
