"""What came of asking links, in words for a terminal or the log of a scheduled run."""

from collections.abc import Iterator, Mapping, Sequence

from rightdoor.model.grammar import Grammar
from rightdoor.records.asking_all import host_of
from rightdoor.records.link_state import ANSWERS, UNCLEAR, Answer, Failure, State, is_broken
from rightdoor.records.links import Addresses
from rightdoor.records.report import counted, one_line

AT_MOST = 100
"""So many links are named under each heading; the pages of what needs doing have all that are broken."""


def as_text(answers: Mapping[str, Answer], state: State, wanted: Addresses, grammar: Grammar) -> str:
    """The broken links, those that failed lately, and the counts last."""
    failing = {each: state.failing[each] for each in sorted(answers) if each in state.failing}
    broken = {each: failure for each, failure in failing.items() if is_broken(failure)}
    lately = {each: failure for each, failure in failing.items() if each not in broken}
    blocks = (
        _block("Broken: failed twice, a week or more apart", broken, wanted, grammar),
        _block("Failed, but not for a week yet", lately, wanted, grammar),
    )
    return "\n\n".join((*(each for each in blocks if each), _counts(answers, len(broken), len(lately), wanted)))


def as_left(left: Sequence[str]) -> str:
    """What was left for next time because its host was too slow: how much, and of which hosts."""
    hosts = sorted({host_of(each) for each in left})
    shown = ", ".join(one_line(each) for each in hosts[:AT_MOST]) + (" and more" if len(hosts) > AT_MOST else "")
    return f"{counted(len(left), 'link')} left for next time, since these take too long to answer: {shown}."


def _counts(answers: Mapping[str, Answer], broken: int, lately: int, wanted: Addresses) -> str:
    kinds = [each.what for each in answers.values()]
    said = [
        f"{counted(len(answers), 'link')} asked: {kinds.count(ANSWERS)} answered",
        f"{kinds.count(UNCLEAR)} would not say",
        f"{broken} broken",
        f"{lately} to be asked again.",
    ]
    made_up = f" {counted(wanted.made_up, 'made-up link')} not asked." if wanted.made_up else ""
    return ", ".join(said) + made_up


def _block(heading: str, failing: Mapping[str, Failure], wanted: Addresses, grammar: Grammar) -> str:
    if not failing:
        return ""
    rest = len(failing) - AT_MOST
    lines = [line for each in list(failing)[:AT_MOST] for line in _lines(each, failing[each], wanted, grammar)]
    return "\n".join((heading, *lines, *([f"  And {rest} more."] if rest > 0 else [])))


def _lines(address: str, failure: Failure, wanted: Addresses, grammar: Grammar) -> Iterator[str]:
    faults = grammar["link_faults"]
    what = faults.label(failure.what) if failure.what in faults else "It does not answer"
    status = f" ({failure.status})" if failure.status else ""
    yield f"  {one_line(address)}"
    yield f"    {what}{status}, since {failure.first}"
    places = dict.fromkeys(f"{each.kind} {each.id}" for each in wanted.places.get(address, ()))
    yield f"    in {', '.join(places)}"
