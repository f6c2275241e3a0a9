"""Whether a person belongs where a service works: by GP practice, home, work, or somebody else's address."""

from collections.abc import Mapping

from rightdoor.matching.operators import State, one_of
from rightdoor.model.criteria import AreaLimit
from rightdoor.model.directory import Directory

TIES: Mapping[str, tuple[str, ...]] = {
    "gp-practice": ("practice",),
    "home-address": ("home",),
    "gp-or-address": ("practice", "home"),
    "gp-and-address": ("practice", "home"),
    "work-or-study": ("work-or-study",),
    "cared-for-address": ("cared-for",),
    "where-death-occurred": ("where-death-occurred",),
    "national": ("practice", "home"),
}
"""Which of a person's ties to a place each basis asks about."""

_EITHER = (State.MET, State.NOT_ASKED, State.CHECK, State.NOT_MET)
_BOTH = (State.NOT_MET, State.CHECK, State.NOT_ASKED, State.MET)
_EITHER_ANSWERED = (State.MET, State.CHECK, State.NOT_MET, State.NOT_ASKED)
FIRST: Mapping[str, tuple[State, ...]] = {
    basis: {"gp-and-address": _BOTH, "national": _EITHER_ANSWERED}.get(basis, _EITHER) for basis in TIES
}
"""Which state wins, for each basis, where two ties come to different ones."""


def judge_area(limit: AreaLimit | None, answered: Mapping[str, str], directory: Directory) -> State:
    """What the area of a service comes to, where its basis asks about one tie or about two."""
    if limit is None:
        return one_of(tuple(answered.values()) or None, None)
    around = [wider for area in limit.areas for wider in directory.chain(area)[1:]]
    states = []
    for tie in TIES[limit.basis]:
        area = answered.get(tie)
        places = None if area is None else directory.chain(area) or (area,)
        states.append(one_of(places, limit.areas, around))
    return min(states, key=FIRST[limit.basis].index)
