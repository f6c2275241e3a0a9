"""An id that had another meaning is used again.

A former id (`aliases`) is also the id, or a former id, of another service; or an id from `directory/tombstones.yaml`
belongs to a service again.

Why this matters: the address of a page is kept in letters, bookmarks and other directories. It must never lead to
another service than it did.

What to type: delete the former id where it does not belong. If a service opens again, give it a new id and name it in
`use_instead`.

    aliases: [northvale-iapt]
"""

from collections.abc import Iterator

from rightdoor.model.directory import Directory
from rightdoor.model.problem import Level, Problem
from rightdoor.records.checks.frame import Context, problem_in

CODE = "id-used-again"
LEVEL = Level.ERROR


def check_directory(directory: Directory, context: Context) -> Iterator[Problem]:
    """Ids with two meanings."""
    tip = "Every id keeps its meaning for ever: choose another, or delete the one that does not belong."
    known: dict[str, str] = {each: f"the id of {service.file}" for each, service in directory.services.items()}
    known |= dict.fromkeys(directory.tombstones, "the id of a service that closed (tombstones.yaml)")
    for service in directory.services.values():
        if service.id in directory.tombstones:
            message = f"The id {service.id} belonged to a service that closed (tombstones.yaml)."
            yield problem_in(context, service.file, (), CODE, LEVEL, message, tip)
        for index, alias in enumerate(service.aliases):
            if alias in known:
                message = f"The former id {alias} is also {known[alias]}."
                yield problem_in(context, service.file, ("aliases", index), CODE, LEVEL, message, tip)
            known.setdefault(alias, f"a former id of {service.file}")
