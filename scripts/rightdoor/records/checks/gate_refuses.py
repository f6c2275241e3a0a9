"""A service is reached only through another, which refuses the people it takes.

The gate named in `via` takes other ages, other severities or other places, or has closed; or the gates form a circle.
Where the gate takes only some of the ages, this is a warning, because the others may have another way in that nobody
has written down.

Why this matters: the entry promises help that nobody can reach. The gate sends them away, and there is no other way in.

What to type: the right gate, or the routes by which people of those ages are referred. A service that is only shown
beside this one belongs in `related`, not in `via`.

    referral:
      via: northvale-single-point
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service
from rightdoor.records.checks.circles import circles, way_round
from rightdoor.records.checks.frame import Context, Path, problem_in
from rightdoor.records.checks.reach import Reach, reach, words_for_ages

CODE = "gate-refuses"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Gates that are shut to whom they should let through."""
    gates: dict[str, tuple[str, ...]] = {}
    for service in directory.services.values():
        if not service.referral.via and not service.by_area or service.status == "defunct":
            continue
        if service.referral.via:
            gates[service.id] = (service.referral.via,)
        yield from _of_service(directory, context, service)
    for group in circles(gates):
        way = way_round(group, gates)
        message = f"The gates form a circle: {' → '.join(way)}."
        tip = "Delete via in the service that people can reach directly."
        file = directory.services[way[0]].file
        yield problem_in(context, file, ("referral", "via"), CODE, LEVEL, message, tip)


def _of_service(directory: Directory, context: Context, service: Service) -> Iterator[Problem]:
    rules: list[tuple[Service, str | None, Path]] = [(service, None, ("referral", "via"))]
    for area, here in service.by_area.items():
        if here.referral != service.referral or here.criteria != service.criteria:
            rules.append((here, area, ("by_area", area, "referral", "via")))
    for here, rules_of, path in rules:
        gate = directory.services.get(here.referral.via or "")
        if gate is None or gate.id == service.id:
            continue
        there = gate.in_area(rules_of) if rules_of else gate
        for level, message in _faults(reach(directory, context), here, there):
            tip = "Name another gate, or move it to related and type the routes."
            yield problem_in(context, service.file, path, CODE, level, message, tip)


def _faults(reach: Reach, service: Service, gate: Service) -> Iterator[tuple[Level, str]]:
    one, other = service.criteria, gate.criteria
    if gate.status != "active":
        yield LEVEL, f"This service is reached only through {gate.id}, but its status is {gate.status}."
    elif part := reach.ages_part(one, other) or reach.bands_part(one, other) or reach.areas_part(one, other):
        yield LEVEL, f"This service is reached only through {gate.id}, but {part}."
    else:
        taken, let_in = reach.ages(one), reach.ages(other)
        if taken and let_in and (taken[0] < let_in[0] or let_in[1] < taken[1]):
            some = f"takes people {words_for_ages(taken)}, but its gate {gate.id} only those {words_for_ages(let_in)}"
            yield Level.WARNING, f"This service {some}."
