"""Nobody has said for which area a service is, so that it is always "check first".

The file lies in the folder of an area, but neither the criteria nor the rules of any area (`by_area`) say `area`. In
which folder a file lies says only whose volunteers look after it. Whom the service takes is never guessed from that:
the service is listed in that area, and whoever reads is told to check whether it serves the person.

Why this matters: every reader has to phone to learn it, and the service never counts as one that covers anybody.

What to type: how a person must belong to the area, and the areas that the service itself names.

    criteria:
      area: {basis: home-address, areas: [northvale]}
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.model.service import Service
from rightdoor.records.checks.frame import Context, problem_in

CODE = "area-not-stated"
LEVEL = Level.WARNING
GONE = frozenset({"inactive", "defunct"})


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Services that may be used and have not said which area they serve."""
    for service in directory.services.values():
        area = directory.areas.get(service.folder)
        if area is None or service.status in GONE or _says_an_area(service):
            continue
        message = f"Nobody has said for which area this is: {area.name} lists it as “check first”."
        lived = f"area: {{basis: home-address, areas: [{area.id}]}}"
        tip = f"Ask whom it takes. If people must live there, type {lived} in criteria."
        yield problem_in(context, service.file, ("criteria", "area"), CODE, LEVEL, message, tip)


def _says_an_area(service: Service) -> bool:
    return any(each.criteria.area is not None for each in (service, *service.by_area.values()))
