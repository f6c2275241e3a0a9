"""What risk a service says it can hold, against what was told.

It compares what services publish; it never adds anything up. NICE guideline NG225 (September 2022, 1.6) advises
against tools and scales that predict suicide or decide who is offered care.
"""

from collections.abc import Iterator, Set

from rightdoor.matching.operators import State, one_of
from rightdoor.matching.told import flag
from rightdoor.model.answers import Answers
from rightdoor.model.grammar import Grammar

UNSTATED = (None, "none-stated")


def judge_risk(holds: str | None, settled: Set[str], answers: Answers, grammar: Grammar) -> Iterator[tuple[str, State]]:
    """A reason code and its state for each risk that was told; where none is refused, one state for all the rest.

    `settled` are the reasons that a list of the service already speaks of: its own words on a reason come before the
    level it can hold.
    """
    ladder = None if holds in UNSTATED else _ladder(holds, grammar)
    asked = {
        term.code: str(term.more["risk"])
        for term in grammar["reasons"]
        if "risk" in term.more and term.code not in settled
    }
    told = {code: flag(code, answers, grammar["reasons"]) for code in asked}
    for code in asked:
        if told[code] not in (None, "no"):
            yield code, one_of((asked[code],), ladder)
    if ladder is not None:
        above = [code for code, level in asked.items() if level not in ladder]
        yield "", State.MET if all(told[code] == "no" for code in above) else State.NOT_ASKED


def _ladder(holds: str | None, grammar: Grammar) -> tuple[str, ...]:
    """The levels up to the one a service can hold."""
    levels = list(grammar["risk_levels"].terms)
    return tuple(levels[: levels.index(holds) + 1]) if holds in levels else ()
