"""What has been told of a person, looked up by code; None where nobody was asked."""

from rightdoor.model.answers import Answers
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import Span
from rightdoor.model.vocabulary import Vocabulary


def flag(reason: str, answers: Answers, reasons: Vocabulary) -> str | Span | None:
    """What was answered about a reason: "yes", "no" or how long ago.

    What the person is (`people`: under-secondary-care, learning-disability…) answers the reason of the same code. So
    does a chosen need (psychosis, eating-disorder…), with yes: whoever asks for help with psychosis has told us of it,
    and must not be shown a service that does not take it. Where none of these speaks, the `opposite` of a reason does:
    whoever is not under secondary care is refused by a service for people who are.
    """
    said = _told(reason, answers)
    if said is not None or reason not in reasons:
        return said
    opposite = _told(str(reasons[reason].more.get("opposite", "")), answers)
    return None if opposite is None else "yes" if opposite == "no" else "no"


def _told(reason: str, answers: Answers) -> str | Span | None:
    if reason in answers.flags:
        return answers.flags[reason]
    if reason in answers.people:
        return "yes" if answers.people[reason] else "no"
    return "yes" if reason in answers.needs else None


def reasons_told(answers: Answers, reasons: Vocabulary) -> tuple[str, ...]:
    """The reasons about which something was told other than by a need: as a flag, or as what the person is."""
    return (*answers.flags, *(each for each in answers.people if each in reasons and each not in answers.flags))


def person_is(group: str, answers: Answers, grammar: Grammar) -> bool | None:
    """Whether a person is one of a group; being of a narrower one (a young carer) is being of the wider one.

    Where nothing was answered about it, a chosen need may tell: whoever comes after a suicide is bereaved by suicide.
    """
    groups = grammar["groups"]
    if any(said and group in groups.with_broader(each) for each, said in answers.people.items()):
        return True
    said = answers.people.get(group)
    if said is None and group in answers.flags:
        return answers.flags[group] != "no"
    return True if said is None and _need_tells(group, answers, grammar) else said


def _need_tells(group: str, answers: Answers, grammar: Grammar) -> bool:
    term = grammar["groups"].terms.get(group)
    told_by = set(term.more.get("told_by", ())) if term else set()
    return any(told_by.intersection(grammar["needs"].with_broader(need)) for need in answers.needs)
