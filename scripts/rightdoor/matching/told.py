"""What has been told of a person, looked up by code; None where nobody was asked."""

from rightdoor.model.answers import Answers
from rightdoor.model.measure import Span
from rightdoor.model.vocabulary import Vocabulary


def flag(reason: str, answers: Answers) -> str | Span | None:
    """What was answered about a reason: "yes", "no" or how long ago.

    A chosen need of the same code (psychosis, eating-disorder…) says yes: whoever asks for help with psychosis has
    told us of it, and must not be shown a service that does not take it.
    """
    said = answers.flags.get(reason)
    return "yes" if said is None and reason in answers.needs else said


def person_is(group: str, answers: Answers, groups: Vocabulary) -> bool | None:
    """Whether a person is one of a group; being of a narrower one (a young carer) is being of the wider one."""
    if any(said and group in groups.with_broader(each) for each, said in answers.people.items()):
        return True
    said = answers.people.get(group)
    if said is None and group in answers.flags:
        return answers.flags[group] != "no"
    return said
