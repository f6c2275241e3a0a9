"""One reason in one sentence: the wording of its criterion, with the gaps filled from the record."""

from rightdoor.matching import phrases
from rightdoor.matching.judge import Reason
from rightdoor.matching.operators import State
from rightdoor.model.answers import Answers
from rightdoor.model.criteria import Criteria, Row
from rightdoor.model.directory import Directory


def reason_words(reason: Reason, criteria: Criteria, directory: Directory, answers: Answers) -> str:
    """The sentence of one reason; a limit that nobody asked about and nobody stated is said to be unknown."""
    wording = directory.grammar.criteria[reason.criterion].wording
    gaps = _gaps(reason, criteria, directory, answers)
    silent = reason.state is State.NOT_ASKED and not gaps and "unknown_service" in wording
    return phrases.fill(wording[State.UNKNOWN_SERVICE if silent else reason.state], **gaps)


def _gaps(reason: Reason, criteria: Criteria, directory: Directory, answers: Answers) -> dict[str, str]:
    grammar, row = directory.grammar, row_of(reason, criteria)
    if row:
        words = grammar["groups" if reason.criterion == "only" else "reasons"]
        return {"people": phrases.row_words(row, words, grammar)}
    if reason.criterion == "age" and criteria.age:
        return {"ages": phrases.age_words(criteria.age, grammar)}
    if reason.criterion == "severity" and criteria.severity:
        asked = phrases.lower_first(grammar["severity_bands"].label(answers.severity or ""))
        return {"severities": phrases.severity_words(criteria.severity, grammar), "severity": asked or "such"}
    if reason.criterion == "area" and criteria.area:
        return {"area": phrases.area_words(criteria.area, directory)}
    if reason.criterion == "time_since_event" and criteria.time_since_event:
        return {"time": phrases.time_words(criteria.time_since_event, grammar)}
    people = {"people": phrases.people_words(reason.code, grammar["reasons"])} if reason.code else {}
    if reason.criterion == "risk" and criteria.holds_risk:
        return {**people, "level": phrases.lower_first(grammar["risk_levels"].label(criteria.holds_risk))}
    return people


def row_of(reason: Reason, criteria: Criteria) -> Row | None:
    """The row of the record that a reason is about."""
    match reason.place:
        case ("criteria", "only", int(at)):
            return criteria.only[at]
        case ("criteria", "does_not_take", int(at)):
            return (criteria.does_not_take or ())[at]
        case ("criteria", "check_first", int(at)):
            return criteria.check_first[at]
        case ("criteria", "takes_despite", int(at)):
            return criteria.takes_despite[at]
    return None
