"""Every place where a service sends people on, and why the other may not be able to take them."""

from collections.abc import Iterator
from typing import NamedTuple

from rightdoor.model.criteria import Row
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, Path
from rightdoor.records.checks.reach import Reach, row_that_refuses
from rightdoor.records.checks.references import refer_on_places

DECLINED = "if_declined"


class Sending(NamedTuple):
    """Whom `service` sends on: `why` is the criterion or list, `row` its row; `area` is set where only it says so."""

    service: Service
    area: str | None
    path: Path
    to: tuple[str, ...]
    why: str
    row: Row | None

    def target(self, directory: Directory, id: str) -> Service | None:
        """The service sent to, as it stands in the same area."""
        found = directory.services.get(id)
        return found.in_area(self.area) if found and self.area else found


def sendings(directory: Directory, context: Context) -> list[Sending]:
    """All of them, collected once for all checks; a service that has closed sends nobody."""
    running = (each for each in directory.services.values() if each.status != "defunct")
    return context.once("sendings", lambda: [each for service in running for each in _of(service)])


def _of(service: Service) -> Iterator[Sending]:
    yield from _of_rules(service, None, ())
    known = {(each.path, each.to) for each in _of_rules(service, None, ())} if service.by_area else set()
    for area, here in service.by_area.items():
        for each in _of_rules(here, area, ("by_area", area)):
            if (each.path[2:], each.to) not in known:
                yield each


def _of_rules(service: Service, area: str | None, prefix: Path) -> Iterator[Sending]:
    for path, ids in refer_on_places(service.criteria, (*prefix, "criteria")):
        name, place = str(path[len(prefix) + 1]), path[-2]
        row = getattr(service.criteria, name)[place] if isinstance(place, int) else None
        yield Sending(service, area, path, ids, name, row)
    if service.referral.if_declined:
        path = (*prefix, "referral", DECLINED)
        yield Sending(service, area, path, service.referral.if_declined, DECLINED, None)


def why_not(directory: Directory, reach: Reach, sending: Sending, target: Service) -> str:
    """Why nobody who is sent can be taken, as the end of a sentence; empty where somebody may be."""
    if target.status != "active":
        return f"its status is {target.status}"
    one, other = sending.service.criteria, target.criteria
    if sending.why == "age":
        return _other_ages(reach, sending, target) or reach.areas_part(one, other)
    if sending.why == "area":
        return _other_areas(reach, sending, target) or reach.ages_part(one, other)
    own = ""
    if sending.row is not None:
        own = _refused(directory, sending.why, sending.row, target)
    elif sending.why == "severity":
        own = _other_bands(reach, sending, target)
    elif sending.why == "time_since_event":
        own = _other_times(sending, target)
    return own or reach.ages_part(one, other) or reach.areas_part(one, other)


def _refused(directory: Directory, name: str, row: Row, target: Service) -> str:
    """Whether the other refuses the same people: by its own row, or because it holds less risk than they are at."""
    if name == "only":
        same = any(each.reason == row.reason for each in target.criteria.only)
        return f"it takes only {phrase(directory, row.reason)} too" if same else ""
    if row_that_refuses(target, row):
        return f"it does not take {phrase(directory, row.reason)} either"
    rows = (*(target.criteria.does_not_take or ()), *target.criteria.check_first, *target.criteria.takes_despite)
    levels = directory.grammar["risk_levels"]
    term = directory.grammar["reasons"].terms.get(row.reason)
    risk, held = (term.more.get("risk") if term else None), target.criteria.holds_risk
    if not risk or held in (None, "any", "none-stated") or any(each.reason == row.reason for each in rows):
        return ""
    return f"the risk it can hold is: {levels.label(held).lower()}" if levels.rank(risk) > levels.rank(held) else ""


def phrase(directory: Directory, code: str) -> str:
    """The people whom a code of `groups` or `reasons` means: "unpaid carers", "people with psychosis"."""
    for name in ("groups", "reasons"):
        if code in directory.grammar[name]:
            term = directory.grammar[name][code]
            return str(term.more.get("phrase", term.label))
    return code


def _other_ages(reach: Reach, sending: Sending, target: Service) -> str:
    taken, other = reach.ages(sending.service.criteria), reach.ages(target.criteria)
    if taken and other and taken[0] <= other[0] and other[1] <= taken[1]:
        return "it takes none of the ages that are turned away here"
    return ""


def _other_bands(reach: Reach, sending: Sending, target: Service) -> str:
    taken, other = reach.bands(sending.service.criteria), reach.bands(target.criteria)
    return f"it takes only {reach.words_for_bands(other)} problems too" if taken and other and other <= taken else ""


def _other_areas(reach: Reach, sending: Sending, target: Service) -> str:
    here, there = sending.service.criteria.area, target.criteria.area
    if here and there and here.basis == there.basis and reach.inside(there.areas, here.areas):
        return f"it serves only {', '.join(there.areas)} too"
    return ""


def _other_times(sending: Sending, target: Service) -> str:
    taken, other = sending.service.criteria.time_since_event, target.criteria.time_since_event
    if taken is None or other is None:
        return ""
    sooner = taken.at_least and (other.at_least is None or other.at_least.hours < taken.at_least.hours)
    later = taken.at_most and (other.at_most is None or other.at_most.hours > taken.at_most.hours)
    return "" if sooner or later else "it asks for the same time since the event"
