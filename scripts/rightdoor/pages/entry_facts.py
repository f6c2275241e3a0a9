"""What the form must know of the directory to judge an entry as the pull request's check will."""

from collections.abc import Iterable, Mapping
from typing import Any

from rightdoor.model.directory import Directory
from rightdoor.records.phone_plan import phone_plan


def entry_facts(directory: Directory) -> Mapping[str, Any]:
    """Ids that had another meaning, numbers shown to be wrong, what is made up and on which day it is told."""
    areas, services = directory.areas.values(), directory.services.values()
    return {
        "phones": phone_plan(),
        "disproved": [[each.number, each.why] for each in directory.disproved],
        "tombstones": {
            each.id: {"why": each.why, "use_instead": list(each.use_instead)} for each in directory.tombstones.values()
        },
        # Of two services with one former id the first has it, as for the check.
        "former": {alias: each.id for each in reversed(list(services)) for alias in each.aliases},
        "stories": {each.id: each.story_date.isoformat() for each in areas if each.story_date},
        "fictional": {"services": _made_up(services), "organizations": _made_up(directory.organizations.values())},
    }


def _made_up(records: Iterable[Any]) -> list[str]:
    return [each.id for each in records if each.fictional]
