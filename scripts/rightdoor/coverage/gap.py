"""A gap: people for whom nothing is open, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from rightdoor.coverage.states import State
from rightdoor.model.area import KnownGap
from rightdoor.model.grammar import Grammar
from rightdoor.model.measure import AgeRange


@dataclass(frozen=True, slots=True)
class Gap:
    """People for whom nothing is open. `needs` are all the needs of which it is true, `need` the first of them.

    `severities` follow one another, mildest first; a need that is not graded has one, which is "". `services` are those
    behind the state: shut, not confirmed, or to be asked first. `apart` are lines and websites, which count apart.
    `people` of those ages live in the area, about so many where `about`; None where its figures do not say. `looked` is
    what somebody wrote down who found no service.
    """

    need: str
    situation: str
    severities: tuple[str, ...]
    ages: AgeRange
    state: State
    needs: tuple[str, ...]
    services: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    only_for: tuple[tuple[str, str], ...] = ()
    looked: KnownGap | None = None
    people: int | None = None
    about: bool = False

    @property
    def id(self) -> str:
        """What it is called in files: the same for as long as the same people of the first need have no service."""
        severity = "-to-".join(dict.fromkeys((self.severities[0], self.severities[-1])))
        ages = f"{_age(self.ages.youngest)}-to-{_age(self.ages.oldest + 1)}"
        return "_".join(each for each in (self.need, self.situation, severity, ages) if each)


def spoken(needs: Iterable[str], grammar: Grammar) -> tuple[str, ...]:
    """Those of some needs that lie within no other of them, in their order."""
    named = tuple(needs)
    wider = {each: set(grammar["needs"].with_broader(each)[1:]) for each in named}
    return tuple(each for each in named if wider[each].isdisjoint(named)) or named[:1]


def _age(months: int) -> str:
    """An age limit as records write it: 16y, 17y9m."""
    years, rest = divmod(months, 12)
    return f"{years}y{rest}m" if rest else f"{years}y"
